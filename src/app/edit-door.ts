// A person edited a cell: record the edit, raise the stop mark, and apply it at once if no batch runs.
import type { Ports } from "../ports";
import { handEdits } from "../state/seal";
import { Book } from "./book";
import { hasNewStrangers } from "./own-row";
import { recordEdits } from "./pending-events";
import { markStop } from "./record-event";
import { runBatch } from "./run-batch";
import { startActions } from "./start-actions";

/** Tabs whose cells decide what is sent. Edits elsewhere change nothing here. */
const DECIDING = [
  "Start here",
  "Queue",
  "Contacts",
  "Settings",
  "Flows",
  "Steps",
  "Cadence",
  "Templates",
  "Offers",
  "Unmatched",
];

type Kept = Readonly<Record<string, string>>;

export function receiveEdit(ports: Ports, tab: string): void {
  if (!DECIDING.includes(tab)) return;
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "" || ports.person.effectiveUser() !== kept.owner) return;
  if (tab === "Start here") {
    // While another run is under way the next tick carries it out.
    if (startActions(ports) < 0) markStop(ports);
    return;
  }
  if (tab === "Queue" && !hasQueueEdits(ports, kept)) return;
  // A batch that runs meanwhile must find the edit on record before its next mail; without one, the pass records it.
  if (tab === "Queue" && !ports.locks.takeBatch()) recordQueueEdits(ports);
  markStop(ports);
  runBatch(ports, "edit", tab !== "Queue");
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

/** Hourly: a trigger that died silently is made again (facts 9.7). */
export function watchTriggers(ports: Ports): void {
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "" || ports.person.effectiveUser() !== kept.owner) return;
  const missing = ports.triggers.missing();
  if (missing.length === 0) return;
  ports.log.warn(`triggers gone: ${missing.join(", ")}; made again`);
  ports.triggers.install(false);
}
