// Applies what happened: each waiting event becomes a fact, the fact a decision, the decision the book's next state.
import type { EventRow, UnmatchedRow } from "../../sheets-schema/index";
import { readFact } from "../events/read-fact";
import { contactIdOf } from "../model/enrollment";
import type { Fact } from "../model/fact";
import { type Reason, reason, say } from "../model/reason";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../model/time";
import type { Ports } from "../ports";
import { STRIPE_CAUSES } from "../words/causes";
import { type Applying, applyMoney, decided, type Settling, settling } from "./apply-money";
import type { Book } from "./book";
import { noteCells } from "./book-cells";
import { twoIn } from "./clean-data/join-events";
import { tellJoined } from "./clean-data/join-own";
import { applyJoin } from "./clean-data/join-people";
import { groundOf } from "./office";
import { otherModeClaimed, type ReadBack, readBack } from "./stripe/ask-stripe";
import { clearSuspects, releaseSuspects } from "./unmatched/suspects";
import { settleTold } from "./unmatched/told-later";
import { NOBODYS } from "./unmatched/unmatched";
import { unheardRow } from "./unmatched/unmatched-row";

/** Design 5: nothing is sent while a Stripe event waits, but not for ever. */
const STRIPE_WAIT_MAX_MS = DAY_MS;
/** Each costs up to two appends of 0.3 s and a fetch; more would not end before Google ends the run. */
const EVENTS_MAX = 150;
/** A longer one was put there by hand. */
const PAYLOAD_MAX = 9_000;
/** Up to four questions an event: whatever is not read back by then waits for the next pass. */
const READ_BACK_MAX_MS = 2 * MINUTE_MS;

export interface Applied {
  readonly handled: number;
  /** Why Stripe could not be asked; empty when nothing waits for it. */
  readonly waitsForStripe: string;
  /** A payment without a payer came in, or one that had none has one by now. */
  readonly unmatched: boolean;
  /** Stripe's, that were waited for until now. */
  readonly givenUp: readonly EventRow[];
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
  const silent: EventRow[] = [];
  let waitsForStripe = "";
  for (const event of pending.slice(0, EVENTS_MAX)) {
    if (applying.ports.clock.now() - applying.now > READ_BACK_MAX_MS) break;
    const known = keys.get(event.key);
    if (known !== undefined) {
      results.set(event.id, repeated(applying, event, known));
      continue;
    }
    const one = prepare(applying, event, waitsForStripe);
    if (one.read?.kind === "waits") {
      if (givenUp(applying, event, one.read.why, results)) silent.push(event);
      else waitsForStripe = one.read.why;
      continue;
    }
    if (one.read?.kind !== "nothing" || one.read.outcome !== "REFUSED")
      keys.set(event.key, event.id);
    ready.push(one);
  }
  for (const one of ready.sort(inOrder)) {
    const result = applyOne(applying, one);
    if (result === null) waitsForStripe = STRIPE_CAUSES.payer.en;
    else results.set(one.event.id, result);
  }
  const unmatched = record(applying, results, pending);
  return { handled: results.size, waitsForStripe, unmatched, givenUp: silent };
}

/** State first, outcomes after: a run cut in between applies the event again, which changes nothing. */
function record(
  { ports, book, office, brief = false }: Applying,
  results: ReadonlyMap<string, Settling>,
  pending: readonly EventRow[],
): Applied["unmatched"] {
  const { language } = office.settings;
  book.save(ports, language);
  if (results.size === 0) return false;
  const unmatched = [...results.values()].flatMap((result) => result.unmatched ?? []);
  appendUnmatched(ports, unmatched);
  const told = [...results.values()].flatMap((result) => result.told ?? []);
  const settled = settleTold(ports, book, told, language, brief);
  const notes = [...results.values()].flatMap((result) => result.notes);
  noteCells(ports, notes, language);
  const payloads = new Map(pending.map(({ id, payload }) => [id, payload]));
  ports.store.update(
    "Events",
    [...results].map(([id, { outcome, reason: why, who }]) => ({
      id,
      cells: { outcome, reason: say(why, language), who },
      seen: between(payloads.get(id) ?? ""),
    })),
  );
  return settled || unmatched.length > 0;
}

/** It stands between the cells that are written: known, all of them are one rectangle. */
function between(payload: string): Partial<EventRow> {
  return payload.length > PAYLOAD_MAX ? {} : { payload };
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
  const at = read?.kind === "money" ? read.payment.at : (event.occurred_at ?? 0);
  return { event, at, read };

  function askedOnce(): ReadBack {
    if (silent !== "") return { kind: "waits", why: silent };
    return readBack(ports, event, apiKey, office.settings.mode, office.offers);
  }
}

/** Facts are ordered by when they happened, ties payment first, then key (design 4.8). */
function inOrder(a: Ready, b: Ready): number {
  const second = (one: Ready) => Math.floor(one.at / SECOND_MS);
  const received = (one: Ready) => one.event.received_at ?? 0;
  const isPaid = ({ read }: Ready) => read?.kind === "money" && read.what === "paid";
  const weight = (one: Ready) => (isPaid(one) ? 0 : 1);
  // Stripe tells whole seconds only: within one, what arrived first came first.
  const within = received(a) - received(b);
  return (
    second(a) - second(b) || within || weight(a) - weight(b) || (a.event.key < b.event.key ? -1 : 1)
  );
}

function givenUp(
  applying: Applying,
  event: EventRow,
  why: string,
  results: Map<string, Settling>,
): boolean {
  if (applying.now - (event.received_at ?? applying.now) < STRIPE_WAIT_MAX_MS) return false;
  const told = reason("stripeTooLong");
  const unmatched = unheardRow(applying, event, why);
  results.set(event.id, { ...settling("UNMATCHED", told, event.who), unmatched });
  return true;
}

/** Null: Stripe did not answer and the event waits on. */
function applyOne(applying: Applying, { event, read }: Ready): Settling | null {
  if (read?.kind === "nothing") return settling(read.outcome, read.why, event.who);
  if (read?.kind === "money") return applyMoney(applying, event, read);
  const pair = twoIn(event);
  if (pair !== null) return applyJoin(applying, event, pair);
  const fact = readFact(event);
  if (fact === null) return settling("REFUSED", reason("payloadBroken"), event.who);
  const resolved = event.type === "unmatched.resolved" && fact.kind === "payment";
  if (resolved && event.who === NOBODYS) {
    clearSuspects(applying, fact.paymentKey);
    return settling("APPLIED", reason("nobodysPayment", { key: fact.paymentKey }), event.who);
  }
  const other = anothers(applying.book, fact, event);
  if (other !== null) return settling("IGNORED", other, event.who);
  const settled = decided(applying, fact, contactFor(applying.book, fact, event), event.who);
  const named = fact.kind === "form" ? fact.email : event.who;
  tellJoined(applying.book, fact, named, groundOf(applying.office, applying.now));
  if (resolved) releaseSuspects(applying, fact.paymentKey);
  return settled;
}

/** Two people are not made one by a press: a person joins them. */
function anothers(book: Book, fact: Fact, { who }: EventRow): Reason | null {
  if (fact.kind !== "reader" || fact.wish !== "address" || fact.to === "") return null;
  const known = book.byAddress(fact.to);
  if (known === null || known.id === who) return null;
  return reason("readerAddressKnown", { to: fact.to });
}

/** Whom it concerns: by the row it names, by the id or the address in `who`. */
function contactFor(book: Book, fact: Fact, event: EventRow): string {
  if (fact.kind === "form") return book.byAddress(fact.email)?.id ?? "";
  if (fact.kind === "edit" || fact.kind === "price") return contactIdOf(fact.enrollment);
  const { who } = event;
  return book.contact(who)?.id ?? book.byAddress(who)?.id ?? "";
}
