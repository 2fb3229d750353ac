// The page's copy of what several of its parts show: sheets, outbox, queue. Read anew when something changed.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";

/** @typedef {{ id: string, to: string, from: string, subject: string, text: string, sentAt: string }} Mail */
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

export async function readWorld() {
  const [sheets, outbox, next, queue] = await Promise.all([
    get("sheets"),
    readOutbox(),
    get("next-mail"),
    get("queue"),
  ]);
  world.sheets = sheets;
  world.outbox = outbox;
  world.nextMailAt = next.at === null ? 0 : Date.parse(next.at);
  const lookedAt = Date.parse(next.lookedAt);
  world.queue = queue.map((/** @type {QueueLine} */ line) => toQueueRow(line, lookedAt));
  tell("read");
}

/** Mails are only ever added; fewer than before are those of another workbook. */
async function readOutbox() {
  const known = world.outbox;
  /** @type {{ total: number, mails: Mail[] }} */
  const { total, mails } = await get(`mails?from=${known.length}`);
  if (total < known.length) return (await get("mails")).mails;
  return mails.length === 0 ? known : [...known, ...mails];
}

/** @typedef {[row: number, email: string, name: string, flow: string, status: string, nextAt: string]} QueueLine */

// Such a row keeps its time, but nothing goes until a person lets it.
const held = ["PAUSED", "REVIEW"];

/**
 * @param {QueueLine} line
 * @param {number} lookedAt when the batch last ran: what was due before and did not go is held up
 * @returns {QueueRow}
 */
function toQueueRow([row, email, name, flow, status, next], lookedAt) {
  const nextAt = Date.parse(next);
  const isDue = nextAt > lookedAt && !held.includes(status);
  return { row, email, name, flow, status, nextAt: isDue ? nextAt : 0 };
}
