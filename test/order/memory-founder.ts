// The founder's whole business in memory: every flow on, offers filled in, Stripe answering what was told to it.
import type { StripeEvent } from "../../local/stripe/events.ts";
import { linkToken, type Purpose } from "../../src/app/links/link-token";
import { setUp } from "../../src/app/set-up";
import { MemoryOffice } from "../app/memory-office";

const OFFERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lite: {
    price: "€49",
    checkout_link: "https://buy.test/lite",
    stripe_ids: "plink_lite",
    price_after: "€79",
    checkout_link_after: "https://buy.test/lite79",
    stripe_ids_after: "plink_lite79",
    delivery_link: "https://files.test/lite",
  },
  course: {
    price: "€590",
    checkout_link: "https://buy.test/course",
    stripe_ids: "plink_course",
    delivery_link: "https://files.test/course",
  },
};

export class MemoryFounder extends MemoryOffice {
  constructor() {
    super();
    const { store } = this.ports;
    for (const [offer, cells] of Object.entries(OFFERS)) {
      for (const [column, value] of Object.entries(cells)) {
        store.edit("Offers", offer, column as "price", value);
      }
    }
    for (const { flow } of store.rows("Flows")) store.edit("Flows", flow, "on", "YES");
    this.set("recovery_url", "https://pay.test/recover");
    setUp(this.ports);
    this.tick();
  }

  form(form: string, email: string, more: Readonly<Record<string, string>> = {}): void {
    const given = { name: "Ada", consent: "yes", locale: "en", url: "https://ada.test" };
    this.post({ form, email, ...given, ...more });
  }

  /** Null: nobody by that address has a link yet. */
  link(email: string, purpose: Purpose): string | null {
    const id = this.contact(email)?.id;
    const secret = this.ports.properties.values.get("token_secret") ?? "";
    if (id === undefined) return null;
    return linkToken(purpose, id, this.ports.clock.now(), secret, this.ports.secrets);
  }

  keyed(event: string, parameters: Readonly<Record<string, string>>): void {
    const key = this.ports.properties.values.get("hook_key") ?? "";
    this.post({ event, key, ...parameters });
  }

  /** Stripe knows of all of it; the first is delivered. */
  told(events: readonly StripeEvent[]): void {
    for (const event of events) {
      this.ports.stripe.put(`events/${event.id}`, event);
      const { object } = event.data as { readonly object: Readonly<Record<string, unknown>> };
      this.ports.stripe.put(`${shelfOf(String(object.object))}/${String(object.id)}`, object);
    }
    const [first] = events;
    if (first !== undefined) this.hook(first);
  }
}

function shelfOf(kind: string): string {
  return kind === "checkout.session" ? "checkout/sessions" : `${kind}s`;
}
