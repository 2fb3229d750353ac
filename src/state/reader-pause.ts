// A reader's pause: until when the next marketing mail of a row waits.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { type Flow, stepAt } from "../model/flow";

/** Null: the pause moves nothing of this row. Asked-for mail goes all the same. */
export function pausedUntil(
  { paused_until }: Pick<ContactRow, "paused_until">,
  { row }: Pick<Enrollment, "row">,
  flow: Flow | undefined,
  now: number,
): number | null {
  if (paused_until === null || paused_until <= now || flow === undefined) return null;
  if (stepAt(flow, row.stage ?? 0)?.class !== "marketing") return null;
  return row.next_at !== null && row.next_at < paused_until ? paused_until : null;
}
