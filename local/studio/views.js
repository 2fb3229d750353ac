// Quick views over the Queue, for this page alone: like filter views in Sheets, they change nothing in the sheet, and the
// sheet's own filter does not count in them.

import { emptyRows, filledRows, writtenRows } from "./grid-rows.js";
import { columnReader } from "./grid-source.js";
import { sheetMinute } from "./moments.js";
import { world } from "./world.js";

/** @typedef {import("./grid-source.js").Copy} Copy */
/** @typedef {import("./grid-source.js").Line} Line */
/** @typedef {"all" | "live" | "today" | "stuck" | "lite" | "paid" | "sheet"} View */
/** @typedef {{ status: string, flow: string, nextAt: string, lastAt: string, why: string }} Standing */

/** `sheet`: every row where the sheet has it. @type {readonly View[]} */
export const views = ["all", "live", "today", "stuck", "lite", "paid", "sheet"];

const open = ["ACTIVE", "UNPAID", "FAILED"];
const held = ["PAUSED", "REVIEW"];
// How the script speaks of a row that cannot go on by itself, in either language.
const blocked = /waits|is blocked|等待|不会发送/;
// A due row goes within a minute or two; one that did not by then is held up.
const lateMs = 10 * 60_000;

/** @type {Record<View, (row: Standing, now: { late: string, day: string }) => boolean>} */
const fits = {
  all: () => true,
  sheet: () => true,
  live: ({ status }) => isLive(status),
  today: ({ status, nextAt }, now) =>
    open.includes(status) && nextAt !== "" && nextAt.slice(0, 10) <= now.day,
  stuck: ({ status, nextAt, why }, now) =>
    held.includes(status) || (open.includes(status) && (nextAt < now.late || blocked.test(why))),
  lite: ({ flow }) => flow === "lite",
  paid: ({ status }) => status === "PAID",
};

/** @param {string} status */
function isLive(status) {
  return open.includes(status) || held.includes(status);
}

/**
 * @param {Copy} copy
 * @param {View} view
 * @returns {number[]} rows as the view shows them
 */
export function rowsIn(copy, view) {
  const filled = showsHidden(copy, view) ? writtenRows(copy) : filledRows(copy);
  if (copy.look.name !== "Queue" || view === "sheet") return withEmpty(copy, filled);
  const read = reader(copy);
  const now = moments();
  const rows = filled.map((row) => ({ row, ...read(copy.lines.get(row)) }));
  const shown = rows.filter((row) => fits[view](row, now)).sort(soonestFirst);
  const numbers = shown.map(({ row }) => row);
  return view === "all" ? [...numbers, ...emptyRows(copy, filled)] : numbers;
}

/**
 * Only "All" and "As in the sheet" hide what the sheet hides.
 * @param {Copy} copy
 * @param {View} view
 */
export function showsHidden({ look }, view) {
  return look.name === "Queue" && view !== "all" && view !== "sheet";
}

/**
 * While a person works in the grid its rows stay where they are, also those that fit no more; new ones come on top.
 * @param {Copy} copy
 * @param {View} view
 * @param {readonly number[]} shown
 * @returns {number[]}
 */
export function stayingRows(copy, view, shown) {
  const wanted = rowsIn(copy, view);
  const isWorking = document.getElementById("grid")?.contains(document.activeElement);
  if (!isWorking || copy.look.name !== "Queue" || view === "sheet") return wanted;
  const filled = showsHidden(copy, view) ? writtenRows(copy) : filledRows(copy);
  const stays = new Set([...filled, ...wanted]);
  const staying = shown.filter((row) => stays.has(row));
  const known = new Set(staying);
  const fresh = wanted.filter((row) => !known.has(row));
  const isFilled = (/** @type {number} */ row) => row <= copy.last;
  return [...fresh.filter(isFilled), ...staying, ...fresh.filter((row) => !isFilled(row))];
}

/**
 * How many rows each view has, hidden by the sheet or not.
 * @param {Copy} copy
 * @returns {Record<View, number>}
 */
export function countViews(copy) {
  const read = reader(copy);
  const now = moments();
  const counts = { all: 0, live: 0, today: 0, stuck: 0, lite: 0, paid: 0, sheet: 0 };
  for (const row of writtenRows(copy)) {
    const standing = read(copy.lines.get(row));
    for (const view of views) if (fits[view](standing, now)) counts[view] += 1;
  }
  return counts;
}

/** Blank rows stand where they are among the others. @param {Copy} copy @param {number[]} filled */
function withEmpty(copy, filled) {
  return [...filled, ...emptyRows(copy, filled)].sort((a, b) => a - b);
}

/**
 * @param {Copy} copy
 * @returns {(line: Line | undefined) => Standing}
 */
function reader({ look }) {
  const status = columnReader(look, "status");
  const flow = columnReader(look, "flow");
  const nextAt = columnReader(look, "next_at");
  const lastAt = columnReader(look, "last_at");
  const why = columnReader(look, "why");
  return (line) => ({
    status: status(line),
    flow: flow(line),
    nextAt: nextAt(line),
    lastAt: lastAt(line),
    why: why(line),
  });
}

/** Times in the sheet read as "2026-03-02 09:00", so that texts compare like moments. */
function moments() {
  return { day: sheetMinute(world.now).slice(0, 10), late: sheetMinute(world.now - lateMs) };
}

/**
 * Live ones by the next mail, then the others by the last one.
 * @param {Standing & { row: number }} one
 * @param {Standing & { row: number }} other
 */
function soonestFirst(one, other) {
  const live = Number(isLive(other.status)) - Number(isLive(one.status));
  if (live !== 0) return live;
  const times = isLive(one.status)
    ? compare(one.nextAt || "9", other.nextAt || "9")
    : compare(other.lastAt, one.lastAt);
  return times || one.row - other.row;
}

/** @param {string} one @param {string} other */
function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
