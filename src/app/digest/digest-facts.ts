// What the daily mail tells, counted from the rows: nothing is kept for it beside them.
import type { EventRow, QueueRow, RunRow, SendRow } from "../../../sheets-schema/index";
import { mailEventType } from "../../events/mail-event";
import { readFact } from "../../events/read-fact";
import { isOpen } from "../../model/enrollment";
import { PERSON_LET_GO } from "../persons-data/erase";
import { ROWS_LET_GO } from "../persons-data/let-go";
import { type StopWishes, stopWishes } from "../stop-wishes";

/** By name, the most first. */
export type Counted = readonly (readonly [name: string, count: number])[];

export interface DigestRows {
  readonly events: readonly EventRow[];
  readonly sends: readonly SendRow[];
  readonly queue: readonly QueueRow[];
  readonly runs: readonly RunRow[];
}
export interface DigestFacts {
  readonly cameIn: Counted;
  /** By flow. */
  readonly wentOut: Counted;
  /** By reason. */
  readonly stopped: Counted;
  readonly wishes: StopWishes;
  /** By Settings keep: people, and rows by tab. */
  readonly letGo: Counted;
  /** By flow. */
  readonly waits: Counted;
  /** Of those that wait: what holds back a mail that is due, or that has no time. */
  readonly held: Counted;
  /** Who wrote back, and where to read it. */
  readonly answered: Counted;
  /** Whom it is about, and what. */
  readonly failed: Counted;
  readonly failedRuns: number;
}

/** Where something comes from outside; edits and rules are the sheet's own doing. */
const OUTSIDE = ["form", "stripe", "page", "api", "import", "mailbox"];
const DOUBTFUL: readonly string[] = ["CHECKING", "FAILED", "REVIEW"];

/** From the first instant to just before the second. */
export function digestFacts(rows: DigestRows, from: number, to: number): DigestFacts {
  const fresh = (at: number | null) => at !== null && from <= at && at < to;
  const events = rows.events.filter(({ received_at }) => fresh(received_at));
  const came = events.filter(
    ({ source, outcome }) =>
      OUTSIDE.includes(source) && outcome !== "REPEAT" && outcome !== "IGNORED",
  );
  const went = rows.sends.filter(({ sent_at }) => fresh(sent_at));
  const open = rows.queue.filter(({ id, status }) => id !== "" && isOpen(status));
  return {
    cameIn: counted(came.map(({ type }) => type)),
    wentOut: counted(went.map(({ flow }) => flow)),
    stopped: counted(stoppedIn(rows.queue, events, fresh)),
    wishes: stopWishes(rows, from, to),
    letGo: letGoIn(events),
    waits: counted(open.map(({ flow }) => flow)),
    held: counted(open.filter(({ next_at }) => (next_at ?? 0) <= to).map(({ why }) => why)),
    answered: counted(events.flatMap(answerIn)),
    failed: counted([...inReview(rows.queue), ...doubtfulSends(rows, fresh)]),
    failedRuns: rows.runs.filter(({ started_at, errors }) => fresh(started_at) && errors !== "")
      .length,
  };
}

/** A payment says when it closed its row; of everything else the event does. */
function stoppedIn(
  queue: readonly QueueRow[],
  events: readonly EventRow[],
  fresh: (at: number | null) => boolean,
): readonly string[] {
  const ids = new Set(events.flatMap(({ id, key }) => [id, key]));
  const closed = queue.filter(({ status }) => status === "PAID" || status === "STOPPED");
  const now = closed.filter(({ paid_at, stop_event }) => fresh(paid_at) || ids.has(stop_event));
  return now.map(({ status, flow }) => `${flow} ${status}`);
}

function letGoIn(events: readonly EventRow[]): Counted {
  const people = events.filter(({ type }) => type === PERSON_LET_GO).length;
  const counts = new Map(people > 0 ? [["Contacts", people]] : []);
  for (const { type, payload } of events) {
    for (const [tab, count] of type === ROWS_LET_GO ? rowsIn(payload) : []) {
      counts.set(tab, (counts.get(tab) ?? 0) + count);
    }
  }
  return [...counts];
}

/** A cell that a person has damaged keeps no mail. */
function rowsIn(payload: string): readonly (readonly [string, number])[] {
  try {
    return Object.entries(JSON.parse(payload) as Record<string, number>);
  } catch {
    return [];
  }
}

function answerIn(event: EventRow): readonly string[] {
  const fact = event.type === mailEventType("replied") ? readFact(event) : null;
  return fact?.kind === "mail" ? [`${fact.address}: ${fact.link}`] : [];
}

/** A row that waits in REVIEW has said it already. */
function doubtfulSends(
  { sends, queue }: DigestRows,
  fresh: (at: number | null) => boolean,
): readonly string[] {
  const told = new Set(queue.flatMap(({ id, status }) => (status === "REVIEW" ? [id] : [])));
  const doubtful = sends.filter(
    ({ status, planned_at, enrollment }) =>
      DOUBTFUL.includes(status) && fresh(planned_at) && !told.has(enrollment),
  );
  return doubtful.map(({ email, step, status }) => `${email}, ${step}: ${status}`);
}

/** However long they have been waiting for a person. */
function inReview(queue: readonly QueueRow[]): readonly string[] {
  const waiting = queue.filter(({ status }) => status === "REVIEW");
  return waiting.map(({ email, flow, why }) => `${email}, ${flow}: ${why}`);
}

function counted(names: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
