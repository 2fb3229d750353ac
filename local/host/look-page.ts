// A tab as the Studio draws it, as JSON: all of it, or only the rows that differ from what the page has already.
import { randomBytes } from "node:crypto";
import { ruleBackground } from "./grid/colour-rules.ts";
import type { Grid } from "./grid/grid.ts";
import { displayAt, planeAt } from "./grid/read.ts";
import { frameOfSheet, sheetOrFail, WHITE } from "./look.ts";
import type { World } from "./world.ts";

/** Versions count from the start of the process, so a page from before it knows nothing. */
const EPOCH = randomBytes(4).toString("hex");

/** `since`: the cursor of an earlier answer, "" for none. */
export function lookPage(world: World, name: string, now: number, since: string): string {
  const grid = sheetOrFail(world, name);
  const frame = frameOfSheet(world, grid, now);
  const { touches, lookTexts, props } = grid;
  const hidden = new Set(props.hiddenCols);
  const width = frame.columns.length;
  lookTexts.refresh(touches, `${width} ${[...hidden].join()}`);
  const last = Math.max(1, grid.lastRow());
  const first = firstRow(props.frozenRows);
  const changed = touches.since(versionOf(since, props.id));
  const numbers =
    changed?.filter((row) => row >= first && row <= last) ??
    Array.from({ length: last - first + 1 }, (_, index) => index + first);
  const texts = numbers.map((row) => lookTexts.text(row, (at) => rowText(grid, at, width, hidden)));
  const cursor = `${EPOCH}.${props.id}.${touches.version}`;
  const head = JSON.stringify({ ...frame, cursor, whole: changed === null, last });
  return `${head.slice(0, -1)},"rows":[${texts.join(",")}]}`;
}

/** A frozen row names the columns; where none is, the first row is one like the others. */
function firstRow(frozenRows: number): number {
  return frozenRows === 0 ? 1 : 2;
}

/** Lower than any: nothing is known. */
function versionOf(cursor: string, sheetId: number): number {
  const [epoch, id, version] = cursor.split(".");
  return epoch === EPOCH && Number(id) === sheetId ? Number(version) : -1;
}

/** `[row, cells, backgrounds, notes]`; empty cells at the end are left out, and of the last two everything empty. */
function rowText(grid: Grid, row: number, width: number, hidden: ReadonlySet<number>): string {
  const cells: string[] = [];
  const backgrounds: Record<number, string> = {};
  const notes: Record<number, string> = {};
  for (let col = 1; col <= width; col += 1) {
    cells.push(hidden.has(col) ? "" : displayAt(grid, row, col));
    const own = planeAt<string>(grid, "background", row, col, WHITE);
    const background = ruleBackground(grid, row, col) ?? own;
    if (background !== WHITE) backgrounds[col - 1] = background;
    const note = planeAt(grid, "note", row, col, "");
    if (note !== "") notes[col - 1] = note;
  }
  while (cells.length > 0 && cells.at(-1) === "") cells.pop();
  return JSON.stringify([row, cells, backgrounds, notes]);
}
