// A block of cells written at once, as Sheets does it: one paste for each stretch of neighbours.
import { tell } from "./bus.js";
import { mayEditAnyway } from "./edits.js";
import { letterOf } from "./letters.js";
import { actOn } from "./sheet-acts.js";
import { t } from "./words.js";

/** @typedef {{ rows: number[], columns: number[] }} Place rows by number, columns by index, as they stand on the screen */

/**
 * @param {import("./grid-source.js").Frame | undefined} look
 * @param {Place} place
 * @param {readonly (readonly string[])[]} values
 * @returns {Promise<boolean>} false: not, or not all of it, and the person has been told
 */
export async function writeBlock(look, { rows, columns }, values) {
  if (!look) return false;
  const warned = columns.map((index) => look.columns[index]).filter((column) => column?.warns);
  const names = warned.map((column) => column?.header).join(", ");
  if (warned.length > 0 && !(await mayEditAnyway(names))) {
    tell("said", t("editKept"));
    return false;
  }
  for (const [top, height] of stretches(rows)) {
    for (const [left, width] of stretches(columns)) {
      const index = columns[left] ?? 0;
      const isWritten = await actOn(look.name, {
        kind: "paste",
        row: rows[top],
        column: look.columns[index]?.name ?? letterOf(index),
        values: values.slice(top, top + height).map((line) => filled(line, left, width)),
      });
      if (!isWritten) return false;
    }
  }
  return true;
}

/**
 * @param {readonly string[]} line
 * @param {number} left
 * @param {number} width
 */
function filled(line, left, width) {
  return Array.from({ length: width }, (_, right) => line[left + right] ?? "");
}

/**
 * Neighbours on the screen need not be neighbours in the sheet.
 * @param {readonly number[]} numbers
 * @returns {[at: number, length: number][]}
 */
function stretches(numbers) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [at, number] of numbers.entries()) {
    const last = found.at(-1);
    if (last && number === (numbers[at - 1] ?? 0) + 1) last[1] += 1;
    else found.push([at, 1]);
  }
  return found;
}
