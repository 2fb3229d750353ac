// What must never happen, looked at after everything that happens: who is mailed what, and how every row stands.
import { expect } from "vitest";
import type { QueueRow, SendRow } from "../../sheets-schema/index";
import { isOpen } from "../../src/model/enrollment";
import { findToken } from "../../src/model/send-token";
import { DAY } from "../app/memory-office";
import type { MemoryFounder } from "./memory-founder";

/** After a payment or when a conclusion is set: the only mails of a row that has been paid. */
const AFTER_PAYMENT = ["lite_delivery", "lite_conclusion", "course_delivery"];
const RECEIPTS = ["geo_1", "free_check_receipt", "lite_receipt"];
/** Days from the n-th drip mail to the next (R72–R76); before the first, from the asking (R71). */
const LITE_DAYS = [3, 7, 7, 7, 7, 15, 15, 30, 30, 60, 90];
/** Why an open row may be without a next time (R59). */
const NAMED_BLOCKER = /wait|blocked|held|left out|too late|both mails|looking|asked again/i;

interface Paid {
  readonly payment: string;
  /** Epoch ms. */
  readonly at: number;
}

export class Watch {
  readonly #office: MemoryFounder;
  /** "address flow": what let the person in. */
  readonly #asked = new Set<string>();
  readonly #left = new Set<string>();
  /** By address. */
  readonly #paid = new Map<string, Paid[]>();
  /** When each payment failed first, epoch ms. */
  readonly #failedAt = new Map<string, number>();
  /** Rows whose times or stage a person has changed. */
  readonly #touched = new Set<string>();
  #looked = 0;

  constructor(office: MemoryFounder) {
    this.#office = office;
  }

  asked(email: string, form: string): void {
    const flow = form === "free_audit" ? "free_check" : form;
    this.#asked.add(`${email} ${flow}`);
    if (flow === "geo") this.#asked.add(`${email} geo_to_lite`);
  }
  paid(email: string, paid: Paid, offer = ""): void {
    if (offer !== "") this.#asked.add(`${email} ${offer}`);
    this.#paid.set(email, [...(this.#paid.get(email) ?? []), paid]);
  }
  failed(email: string, payment: string, at: number): void {
    this.#asked.add(`${email} stripe_failed`);
    this.#failedAt.set(payment, Math.min(at, this.#failedAt.get(payment) ?? at));
  }
  expired(email: string): void {
    this.#asked.add(`${email} checkout_open`);
  }
  left(email: string): void {
    this.#left.add(email);
  }
  typed(row: QueueRow, typed: string | number): void {
    this.#touched.add(row.id);
    if (typed === "PAID" || typed === "YES")
      this.paid(row.email, { payment: "by hand", at: this.#office.ports.clock.now() });
  }

  look(): void {
    const { store, mailer } = this.#office.ports;
    for (const row of store.rows("Queue")) this.#lookAt(row);
    const sends = new Map(store.rows("Sends").map((send) => [send.token, send]));
    const sent = mailer.sent.slice(this.#looked);
    this.#looked = mailer.sent.length;
    for (const { mail, sentAt } of sent) {
      const send = sends.get(findToken(mail.text) ?? "");
      expect(send, `${mail.subject} to ${mail.to} has a row in Sends`).toBeDefined();
      if (send !== undefined) this.#lookAtSend(send, mail.to, sentAt);
    }
    const tokens = mailer.sent.map(({ mail }) => findToken(mail.text));
    expect(new Set(tokens).size).toBe(tokens.length);
    const keys = store.rows("Sends").map(({ send_key }) => send_key);
    expect(new Set(keys).size).toBe(keys.length);
    const emails = store.rows("Contacts").map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
  }

  #lookAt(row: QueueRow): void {
    expect(this.#asked, `${row.email} asked for ${row.flow}`).toContain(`${row.email} ${row.flow}`);
    expect(row.why, `${row.id} says why`).not.toBe("");
    if (isOpen(row.status) && row.next_at === null) {
      expect(row.why, `${row.id} is ${row.status} without a time`).toMatch(NAMED_BLOCKER);
    }
  }

  #lookAtSend({ flow, step, enrollment }: SendRow, email: string, sentAt: number): void {
    const what = `${step} to ${email} at ${new Date(sentAt).toISOString()}`;
    expect(this.#asked, `${what} was asked for (R8, R65)`).toContain(`${email} ${flow}`);
    expect(this.#left, `${what}: had left (R101)`).not.toContain(email);
    const paid = this.#paid.get(email);
    if (paid === undefined || AFTER_PAYMENT.includes(step)) return;
    expect(flow, `${what}: had paid (R96)`).toBe("stripe_failed");
    // Another payment that failed later is a new matter, also for a buyer (design 4.2).
    const payment = this.#office.ports.store.row("Queue", enrollment)?.payment ?? "";
    const failedAt = this.#failedAt.get(payment) ?? 0;
    const stopped = paid.some((one) => one.payment === payment || one.at >= failedAt);
    expect(stopped, `${what}: ${payment} was paid, or another after it (R108)`).toBe(false);
  }

  end(): void {
    const sends = this.#office.ports.store.rows("Sends").filter(({ status }) => status === "SENT");
    for (const step of RECEIPTS) this.#atMostDaily(sends.filter((send) => send.step === step));
    const drips = sends.filter(({ step }) => /^lite_(\d+|again)$/.test(step));
    for (const id of new Set(drips.map(({ enrollment }) => enrollment))) {
      if (!this.#touched.has(id))
        this.#neverFaster(
          id,
          drips.filter((send) => send.enrollment === id),
        );
    }
  }

  #atMostDaily(sends: readonly SendRow[]): void {
    for (const email of new Set(sends.map((send) => send.email))) {
      const times = timesOf(sends.filter((send) => send.email === email));
      for (const [at, time] of times.entries()) {
        if (at > 0)
          expect(time - (times[at - 1] ?? 0), `${email} daily`).toBeGreaterThanOrEqual(DAY);
      }
    }
  }

  #neverFaster(id: string, sends: readonly SendRow[]): void {
    const entered = this.#office.ports.store.row("Queue", id)?.entered_at ?? 0;
    const times = [entered, ...timesOf(sends)];
    for (const [at, time] of times.entries()) {
      if (at === 0) continue;
      const days = LITE_DAYS[Math.min(at - 1, LITE_DAYS.length - 1)] ?? 90;
      const waited = time - (times[at - 1] ?? 0);
      expect(waited, `${id}, drip mail ${at} (R71–R76)`).toBeGreaterThanOrEqual(days * DAY);
    }
  }
}

function timesOf(sends: readonly SendRow[]): readonly number[] {
  return sends.map(({ sent_at }) => sent_at ?? 0).sort((a, b) => a - b);
}
