// An enrollment: one contact in one flow. Its id says whose it is; its row is what the sheet shows.
import type { QueueRow, Status } from "../../sheets-schema/index";

export interface Enrollment {
  /** Cells as the machine believes them to be; a person's edit enters only as an event. */
  readonly row: QueueRow;
  /** The event that opened it, so that applying the event again opens nothing. */
  readonly entryEvent: string;
  /** An event that asked for the first mail again; empty when none waits. */
  readonly again: string;
  /** Goes up with every write, so that the same edit made twice is two edits. */
  readonly revision: number;
  /** How a closed row closed. Null: not closed, or closed for good by a person who says it is paid. */
  readonly closing: Closing | null;
}

/** Facts count by when they happened (design 4.8): an earlier one that arrives later closes the row instead. */
export interface Closing {
  readonly at: number;
  /** The payment that closed it, "" when none did. */
  readonly payment: string;
}

const OPEN: readonly Status[] = ["ACTIVE", "UNPAID", "FAILED"];
const CLOSED: readonly Status[] = ["PAID", "DONE", "STOPPED"];

export function isOpen(status: QueueRow["status"]): boolean {
  return (OPEN as readonly string[]).includes(status);
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
export function contactIdOf(enrollment: string): string {
  return enrollment.split(".")[0] ?? "";
}

/** One Sends row per key, ever (design 5): a repeat that was asked for adds that event. */
export function sendKey(enrollment: string, step: string, again: string): string {
  return again === "" ? `${enrollment}/${step}` : `${enrollment}/${step}@${again}`;
}
