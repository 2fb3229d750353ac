// A random history of the founder's business in memory, and what must hold after each thing that happens in it.
import { expect } from "vitest";
import {
  disputed,
  expiredCheckout,
  failedPayment,
  paidCheckout,
  pendingArrived,
  pendingCheckout,
  pendingFailed,
  refunded,
  type StripeEvent,
} from "../../local/stripe/events.ts";
import type { Sale } from "../../local/stripe/sale.ts";
import { receiveEdit } from "../../src/app/edit-door";
import { runTick } from "../../src/app/tick";
import { isOpen } from "../../src/model/enrollment";
import { findToken } from "../../src/model/send-token";
import { DAY, HOUR, MINUTE } from "../app/memory-office";
import { sale } from "../bundle/sales.ts";
import { faulty } from "../support/faults";
import type { Action, MONEY, TROUBLE, TYPED } from "./action";
import { MemoryFounder } from "./memory-founder";
import { Watch } from "./watch";

export class History {
  readonly office = new MemoryFounder();
  readonly #watch = new Watch(this.office);
  #count = 0;
  /** The last sale of each person that may still fail, arrive or come back. */
  readonly #sales = new Map<string, string>();

  act(action: Action): void {
    this.#count += 1;
    this.#do(action);
    this.#watch.look();
  }

  #do(action: Action): void {
    const { office } = this;
    switch (action.what) {
      case "form":
        this.#watch.asked(action.person, action.form);
        office.form(action.form, action.person, { consent: action.consent ? "yes" : "" });
        break;
      case "press":
        this.#press(action.person);
        break;
      case "unsubscribe":
        this.#unsubscribe(action.person);
        break;
      case "suppress":
        this.#suppress(action.person);
        break;
      case "pay":
        this.#pay(action.person, action.money, action.agoMs);
        break;
      case "trouble":
        this.#trouble(action.person, action.trouble);
        break;
      case "result":
        this.#result(action.person, action.keyed);
        break;
      case "type":
        this.#type(action.person, action.typed, action.told);
        break;
      case "switch":
        office.set("sending", action.on ? "ON" : "OFF");
        break;
      case "sort":
        office.ports.store.reverse("Queue");
        office.ports.store.reverse("Contacts");
        break;
      case "lock":
        office.ports.locks.intakeBusy = action.busy;
        break;
      case "fault":
        this.#fault(action.at, action.kill);
        break;
      case "pass":
        office.pass(action.hours * HOUR, action.hours < 1 ? MINUTE : (action.hours / 8) * HOUR);
    }
  }

  #press(email: string): void {
    const token = this.office.link(email, "offer:lite");
    if (token === null) return;
    this.#watch.asked(email, "lite");
    this.office.post({ p: "offer", o: "lite", t: token });
  }

  #unsubscribe(email: string): void {
    const token = this.office.link(email, "stop");
    if (token === null) return;
    this.office.post({ p: "stop", t: token });
    this.#watch.left(email);
  }

  #suppress(email: string): void {
    const { store } = this.office.ports;
    const id = this.office.contact(email)?.id;
    if (id === undefined) return;
    store.edit("Contacts", id, "suppressed", "bounced");
    receiveEdit(this.office.ports, this.office.ports.store.area("Contacts"));
    this.#watch.left(email);
  }

  #sale(email: string, link = "") {
    const seed = this.#sales.get(email) ?? `s${this.#count}`;
    this.#sales.set(email, seed);
    return sale(seed, email, { link });
  }

  #pay(email: string, money: (typeof MONEY)[number], agoMs: number): void {
    // What failed is paid at last, or something else was paid before it.
    if (agoMs > 0) this.#sales.delete(email);
    const at = this.office.ports.clock.now() - agoMs;
    const of = this.#sale(email, money === "unnamed" ? "" : `plink_${money}`);
    this.office.told([...paidCheckout(of, at)].reverse());
    this.#watch.paid(email, { payment: `pi_${of.seed}`, at }, money === "unnamed" ? "" : money);
    this.#sales.delete(email);
  }

  #trouble(email: string, trouble: (typeof TROUBLE)[number]): void {
    const { office } = this;
    const now = office.ports.clock.now();
    const of = this.#sale(email);
    const payment = `pi_${of.seed}`;
    if (trouble === "failed" || trouble === "bounced") this.#watch.failed(email, payment, now);
    if (trouble === "expired") this.#watch.expired(email);
    if (trouble === "arrived" || trouble === "refunded")
      this.#watch.paid(email, { payment, at: now });
    office.told(eventsOf(trouble, of, now));
  }

  #result(email: string, keyed: boolean): void {
    const { office } = this;
    const result_url = `https://files.test/${this.#count}`;
    if (keyed) office.keyed("free_check.result", { email, result_url });
    const row = office.queue(email).find(({ flow }) => flow === "free_check");
    if (keyed || row === undefined) return;
    office.ports.store.edit("Queue", row.id, "result_url", result_url);
    receiveEdit(office.ports, office.ports.store.area("Queue"));
  }

  #type(email: string, [column, typed]: (typeof TYPED)[number], told: boolean): void {
    const { office } = this;
    const rows = office.queue(email);
    const row = rows[this.#count % Math.max(1, rows.length)];
    // While edits cannot be recorded, a second one may undo the first unseen.
    if (row === undefined || office.ports.locks.intakeBusy) return;
    // What a cell reads already is no edit.
    if (row[column] === typed) return;
    office.ports.store.edit("Queue", row.id, column, typed);
    this.#watch.typed(row, typed);
    if (told) receiveEdit(office.ports, office.ports.store.area("Queue"));
    else office.pass(11 * MINUTE);
  }

  #fault(at: number, kill: boolean): void {
    const when = at % 2 === 0 ? "before" : "after";
    this.office.ports.clock.advance(MINUTE);
    try {
      runTick(faulty(this.office.ports, { at, when, kill }));
    } catch {
      // The run ended there.
    }
  }

  /** Everything works again, and a quarter goes by. */
  end(): void {
    const { office } = this;
    office.ports.locks.intakeBusy = false;
    office.set("sending", "ON");
    office.pass(3 * HOUR, 15 * MINUTE);
    office.pass(100 * DAY, 2 * DAY);
    this.#watch.look();
    this.#watch.end();
    const { store, mailer, clock } = office.ports;
    for (const { outcome, type } of store.rows("Events")) expect(outcome, type).not.toBe("");
    for (const row of store.rows("Queue")) {
      if (isOpen(row.status) && (row.next_at ?? Infinity) <= clock.now()) {
        expect(row.why).toMatch(/waits|blocked/);
      }
      if (row.status === "PAID") expect(row).toMatchObject({ paid: "YES", next_at: null });
      if (row.status === "PAID") expect(row.paid_at).not.toBeNull();
    }
    expect(mailer.drafts.size).toBe(0);
    const went = store.rows("Sends").filter(({ status }) => status === "SENT");
    const tokens = mailer.sent.map(({ mail }) => findToken(mail.text));
    expect(went.map(({ token }) => token).sort()).toEqual([...tokens].sort());
  }
}

function eventsOf(
  trouble: (typeof TROUBLE)[number],
  of: Sale,
  now: number,
): readonly StripeEvent[] {
  switch (trouble) {
    case "failed":
      return [...failedPayment(of, now)].reverse();
    case "pending":
      return pendingCheckout(of, now);
    case "arrived":
      return pendingArrived(of, now);
    case "bounced":
      return pendingFailed(of, now);
    case "expired":
      return expiredCheckout(of, now);
    case "refunded":
      return refunded(of, now, of.cents);
    case "disputed":
      return disputed(of, now);
  }
}
