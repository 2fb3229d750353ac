// Is a row of Queue one of ours? A row without an id is nobody's unless it is empty; so is one whose id was typed over.
import type { QueueRow } from "../../sheets-schema/index";
import { contactIdOf } from "../model/enrollment";
import type { StoredRow } from "../ports";
import { isContactId } from "./links/link-token";

export function isOwn(cells: QueueRow, odd: StoredRow<"Queue">["odd"]): boolean {
  if (cells.id !== "") return isContactId(contactIdOf(cells.id));
  const filled = Object.values(cells).some((value) => value !== "" && value !== null);
  return !filled && Object.keys(odd).length === 0;
}

/** How many rows are nobody's, beside what was told of last. */
export function hasNewStrangers(
  rows: readonly StoredRow<"Queue">[],
  kept: Readonly<Record<string, string>>,
): boolean {
  const count = rows.filter(({ cells, odd }) => !isOwn(cells, odd)).length;
  return String(count) !== (kept[STRANGERS_TOLD] ?? "0");
}

/** Property: how many there were when last told. */
export const STRANGERS_TOLD = "strangers";
