// Reads the whole payment history once, page by page, over as many runs as it takes (design 4.3).
import { textAt } from "../../events/stripe-value";
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { HISTORY } from "../../words/history";
import { applyEvents } from "../apply-events";
import type { Applying } from "../apply-money";
import { Book } from "../book";
import { appendEvents, eventRow, markStop } from "../doors/record-event";
import { groundOf, loadOffice, type Office } from "../office";
import { mayWrite } from "../owner-only";
import { readEvents, recordEdits } from "../pending-events";
import { armBefore } from "../reconcile/reconcile";
import { keyProblem } from "../stripe/ask-stripe";
import type { Ask } from "../stripe/payment-details";
import { suppressedAs } from "../suppressed";
import { tellHistory } from "../tell-history";
import { askPage, pastPayment, wentBack } from "./history-page";
import { addCustomer, isCounted, type Marking, markPaid } from "./history-people";
import {
  begun,
  HISTORY_LISTS,
  HISTORY_RETRY_MS,
  historyCheck,
  historyOf,
  historyUnfinished,
  type KeyKind,
  keepHistory,
  keyKind,
  listAfter,
  type Reading,
} from "./history-state";

/** A page may take two minutes: a hundred questions and a hundred new rows. Google ends a run at six. */
const LAST_PAGE_BEGINS_MS = 2.5 * MINUTE_MS;

type Kept = Readonly<Record<string, string>>;

interface Run {
  readonly ports: Ports;
  readonly ask: Ask;
  readonly kind: KeyKind;
  readonly office: Office;
  readonly marking: Marking;
}

/** Reads on until the run is old or the end is reached; true at the end. The batch mutex is held. */
export function continueHistory(ports: Ports, kept: Kept, startedAt: number): boolean {
  if (!historyUnfinished(kept, ports.clock.now())) return false;
  const old = () => ports.clock.now() - startedAt > LAST_PAGE_BEGINS_MS;
  // What was due may have taken all the time.
  if (old()) return false;
  const apiKey = kept.stripe_key ?? "";
  const kind = keyKind(apiKey);
  const state = historyOf(kept);
  const run = openRun(ports, kept, kind, apiKey);
  if (run === null) return false;
  const first = state[kind]?.list === HISTORY_LISTS[0] && state[kind].after === "";
  if (first) armBefore(ports, kept, run.ask);
  // What failed last is forgotten by this try.
  let reading: Reading = { ...(state[kind] ?? begun(null)), why: "", retryAt: 0 };
  while (reading.list !== null && reading.why === "" && !old()) {
    reading = readPage(run, reading);
    keepHistory(ports, { ...state, [kind]: reading });
  }
  tellHistory(ports, run.office.settings);
  // Rows that only waited for this are looked at again.
  if (reading.list === null) markStop(ports);
  return reading.list === null;
}

/** Null: a person has edited rows, and Events was busy. */
function openRun(ports: Ports, kept: Kept, kind: KeyKind, apiKey: string): Run | null {
  const office = loadOffice(ports);
  const book = new Book(ports);
  const now = ports.clock.now();
  if (!takeEdits({ ports, office, book, apiKey, now })) return null;
  const marking = {
    book,
    ground: groundOf(office, now),
    otherPayments: office.settings.otherPayments,
    left: (address: string) => suppressedAs(ports, kept, address) !== null,
    money: kind,
  };
  return { ports, ask: (path) => ports.stripe.get(path, apiKey), kind, office, marking };
}

/** What a person typed since the last pass must not be written over by the book that is saved here. */
function takeEdits(applying: Applying): boolean {
  const { ports, book, office } = applying;
  if (book.edited.length === 0) return true;
  const log = readEvents(ports, office.settings.mode, false);
  const edits = recordEdits(ports, book.edited, log.pending);
  if (edits === null) return false;
  const stood = log.pending.filter(({ type }) => type === "edit");
  applyEvents(applying, [...stood, ...edits], log.settled);
  return true;
}

/** State first, then the record, then how far we are: a run that was cut reads the page again, which changes nothing. */
function readPage(run: Run, before: Reading): Reading {
  const list = before.list ?? "charges";
  const answer = askPage(run.ask, list, before.after);
  if (answer.kind === "silent") return failed(run, before, answer.why);
  const { objects, hasMore, last } = answer.page;
  const row = pageEvent(run, list, before.after);
  let reading: Reading = { ...before, objects: before.objects + objects.length };
  for (const [at, object] of objects.entries()) {
    const next = markOne(run, reading, object, `${row.id}p${at + 1}`);
    if (typeof next === "string") return failed(run, before, next);
    reading = next;
  }
  run.marking.book.save(run.ports, run.office.settings.language);
  recordPage(run, row, objects.length, reading.payments - before.payments);
  const next = hasMore ? list : listAfter(list);
  const doneAt = next === null ? run.ports.clock.now() : before.doneAt;
  return { ...reading, list: next, after: hasMore ? last : "", doneAt };
}

/** A customer who was deleted meanwhile marks no page any more: that list begins again. */
function failed({ ports }: Run, before: Reading, why: string): Reading {
  const after = before.list === "customers" ? "" : before.after;
  return { ...before, after, why, retryAt: ports.clock.now() + HISTORY_RETRY_MS };
}

/** A text: Stripe did not answer, and this is why. */
function markOne(run: Run, reading: Reading, object: unknown, eventId: string): Reading | string {
  const { ask, kind, marking } = run;
  if (reading.list === "customers") {
    addCustomer(marking.book, textAt(object, "id"), textAt(object, "email"));
    return reading;
  }
  const past = pastPayment(ask, kind, object);
  if (past.kind === "silent") return past.why;
  if (past.kind === "none") return reading;
  const counted = isCounted(marking.book, past.payment);
  // What its charge did not count either went back or named nobody.
  const unsure = reading.list === "checkout/sessions" && !counted;
  if (unsure && wentBack(ask, object)) return reading;
  const marked = markPaid(marking, past.payment, eventId);
  if (marked === "not ours") return reading;
  if (marked === "nobody") return { ...reading, nobody: reading.nobody + 1 };
  return {
    ...reading,
    payments: reading.payments + (counted ? 0 : 1),
    people: reading.people + (marked === "new person" ? 1 : 0),
  };
}

function pageEvent({ ports, kind }: Run, list: string, after: string) {
  return eventRow(ports, {
    source: "import",
    type: "history.page",
    key: `history:${kind}:${list}:${after}`,
    who: "",
    payload: "",
    occurredAt: ports.clock.now(),
    outcome: "APPLIED",
    stops: false,
  });
}

function recordPage(
  { ports, office }: Run,
  row: ReturnType<typeof eventRow>,
  objects: number,
  payments: number,
): void {
  const told = HISTORY.page(objects, payments)[office.settings.language];
  const payload = JSON.stringify({ objects, payments });
  const page = { ...row, payload, reason: told };
  if (!appendEvents(ports, [page])) ports.log.warn(`Events was busy: ${row.key} has no line`);
}

/** Menu: from the first page on, as often as somebody wishes. */
export function readHistory(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const kept = ports.properties.all();
  const { settings } = loadOffice(ports);
  const { language, mode } = settings;
  const apiKey = kept.stripe_key ?? "";
  if (keyProblem(apiKey, mode) !== "") {
    ports.person.tell(HISTORY.title[language], HISTORY.noKey[language]);
    return;
  }
  const state = historyOf(kept);
  const kind = keyKind(apiKey);
  const reading = state[kind];
  const goesOn = reading !== null && reading.list !== null;
  const next = goesOn ? { ...reading, why: "", retryAt: 0 } : begun(reading);
  keepHistory(ports, { ...state, [kind]: next });
  continueHistory(ports, ports.properties.all(), ports.clock.now());
  const { told } = historyCheck(ports.properties.all(), mode);
  ports.person.tell(HISTORY.title[language], told[language]);
}
