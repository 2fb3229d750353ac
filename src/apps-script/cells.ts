// One cell: what the sheet holds and what the code sees, by the kind of its column.
import type { Column } from "../../sheets-schema/index";

/** A cell as the code sees it: text or choice, number or epoch milliseconds, or empty. */
export type Value = string | number | null;
/** A cell as the spreadsheet service takes it. */
export type RawCell = string | number | Date;

export interface Decoded {
  readonly value: Value;
  /** The content as text where it does not fit the column. */
  readonly odd: string | null;
}

/**
 * Google refuses an input of more than 50,000 characters, and the mark before a text is one of them.
 * Nothing is cut here, because what was cut could not be told.
 */
export const TEXT_LENGTH_MAX = 49_999;
/** A sheet keeps a time as a fraction of a day, so the milliseconds may not come back. */
const TIME_PRECISION_MS = 1000;

const WHOLE_NUMBER = /^-?\d{1,15}$/;
/** An instant that needs no time zone to be understood. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

export function decodeCell(column: Column, raw: unknown): Decoded {
  // Most times are times: writing each out as text first would cost more than all the rest.
  if (column.kind === "time" && raw instanceof Date && !Number.isNaN(raw.getTime())) {
    return fits(raw.getTime());
  }
  const shown = asText(raw);
  if (column.kind === "text") return fits(shown);
  if (shown.trim() === "") return fits(emptyOf(column));
  const value = decodeShown(column, raw, shown.trim());
  return value === null ? { value: emptyOf(column), odd: shown } : fits(value);
}

/** `place` names the cell in the error: "Sends row s-1, column why". */
export function encodeCell(column: Column, value: Value, place: string): RawCell {
  if (value === null || value === "") return "";
  if (column.kind === "time") return new Date(Number(value));
  if (column.kind === "integer") return Number(value);
  return column.kind === "choice" ? String(value) : encodeText(String(value), place);
}

/** Raw content as it must be written so that it stands there again. */
export function encodeRaw(raw: unknown): RawCell | boolean {
  if (typeof raw === "string") return raw === "" ? "" : `'${raw}`;
  if (typeof raw === "number" || typeof raw === "boolean" || raw instanceof Date) return raw;
  return "";
}

export function sameValue(column: Column, one: Value, other: Value): boolean {
  if (column.kind !== "time" || one === null || other === null) return one === other;
  return Math.abs(Number(one) - Number(other)) < TIME_PRECISION_MS;
}

export function emptyOf(column: Column): Value {
  return column.kind === "text" || column.kind === "choice" ? "" : null;
}

function fits(value: Value): Decoded {
  return { value, odd: null };
}

/** Null: the content does not fit. */
function decodeShown(column: Column, raw: unknown, shown: string): Value {
  if (column.kind === "choice") return findChoice(column.choices, shown);
  if (column.kind === "integer") return decodeInteger(raw, shown);
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? null : raw.getTime();
  return INSTANT.test(shown) && typeof raw === "string" ? parseInstant(shown) : null;
}

/** People type "paid" on a phone and mean PAID. */
function findChoice(choices: readonly string[], shown: string): string | null {
  const wanted = shown.toLowerCase();
  return choices.find((choice) => choice.toLowerCase() === wanted) ?? null;
}

function decodeInteger(raw: unknown, shown: string): number | null {
  if (typeof raw === "number") return Number.isInteger(raw) ? raw : null;
  return typeof raw === "string" && WHOLE_NUMBER.test(shown) ? Number(shown) : null;
}

function parseInstant(shown: string): number | null {
  const at = Date.parse(shown);
  return Number.isNaN(at) ? null : at;
}

/** What a person typed into a text cell, when the sheet took it for something else. */
function asText(raw: unknown): string {
  if (typeof raw === "string") return raw;
  if (typeof raw === "number") return String(raw);
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? "" : raw.toISOString();
  return "";
}

/** Without the mark a sheet reads "00123", "1/2" or "=1+1" as something else. */
function encodeText(text: string, place: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return `'${text}`;
  throw new Error(
    `${place}: the text has ${text.length} characters; a cell holds ${TEXT_LENGTH_MAX}. Shorten it.`,
  );
}
