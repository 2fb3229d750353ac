// An enrollment: one contact in one flow. Its id says whose it is; its row is what the sheet shows.
import type { Outcome, QueueRow, Status } from "../../sheets-schema/index";
import type { Step } from "./flow";
import type { Reason } from "./reason";

export interface Enrollment {
  /** Cells as the machine believes them to be; a person's edit enters only as an event. */
  readonly row: QueueRow;
  /** The event that opened it, so that applying the event again opens nothing. */
  readonly entryEvent: string;
  /** Mails that go beside the cadence: a receipt, a first mail asked for again, a delivery, a conclusion. */
  readonly owed: readonly Owed[];
  /** Goes up with every write, so that the same edit made twice is two edits. */
  readonly revision: number;
  /** How a closed row closed. Null: not closed, or closed for good by a person who says it is paid. */
  readonly closing: Closing | null;
  /** The payment it is PAUSED for, "" when none; "-" and the payments for which a person has released it. */
  readonly heldBy: string;
  /** True once the rule has switched the price at offer_deadline. */
  readonly switched: boolean;
  /** When the last mail of the cadence went, epoch ms; null before the first. Receipts and repeats do not count. */
  readonly steppedAt: number | null;
  /** What timed next_at: the Cadence row's own words, "hand" for a person, "" when unknown. */
  readonly timedBy: string;
  /** The payment whose delivery this row owes or has sent, "" when none. */
  readonly delivery: string;
  /** The offer its payment was for, "" when unknown. */
  readonly offer: string;
  /** It began in REHEARSAL: its mails go to the owner, and it is not met in LIVE until a person keeps it. */
  readonly test: boolean;
  /** The reader asked to hear less: marketing waits count twice. */
  readonly rarely: boolean;
  /** How it stood before the last edit by hand, so that the edit can be taken back. Null: nothing to take back. */
  readonly undo: Undo | null;
  /** The event by which a person had the last edit taken back or the row kept; applied again it is done already. */
  readonly asked: string;
  /** Edits applied at once, whose events a batch has yet to settle: applied again they are done already. */
  readonly taken: readonly Taken[];
}
/** What came of an edit, by the id of its Events row. */
export interface Taken {
  readonly event: string;
  readonly outcome: Outcome;
  readonly why: Reason;
}

/** The edit, and the row as it stood before it. */
export interface Undo extends Pick<Enrollment, "owed" | "closing" | "heldBy" | "timedBy"> {
  /** Id of the Events row of the edit. */
  readonly event: string;
  readonly row: Pick<QueueRow, (typeof UNDOABLE)[number]>;
}

export const UNDOABLE = [
  "status",
  "paid",
  "stage",
  "next_step",
  "next_at",
  "stop_reason",
  "stop_event",
  "paid_at",
  "result_url",
  "conclusion",
  "promised",
  "price",
] as const;

export interface Owed {
  readonly step: string;
  /** Part of the send key of a repeat; "" for a mail that goes once ever. */
  readonly event: string;
  /** The mail of a conclusion; the others are told apart by `event` and by the row's `delivery`. */
  readonly concludes?: true;
  /** Epoch ms: of a row that was just restored nothing goes sooner. */
  readonly notBefore?: number;
}

/** Facts count by when they happened (design 4.8): an earlier one that arrives later closes the row instead. */
export interface Closing {
  readonly at: number;
  /** The payment that closed it, "" when none did. */
  readonly payment: string;
  /** It waited for a person before: whoever goes on finds it waiting still. */
  readonly was?: "PAUSED" | "REVIEW";
}

export const FRESH = {
  owed: [],
  revision: 0,
  closing: null,
  heldBy: "",
  switched: false,
  steppedAt: null,
  timedBy: "",
  delivery: "",
  offer: "",
  test: false,
  rarely: false,
  undo: null,
  asked: "",
  taken: [],
} as const satisfies Omit<Enrollment, "row" | "entryEvent">;

/** That payment does not hold again what a person has released. */
export function wasReleased({ heldBy }: Pick<Enrollment, "heldBy">, payment: string): boolean {
  return heldBy.startsWith("-") && heldBy.slice(1).split(" ").includes(payment);
}

const OPEN: readonly Status[] = ["ACTIVE", "UNPAID", "FAILED"];
const CLOSED: readonly Status[] = ["PAID", "DONE", "STOPPED"];

export function isOpen(status: QueueRow["status"]): boolean {
  return (OPEN as readonly string[]).includes(status);
}
/** Queue `stop_reason` of a row whose flow its reader wants no more of. */
export const LEFT_TOPIC = "left by reader";

/** And of one whose reader has left the last question unanswered. */
export const NO_ANSWER = "no answer";

/** What is asked for in it anew comes all the same, and its reader may join it again. */
export function isLeft({ status, stop_reason }: QueueRow): boolean {
  return status === "STOPPED" && (stop_reason === LEFT_TOPIC || stop_reason === NO_ANSWER);
}

export function isClosed(status: QueueRow["status"]): boolean {
  return (CLOSED as readonly string[]).includes(status);
}

/** The event is part of the name: a row made after another was deleted never takes over its mails. */
export function enrollmentId(
  contactId: string,
  flow: string,
  entryNumber: number,
  entryEvent: string,
): string {
  return `${contactId}.${flow}.${entryNumber}-${entryEvent.slice(-6)}`;
}
/** The flow a row was made for; "" for an id of another shape. */
export function flowOf(enrollment: string): string {
  return /^[^.]*\.(.+)\.\d+-[^.]*$/.exec(enrollment)?.[1] ?? "";
}
/** A row of somebody's own list, taken over as it stood. */
const ADOPTED = "adopted-";
export function adoptedEntry(digest: string): string {
  return ADOPTED + digest;
}
export function isAdopted({ entryEvent }: Pick<Enrollment, "entryEvent">): boolean {
  return entryEvent.startsWith(ADOPTED);
}
export function contactIdOf(enrollment: string): string {
  const end = enrollment.indexOf(".");
  return end < 0 ? enrollment : enrollment.slice(0, end);
}

/**
 * One Sends row per key, ever (design 5): enrollment and step. A step that repeats adds its stage, a repeat that was
 * asked for its event. A mail of a rehearsal is not the reader's: `test` keeps its key apart.
 */
export function sendKey(
  { row: { id }, test }: Pick<Enrollment, "row" | "test">,
  step: string,
  mark: string,
): string {
  return testApart(mark === "" ? `${id}/${step}` : `${id}/${step}@${mark}`, test);
}
/** Of the cadence's mail at that stage. */
export function stageKey(
  enrollment: Pick<Enrollment, "row" | "test">,
  { step, stage: from, stageTo }: Step,
  stage: number,
): string {
  return sendKey(enrollment, step, stageTo > from ? String(stage) : "");
}
const TEST = "~test";
export function testApart(key: string, test: boolean): string {
  return test ? key + TEST : key;
}
/** The mail went to the owner, in a rehearsal. */
export function isTestKey(key: string): boolean {
  return key.endsWith(TEST);
}
