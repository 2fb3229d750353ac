import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactIdOf, enrollmentId, isClosed, isOpen, sendKey } from "../../src/model/enrollment";
import { cleanLine, cutText } from "../../src/model/one-line";
import { ownValue } from "../../src/model/own-value";
import { countedPayments, paymentsCell } from "../../src/model/payment";
import { REASONS, type ReasonCode, reason, say } from "../../src/model/reason";
import { findToken, isOwnToken, sendToken, tokenLine } from "../../src/model/send-token";
import { readSettings } from "../../src/model/settings";
import { DAY_MS, HOUR_MS, MINUTE_MS, parseWait, toWholeSecond } from "../../src/model/time";
import { enrolled } from "../state/bench";

describe("a wait", () => {
  it.each([
    ["0", 0],
    ["30 min", 30 * MINUTE_MS],
    ["48 h", 48 * HOUR_MS],
    ["48h", 48 * HOUR_MS],
    [" 7 D ", 7 * DAY_MS],
    ["90 d", 90 * DAY_MS],
  ])("%j is read", (seen, ms) => {
    expect(parseWait(seen)).toBe(ms);
  });

  it.each([
    "",
    "48",
    "48 hours",
    "-1 h",
    "1.5 h",
    "h",
    "1e3 h",
    "48 h 3",
    "１ h",
    "999999 d",
    "NaN d",
  ])("%j is none", (seen) => {
    expect(parseWait(seen)).toBeNull();
  });

  it("ends on a whole second, never earlier", () => {
    expect([0, 1, 999, 1_000, 1_001].map(toWholeSecond)).toEqual([0, 1_000, 1_000, 1_000, 2_000]);
  });
});

describe("text from outside", () => {
  it("becomes one harmless line, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const clean = cleanLine(text);
        expect(clean).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u,
        );
        expect(clean).toBe(clean.trim());
        expect(cleanLine(clean)).toBe(clean);
      }),
    );
  });

  it.each([
    ["Ada\r\nBcc: x@evil.test", "Ada Bcc: x@evil.test"],
    ["  Ada\tLovelace ", "Ada Lovelace"],
    ["Ada\u2028Lovelace", "Ada Lovelace"],
    ["\u202Eada", "ada"],
    ["龙 🐉", "龙 🐉"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
  ])("%j is %j", (text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  it("is cut between characters, never through one", () => {
    expect(cutText("ab🐉", 3)).toBe("ab");
    expect(cutText("ab🐉", 4)).toBe("ab🐉");
    expect(cutText("abc", 2)).toBe("ab");
  });
});

describe("ids and keys", () => {
  it("name the contact and the entry (design 5)", () => {
    expect(enrollmentId("c_1", "geo", 2, "e_0123456789")).toBe("c_1.geo.2-456789");
    expect(contactIdOf("c_1.geo.2")).toBe("c_1");
    const own = enrolled({ id: "c_1.geo.2" });
    expect(sendKey(own, "geo_1", "")).toBe("c_1.geo.2/geo_1");
    expect(sendKey(own, "geo_1", "e_9")).toBe("c_1.geo.2/geo_1@e_9");
  });

  it("of a mail in rehearsal are not those of the reader's own (design 4.10)", () => {
    const own = { ...enrolled({ id: "c_1.geo.2" }), test: true };
    expect(sendKey(own, "geo_1", "")).toBe("c_1.geo.2/geo_1~test");
  });

  it("every status is open, closed or waits for a person", () => {
    const all = [
      "ACTIVE",
      "UNPAID",
      "FAILED",
      "PAID",
      "DONE",
      "STOPPED",
      "PAUSED",
      "REVIEW",
    ] as const;
    expect(all.filter(isOpen)).toEqual(["ACTIVE", "UNPAID", "FAILED"]);
    expect(all.filter(isClosed)).toEqual(["PAID", "DONE", "STOPPED"]);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "%s is in no table",
    (name) => {
      expect(ownValue({ a: 1 }, name)).toBeUndefined();
    },
  );
});

describe("the payments of a contact", () => {
  const at = Date.parse("2026-03-02T09:00:00Z");

  it.each([
    ["", []],
    ["pi_1", [{ key: "pi_1", offer: "", at: null }]],
    ["pi_1 2026-03-02T09:00:00Z", [{ key: "pi_1", offer: "", at }]],
    [
      "pi_1 (lite) 2026-03-02T09:00:00Z, in_2",
      [
        { key: "pi_1", offer: "lite", at },
        { key: "in_2", offer: "", at: null },
      ],
    ],
  ])("%j is read and written", (cell, payments) => {
    expect(countedPayments(cell)).toEqual(payments);
    expect(paymentsCell(payments)).toBe(cell);
  });

  it.each([" pi_1 (lite) ,  in_2 ", "pi_1 (lite),in_2"])("%j is read as well", (cell) => {
    expect(countedPayments(cell).map(({ key, offer }) => key + offer)).toEqual([
      "pi_1lite",
      "in_2",
    ]);
  });

  it.each([",", "pi_1 lite", "pi_1 (lite) yesterday"])("%j names no payment", (cell) => {
    expect(countedPayments(cell)).toEqual([]);
  });
});

describe("the token in a mail", () => {
  const hmac = (key: string) => (message: string) =>
    `${key}${message}`
      .split("")
      .reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7)
      .toString(16)
      .padStart(8, "0")
      .repeat(4);

  it("is found in a text, is the same for the same key, and tells the office", () => {
    const token = sendToken("c.geo.1/geo_1", hmac("a"));
    expect(findToken(`Hello\n\n${tokenLine(token)}\n`)).toBe(token);
    expect(sendToken("c.geo.1/geo_1", hmac("a"))).toBe(token);
    expect(sendToken("c.geo.1/geo_2", hmac("a"))).not.toBe(token);
    expect(isOwnToken(token, hmac("a"))).toBe(true);
    expect(isOwnToken(token, hmac("b"))).toBe(false);
  });

  it.each(["", "ref", "ref 123", "href 0123456789abcdef0123", "ref 0123456789abcdef01234"])(
    "is not seen in %j",
    (text) => {
      expect(findToken(text)).toBeNull();
    },
  );
});

describe("settings", () => {
  const read = (values: Readonly<Record<string, string>>) =>
    readSettings(
      Object.entries(values).map(([key, value], at) => ({
        row: at + 2,
        cells: { key, value, meaning: "", check: "" },
      })),
    );

  it("take the safe side where they are missing (design 4.10)", () => {
    expect(read({})).toMatchObject({
      language: "en",
      mode: "REHEARSAL",
      sending: false,
      faults: [],
    });
  });

  it.each([
    ["mode", "on air", { mode: "REHEARSAL" }, "REHEARSAL, LIVE"],
    ["sending", "yes", { sending: false }, "ON, OFF"],
    ["language", "fr", { language: "en" }, "en, zh"],
    ["web_app_url", "http://evil.test/exec", { webAppUrl: "" }, "https://"],
    ["web_app_url", "javascript:alert(1)", { webAppUrl: "" }, "https://"],
    ["geo_download_url", "my file", { geoDownloadUrl: "" }, "https://"],
  ])("%s %j is named with row, what was seen and what is allowed", (key, value, taken, allowed) => {
    const settings = read({ other: "", [key]: value });
    expect(settings).toMatchObject(taken);
    expect(settings.faults).toMatchObject([{ tab: "Settings", row: 3, id: key, seen: value }]);
    expect(JSON.stringify(settings.faults[0]?.allowed)).toContain(allowed);
  });

  it("mode and sending are read in any capitals: a slip of the keyboard is no rehearsal", () => {
    expect(read({ mode: " Live", sending: "on" })).toMatchObject({ mode: "LIVE", sending: true });
  });

  it.each(["constructor", "__proto__", ""])("a row called %j is left alone", (key) => {
    expect(read({ [key]: "x", sending: "ON" })).toMatchObject({ sending: true, faults: [] });
  });
});

describe("reasons", () => {
  it.each(Object.keys(REASONS) as ReasonCode[])(
    "%s says the same values in both languages",
    (code) => {
      const names = (text: string) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(names(REASONS[code].zh)).toEqual(names(REASONS[code].en));
      expect(REASONS[code].zh).toMatch(/[\u4e00-\u9fff；]|^\{what\}$/);
    },
  );

  it("put in values as they are, once", () => {
    expect(say(reason("paid", { what: "{what} $& $1" }), "en")).toBe(
      "paid: {what} $& $1; nothing more is sent",
    );
  });
});
