// One row as it stands beside what Events and Sends say of it: where they differ, and what differs for a known reason.
import type { ContactRow, SendRow } from "../../../sheets-schema/index";
import { lateness } from "../../cadence/late";
import { nextDue } from "../../cadence/next-due";
import { type Enrollment, isClosed, isOpen, stageKey } from "../../model/enrollment";
import { type Flow, stepAt } from "../../model/flow";
import { HOUR_MS, SECOND_MS } from "../../model/time";
import { afterSend, ended, skipped } from "../../state/after-send";
import { notBefore } from "../../state/not-before";

export const COMPARED = [
  "status",
  "stage",
  "last_at",
  "paid_at",
  "stop_reason",
  "next_at",
] as const;
export type Compared = (typeof COMPARED)[number];
export interface Differing {
  readonly column: Compared;
  readonly stands: string | number | null;
  readonly says: string | number | null;
}
export interface Beside {
  readonly contact: ContactRow;
  readonly stands: Enrollment;
  readonly says: Enrollment;
  /** Those of the person. */
  readonly sends: readonly SendRow[];
  /** Undefined: the flow is gone. */
  readonly flow: Flow | undefined;
  /** When the reader wished something, epoch ms: it counts from the run that met it, however late that came. */
  readonly wishedAt: readonly number[];
  /** When the flow's rules changed last, epoch ms. */
  readonly rulesAt: number;
  readonly now: number;
}

/** A run that applies an event begins some minutes after it came. */
const RUN_LATER_MS = HOUR_MS;

/** Empty: they agree, or differ by what needs no event. */
export function differing(beside: Beside): readonly Differing[] {
  const { stands } = beside;
  const says = { ...beside, says: asLateAs(beside) };
  if (byAnotherWay(says)) return [];
  return COMPARED.flatMap((column) => {
    if (agrees(says, column)) return [];
    return [{ column, stands: stands.row[column], says: says.says.row[column] }];
  });
}

/**
 * What a run does with steps that are due is in no tab where it sends nothing: a step that is too late is left out, one
 * that went already, as where a person has set the stage back, is not sent again.
 */
export function asLateAs(beside: Beside): Enrollment {
  const { stands, says, flow } = beside;
  let on = says;
  for (let at = says.row.stage ?? 0; flow !== undefined && at < (stands.row.stage ?? 0); at += 1) {
    const next = passedBy(beside, on, flow, at);
    if (next === null) break;
    on = next;
  }
  return withoutMail(beside, on);
}

/** A time that a person gave where no mail is left: it comes, and nothing does. */
function withoutMail({ stands, flow, now }: Beside, on: Enrollment): Enrollment {
  const { row } = on;
  const came = !isClosed(row.status) && row.next_at !== null && row.next_at <= now;
  if (!came || flow === undefined || stands.row.next_at !== null) return on;
  if (stepAt(flow, row.stage ?? 0) !== undefined) return on;
  // It came before a person held the row.
  if (!isOpen(row.status)) return { ...on, row: { ...row, next_at: null } };
  return ended(on, flow, stands.closing?.at ?? now, () => stands.row.why);
}

/** Null: it waits for its time. */
function passedBy({ stands, sends, now }: Beside, on: Enrollment, flow: Flow, stage: number) {
  const step = stepAt(flow, stage);
  // A row that a person holds now may have left one out before.
  if (step === undefined || isClosed(on.row.status)) return null;
  const speak = () => stands.row.why;
  const key = stageKey(on, step, stage);
  const went = sends.find(({ send_key, sent_at }) => send_key === key && sent_at !== null);
  if (went !== undefined) {
    return afterSend(on, flow, { at: went.sent_at ?? now, beside: "" }, nextDue, speak);
  }
  const late = lateness(flow, step, on, now);
  if (late !== "too late" && late !== "next is due") return null;
  return skipped(on, flow, stands.closing?.at ?? now, nextDue, speak);
}

/** The row stands as it does for a reason that has no event: something that only ever holds mail back. */
function byAnotherWay(beside: Beside): boolean {
  const { stands, says, rulesAt } = beside;
  if (closedBefore(beside)) return true;
  const { row, closing, heldBy } = stands;
  // Somebody nobody knows has paid, and it may have been this person; or the row's own cells could not be written.
  if (row.status === "PAUSED" && isOpen(says.row.status)) return heldBy !== "";
  if (row.status === "REVIEW" && isOpen(says.row.status)) {
    return COMPARED.every((one) => one === "status" || agrees(beside, one));
  }
  // Stripe said so when its mail was due.
  if (row.status === "STOPPED" && row.stop_reason.startsWith("payment ")) return true;
  // The cadence was through, as it stood then.
  return row.status === "DONE" && isOpen(says.row.status) && (closing?.at ?? 0) < rulesAt;
}

/** The clock, or a mark that a person set in Contacts, had closed it before anything else came; neither is an event. */
function closedBefore({ contact, stands, says, flow }: Beside): boolean {
  const { row, closing } = stands;
  if (closing === null || (says.closing?.at ?? Number.POSITIVE_INFINITY) < closing.at) return false;
  if (row.status === "STOPPED") return row.stop_reason === contact.suppressed;
  const step = flow === undefined ? undefined : stepAt(flow, says.row.stage ?? 0);
  return row.status === "DONE" && step !== undefined && step.lateMaxMs !== null;
}

function agrees(beside: Beside, column: Compared): boolean {
  const { stands, says, contact } = beside;
  // A mark that a person set stands in Contacts alone.
  const marked = column === "stop_reason" && stands.row[column] === contact.suppressed;
  if (marked && stands.row.status === says.row.status) return true;
  if (movedOn(beside, column)) return true;
  if (column !== "next_at") return same(stands.row[column], says.row[column]);
  return timesAgree(beside, stands.row.next_at, says.row.next_at);
}

/**
 * Of a closed row only what it came to decides anything. A run that was cut had not moved it on before it was closed, though
 * its mail went (design 4.8); or what was left out before, because it was late, is in no tab.
 */
function movedOn({ stands, says, flow }: Beside, column: Compared): boolean {
  const { status, paid } = stands.row;
  // A payment that was taken back leaves its row as closed as it was.
  const closed = isClosed(status) || (status === "REVIEW" && paid === "YES");
  if (!closed || status !== says.row.status || (column !== "last_at" && column !== "stage"))
    return false;
  const [at, said] = [stands.row[column] ?? 0, says.row[column] ?? 0];
  if (at < said) return (says.row.last_at ?? 0) > (stands.row.last_at ?? 0);
  if (column === "last_at") return false;
  const may = (stage: number) => flow !== undefined && stepAt(flow, stage)?.lateMaxMs != null;
  let stage = said;
  // One by one: a person may have typed a stage of any size, and no flow has so many.
  while (stage < at && may(stage)) stage += 1;
  return stage >= at;
}

/** Never earlier than the rules say; later only for a reason that stands there. */
function timesAgree(beside: Beside, at: number | null, said: number | null) {
  const { contact, stands, says, wishedAt } = beside;
  if (same(at, said)) return true;
  if (at === null || said === null) return isClosed(says.row.status) && isClosed(stands.row.status);
  if (at < said) return false;
  // What a person must look at has stood still since then, however late it had come to be due.
  if (stands.row.status === "REVIEW") return true;
  const deferred = stands.timedBy.startsWith("late ") || says.timedBy === "hand";
  const paused = contact.paused_until !== null && same(at, contact.paused_until);
  const wished = wishedAt.some((one) => same(said, notBefore(one)));
  return deferred || paused || wished || at - said <= RUN_LATER_MS;
}

/** Times in cells keep whole seconds; a stage is a small number, and none of them. */
function same(one: string | number | null, other: string | number | null): boolean {
  if (typeof one !== "number" || typeof other !== "number" || one < SECOND_MS) return one === other;
  return Math.abs(one - other) < 2 * SECOND_MS;
}
