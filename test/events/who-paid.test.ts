import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContactRow, QueueRow, Status } from "../../sheets-schema/index";
import { offerOf, payerAddress, suspectsOf, whoPaid } from "../../src/events/who-paid";
import type { Offer, Offers } from "../../src/model/offer";
import type { Payment } from "../../src/model/payment";

const AT = Date.parse("2026-03-02T09:00:00Z");
const HOUR = 3_600_000;

function payment(more: Partial<Payment> = {}): Payment {
  return {
    key: "pi_1",
    ids: [],
    at: AT,
    emails: [],
    name: "",
    customer: "",
    charge: "",
    contactReference: "",
    offerIds: [],
    amount: "49.00 EUR",
    free: false,
    renewal: false,
    ...more,
  };
}
function contact(id: string, more: Partial<ContactRow> = {}): ContactRow {
  const row = {
    id,
    email: `${id}@example.org`,
    name: "",
    aliases: "",
    stripe_ids: "",
    payments: "",
  };
  return { ...row, ...more } as ContactRow;
}
function offer(name: string, more: Partial<Offer> = {}): Offer {
  return {
    offer: name,
    name,
    flow: name,
    before: { price: "€49", link: "" },
    after: { price: "€79", link: "" },
    windowMs: null,
    windowEnds: null,
    stripeIds: [],
    stripeIdsAfter: [],
    deliveryLink: "",
    freeCounts: false,
    allows: new Map(),
    ...more,
  };
}
const table = (...offers: readonly Offer[]): Offers =>
  new Map(offers.map((one) => [one.offer, one]));

describe("who paid (design 4.3)", () => {
  const people = [
    contact("c_counted", { payments: "pi_0, pi_1 (lite) 2026-03-02T09:00:00Z" }),
    contact("c_referred"),
    contact("c_customer", { stripe_ids: "cus_0, cus_1" }),
    contact("c_alias", { aliases: "old@a.test; ADA@Firm.test" }),
  ];
  const ids = (more: Partial<Payment>) => whoPaid(payment(more), people).map(({ id }) => id);

  it("is whom the payment was counted for, whom our link names and whose customer it is, the surest first", () => {
    const named = { contactReference: "c_referred", customer: "cus_1" };
    expect(ids(named)).toEqual(["c_counted", "c_referred", "c_customer"]);
    expect(ids({ ...named, key: "pi_2" })).toEqual(["c_referred", "c_customer"]);
    expect(ids({ customer: "cus_1", key: "pi_2" })).toEqual(["c_customer"]);
  });

  it("is whom it was counted for also under another of its ids", () => {
    expect(ids({ key: "in_9", ids: ["in_9", "pi_1", "ch_1"] })).toEqual(["c_counted"]);
    expect(ids({ key: "in_9", ids: ["in_9", "pi_2"] })).toEqual([]);
  });

  it("is whoever has the address, also as an alias, besides the one known by an id", () => {
    expect(ids({ key: "pi_2", emails: ["ada@firm.TEST"] })).toEqual(["c_alias"]);
    expect(ids({ key: "pi_2", emails: ["C_Alias@example.org", "ada@firm.test"] })).toEqual([
      "c_alias",
    ]);
    expect(ids({ emails: ["ada@firm.test"] })).toEqual(["c_counted", "c_alias"]);
  });

  it("is nobody by an address that is none, on either side", () => {
    const unread = [contact("c_1", { email: "ask her" }), contact("c_2", { aliases: "see notes" })];
    expect(whoPaid(payment({ emails: ["not an address"] }), unread)).toEqual([]);
  });

  it("is nobody where nothing fits; no customer is no customer", () => {
    expect(ids({ key: "pi_2", name: "Ada", emails: ["", "x", "b@b.test"] })).toEqual([]);
    expect(payerAddress(payment({ emails: ["x", " Ada@B.test "] }))).toBe("ada@b.test");
    expect(payerAddress(payment({ emails: ["x"] }))).toBeNull();
  });
});

describe("what was paid for", () => {
  const offers = table(
    offer("lite", { stripeIds: ["price_1", "prod_1"], stripeIdsAfter: ["price_2"] }),
    offer("course", { stripeIds: ["plink_9"] }),
  );
  it.each([
    [["price_1", "prod_1"], { offer: "lite", early: true }],
    [["price_2"], { offer: "lite", early: false }],
    [["price_2", "prod_1"], { offer: "lite", early: false }],
    [["plink_9"], { offer: "course", early: false }],
    [["price_8"], { offer: "", early: false }],
    [[], { offer: "", early: false }],
  ])("%j is told by id", (offerIds, expected) => {
    expect(offerOf(payment({ offerIds }), offers)).toEqual(expected);
  });

  it("is never told by the amount", () => {
    const prices = offer("lite", { stripeIds: ["49.00 EUR", "4900", "€49", ""] });
    fc.assert(
      fc.property(fc.string(), (amount) => {
        expect(offerOf(payment({ amount }), table(prices)).offer).toBe("");
      }),
    );
  });
});

describe("who may have paid (design 4.3: PAUSED, never guessed)", () => {
  const offers = table(offer("lite"), offer("course"), offer("book", { flow: "" }));
  const people = [contact("c_1", { name: "Adá  Lovelace" }), contact("c_2", { name: "Bob" })];
  const row = (id: string, flow: string, more: Partial<QueueRow> = {}) =>
    ({ id: `${id}.${flow}.1-x`, flow, status: "UNPAID", entered_at: AT, ...more }) as QueueRow;
  const suspects = (more: Partial<Payment>, rows: readonly QueueRow[], named = "lite") =>
    suspectsOf(payment(more), named, offers, people, rows);
  const lite = row("c_1", "lite");

  it.each([
    "Adá  Lovelace",
    "ada lovelace",
    "ＡＤＡ Lovelace",
    " Ada\u00a0Lovelace ",
    "Ada\u0301 LOVELACE",
  ])("has the same name, however it is written: %j", (name) => {
    expect(suspects({ name }, [lite])).toEqual([lite.id]);
  });

  it.each(["", "  ", "Ada", "Ada Lovelace Jr", "Bob"])("has no other name: %j", (name) => {
    expect(suspects({ name }, [lite])).toEqual([]);
  });

  it("entered within 72 hours, before or after", () => {
    const name = "Ada Lovelace";
    for (const [hours, hit] of [
      [-72, 1],
      [72, 1],
      [-72.001, 0],
      [72.001, 0],
    ] as const) {
      const rows = [row("c_1", "lite", { entered_at: AT + hours * HOUR })];
      expect(suspects({ name }, rows)).toHaveLength(hit);
    }
    expect(suspects({ name }, [row("c_1", "lite", { entered_at: null })])).toEqual([]);
  });

  it("is in a flow of that offer; of any offer where the payment names none", () => {
    const name = "Ada Lovelace";
    const rows = [
      lite,
      row("c_1", "course"),
      row("c_1", "geo"),
      row("c_1", ""),
      row("c_2", "lite"),
    ];
    const flows = (named: string) => suspects({ name }, rows, named).map((id) => id.split(".")[1]);
    expect(flows("lite")).toEqual(["lite"]);
    expect(flows("course")).toEqual(["course"]);
    expect(flows("book")).toEqual([]);
    expect(flows("")).toEqual(["lite", "course"]);
  });

  it("has an open row", () => {
    const name = "Ada Lovelace";
    const open = (status: Status) =>
      suspects({ name }, [row("c_1", "lite", { status })]).length > 0;
    const statuses: readonly Status[] = [
      "ACTIVE",
      "UNPAID",
      "FAILED",
      "PAID",
      "DONE",
      "STOPPED",
      "PAUSED",
      "REVIEW",
    ];
    expect(statuses.filter(open)).toEqual(["ACTIVE", "UNPAID", "FAILED"]);
  });
});
