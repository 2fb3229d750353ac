import { describe, expect, it } from "vitest";
import type { Json } from "../support/stamp";
import { CUSTOMER, event, happens, LEAD, officeWithLead, session } from "../support/stripe-lead";
import { MINUTE, START, sessionPaid } from "./memory-office";

/** Any value but this one. */
function other(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${String(value)}x`;
}

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
  ])("that reads %j is recorded as refused and changes nothing", (body) => {
    const office = officeWithLead();
    const key = office.ports.properties.values.get("hook_key") ?? "";
    const answer = office.raw({ parameters: { hook: "stripe", key }, body });
    expect(answer).toMatchObject({ kind: "page" });
    office.tick();
    expect(office.lastEvent()).toMatchObject({ source: "stripe", outcome: "REFUSED" });
    expect(office.row().status).toBe("ACTIVE");
    const asked = office.ports.stripe.asked.filter(({ path }) => !path.startsWith("events?"));
    expect(asked).toEqual([]);
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
    "%j is answered so that Stripe comes again, and only counted",
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

  describe("for longer than a day", () => {
    const silentDays = () => {
      const office = officeWithLead();
      office.ports.stripe.unreachable = "timeout";
      office.pay(LEAD);
      office.geo("ben@example.org");
      office.pass(26 * 60 * MINUTE, 10 * MINUTE);
      return office;
    };

    it("lets everybody's mails go but those of whom the payment names", () => {
      const office = silentDays();
      office.pass(5 * 24 * 60 * MINUTE, 60 * MINUTE);
      const to = office.ports.mailer.sent.map(({ mail }) => mail.to);
      expect(to.filter((one) => one === LEAD)).toHaveLength(1);
      expect(to).toContain("ben@example.org");
      expect(office.row().why).toContain("names this person, and Stripe is silent about it");
    });

    it("sends nothing to whoever it names at the moment at which the waiting ends", () => {
      const office = officeWithLead();
      office.ports.stripe.unreachable = "timeout";
      office.geo("cem@example.org");
      office.geo("ben@example.org");
      office.pay("cem@example.org");
      office.pass(26 * 60 * MINUTE, 10 * MINUTE);
      const to = office.ports.mailer.sent.map(({ mail }) => mail.to);
      expect(to).toContain("ben@example.org");
      expect(to).not.toContain("cem@example.org");
    });

    it("counts the payment once Stripe answers", () => {
      const office = silentDays();
      office.ports.stripe.unreachable = null;
      office.pass(3 * 60 * MINUTE, 10 * MINUTE);
      expect(office.row()).toMatchObject({ status: "PAID", paid_at: START });
    });

    it.each([
      ["nobody", "DONE", 2],
      [LEAD, "PAID", 1],
    ])("believes the owner who names %s in Unmatched", (typed, status, mails) => {
      const office = silentDays();
      const [{ payment } = { payment: "" }] = office.ports.store.rows("Unmatched");
      office.ports.store.update("Unmatched", [{ id: payment, cells: { this_is: typed } }]);
      office.pass(3 * 24 * 60 * MINUTE, 60 * MINUTE);
      expect(office.row().status).toBe(status);
      const to = office.ports.mailer.sent.map(({ mail }) => mail.to);
      expect(to.filter((one) => one === LEAD)).toHaveLength(mails);
    });
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
