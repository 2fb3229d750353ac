// How a person's rows stood, worked out once more: their events through the engine, their mails folded in between, in the
// order in which all of it came. On ports that change nothing.
import type { ContactRow, EventRow, QueueRow, SendRow } from "../../../sheets-schema/index";
import { nextDue } from "../../cadence/next-due";
import { nameKey } from "../../events/address";
import { readSeeds } from "../../events/adopt-seeds";
import { type Enrollment, isTestKey } from "../../model/enrollment";
import { type Flow, type Step, stepAt } from "../../model/flow";
import type { KnownRow } from "../../model/known-rows";
import { type Reason, say } from "../../model/reason";
import { SECOND_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { afterSend, skipped } from "../../state/after-send";
import { blankContact, EMPTY_ROW } from "../../state/blank";
import { unseal } from "../../state/seal";
import { applyEvents } from "../apply-events";
import { applyMoney } from "../apply-money";
import { Book } from "../book";
import type { Office } from "../office";
import { dryPorts } from "../preview/preview-ports";
import { settleAll } from "../upkeep";
import { deletedBy, forgetBefore } from "./deleted-rows-gone";
import { toldAgain } from "./deleted-rows-money";

export interface Past {
  readonly events: readonly EventRow[];
  readonly sends: readonly SendRow[];
}
export interface Whom {
  readonly id: string;
  /** As it stands now; null where it is what is missing. */
  readonly contact: ContactRow | null;
  /** Under which it has been known. */
  readonly addresses: readonly string[];
  /** Everybody who was ever joined with them, as they stand now. */
  readonly also?: readonly ContactRow[];
  /** All that are known, those that are missing among them. */
  readonly rows: readonly KnownRow[];
  /** Of whom no event of theirs tells who they are: what stands in Contacts of that. */
  readonly known?: readonly ContactRow[];
  /** In the order in which it happened, as by one run that met all of it; not as it came in. */
  readonly byFacts?: true;
  /** Rows that stay deleted; left out where they are to come back. */
  readonly gone?: ReadonlySet<string>;
}
interface Moment {
  readonly at: number;
  readonly live: (at: number) => void;
}
interface Replaying {
  readonly ports: Ports;
  readonly office: Office;
  readonly rehearsedUntil: number;
  readonly book: Book;
  readonly apiKey: string;
}

const BLANK = { contact: blankContact("", false), row: EMPTY_ROW };

/** What is said about rows, and does nothing to them. */
const SAID_ONLY = /^(?:row|contact|audit)\.|^adopted$|^person\.apart$/;
const NONE: ReadonlySet<string> = new Set();

export function replayed(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  office: Office,
  past: Past,
  whom: Whom,
  rehearsedUntil: number,
): Book {
  const Contacts = whom.known ?? [];
  const ids = idsOf(whom);
  const dry = dryPorts(ports, kept, { Contacts, Queue: [], Events: [], Unmatched: [] });
  const book = new Book(dry);
  const replaying = { ports: dry, office, rehearsedUntil, book, apiKey: kept.stripe_key ?? "" };
  const moments: Moment[] = [
    ...eventsOf(past.events, whom).map((event) => ({
      at: whom.byFacts ? secondOf(event.occurred_at) : (event.received_at ?? 0),
      live: (at: number) => happened(replaying, event, whom, at),
    })),
    ...past.sends
      .filter(({ contact }) => ids.includes(contact))
      .map((send) => ({
        at: send.sent_at ?? send.planned_at ?? 0,
        live: () => went(replaying, send),
      })),
    ...past.events.flatMap((event) => {
      const id = deletedBy(event) ?? "";
      const live = () => book.forget(id);
      return whom.gone?.has(id) ? [{ at: event.received_at ?? 0, live }] : [];
    }),
  ];
  // The sorting is stable: what was received first comes first, and an event before the mail of the same moment.
  for (const { at, live } of moments.sort((one, other) => one.at - other.at)) {
    live(at);
    settleAll(book, at, office);
  }
  return book;
}

/** Facts of one second come in the order in which they are given. */
function secondOf(instant: number | null): number {
  return Math.floor((instant ?? 0) / SECOND_MS) * SECOND_MS;
}

export function idsOf({ id, also = [] }: Pick<Whom, "id" | "also">): readonly string[] {
  return [id, ...also.map((one) => one.id)];
}

function eventsOf(events: readonly EventRow[], whom: Whom): readonly EventRow[] {
  const ids = idsOf(whom);
  const firsts = ids.map((id) => `e_${id.slice(2)}`);
  const named = events.flatMap((event) => (firsts.includes(event.id) ? event.who : []));
  const others = (whom.also ?? []).map(({ email }) => email);
  const names = [...ids, ...whom.addresses, ...others, ...named];
  const known = new Set(names.map(nameKey));
  known.delete("");
  return events.filter(({ outcome, type, who, payload }) => {
    if (outcome !== "APPLIED" || SAID_ONLY.test(type)) return false;
    return known.has(nameKey(who)) || ids.some((id) => payload.includes(`"${id}`));
  });
}

function happened(replaying: Replaying, event: EventRow, whom: Whom, now: number): void {
  const { book, apiKey, rehearsedUntil } = replaying;
  const mode = now < rehearsedUntil ? "REHEARSAL" : "LIVE";
  const office = { ...replaying.office, settings: { ...replaying.office.settings, mode } } as const;
  const ports: Ports = { ...replaying.ports, clock: { now: () => now } };
  const applying = { ...replaying, office, ports, now };
  forgetBefore(event, book, whom.rows, whom.gone ?? NONE);
  if (event.type === "adopted.rows") {
    for (const { contact, rows } of idsOf(whom).flatMap((id) => seedsOf(event, id))) {
      book.putContact(contact);
      for (const row of rows) putSeed(book, row);
    }
  } else if (event.source === "stripe") {
    const told = toldAgain(ports, event, apiKey, office, whom.contact);
    if (told !== null) applyMoney(applying, event, told);
  } else {
    applyEvents(applying, [{ ...event, outcome: "", reason: "" }], new Map());
  }
}

function seedsOf({ payload }: EventRow, id: string) {
  return readSeeds(payload, id, BLANK);
}

function putSeed(book: Book, row: QueueRow): void {
  const enrollment = unseal(row);
  if (enrollment !== null) book.putEnrollment(enrollment);
}

function went({ book, office }: Replaying, send: SendRow): void {
  const enrollment = book.enrollment(send.enrollment);
  const flow = office.rules.get(send.flow);
  if (enrollment === null || flow === undefined) return;
  // What went to the owner before a person kept the row was not its reader's.
  if (enrollment.test !== isTestKey(send.send_key)) return;
  if (send.sent_at === null) {
    // Nobody knew whether it went, or it never could: a person was asked, and may have answered since.
    if (send.status === "REVIEW" || send.status === "FAILED")
      book.review(send.enrollment, send.why);
    return;
  }
  const speak = (told: Reason) => say(told, office.settings.language);
  const step = flow.steps.find((one) => one.step === send.step);
  const mark = /@([^@~]+)(?:~test)?$/.exec(send.send_key)?.[1] ?? "";
  const beside = isBeside(step, mark);
  const stands = beside ? enrollment : atStageOf(enrollment, flow, step, mark, send, speak);
  const what = { at: send.sent_at, beside: beside ? send.step : "" };
  book.putEnrollment(afterSend(stands, flow, what, nextDue, speak));
}

/** Receipts, deliveries, conclusions; and a first mail that was asked for again, whose key names the event. */
function isBeside(step: Step | undefined, mark: string): boolean {
  return step?.sentOn !== "stage" || (mark !== "" && !/^\d+$/.test(mark));
}

/** Steps that were left out because they were late stand nowhere: the row has passed them by. */
function atStageOf(
  enrollment: Enrollment,
  flow: Flow,
  step: Step | undefined,
  mark: string,
  { sent_at }: SendRow,
  speak: (told: Reason) => string,
): Enrollment {
  const stage = mark === "" ? (step?.stage ?? 0) : Number(mark);
  let stands = enrollment;
  while ((stands.row.stage ?? 0) < stage && stepAt(flow, stands.row.stage ?? 0) !== undefined) {
    stands = skipped(stands, flow, sent_at ?? 0, nextDue, speak);
  }
  return { ...stands, row: { ...stands.row, stage } };
}
