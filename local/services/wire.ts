// How cell values pass the door: a Date as its epoch milliseconds in an array.
import { Exception } from "./door.ts";

export type Wire = string | number | boolean | null | [number];

const CHARACTERS_MAX = 50_000;

export function toWire(value: unknown): Wire {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "string":
      return checkLength(value);
    case "number":
      return Number.isFinite(value) ? value : "#NUM!";
    case "boolean":
      return value;
    default:
      return value instanceof Date ? [value.getTime()] : checkLength(String(value));
  }
}

export function fromWire(wire: Wire): string | number | boolean | Date {
  if (wire === null) return "";
  return Array.isArray(wire) ? new Date(wire[0]) : wire;
}

function checkLength(text: string): string {
  if (text.length <= CHARACTERS_MAX) return text;
  throw new Exception(
    `Your input contains more than the maximum of ${CHARACTERS_MAX} characters in a single cell.`,
  );
}

/** Refuses data whose shape is not the range's, in Google's words. */
export function checkShape(
  values: unknown,
  rows: number,
  cols: number,
  method: string,
): asserts values is unknown[][] {
  if (!Array.isArray(values) || !values.every((line) => Array.isArray(line))) {
    const kind = Array.isArray(values) ? "number[]" : typeof values;
    throw new Exception(`The parameters (${kind}) don't match the method signature for ${method}.`);
  }
  if (values.length !== rows) throw mismatch("rows", values.length, rows);
  for (const line of values as unknown[][]) {
    if (line.length !== cols) throw mismatch("columns", line.length, cols);
  }
}

function mismatch(lines: string, seen: number, wanted: number): Exception {
  return new Exception(
    `The number of ${lines} in the data does not match the number of ${lines} in the range. ` +
      `The data has ${seen} but the range has ${wanted}.`,
  );
}
