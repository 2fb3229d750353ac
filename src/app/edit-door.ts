// A person edited a cell: record the edit, raise the stop mark, and apply it at once if no batch runs.
import type { Ports } from "../ports";
import { Book } from "./book";
import { recordEdits } from "./pending-events";
import { markStop } from "./record-event";
import { runBatch } from "./run-batch";

/** Tabs whose cells decide what is sent. Edits elsewhere change nothing here. */
const DECIDING = [
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

export function receiveEdit(ports: Ports, tab: string): void {
  if (!DECIDING.includes(tab)) return;
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "" || ports.person.effectiveUser() !== kept.owner) return;
  if (tab === "Queue" && !recordQueueEdits(ports)) return;
  markStop(ports);
  runBatch(ports, "edit");
}

/** False: only cells that decide nothing were edited. An edit that could not be recorded is marked all the same. */
function recordQueueEdits(ports: Ports): boolean {
  const { edited } = new Book(ports);
  if (edited.length === 0) return false;
  try {
    recordEdits(ports, edited, []);
  } catch (error) {
    ports.log.warn(`an edit is not recorded yet: ${String(error)}`);
  }
  return true;
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
