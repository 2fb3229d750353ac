// The page's copy of what several of its parts show: sheets, outbox, queue. Read anew when something changed.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";

/** @typedef {{ id: string, to: string, from: string, subject: string, text: string, html: string, headers: Record<string, string>, sentAt: string }} Mail */
/** @typedef {{ row: number, email: string, name: string, flow: string, status: string, nextAt: number }} QueueRow */
/** @typedef {{ name: string, hidden: boolean, tabColor: string, rows: number }} SheetInfo */

/** @type {{ now: number, sheets: SheetInfo[], outbox: Mail[], queue: QueueRow[], nextMailAt: number }} */
export const world = { now: 0, sheets: [], outbox: [], queue: [], nextMailAt: 0 };

export function followWorld() {
  hear("status", (/** @type {{ now: string }} */ status) => {
    world.now = new Date(status.now).getTime();
  });
  hear("changed", () => void readWorld().catch((error) => tell("failed", { error })));
}

async function readWorld() {
  const [sheets, outbox, next] = await Promise.all([
    get("sheets"),
    get("outbox"),
    get("next-mail"),
  ]);
  world.sheets = Array.isArray(sheets) ? sheets : sheets.sheets;
  world.outbox = outbox;
  world.nextMailAt = next.at === null ? 0 : Date.parse(next.at);
  world.queue = await readQueue(Date.parse(next.lookedAt));
  tell("read");
}

/**
 * @param {number} lookedAt when the batch last ran: what was due before and did not go is held up
 * @returns {Promise<QueueRow[]>}
 */
async function readQueue(lookedAt) {
  if (!world.sheets.some((sheet) => sheet.name === "Queue")) return [];
  const { rows } = await get("sheets/Queue");
  const read = rows.map(
    (/** @type {Record<string, unknown>} */ cells, /** @type {number} */ index) =>
      toQueueRow(cells, index, lookedAt),
  );
  return read.filter((/** @type {QueueRow} */ row) => row.email !== "");
}

// Such a row keeps its time, but nothing goes until a person lets it.
const held = ["PAUSED", "REVIEW"];

/**
 * @param {Record<string, unknown>} cells
 * @param {number} index
 * @param {number} lookedAt
 * @returns {QueueRow}
 */
function toQueueRow(cells, index, lookedAt) {
  const status = String(cells.status ?? "");
  const nextAt = Date.parse(String(cells.next_at ?? ""));
  const isDue = nextAt > lookedAt && !held.includes(status);
  return {
    row: index + 2,
    email: String(cells.email ?? ""),
    name: String(cells.name ?? ""),
    flow: String(cells.flow ?? ""),
    status,
    nextAt: isDue ? nextAt : 0,
  };
}
