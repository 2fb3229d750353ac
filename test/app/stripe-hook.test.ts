import { describe, expect, it } from "vitest";
import { MemoryOffice, MINUTE, START, sessionPaid } from "./memory-office";

type Json = { readonly [key: string]: unknown };
const LEAD = "ada@example.org";
const CUSTOMER = { id: "cus_lead", object: "customer", email: LEAD, name: "Ada" };

function officeWithLead(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo(LEAD);
  office.tick();
  office.ports.stripe.put("customers/cus_lead", CUSTOMER);
  return office;
}
function event(type: string, object: Json, more: Json = {}): Json {
  const created = START / 1_000;
  return { id: "evt_1", object: "event", type, created, livemode: true, ...more, data: { object } };
}
/** Stripe knows `copy`; the body that is posted may be another. */
function happens(office: MemoryOffice, copy: Json, posted: Json = copy) {
  office.ports.stripe.put("events/evt_1", copy);
  const answer = office.hook(posted);
  office.tick();
  return { answer, last: office.lastEvent(), status: office.row().status };
}
/** Any value but this one. */
function other(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${String(value)}x`;
}

const session: Json = {
  id: "cs_1",
  object: "checkout.session",
  payment_status: "paid",
  status: "complete",
  amount_total: 4_900,
  currency: "usd",
  customer: "cus_lead",
  customer_email: null,
  customer_details: { email: LEAD, name: "Ada" },
  client_reference_id: null,
  payment_intent: "pi_1",
  payment_link: "plink_1",
  invoice: null,
};

describe("object shapes since API version 2025-03-31.basil", () => {
  const intent = { id: "pi_1", object: "payment_intent", amount: 4_900, amount_received: 4_900 };
  const invoice = {
    id: "in_1",
    object: "invoice",
    status: "paid",
    amount_paid: 4_900,
    parent: { type: "subscription_details", subscription_details: { subscription: "sub_1" } },
    lines: { data: [{ pricing: { price_details: { price: "price_1", product: "prod_1" } } }] },
  };

  it.each<readonly [string, string, Json]>([
    [
      "an intent that names the customer",
      "payment_intent.succeeded",
      { ...intent, customer: "cus_lead" },
    ],
    [
      "an intent that names only its charge",
      "payment_intent.succeeded",
      { ...intent, customer: null, latest_charge: "ch_1" },
    ],
    [
      "an intent with a receipt address",
      "payment_intent.succeeded",
      { ...intent, receipt_email: "ADA@example.org" },
    ],
    ["an invoice with an address", "invoice.paid", { ...invoice, customer_email: LEAD }],
    ["an invoice that names the customer", "invoice.paid", { ...invoice, customer: "cus_lead" }],
    ["a session of a guest", "checkout.session.completed", { ...session, customer: null }],
    [
      "an intent with the customer expanded",
      "payment_intent.succeeded",
      { ...intent, customer: CUSTOMER },
    ],
  ])("%s close the row (R31)", (_, type, object) => {
    const office = officeWithLead();
    const charge = { id: "ch_1", object: "charge", billing_details: { email: LEAD, name: "Ada" } };
    office.ports.stripe.put("charges/ch_1", charge);
    expect(happens(office, event(type, object)).status).toBe("PAID");
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it("name the offer by price, product or payment link, never by the amount (design 3: Offers)", () => {
    for (const [ids, object, type] of [
      ["price_1", { ...invoice, customer_email: LEAD }, "invoice.paid"],
      ["price_0, prod_1", { ...invoice, customer_email: LEAD }, "invoice.paid"],
      ["plink_1", session, "checkout.session.completed"],
    ] as const) {
      const office = officeWithLead();
      office.ports.store.edit("Offers", "course", "stripe_ids", ids);
      happens(office, event(type, object));
      expect(office.row()).toMatchObject({ status: "PAID", stop_reason: "course" });
      expect(office.contact()?.paid_for).toBe("course");
    }
  });
});

describe("what only looks like a payment", () => {
  const charge = {
    id: "ch_1",
    object: "charge",
    amount: 4_900,
    captured: true,
    billing_details: { email: LEAD },
  };

  it.each<readonly [string, string, Json, string]>([
    [
      "an unpaid session",
      "checkout.session.completed",
      { ...session, payment_status: "unpaid" },
      "unpaid",
    ],
    [
      "a set-up session",
      "checkout.session.completed",
      { ...session, payment_status: "no_payment_required", amount_total: null },
      "no_payment_required",
    ],
    [
      "a session of nothing",
      "checkout.session.completed",
      { ...session, amount_total: 0 },
      "amount 0",
    ],
    [
      "a delayed session that is still unpaid",
      "checkout.session.async_payment_succeeded",
      { ...session, payment_status: "unpaid" },
      "unpaid",
    ],
    ["an authorised charge", "charge.succeeded", { ...charge, captured: false }, "not captured"],
    ["a charge of nothing", "charge.succeeded", { ...charge, amount: 0 }, "amount 0"],
    [
      "an invoice of nothing (a trial)",
      "invoice.paid",
      { id: "in_1", object: "invoice", amount_paid: 0, customer_email: LEAD },
      "amount 0",
    ],
    [
      "an intent that received nothing",
      "payment_intent.succeeded",
      {
        id: "pi_1",
        object: "payment_intent",
        amount: 900,
        amount_received: 0,
        customer: "cus_lead",
      },
      "amount 0",
    ],
    [
      "a failed delayed payment",
      "checkout.session.async_payment_failed",
      session,
      "changes nothing",
    ],
    ["an unknown type", "totally.new.thing", session, "changes nothing"],
    ["a type that is a word of the language", "constructor", session, "changes nothing"],
    ["another such word", "__proto__", session, "changes nothing"],
    ["no type", "", session, "changes nothing"],
    ["an event without object", "charge.succeeded", null as unknown as Json, ""],
  ])("%s changes no row (R31)", (_, type, object, why) => {
    const { last, status, answer } = happens(officeWithLead(), event(type, object));
    expect(answer).toMatchObject({ kind: "page" });
    expect(status).toBe("ACTIVE");
    if (why !== "")
      expect(last).toMatchObject({ outcome: "IGNORED", reason: expect.stringContaining(why) });
  });

  it("and the delayed payment, once it is there, does", () => {
    const office = officeWithLead();
    happens(office, event("checkout.session.completed", { ...session, payment_status: "unpaid" }));
    const paid = event("checkout.session.async_payment_succeeded", session, { id: "evt_2" });
    office.ports.stripe.put("events/evt_2", paid);
    office.hook(paid);
    office.tick();
    expect(office.row().status).toBe("PAID");
  });
});

describe("who paid (design 4.3)", () => {
  it("is told by the customer at Stripe before the address on the payment", () => {
    const office = officeWithLead();
    const details = { email: "office@company.test", name: "Ada's firm" };
    happens(office, event("checkout.session.completed", { ...session, customer_details: details }));
    expect(office.row().status).toBe("PAID");
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it("is told by the reference our own link carried", () => {
    const office = officeWithLead();
    const object = {
      ...session,
      customer: null,
      client_reference_id: office.contact()?.id,
      customer_details: { email: "x@y.test" },
    };
    expect(happens(office, event("checkout.session.completed", object)).status).toBe("PAID");
  });

  it("is told by an alias", () => {
    const office = officeWithLead();
    office.ports.store.edit(
      "Contacts",
      office.contact()?.id ?? "",
      "aliases",
      "old@a.test, Ada@Firm.TEST",
    );
    const object = { ...session, customer: null, customer_details: { email: "ada@firm.test" } };
    expect(happens(office, event("checkout.session.completed", object)).status).toBe("PAID");
  });

  it("when nobody knows waits in Unmatched, once per payment, however many events tell of it", () => {
    const office = officeWithLead();
    for (const [id, type, object] of [
      ["evt_a", "payment_intent.succeeded", { id: "pi_9", object: "payment_intent", amount: 1 }],
      [
        "evt_b",
        "charge.succeeded",
        { id: "ch_9", object: "charge", amount: 1, payment_intent: "pi_9" },
      ],
    ] as const) {
      const copy = event(type, object, { id });
      office.ports.stripe.put(`events/${id}`, copy);
      office.hook(copy);
      office.tick();
    }
    expect(office.ports.store.rows("Unmatched")).toMatchObject([{ payment: "pi_9" }]);
    expect(office.row().status).toBe("ACTIVE");
  });
});

describe("a posted body", () => {
  const copy = event("checkout.session.completed", session);
  const change = (path: string, value: unknown): Json => {
    const set = (object: Json, [name = "", ...rest]: readonly string[]): Json =>
      rest.length === 0
        ? { ...object, [name]: value }
        : { ...object, [name]: set((object[name] ?? {}) as Json, rest) };
    return set(copy, path.split("."));
  };
  const at = (path: string) =>
    path.split(".").reduce<unknown>((value, name) => (value as Json)[name], copy);

  it.each([
    "type",
    "livemode",
    "data.object.id",
    "data.object.object",
    "data.object.payment_status",
    "data.object.status",
    "data.object.amount_total",
    "data.object.currency",
    "data.object.customer",
    "data.object.customer_details.email",
    "data.object.payment_intent",
    "data.object.payment_link",
    "data.object.customer_email",
    "data.object.client_reference_id",
    "data.object.invoice",
  ])("that differs from Stripe's copy in %s changes nothing", (path) => {
    const office = officeWithLead();
    const { status, last } = happens(office, copy, change(path, other(at(path))));
    expect(status).toBe("ACTIVE");
    expect(last).toMatchObject({ outcome: "REFUSED" });
    expect(last?.reason).toContain(path);
  });

  it("that was refused does not keep the true one out", () => {
    const office = officeWithLead();
    happens(office, copy, change("data.object.amount_total", 1));
    office.hook(copy);
    office.tick();
    expect(office.row().status).toBe("PAID");
  });

  it("with nothing but the id is enough", () => {
    expect(happens(officeWithLead(), copy, { id: "evt_1" }).status).toBe("PAID");
  });

  it("of another event's id gets what that event is", () => {
    const office = officeWithLead();
    const trial = event("customer.created", CUSTOMER);
    expect(happens(office, trial, { ...copy }).status).toBe("ACTIVE");
  });

  it.each([
    "",
    "{",
    "null",
    "42",
    "[]",
    '"evt_1"',
    "{}",
    '{"id":5}',
    '{"id":"evt_1/../customers"}',
    '{"id":"evt_1?x"}',
    '{"id":"cus_1"}',
    `{"id":"evt_${"x".repeat(400)}"}`,
  ])("that reads %.30j is recorded as refused and changes nothing", (body) => {
    const office = officeWithLead();
    const key = office.ports.properties.values.get("hook_key") ?? "";
    const answer = office.raw({ parameters: { hook: "stripe", key }, body });
    expect(answer).toMatchObject({ kind: "page" });
    office.tick();
    expect(office.lastEvent()).toMatchObject({ source: "stripe", outcome: "REFUSED" });
    expect(office.row().status).toBe("ACTIVE");
    expect(office.ports.stripe.asked).toHaveLength(0);
  });

  it("of any size counts, for only its id is kept (design 5)", () => {
    const { status, answer, last } = happens(officeWithLead(), copy, {
      ...copy,
      filler: "x".repeat(300_000),
    });
    expect(answer).toMatchObject({ kind: "page" });
    expect(status).toBe("PAID");
    expect(last?.payload.length).toBeLessThan(3_000);
  });
});

describe("the key in the address", () => {
  it.each(["", "wrong", "x".repeat(5_000)])(
    "%.10j is answered so that Stripe comes again, and only counted",
    (key) => {
      const office = officeWithLead();
      const [rows, mark] = [
        office.ports.store.rows("Events").length,
        office.ports.properties.values.get("stop_mark"),
      ];
      office.hook({ id: "evt_1" }, key);
      expect(office.hook({ id: "evt_1" }, key)).toMatchObject({ kind: "retry" });
      expect(office.ports.store.rows("Events")).toHaveLength(rows);
      expect(office.ports.properties.values.get("wrong_hook_keys")).toBe("2");
      expect(office.ports.properties.values.get("stop_mark")).toBe(mark);
    },
  );

  it.each(["paypal", "", "__proto__"])("belongs to Stripe, not to hook=%s", (hook) => {
    const office = officeWithLead();
    const key = office.ports.properties.values.get("hook_key") ?? "";
    expect(office.raw({ parameters: { hook, key }, body: '{"id":"evt_1"}' })).toMatchObject({
      kind: "retry",
    });
  });

  it("lets nobody in where none is stored", () => {
    const office = officeWithLead();
    office.ports.properties.remove("hook_key");
    expect(office.hook({ id: "evt_1" }, "")).toMatchObject({ kind: "retry" });
  });
});

describe("Stripe that cannot be reached", () => {
  it("for a day holds all mail; then the event is listed, the owner told, and mail goes (design 5)", () => {
    const office = officeWithLead();
    office.ports.stripe.unreachable = "timeout";
    office.hook(sessionPaid("x@y.test", "evt_9", START));
    office.geo("ben@example.org");
    office.pass(24 * 60 * MINUTE - 5 * MINUTE, 5 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
    expect(office.row("ben@example.org").why).toContain("waits for Stripe");
    expect(office.row("ben@example.org").next_at).not.toBeNull();
    office.pass(20 * MINUTE);
    expect(office.ports.store.rows("Unmatched")).toMatchObject([{ event: "evt_9" }]);
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("is asked again, and the payment counts from when it happened", () => {
    const office = officeWithLead();
    office.ports.stripe.unreachable = "Stripe answered 500";
    office.pay(LEAD);
    office.pass(60 * MINUTE, MINUTE);
    expect(office.row().status).toBe("ACTIVE");
    office.ports.stripe.unreachable = null;
    office.pass(10 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", paid_at: START });
  });

  it("without a stored key waits as well, and says what is missing", () => {
    const office = officeWithLead();
    office.ports.properties.remove("stripe_key");
    office.pay("x@y.test");
    office.geo("ben@example.org");
    office.tick();
    expect(office.row("ben@example.org").why).toContain("no restricted key");
    expect(office.ports.mailer.sent).toHaveLength(1);
  });
});
