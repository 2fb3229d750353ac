// The page's copy of what several of its parts show: sheets, outbox, queue. Read anew when something changed.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";

/** @typedef {{ id: string, to: string, from: string, subject: string, text: string, html: string, headers: Record<string, string>, sentAt: string }} Mail */
/** @typedef {{ row: number, email: string, name: string, flow: string, status: string, nextAt: number }} QueueRow */
/** @typedef {{ name: string, hidden: boolean, tabColor: string, rows: number }} SheetInfo */

/** @type {{ now: number, sheets: SheetInfo[], outbox: Mail[], queue: QueueRow[] }} */
export const world = { now: 0, sheets: [], outbox: [], queue: [] };

export function followWorld() {
  hear("status", (/** @type {{ now: string }} */ status) => {
    world.now = new Date(status.now).getTime();
  });
  hear("changed", () => void readWorld().catch((error) => tell("failed", { error })));
}

async function readWorld() {
  const [sheets, outbox] = await Promise.all([get("sheets"), get("outbox")]);
  world.sheets = Array.isArray(sheets) ? sheets : sheets.sheets;
  world.outbox = outbox;
  world.queue = await readQueue();
  tell("read");
}

/** @returns {Promise<QueueRow[]>} */
async function readQueue() {
  if (!world.sheets.some((sheet) => sheet.name === "Queue")) return [];
  const { rows } = await get("sheets/Queue");
  return rows.map(toQueueRow).filter((/** @type {QueueRow} */ row) => row.email !== "");
}

// Such a row keeps its time, but nothing goes until a person lets it.
const held = ["PAUSED", "REVIEW"];

/**
 * @param {Record<string, unknown>} cells
 * @param {number} index
 * @returns {QueueRow}
 */
function toQueueRow(cells, index) {
  const status = String(cells.status ?? "");
  const isDue = Boolean(cells.next_at) && !held.includes(status);
  return {
    row: index + 2,
    email: String(cells.email ?? ""),
    name: String(cells.name ?? ""),
    flow: String(cells.flow ?? ""),
    status,
    nextAt: isDue ? new Date(String(cells.next_at)).getTime() || 0 : 0,
  };
}
