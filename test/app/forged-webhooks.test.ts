import { describe, expect, it } from "vitest";
import { readHookBody } from "../../src/events/stripe-hook";
import { type Json, recordedEvents, stamped } from "../support/stamp";
import { CUSTOMER, LEAD, officeWithLead } from "../support/stripe-lead";
import type { MemoryOffice } from "./memory-office";
import { MINUTE, START } from "./memory-office";

// Webhooks that somebody made up, edited, cut or sent for another account or mode, of every recorded event (design 6).
const OTHER = { id: "cus_other", email: "eve@example.org" };
/** What somebody would write who wants a lead of ours to have paid, or to have its money back. */
const WISHED = [CUSTOMER.id, LEAD, "paid", "succeeded", "charge.refunded", "pi_1", 4_900, true, 0];
const BODIES = [...recordedEvents()];

interface Attack {
  readonly body: string;
  /** What Stripe says when asked for the event of that id; null: it knows none. */
  readonly copy: Json | null;
}

/** As true as it can be, about the lead: only that Stripe knows nothing of it. */
function madeUp(body: Json, name: string): readonly Attack[] {
  return Array.from({ length: 20 }, (_, at) => {
    const event = stamped(body, {
      unique: `m${at}`,
      now: START,
      customer: CUSTOMER,
      withEmail: true,
    });
    const connected = at % 2 === 0 ? {} : { account: "acct_other" };
    return { body: textOf({ ...event, ...connected, id: `evt_made${name}${at}` }), copy: null };
  });
}

/** Every field that is compared, written as something else. */
function edited(body: Json, name: string): readonly Attack[] {
  const event = stamped(body, { unique: "e", now: START, customer: OTHER, withEmail: true });
  const claims = Object.entries(readHookBody(textOf({ ...event, id: "evt_1" }))?.claims ?? {});
  return claims.flatMap(([path, real]) =>
    WISHED.filter((wished) => wished !== real).map((wished, at) => {
      const copy = { ...event, id: `evt_edit${name}${path.replaceAll(".", "")}${at}` };
      return { body: textOf(withValue(copy, path.split("."), wished)), copy };
    }),
  );
}

/** True, and of the other mode. */
function ofTestMode(body: Json, name: string): readonly Attack[] {
  const event = stamped(body, { unique: "t", now: START, customer: CUSTOMER, withEmail: true });
  const copy = { ...event, id: `evt_test${name}`, livemode: false };
  return [{ body: textOf(copy), copy }];
}

/** Cut at any place, or one character of it another. */
function damaged(body: Json, name: string): readonly Attack[] {
  const event = stamped(body, { unique: "d", now: START, customer: CUSTOMER, withEmail: true });
  return Array.from({ length: 30 }, (_, at) => {
    const text = textOf({ ...event, id: `evt_damaged${name}${at}` });
    const place = Math.floor((text.length * at) / 30);
    const flipped = `${text.slice(0, place)}~${text.slice(place + 1)}`;
    return { body: at % 3 === 0 ? text.slice(0, place) : flipped, copy: null };
  });
}

function withValue(object: Json, [name = "", ...rest]: readonly string[], value: unknown): Json {
  if (rest.length === 0) return { ...object, [name]: value };
  return { ...object, [name]: withValue((object[name] ?? {}) as Json, rest, value) };
}
const textOf = (event: Json) => JSON.stringify(event);

function post(office: MemoryOffice, { body, copy }: Attack, key?: string) {
  if (copy !== null) office.ports.stripe.put(`events/${String(copy.id)}`, copy);
  return office.hookText(body, key);
}

/** What of the lead a payment or its undoing would change. */
function standing(office: MemoryOffice) {
  const { status, paid, stage, stop_reason } = office.row(LEAD);
  const { payments, reversals, pending } = office.contact(LEAD) ?? {};
  return { status, paid, stage, stop_reason, payments, reversals, pending };
}

describe("ten thousand webhooks that are not Stripe's word", () => {
  it("apply nothing: nobody has paid, nobody is stopped, nobody is mailed", () => {
    let posted = 0;
    for (const [name, body] of BODIES) {
      const office = officeWithLead();
      const before = standing(office);
      const mails = office.ports.mailer.sent.length;
      const short = name.replace(/\W/g, "");
      const attacks = [madeUp, edited, ofTestMode, damaged].flatMap((kind) => kind(body, short));
      for (const attack of attacks) post(office, attack);
      posted += attacks.length;
      office.pass(10 * MINUTE, MINUTE);
      const told = office.ports.store.rows("Events").filter(({ source }) => source === "stripe");
      const outcomes = told.map(({ outcome }) => outcome);
      expect(outcomes.length, name).toBeGreaterThan(attacks.length / 2);
      expect(outcomes, name).not.toContain("APPLIED");
      expect(outcomes, name).not.toContain("");
      expect(standing(office), name).toEqual(before);
      expect(office.ports.mailer.sent.length, name).toBe(mails);
      expect(office.contact(OTHER.email), name).toBeUndefined();
    }
    expect(posted).toBeGreaterThanOrEqual(10_000);
  });

  it("while what Stripe knows as well, posted the same way, counts", () => {
    const office = officeWithLead();
    const body = recordedEvents().get("checkout.session.completed.payment_mode") ?? {};
    const copy = stamped(body, { unique: "c", now: START, customer: CUSTOMER, withEmail: true });
    post(office, { body: textOf(copy), copy });
    office.tick();
    expect(standing(office)).toMatchObject({ status: "PAID", paid: "YES" });
  });

  it("are not even stored without the key, whatever is tried in its place", () => {
    const office = officeWithLead();
    const before = office.ports.store.rows("Events").length;
    const keys = ["", " ", "undefined", "null", "__proto__", "x".repeat(10_000), "0", "%00"];
    for (const [name, body] of BODIES) {
      for (const [at, key] of keys.entries()) {
        const copy = {
          ...stamped(body, { unique: "k", now: START, customer: CUSTOMER }),
          id: `evt_${at}`,
        };
        expect(post(office, { body: textOf(copy), copy }, key).kind, name).toBe("retry");
      }
    }
    expect(office.ports.store.rows("Events").length).toBe(before);
  });
});
