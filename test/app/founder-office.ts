// The founder's business in memory: the named flows on, offers filled in, Stripe answering what it was told.
import { setUp } from "../../src/app/set-up";
import { MemoryOffice } from "./memory-office";

const OFFERS = {
  lite: {
    price: "€49",
    checkout_link: "https://buy.test/lite",
    stripe_ids: "plink_lite",
    price_after: "€79",
    checkout_link_after: "https://buy.test/lite79",
    delivery_link: "https://files.test/lite",
  },
  course: {
    price: "€590",
    checkout_link: "https://buy.test/course",
    stripe_ids: "plink_course",
    delivery_link: "https://files.test/course",
  },
} as const;
export const ADA = "ada@example.org";

export class FounderOffice extends MemoryOffice {
  constructor(...flows: readonly string[]) {
    super();
    for (const [offer, cells] of Object.entries(OFFERS)) {
      for (const [column, value] of Object.entries(cells)) {
        this.ports.store.edit("Offers", offer, column as "price", value);
      }
    }
    this.ports.mailer.quota = 10_000;
    this.set("recovery_url", "https://pay.test/recover");
    this.switchOn(...flows);
    setUp(this.ports);
    this.tick();
  }

  switchOn(...flows: readonly string[]): void {
    for (const flow of flows) this.type("Flows", flow, "on", "YES");
  }

  /** As a person types, with the mark that the edit trigger sets. */
  type(tab: "Flows" | "Cadence" | "Offers" | "Queue", id: string, column: string, typed: unknown) {
    this.ports.store.edit(tab, id, column as never, typed);
    this.ports.properties.set("stop_mark", `by hand ${tab} ${id} ${column} ${String(typed)}`);
  }

  lite(email = ADA): void {
    this.post({
      form: "lite",
      email,
      name: "Ada",
      consent: "yes",
      locale: "en",
      url: "https://a.test",
    });
  }

  buys(email: string, link: string, id = "evt_buy"): void {
    this.pay(email, id, { payment_link: link });
  }

  /** An intent that failed now, unpaid at Stripe from then on. */
  fails(email = ADA, key = "pi_f1"): void {
    const intent = {
      id: key,
      object: "payment_intent",
      status: "requires_payment_method",
      amount: 4_900,
      amount_received: 0,
      currency: "eur",
      created: this.seconds(),
      receipt_email: email,
      customer: null,
      last_payment_error: { code: "card_declined" },
    };
    this.knows(`payment_intents/${key}`, intent);
    const event = {
      id: `evt_${key}`,
      object: "event",
      type: "payment_intent.payment_failed",
      created: this.seconds(),
      livemode: true,
      data: { object: intent },
    };
    this.knows(`events/evt_${key}`, event);
    this.hook(event);
  }

  /** Paid at Stripe, and nobody tells. */
  paysUnheard(key = "pi_f1"): void {
    const charge = {
      id: `ch_${key}`,
      object: "charge",
      status: "succeeded",
      paid: true,
      captured: true,
      created: this.seconds(),
      amount: 4_900,
      amount_refunded: 0,
      currency: "eur",
    };
    this.knows(`charges/ch_${key}`, charge);
    const latest = { latest_charge: `ch_${key}`, amount_received: 4_900 };
    const intent = { id: key, object: "payment_intent", status: "succeeded", amount: 4_900 };
    const created = this.seconds();
    this.knows(`payment_intents/${key}`, { ...intent, ...latest, currency: "eur", created });
  }

  cancels(key = "pi_f1"): void {
    const intent = { id: key, object: "payment_intent", status: "canceled", currency: "eur" };
    this.knows(`payment_intents/${key}`, { ...intent, amount: 4_900, created: this.seconds() });
  }

  knows(path: string, body: unknown): void {
    this.ports.stripe.put(path, body);
  }

  seconds(): number {
    return Math.floor(this.ports.clock.now() / 1_000);
  }

  inFlow(flow: string, email = ADA) {
    return this.queue(email).filter((row) => row.flow === flow);
  }
  one(flow: string, email = ADA) {
    const [row, second] = this.inFlow(flow, email);
    if (row === undefined || second !== undefined) throw new Error(`not one ${flow} of ${email}`);
    return row;
  }
  /** Steps that went, in order. */
  steps(email = ADA): readonly string[] {
    return this.ports.store
      .rows("Sends")
      .filter((row) => row.email === email && row.sent_at !== null)
      .sort((a, b) => (a.sent_at ?? 0) - (b.sent_at ?? 0))
      .map(({ step }) => step);
  }
  events(type: string) {
    return this.ports.store.rows("Events").filter((row) => row.type === type);
  }
}
