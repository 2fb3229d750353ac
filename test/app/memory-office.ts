// An office in memory: set up, LIVE, nothing open; with the moves a test makes in it.
import { receivePost } from "../../src/app/doors/receive-post";
import { setUp } from "../../src/app/set-up";
import { runTick } from "../../src/app/tick";
import { watch } from "../../src/app/timer/watch";
import type { Answer, WebRequest } from "../../src/model/web";
import { type MemoryPorts, memoryPorts } from "../memory/memory-ports";

export const OWNER = "owner@shop.test";
export const START = Date.parse("2026-03-02T09:00:00Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SETTINGS: Readonly<Record<string, string>> = {
  mode: "LIVE",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: "https://script.google.com/macros/s/TEST/exec",
  geo_download_url: "https://files.test/geo.pdf",
  // Its own tests switch it on: elsewhere readers' mails alone are counted.
  digest: "off",
  // Theirs too: elsewhere mails go at any hour, so that a test may begin and end at any.
  quiet_hours: "",
};

export class MemoryOffice {
  readonly ports: MemoryPorts = memoryPorts({ now: START, owner: OWNER });
  #watchAt = START + HOUR;

  constructor(settings: Readonly<Record<string, string>> = SETTINGS) {
    setUp(this.ports);
    for (const [key, value] of Object.entries(settings)) this.set(key, value);
    this.ports.properties.set("stripe_key", "rk_live_test");
    // Nobody has paid before: a person said so.
    this.ports.properties.set("history", JSON.stringify({ listedAt: START, listed: 0 }));
    setUp(this.ports);
  }

  set(key: string, value: string): void {
    this.ports.store.edit("Settings", key, "value", value);
    this.ports.properties.set("stop_mark", `by hand ${key} ${value}`);
  }

  post(parameters: Readonly<Record<string, string>>): Answer {
    return receivePost(this.ports, {
      method: "POST",
      parameters,
      body: "",
      contentType: "application/x-www-form-urlencoded",
      contentLength: 10,
    });
  }

  /** A POST as it comes, for what no form of ours would send. */
  raw(request: Partial<WebRequest>): Answer {
    const body = request.body ?? "";
    return receivePost(this.ports, {
      method: "POST",
      parameters: {},
      contentType: "text/plain",
      contentLength: body.length,
      ...request,
      body,
    });
  }

  geo(email = "ada@example.org", more: Readonly<Record<string, string>> = {}): Answer {
    return this.post({ form: "geo", email, name: "Ada", consent: "yes", locale: "en", ...more });
  }

  hook(event: Readonly<Record<string, unknown>>, key?: string): Answer {
    return this.hookText(JSON.stringify(event), key);
  }

  hookText(body: string, key?: string): Answer {
    const secret = this.ports.properties.values.get("hook_key") ?? "";
    return receivePost(this.ports, {
      method: "POST",
      parameters: { hook: "stripe", key: key ?? secret },
      body,
      contentType: "application/json",
      contentLength: 10,
    });
  }

  /** Known to Stripe and delivered. */
  pay(
    email: string,
    id = "evt_1",
    more: Readonly<Record<string, unknown>> = {},
    at = this.ports.clock.now(),
  ): void {
    const event = sessionPaid(email, id, at, more);
    this.ports.stripe.put(`events/${id}`, event);
    this.hook(event);
  }

  tick() {
    return runTick(this.ports);
  }

  watch(): void {
    this.#watchAt = this.ports.clock.now() + HOUR;
    watch(this.ports);
  }

  /** Moves the clock and fires the timers of every minute of it, as the platform would. */
  pass(ms: number, everyMs = MINUTE): void {
    const end = this.ports.clock.now() + ms;
    while (this.ports.clock.now() < end) {
      this.ports.clock.advance(Math.min(everyMs, end - this.ports.clock.now()));
      this.tick();
      if (this.ports.clock.now() >= this.#watchAt) this.watch();
    }
  }

  queue(email = "ada@example.org") {
    return this.ports.store.rows("Queue").filter((row) => row.email === email);
  }
  row(email = "ada@example.org") {
    const [row] = this.queue(email);
    if (row === undefined) throw new Error(`no Queue row of ${email}`);
    return row;
  }
  contact(email = "ada@example.org") {
    return this.ports.store.rows("Contacts").find((row) => row.email === email);
  }
  subjects(): readonly string[] {
    return this.ports.mailer.sent.map(({ mail }) => mail.subject);
  }
  lastEvent() {
    return this.ports.store.rows("Events").at(-1);
  }
}

export function sessionPaid(
  email: string,
  id: string,
  at: number,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id,
    object: "event",
    type: "checkout.session.completed",
    created: Math.floor(at / 1_000),
    livemode: true,
    data: {
      object: {
        id: `cs_${id}`,
        object: "checkout.session",
        payment_status: "paid",
        amount_total: 4_900,
        currency: "usd",
        customer: null,
        customer_details: { email, name: "Ada" },
        payment_intent: `pi_${id}`,
        ...more,
      },
    },
  };
}
