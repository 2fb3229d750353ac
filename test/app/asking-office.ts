// An office whose webhook may be lost: what Stripe has, and what it was asked.
import type { Hearing } from "../../src/app/reconcile/reconcile-state";
import { FounderOffice } from "./founder-office";
import { MINUTE, sessionPaid } from "./memory-office";

type Json = Readonly<Record<string, unknown>>;

export class AskingOffice extends FounderOffice {
  constructor() {
    super("geo", "course", "stripe_failed");
  }

  /** Stripe was asked for the first time: from here on everything is heard. */
  static listening(): AskingOffice {
    const office = new AskingOffice();
    office.pass(11 * MINUTE, 11 * MINUTE);
    return office;
  }

  /** Of a sheet whose key was just stored. */
  static deaf(): AskingOffice {
    const office = new AskingOffice();
    office.ports.properties.remove("reconcile");
    return office;
  }

  /** Stripe knows it, and no webhook comes. */
  lost(event: Json): void {
    this.ports.stripe.put(`events/${String(event.id)}`, event);
  }

  lostPayment(email: string, id: string, at = this.ports.clock.now(), more: Json = {}): void {
    this.lost(sessionPaid(email, id, at, more));
  }

  /** Questions for the list of events. */
  lists(): number {
    return this.ports.stripe.asked.filter(({ path }) => path.startsWith("events?")).length;
  }

  /** Events of Stripe in the sheet, by key and outcome. */
  heard(): readonly string[] {
    const rows = this.ports.store.rows("Events").filter(({ source }) => source === "stripe");
    return rows.map(({ key, outcome }) => `${key} ${outcome}`);
  }

  hearing(kind: "live" | "test" = "live"): Hearing {
    const kept = this.ports.properties.values.get("reconcile") ?? "{}";
    return (JSON.parse(kept) as Record<string, Hearing>)[kind] as Hearing;
  }

  line() {
    return this.ports.store.row("Start here", "Stripe's events");
  }

  /** A lead after mail 1, still waiting for mail 2. */
  lead(email = "ada@example.org"): void {
    this.geo(email);
    this.tick();
    this.pass(6 * MINUTE);
  }
}

export function failure(id: string, email: string, at: number): Json {
  return {
    id,
    object: "event",
    type: "payment_intent.payment_failed",
    created: Math.floor(at / 1_000),
    livemode: true,
    data: {
      object: {
        id: `pi_${id}`,
        object: "payment_intent",
        status: "requires_payment_method",
        amount: 4_900,
        currency: "usd",
        customer: null,
        invoice: null,
        receipt_email: email,
      },
    },
  };
}
