// Utilities, Logger and UrlFetchApp (facts 10).
import { describe, expect, it } from "vitest";
import type { FetchRequest } from "../../../local/host/contract.ts";
import { openBench } from "./bench.ts";

describe("bytes", () => {
  const bench = openBench();

  it("are signed (facts 10.1)", () => {
    expect(
      bench.evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "a").slice(0, 4)`),
    ).toEqual([12, -63, 117, -71]);
    expect(bench.evaluate(`Utilities.base64Decode("/+8=")`)).toEqual([-1, -17]);
    expect(bench.evaluate(`Utilities.newBlob("é").getBytes()`)).toEqual([-61, -87]);
  });

  it("come of text by the named set; without one what is not ASCII is lost (facts 10.2)", () => {
    const digest = (args: string) =>
      bench.evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, ${args})`);
    expect(digest(`"é"`)).toEqual(digest(`"?"`));
    expect(digest(`"é", Utilities.Charset.UTF_8`)).toEqual(digest(`[-61, -87]`));
  });

  it("sign with a key of the same kind only (facts 10.3)", () => {
    const hex = `.map(function (b) { return ("0" + (b & 255).toString(16)).slice(-2); }).join("")`;
    expect(
      bench.evaluate(
        `Utilities.computeHmacSha256Signature("what do ya want for nothing?", "Jefe")${hex}`,
      ),
    ).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    expect(() => bench.evaluate(`Utilities.computeHmacSha256Signature([1], "Jefe")`)).toThrow(
      "method signature",
    );
  });

  it("keep their padding in base64, which decoding wants back (facts 10.4)", () => {
    expect(bench.evaluate(`Utilities.base64EncodeWebSafe([-1, -17])`)).toBe("_-8=");
    expect(bench.evaluate(`Utilities.base64DecodeWebSafe("_-8=")`)).toEqual([-1, -17]);
    expect(() => bench.evaluate(`Utilities.base64DecodeWebSafe("_-8")`)).toThrow(
      "Could not decode string.",
    );
    expect(
      bench.evaluate(
        `Utilities.newBlob(Utilities.base64Decode(Utilities.base64Encode("é✓", Utilities.Charset.UTF_8))).getDataAsString()`,
      ),
    ).toBe("é✓");
  });
});

describe("Utilities.formatDate", () => {
  const bench = openBench();
  const format = (iso: string, zone: string, pattern: string) =>
    bench.evaluate(
      `Utilities.formatDate(new Date("${iso}"), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`,
    );

  it.each([
    ["2026-03-02T09:05:07.008Z", "Etc/UTC", "yyyy-MM-dd HH:mm:ss.SSS", "2026-03-02 09:05:07.008"],
    [
      "2026-03-02T21:05:07Z",
      "America/New_York",
      "EEE, d MMM yy h:mm a z",
      "Mon, 2 Mar 26 4:05 PM EST",
    ],
    [
      "2026-07-02T21:05:07Z",
      "America/New_York",
      `EEEE MMMM Z ${"X".repeat(3)} X`,
      "Thursday July -0400 -04:00 -04",
    ],
    ["2026-03-02T00:30:00Z", "Asia/Tokyo", "yyyy/M/d H:m u", "2026/3/2 9:30 1"],
    ["2026-03-01T09:00:00Z", "GMT", "u D 'of' ''yy XX", "7 60 of '26 Z"],
    ["2026-12-31T12:00:00Z", "GMT", "yyyy YYYY w", "2026 2027 1"],
    ["2026-01-01T00:00:00Z", "GMT+9", "HH k K hh", "09 9 9 09"],
    ["2026-01-01T00:00:00Z", "Nowhere/Atall", "HH", "00"],
    ["2026-03-08T06:59:59Z", "America/New_York", "HH:mm", "01:59"],
    ["2026-03-08T07:00:00Z", "America/New_York", "HH:mm", "03:00"],
  ])("%s in %s as %s (facts 10.7)", (iso, zone, pattern, text) => {
    expect(format(iso, zone, pattern)).toBe(text);
  });

  it("needs a zone", () => {
    expect(() => bench.evaluate(`Utilities.formatDate(new Date(), undefined, "yyyy")`)).toThrow(
      "method signature",
    );
    expect(() => bench.evaluate(`Utilities.formatDate("2026-01-01", "GMT", "yyyy")`)).toThrow(
      "method signature",
    );
  });
});

describe("sleeping", () => {
  it("moves the clock, and no longer than five minutes at once (facts 4.14)", () => {
    const bench = openBench();
    const slept = bench.evaluate(
      "var from = Date.now(); Utilities.sleep(2500); return Date.now() - from;",
    );
    expect(slept).toBe(2500);
    expect(() => bench.evaluate("Utilities.sleep(300001)")).toThrow("Invalid argument");
  });
});

describe("UrlFetchApp", () => {
  const seen: FetchRequest[] = [];
  const bench = openBench("", {
    fetch: (request) => {
      seen.push(request);
      if (request.url.includes("unreachable")) throw new Error("no route");
      const status = Number(/status=(\d+)/.exec(request.url)?.[1] ?? 200);
      return { status, headers: { "Content-Type": "text/plain" }, body: `body of ${status}` };
    },
  });

  it("sends method, headers and payload; an object becomes a form", () => {
    bench.evaluate(`UrlFetchApp.fetch("https://api.stripe.com/v1/x", { method: "post",
      headers: { Authorization: "Bearer k" }, payload: { a: "1 2", "b[]": "é" } }).getResponseCode()`);
    expect(seen.at(-1)).toEqual({
      url: "https://api.stripe.com/v1/x",
      method: "POST",
      headers: { Authorization: "Bearer k", "Content-Type": "application/x-www-form-urlencoded" },
      payload: "a=1%202&b%5B%5D=%C3%A9",
    });
    bench.evaluate(
      `UrlFetchApp.fetch("http://x.dev", { method: "put", contentType: "application/json", payload: "{}" }).getResponseCode()`,
    );
    expect(seen.at(-1)).toMatchObject({
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      payload: "{}",
    });
  });

  it("throws on 400 and above unless muted (facts 10.9)", () => {
    expect(() =>
      bench.evaluate(`UrlFetchApp.fetch("https://x.dev/?status=404").getContentText()`),
    ).toThrow(
      "Request failed for https://x.dev returned code 404. Truncated server response: body of 404",
    );
    const muted = `var a = UrlFetchApp.fetch("https://x.dev/?status=500", { muteHttpExceptions: true });
      return [a.getResponseCode(), a.getContentText(), a.getHeaders()["Content-Type"]];`;
    expect(bench.evaluate(muted)).toEqual([500, "body of 500", "text/plain"]);
  });

  it("throws when the address cannot be reached, muted or not", () => {
    const code = `UrlFetchApp.fetch("https://unreachable.dev", { muteHttpExceptions: true }).getContentText()`;
    expect(() => bench.evaluate(code)).toThrow("DNS error: https://unreachable.dev");
    expect(() =>
      openBench().evaluate(`UrlFetchApp.fetch("https://x.dev").getContentText()`),
    ).toThrow("DNS error");
  });

  it("fetches several at once", () => {
    const code = `UrlFetchApp.fetchAll(["https://x.dev/?status=201", { url: "https://x.dev/?status=202" }]).map(function (a) { return a.getResponseCode(); })`;
    expect(bench.evaluate(code)).toEqual([201, 202]);
  });

  it("refuses an address that is too long (facts 4.1)", () => {
    expect(() =>
      bench.evaluate(`UrlFetchApp.fetch("https://x.dev/" + "a".repeat(2048)).getContentText()`),
    ).toThrow("URL Length");
  });
});

describe("the log", () => {
  it("keeps what console and Logger write with the execution", () => {
    const bench = openBench();
    bench.evaluate(
      `console.log("a %s b", 1, { c: 2 }); console.warn("careful"); Logger.log([1, "x"]); return 1;`,
    );
    expect(bench.host.executions().at(-1)?.logs).toEqual([
      'a 1 b {"c":2}',
      "warn: careful",
      '[1,"x"]',
    ]);
  });
});

describe("ScriptApp.getService().getUrl()", () => {
  it("is right only in a web request, null in timers, dead elsewhere (facts 10.8)", () => {
    const bench = openBench(`
      function url() { PropertiesService.getScriptProperties().setProperty("url", String(ScriptApp.getService().getUrl())); return HtmlService.createHtmlOutput(""); }
      function doGet() { return url(); }`);
    const url = () => bench.host.property("url");
    bench.host.request({ method: "GET", query: "" });
    expect(url()).toBe("http://127.0.0.1:9/exec");
    bench.evaluate("url().getContent()");
    expect(url()).toBe("http://127.0.0.1:9/dev");
    bench.evaluate(`ScriptApp.newTrigger("url").timeBased().everyMinutes(1).create(); return 1;`);
    bench.host.advance(bench.host.now() + 60_000);
    expect(url()).toBe("null");
  });
});
