// Applies what happened: each waiting event becomes a fact, the fact a decision, the decision the book's next state.
import type { EventRow, Outcome, UnmatchedRow } from "../../sheets-schema/index";
import { nextDue } from "../cadence/next-due";
import { readFact } from "../events/read-fact";
import { offerOf, payerAddress, whoPaid } from "../events/who-paid";
import type { Decision, Fact } from "../model/fact";
import type { Payment } from "../model/payment";
import { type Reason, reason, say } from "../model/reason";
import { DAY_MS, SECOND_MS } from "../model/time";
import type { Ports } from "../ports";
import { transition } from "../state/transition";
import { askPayer, otherModeClaimed, type ReadBack, readBack } from "./ask-stripe";
import type { Book } from "./book";
import type { Office } from "./office";

/** Design 5: nothing is sent while a Stripe event waits, but not for ever. */
const STRIPE_WAIT_MAX_MS = DAY_MS;
/** Each costs up to two appends of 0.3 s and a fetch; more would not end before Google ends the run. */
const EVENTS_MAX = 150;

export interface Applied {
  readonly handled: number;
  /** Why Stripe could not be asked; empty when nothing waits for it. */
  readonly waitsForStripe: string;
}
export interface Applying {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly apiKey: string;
  readonly now: number;
}
interface Settling {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly who: string;
  readonly notes: Decision["notes"];
  readonly unmatched?: UnmatchedRow;
}
/** An event with what must be known before events can be ordered. */
interface Ready {
  readonly event: EventRow;
  readonly at: number;
  readonly read: ReadBack | null;
}

export function applyEvents(
  applying: Applying,
  pending: readonly EventRow[],
  settledKeys: ReadonlyMap<string, string>,
): Applied {
  const keys = new Map(settledKeys);
  const ready: Ready[] = [];
  const results = new Map<string, Settling>();
  let waitsForStripe = "";
  for (const event of pending.slice(0, EVENTS_MAX)) {
    const known = keys.get(event.key);
    if (known !== undefined) {
      results.set(event.id, repeated(applying, event, known));
      continue;
    }
    const one = prepare(applying, event, waitsForStripe);
    if (one.read?.kind === "waits") {
      waitsForStripe = givenUp(applying, event, one.read.why, results)
        ? waitsForStripe
        : one.read.why;
      continue;
    }
    if (one.read?.kind !== "nothing" || one.read.outcome !== "REFUSED")
      keys.set(event.key, event.id);
    ready.push(one);
  }
  for (const one of ready.sort(inOrder)) {
    const result = applyOne(applying, one);
    if (result === null) waitsForStripe = "the payer could not be looked up";
    else results.set(one.event.id, result);
  }
  record(applying, results);
  return { handled: results.size, waitsForStripe };
}

/** State first, outcomes after: a run cut in between applies the event again, which changes nothing. */
function record({ ports, book, office }: Applying, results: ReadonlyMap<string, Settling>): void {
  const { language } = office.settings;
  book.save(ports, language);
  if (results.size === 0) return;
  const unmatched = [...results.values()].flatMap((result) => result.unmatched ?? []);
  appendUnmatched(ports, unmatched);
  for (const { notes } of results.values()) {
    for (const note of notes) {
      const column = note.column as "status";
      ports.store.annotate("Queue", note.enrollment, column, say(note.reason, language));
    }
  }
  ports.store.update(
    "Events",
    [...results].map(([id, { outcome, reason: why, who }]) => ({
      id,
      cells: { outcome, reason: say(why, language), who },
    })),
  );
}

/** One row per payment, however many events tell of it. */
function appendUnmatched({ store }: Ports, rows: readonly UnmatchedRow[]): void {
  if (rows.length === 0) return;
  const known = new Set(store.read("Unmatched").map(({ cells }) => cells.payment));
  const fresh = rows.filter((row, at) => {
    const first = rows.findIndex(({ payment }) => payment === row.payment) === at;
    return first && !known.has(row.payment);
  });
  if (fresh.length > 0) store.append("Unmatched", fresh);
}

/** A test-mode event stays what it is, however often it comes. */
function repeated({ office }: Applying, event: EventRow, known: string): Settling {
  const other = event.source === "stripe" ? otherModeClaimed(event, office.settings.mode) : null;
  if (other !== null) return settling("IGNORED", other, event.who);
  return settling("REPEAT", reason("repeatOf", { what: known }), event.who);
}

/** Stripe that did not answer once is not asked again in this run: each try may take its whole time-out. */
function prepare(applying: Applying, event: EventRow, silent: string): Ready {
  const { ports, apiKey, office } = applying;
  const read = event.source === "stripe" ? askedOnce() : null;
  const at = read?.kind === "payment" ? read.payment.at : (event.occurred_at ?? 0);
  return { event, at, read };

  function askedOnce(): ReadBack {
    if (silent !== "") return { kind: "waits", why: silent };
    return readBack(ports, event, apiKey, office.settings.mode);
  }
}

/** Facts are ordered by when they happened, ties payment first, then key (design 4.8). */
function inOrder(a: Ready, b: Ready): number {
  const second = (one: Ready) => Math.floor(one.at / SECOND_MS);
  const received = (one: Ready) => one.event.received_at ?? 0;
  const weight = (one: Ready) => (one.read?.kind === "payment" ? 0 : 1);
  // Stripe tells whole seconds only: within one, what arrived first came first.
  const within = received(a) - received(b);
  return (
    second(a) - second(b) || within || weight(a) - weight(b) || (a.event.key < b.event.key ? -1 : 1)
  );
}

function givenUp(
  { now }: Applying,
  event: EventRow,
  why: string,
  results: Map<string, Settling>,
): boolean {
  if (now - (event.received_at ?? now) < STRIPE_WAIT_MAX_MS) return false;
  const told = reason("stripeTooLong");
  results.set(event.id, {
    ...settling("UNMATCHED", told, event.who),
    unmatched: {
      ...unmatchedRow(event, now),
      payment: event.key,
      what_to_do: `Stripe could not be asked (${why}). Look at ${event.key} in the Stripe dashboard; type PAID in the Queue row of whoever paid.`,
    },
  });
  return true;
}

/** Null: Stripe did not answer and the event waits on. */
function applyOne(applying: Applying, { event, read }: Ready): Settling | null {
  if (read?.kind === "nothing") return settling(read.outcome, read.why, event.who);
  if (read?.kind === "payment") return applyPayment(applying, event, read.payment);
  const fact = readFact(event);
  if (fact === null) return settling("REFUSED", reason("payloadBroken"), event.who);
  return decided(applying, fact, contactFor(applying.book, fact, event), event.who);
}

function applyPayment(applying: Applying, event: EventRow, payment: Payment): Settling | null {
  const { ports, book, office, apiKey, now } = applying;
  const { mode } = office.settings;
  const known = whoPaid(payment, book.contacts());
  const asked = known.length === 0 ? askPayer(ports, payment, apiKey, mode) : payment;
  if (asked === null) return null;
  const payers = known.length === 0 ? whoPaid(asked, book.contacts()) : known;
  const email = payerAddress(asked);
  const offer = offerOf(asked, office.offers);
  if (payers.length === 0 && email === null) {
    return {
      ...settling("UNMATCHED", reason("payerUnknown", { what: asked.key }), event.who),
      unmatched: {
        ...unmatchedRow(event, now),
        payment: asked.key,
        name: asked.name,
        amount: asked.amount,
        offer,
      },
    };
  }
  const fact: Fact = {
    kind: "payment",
    eventId: event.id,
    at: asked.at,
    stripeEvent: event.key,
    paymentKey: asked.key,
    customer: asked.customer,
    offer,
    email: email ?? "",
    name: asked.name,
  };
  const [payer, ...others] = payers;
  const settled = decided(applying, fact, payer?.id ?? "", payer?.email ?? email ?? "");
  for (const other of others) decided(applying, fact, other.id, other.email);
  return settled;
}

function decided(
  { book, office, now }: Applying,
  fact: Fact,
  contactId: string,
  who: string,
): Settling {
  const { language } = office.settings;
  const person = book.person(book.contact(contactId));
  const decision = transition(person, fact, { rules: office.rules, nextDue, now, language });
  book.take(decision);
  return { outcome: decision.outcome, reason: decision.reason, who, notes: decision.notes };
}

function contactFor(book: Book, fact: Fact, event: EventRow): string {
  if (fact.kind === "form") return book.byAddress(fact.email)?.id ?? "";
  if (fact.kind === "edit") return fact.enrollment.split(".")[0] ?? "";
  return event.who;
}

function settling(outcome: Outcome, why: Reason, who: string): Settling {
  return { outcome, reason: why, who, notes: [] };
}

function unmatchedRow(event: EventRow, now: number): UnmatchedRow {
  return {
    payment: "",
    event: event.key,
    seen_at: now,
    name: "",
    amount: "",
    offer: "",
    what_to_do:
      "Find the payer in Contacts, write the address they paid with into aliases, and type PAID in their Queue row.",
    notes: "",
  };
}
