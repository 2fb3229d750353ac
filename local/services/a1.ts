// A1 notation as getRange takes it. Open sides ("C2:C", "A:A", "3:3") reach to the end of the sheet.
import type { Rect } from "./range-area.ts";

const A1 = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/;

/** Null when it is no A1 name. */
export function parseA1(text: string, rowsMax: number, colsMax: number): Rect | null {
  const match = A1.exec(text.trim());
  if (!match) return null;
  const [, colFrom = "", rowFrom = "", colTo, rowTo = ""] = match;
  if (colTo === undefined) {
    if (colFrom === "" || rowFrom === "") return null;
    return { row: Number(rowFrom), col: columnNumber(colFrom), rows: 1, cols: 1 };
  }
  if (colFrom + rowFrom === "" || colTo + rowTo === "") return null;
  const rows = ordered(rowFrom, rowTo, rowsMax, Number);
  const cols = ordered(colFrom, colTo, colsMax, columnNumber);
  return { row: rows[0], col: cols[0], rows: rows[1] - rows[0] + 1, cols: cols[1] - cols[0] + 1 };
}

function ordered(
  from: string,
  to: string,
  max: number,
  read: (text: string) => number,
): [number, number] {
  const low = from === "" ? 1 : read(from);
  const high = to === "" ? max : read(to);
  return low <= high ? [low, high] : [high, low];
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0);
}
