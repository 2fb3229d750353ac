// Who may be one person, and that joining takes over what it gives back when it is undone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContactRow } from "../../sheets-schema/index";
import { mayBeOne } from "../../src/events/same-person";
import { phoneDigits } from "../../src/model/contact-zone";
import { givenBack, hadOf, takenOver } from "../../src/model/joined-marks";
import { EMPTY_CONTACT } from "../../src/state/blank";

const contact = (id: string, more: Partial<ContactRow>): ContactRow => ({
  ...EMPTY_CONTACT,
  id: `c_${id}`,
  email: `${id}@example.org`,
  ...more,
});
const named = (contacts: readonly ContactRow[]) =>
  mayBeOne(contacts).map(({ kept, other, shares }) => [
    kept.id,
    other.id,
    ...shares.map(({ by }) => by),
  ]);

describe("may be one person", () => {
  it.each([
    [{ email: "ada@shop.org" }, { email: "Ada@Shop.org " }, "address"],
    [{ email: "ada@shop.org" }, { email: "ada+news@shop.org" }, "mailbox"],
    [{ email: "a.da@gmail.com" }, { email: "ada+x@googlemail.com" }, "mailbox"],
    [{ aliases: "old@a.test" }, { email: "old@a.test" }, "address"],
    [
      { phone: "+49 (0)171 2345678" },
      { phone: "0171/2345678", time_zone: "Europe/Berlin" },
      "phone",
    ],
    [
      { phone: "0086 138 0013 8000" },
      { phone: "13800138000", time_zone: "Asia/Shanghai" },
      "phone",
    ],
    [{ stripe_ids: "cus_1, cus_2" }, { stripe_ids: "cus_2" }, "customer"],
    [{ user_id: "u7" }, { user_id: "u7" }, "user"],
    [{ device_id: "d7" }, { device_id: "d7" }, "device"],
  ] as const)("%j and %j: %s", (one, other, by) => {
    const contacts = [contact("one", one), contact("other", other)];
    expect(named(contacts)).toEqual([["c_one", "c_other", by]]);
  });

  it.each([
    [{ email: "a.da@shop.org" }, { email: "ada@shop.org" }],
    [{ phone: "+49 171 2345678" }, { phone: "+43 171 2345678" }],
    [{ phone: "0171 2345678", time_zone: "Europe/Berlin" }, { phone: "0171 2345678" }],
    [{ phone: "0000000000" }, { phone: "0000000000" }],
    [{ phone: "123456" }, { phone: "123456" }],
    [{ email: "" }, { email: "" }],
    [{ user_id: "7" }, { device_id: "7" }],
    [{ user_id: "u7" }, { user_id: "u7", merged_into: "c_one" }],
    [{ user_id: "u7" }, { user_id: "u7", sealed: "x ~test" }],
  ] as const)("not %j and %j", (one, other) => {
    expect(named([contact("one", one), contact("other", other)])).toEqual([]);
  });

  it("whoever has paid stays, else the older; a mark of many is nobody's", () => {
    const device_id = "kiosk";
    const [young, old, payer] = [
      contact("young", { device_id, first_seen_at: 3 }),
      contact("old", { device_id, first_seen_at: 1 }),
      contact("payer", { device_id, first_seen_at: 2, paid: "YES" }),
    ];
    expect(named([young, old])).toEqual([["c_old", "c_young", "device"]]);
    expect(named([young, old, payer]).map(([kept]) => kept)).toEqual(["c_payer", "c_payer"]);
    const many = Array.from({ length: 6 }, (_, n) => contact(`n${n}`, { device_id }));
    expect(named(many)).toEqual([]);
  });
});

describe("a phone", () => {
  it("is the same digits however it is written", () => {
    const ways = ["+49 171 2345678", "0049-171-2345678", "0171 234 5678", "491712345678"];
    const digits = ways.map((phone) => phoneDigits(phone, "Europe/Berlin"));
    expect(new Set(digits)).toEqual(new Set(["491712345678"]));
    expect(phoneDigits("call me", "Europe/Berlin")).toBe("");
  });
});

const list = (...words: readonly string[]) =>
  fc.subarray([...words]).map((some) => some.join(", "));
const instant = fc.option(fc.constantFrom(1_000_000, 2_000_000, 3_000_000), { nil: null });
const payments = fc
  .subarray(["pi_1 2026-03-02T09:00:00Z", "pi_2 (lite) 2026-03-03T09:00:00Z", "by_hand"])
  .map((some) => some.join(", "));
const person = (id: string) =>
  fc
    .record({
      aliases: list(`${id}1@a.test`, "both@a.test"),
      stripe_ids: list("cus_1", "cus_2"),
      user_id: list("u1"),
      paid_for: list("lite", "course"),
      tags: list("vip", "confirmed"),
      payments,
      paid_at: instant,
      left: fc.constantFrom("", "unsubscribed", "bounced", "by hand"),
      suppressed_at: instant,
      paused_until: instant,
      pace: fc.constantFrom("", "less"),
    })
    .map(({ left, ...more }) => {
      const paid = more.payments === "" ? "NO" : "YES";
      const paid_at = paid === "NO" ? null : (more.paid_at ?? 4_000_000);
      const suppressed = left as ContactRow["suppressed"];
      const suppressed_at = suppressed === "" ? null : more.suppressed_at;
      const pace = more.pace as ContactRow["pace"];
      return contact(id, { ...more, paid, paid_at, suppressed, suppressed_at, pace });
    });

describe("what is taken over", () => {
  it("is the graver of both, once for all, and all of it goes back", () => {
    fc.assert(
      fc.property(person("one"), person("other"), (kept, other) => {
        const whole = takenOver(kept, other);
        expect(takenOver(whole, other)).toEqual(whole);
        expect(whole.paid === "YES").toBe(kept.paid === "YES" || other.paid === "YES");
        expect(whole.suppressed !== "").toBe(kept.suppressed !== "" || other.suppressed !== "");
        expect(whole.aliases).toContain(other.email);
        expect(whole.consent).toBe(kept.consent);
        const back = givenBack(whole, other, { had: hadOf(kept), took: hadOf(other) });
        const lists = (row: ContactRow) => ({
          ...hadOf(row),
          payments: row.payments.split(", ").sort(),
        });
        expect(lists(back)).toEqual(lists(kept));
      }),
      { numRuns: 300 },
    );
  });
});
