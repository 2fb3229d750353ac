// A person edited a cell: record the edit, raise the stop mark, and apply it at once if no batch runs.
import type { EditedArea, Ports } from "../ports";
import { handEdits } from "../state/seal";
import { Book } from "./book";
import { markStop } from "./doors/record-event";
import { applyNow, fewOf, rowsOfPeople } from "./edit-now";
import { hasNewStrangers, isOwn } from "./own-row";
import { recordEdits } from "./pending-events";
import { runBatch, watched } from "./run-batch";
import { startActions } from "./start-here/start-actions";

/** Tabs whose cells decide what is sent. Edits elsewhere change nothing here. */
const DECIDING = [
  "Start here",
  "Queue",
  "Contacts",
  "Settings",
  "Flows",
  "Steps",
  "Cadence",
  "Regions",
  "Templates",
  "Offers",
  "Unmatched",
];

/** More rows at once are better served by a whole pass. */
const ROWS_NOW_MAX = 20;
const FIRST_ROW = 2;

type Kept = Readonly<Record<string, string>>;

export function receiveEdit(ports: Ports, area: EditedArea): void {
  const { tab } = area;
  if (!DECIDING.includes(tab)) return;
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "" || ports.person.effectiveUser() !== kept.owner) return;
  if (tab === "Start here") {
    // While another run is under way the next tick carries it out.
    if (startActions(ports) < 0) markStop(ports);
    return;
  }
  if (tab === "Queue" && appliedNow(ports, kept, area)) return;
  // A header that was renamed, or has its name again, concerns every row.
  const rows = tab === "Queue" && area.firstRow >= FIRST_ROW;
  if (rows && !hasQueueEdits(ports, kept)) return;
  // A batch that runs meanwhile must find the edit on record before its next mail; without one, the pass records it.
  if (tab === "Queue" && !ports.locks.takeBatch()) recordQueueEdits(ports);
  markStop(ports);
  runBatch(ports, "edit", tab !== "Queue");
}

/** False: more than some rows, or something about them asks for a whole pass. */
function appliedNow(ports: Ports, kept: Kept, { firstRow, lastRow }: EditedArea): boolean {
  if (firstRow < FIRST_ROW || lastRow - firstRow >= ROWS_NOW_MAX) return false;
  if (!ports.locks.takeBatch()) return false;
  return watched(ports, () => {
    const edited = (ids: readonly string[]) => ids.slice(firstRow - FIRST_ROW, lastRow - 1);
    const rows = rowsOfPeople(ports, edited);
    const touched = rows.filter(({ row }) => firstRow <= row && row <= lastRow);
    if (touched.length !== lastRow - firstRow + 1) return false;
    const same = ports.workbook.sameWallTime;
    const edits = touched.flatMap(({ cells, odd }) => handEdits(cells, odd, same));
    const own = touched.every(({ cells, odd }) => isOwn(cells, odd));
    if (!own || edits.some(({ to }) => to === "explain")) return false;
    if (edits.length === 0) return true;
    const few = fewOf(ports, kept, rows);
    const events = few === null ? null : recordEdits(ports, few.book.edited, []);
    if (few === null || events === null) return false;
    applyNow(ports, few, events);
    return true;
  });
}

/** Most edits are of cells that decide nothing: notes, tags. */
function hasQueueEdits({ store, workbook }: Ports, kept: Kept): boolean {
  const rows = store.read("Queue");
  const edited = rows.some(
    ({ cells, odd }) => handEdits(cells, odd, workbook.sameWallTime).length > 0,
  );
  return edited || hasNewStrangers(rows, kept);
}

/** An edit that could not be recorded is marked all the same. */
function recordQueueEdits(ports: Ports): void {
  try {
    recordEdits(ports, new Book(ports).edited, []);
  } catch (error) {
    ports.log.warn(`an edit is not recorded yet: ${String(error)}`);
  }
}
