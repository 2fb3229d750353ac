import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receiveEdit } from "../../src/app/edit-door";
import { runBatch } from "../../src/app/run-batch";
import { isOpen } from "../../src/model/enrollment";
import { findToken } from "../../src/model/send-token";
import { faulty } from "../support/faults";
import { HOUR, MemoryOffice, MINUTE, START } from "./memory-office";

// Anything may happen in any order: people post and pay, the owner types and sorts, runs fail. Then,
// whatever happened, what must never happen has not.
const PEOPLE = ["ada@example.org", "ben@example.org", "cem@example.org"] as const;
const TYPED = [
  ["status", "PAID"],
  ["status", "STOPPED"],
  ["status", "PAUSED"],
  ["status", "ACTIVE"],
  ["status", "DONE"],
  ["status", "nonsense"],
  ["paid", "YES"],
  ["paid", "NO"],
  ["stage", 0],
  ["stage", 1],
  ["stage", "x"],
  ["next_at", "soon"],
  ["do", "release"],
  ["do", "constructor"],
] as const;

const person = fc.constantFrom(...PEOPLE);
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant("form" as const), person, consent: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("audit" as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("pay" as const),
      person,
      agoMs: fc.constantFrom(0, HOUR, 60 * HOUR),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("unsubscribe" as const), person }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("suppress" as const), person }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("type" as const),
      person,
      typed: fc.constantFrom(...TYPED),
      told: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("switch" as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("sort" as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("lock" as const), busy: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("fault" as const),
      at: fc.nat(40),
      kill: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant("pass" as const),
      hours: fc.constantFrom(0.1, 1, 25, 49, 24 * 8),
    }),
  },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

class History {
  readonly office = new MemoryOffice();
  readonly #asked = new Set<string>();
  readonly #stopped = new Set<string>();
  #payments = 0;
  #looked = 0;

  act(action: Action): void {
    const { office } = this;
    switch (action.what) {
      case "form":
        this.#asked.add(action.person);
        office.geo(action.person, { consent: action.consent ? "yes" : "" });
        break;
      case "audit":
        office.post({ form: "free_audit", email: action.person, consent: "yes" });
        break;
      case "pay":
        this.#pay(action.person, action.agoMs);
        break;
      case "unsubscribe":
        this.#unsubscribe(action.person);
        break;
      case "suppress":
        this.#suppress(action.person);
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
        office.pass(action.hours * HOUR, action.hours < 1 ? MINUTE : HOUR);
    }
    this.look();
  }

  #pay(email: string, agoMs: number): void {
    this.#payments += 1;
    const at = this.office.ports.clock.now() - agoMs;
    this.office.pay(email, `evt_${this.#payments}`, {}, at);
    this.#stopped.add(email);
  }

  #unsubscribe(email: string): void {
    const mail = this.office.ports.mailer.sent.find((one) => one.mail.to === email)?.mail;
    const token = /[?&]t=([^&\s]+)/.exec(mail?.text ?? "")?.[1];
    if (token === undefined) return;
    this.office.post({ p: "stop", t: decodeURIComponent(token) });
    this.#stopped.add(email);
  }

  #suppress(email: string): void {
    const { store } = this.office.ports;
    const id = this.office.contact(email)?.id;
    if (id === undefined) return;
    store.edit("Contacts", id, "suppressed", "bounced");
    receiveEdit(this.office.ports, "Contacts");
    this.#stopped.add(email);
  }

  #type(email: string, [column, typed]: (typeof TYPED)[number], told: boolean): void {
    const { office } = this;
    const [row] = office.queue(email);
    // While edits cannot be recorded, a second one may undo the first unseen.
    if (row === undefined || office.ports.locks.intakeBusy) return;
    office.ports.store.edit("Queue", row.id, column, typed);
    if (typed === "PAID" || typed === "YES") this.#stopped.add(email);
    if (typed === "STOPPED" && row.status !== "DONE") this.#stopped.add(email);
    if (told) receiveEdit(office.ports, "Queue");
    else office.pass(11 * MINUTE);
  }

  #fault(at: number, kill: boolean): void {
    const when = at % 2 === 0 ? "before" : "after";
    this.office.ports.clock.advance(MINUTE);
    try {
      runBatch(faulty(this.office.ports, { at, when, kill }), "tick");
    } catch {
      // The run ended there.
    }
  }

  /** After every action: what went since then, and how every row stands. */
  look(): void {
    const { store, mailer } = this.office.ports;
    for (const row of store.rows("Queue")) {
      expect(this.#asked).toContain(row.email);
      expect(row.why).not.toBe("");
      if (isOpen(row.status)) expect(row.next_at).not.toBeNull();
      if (row.sealed.startsWith("PAID|")) expect(row.sealed).toMatch(/^PAID\|YES\|\d*\|\|/);
    }
    const sent = mailer.sent.slice(this.#looked);
    this.#looked = mailer.sent.length;
    for (const { mail } of sent) {
      expect(this.#asked, `${mail.to} never asked`).toContain(mail.to);
      expect(this.#stopped, `${mail.to} had stopped`).not.toContain(mail.to);
    }
    const tokens = mailer.sent.map(({ mail }) => findToken(mail.text));
    expect(new Set(tokens).size).toBe(tokens.length);
    const keys = store.rows("Sends").map(({ send_key }) => send_key);
    expect(new Set(keys).size).toBe(keys.length);
    const emails = store.rows("Contacts").map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
  }

  end(): void {
    const { office } = this;
    office.ports.locks.intakeBusy = false;
    office.set("sending", "ON");
    office.pass(3 * HOUR, MINUTE);
    office.pass(100 * 24 * HOUR, 6 * HOUR);
    this.look();
    const now = office.ports.clock.now();
    for (const { outcome } of office.ports.store.rows("Events")) expect(outcome).not.toBe("");
    for (const row of office.ports.store.rows("Queue")) {
      if (this.#stopped.has(row.email)) expect(isOpen(row.status)).toBe(false);
      if (isOpen(row.status) && (row.next_at ?? 0) <= now) expect(row.why).toMatch(/waits|blocked/);
      if (row.status === "PAID") expect(row).toMatchObject({ paid: "YES", next_at: null });
      if (row.status === "PAID") expect(row.paid_at).not.toBeNull();
    }
    expect(office.ports.mailer.drafts.size).toBe(0);
    const went = office.ports.store.rows("Sends").filter(({ status }) => status === "SENT");
    const tokens = office.ports.mailer.sent.map(({ mail }) => findToken(mail.text));
    expect(went.map(({ token }) => token).sort()).toEqual([...tokens].sort());
  }
}

describe("payments told of late", () => {
  // Of one person, after a form at START: two events of one payment, and another payment later.
  const told = [
    { id: "evt_1", hours: 1, more: { payment_link: "plink_lite" } },
    { id: "evt_2", hours: 1, more: { payment_intent: "pi_evt_1" } },
    { id: "evt_3", hours: 2, more: { payment_link: "plink_course" } },
  ] as const;
  type Told = (typeof told)[number];

  function end(arrivals: readonly { readonly event: Told; readonly tick: boolean }[]) {
    const office = new MemoryOffice();
    office.ports.store.edit("Offers", "lite", "stripe_ids", "plink_lite");
    office.ports.store.edit("Offers", "course", "stripe_ids", "plink_course");
    office.geo();
    office.pass(60 * HOUR, HOUR);
    for (const { event, tick } of arrivals) {
      office.pay("ada@example.org", event.id, event.more, START + event.hours * HOUR);
      if (tick) office.pass(MINUTE);
    }
    office.pass(5 * MINUTE);
    const { status, paid, stop_reason, paid_at, next_at, tags } = office.row();
    return { status, paid, stop_reason, paid_at, next_at, tags, rows: office.queue().length };
  }

  it("in any order, repeated, in one batch or in many, end the same (design 4.8)", () => {
    const arrival = fc.record({ event: fc.constantFrom(...told), tick: fc.boolean() });
    const expected = { status: "PAID", paid: "YES", stop_reason: "lite", paid_at: START + HOUR };
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 3, maxLength: 7 }), (arrivals) => {
        fc.pre(told.every((event) => arrivals.some((one) => one.event === event)));
        expect(end(arrivals)).toEqual({ ...expected, next_at: null, tags: "", rows: 1 });
      }),
      { numRuns: 60 },
    );
  });
});

describe("whatever happens", () => {
  it("nobody who stopped or never asked is mailed, nothing goes twice, no row is forgotten (R58, R65, R96, R100)", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 3, maxLength: 25 }), (actions) => {
        const history = new History();
        for (const one of actions) history.act(one);
        history.end();
      }),
      { numRuns: 300 },
    );
  });
});
