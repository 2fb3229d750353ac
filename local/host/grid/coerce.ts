// Turns what a script or a person writes into what the cell holds: strings are read as if typed.

import { wallMs } from "../zone.ts";
import { evaluateFormula } from "./arithmetic.ts";
import { type Cell, GENERAL_FORMAT, type WireValue } from "./cell.ts";
import { drawNumber, isDateFormat } from "./number-format.ts";
import { serialOfInstant } from "./serial.ts";
import { readDateOrTime, type TypedNumber } from "./typed-date.ts";

export interface Typing {
  /** Time zone of the spreadsheet. */
  readonly zone: string;
  readonly now: number;
  /** The cell's number format; General when it has none. */
  readonly format: string;
}
export interface Coerced {
  readonly cell: Cell;
  /** A new number format for the cell, when the value brings one. */
  readonly format?: string;
}

export function coerce(value: WireValue, typing: Typing): Coerced {
  if (value === null || value === "") return { cell: null };
  if (typeof value === "boolean") return { cell: value };
  if (typeof value === "number") return { cell: Number.isFinite(value) ? value : "#NUM!" };
  if (typeof value === "string") return coerceText(value, typing);
  return coerceDate(value[0], typing);
}

function coerceDate(instant: number, typing: Typing): Coerced {
  const serial = serialOfInstant(instant, typing.zone);
  // A plain-text cell keeps what a person would see, not the moment.
  if (typing.format === "@") return { cell: drawNumber(serial, "m/d/yyyy h:mm:ss") };
  if (isDateFormat(typing.format)) return { cell: serial };
  return { cell: serial, format: "m/d/yyyy h:mm:ss" };
}

function coerceText(text: string, typing: Typing): Coerced {
  if (text.startsWith("'")) return { cell: text.slice(1) === "" ? null : text.slice(1) };
  const trimmed = text.trim();
  // The platform runs a leading "=" even in a plain-text cell.
  if (trimmed.startsWith("=") && trimmed.length > 1) return formula(trimmed);
  if (typing.format === "@") return { cell: text };
  // "+1 555" and "-x" become formulas; a plain negative number stays a number.
  if (/^\+./.test(trimmed) || (/^-[^\d.$ ]/.test(trimmed) && !/^--/.test(trimmed))) {
    return formula(`=${trimmed}`);
  }
  return coerceTyped(text, trimmed, typing);
}

function formula(text: string): Coerced {
  return { cell: { f: text, v: evaluateFormula(text) } };
}

function coerceTyped(text: string, trimmed: string, typing: Typing): Coerced {
  if (/^(true|false)$/i.test(trimmed)) return { cell: trimmed.toLowerCase() === "true" };
  // Every number, date and time has a digit; most of what is written has none.
  if (!/\d/.test(trimmed)) return { cell: text };
  const thisYear = new Date(wallMs(typing.zone, typing.now)).getUTCFullYear();
  const typed = readNumber(trimmed) ?? readDateOrTime(trimmed, thisYear);
  if (typed === null) return { cell: text };
  return withFormat(typed, typing.format);
}

function withFormat(typed: TypedNumber, current: string): Coerced {
  const keeps = typed.format === GENERAL_FORMAT || current === typed.format;
  const bothDates = isDateFormat(current) && isDateFormat(typed.format);
  const ownNumberFormat = current !== GENERAL_FORMAT && !isDateFormat(typed.format);
  if (keeps || bothDates || ownNumberFormat) return { cell: typed.value };
  return { cell: typed.value, format: typed.format };
}

const PLAIN = /^-?(\d+\.?\d*|\.\d+)$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;
const SCIENTIFIC = /^-?(\d+\.?\d*|\.\d+)e[+-]?\d+$/i;

function readNumber(text: string): TypedNumber | null {
  if (PLAIN.test(text)) return { value: Number(text), format: GENERAL_FORMAT };
  if (GROUPED.test(text)) {
    const format = text.includes(".") ? "#,##0.00" : "#,##0";
    return { value: Number(text.replace(/,/g, "")), format };
  }
  if (SCIENTIFIC.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value, format: "0.00E+00" } : null;
  }
  if (text.endsWith("%")) return percent(text.slice(0, -1).trim());
  const money = /^(-?)\$\s?([\d,.]+)$/.exec(text);
  return money ? currency(money[1] ?? "", money[2] ?? "") : null;
}

function percent(text: string): TypedNumber | null {
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  const value = Number(text.replace(/,/g, "")) / 100;
  return { value, format: text.includes(".") ? "0.00%" : "0%" };
}

function currency(sign: string, digits: string): TypedNumber | null {
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return null;
  const value = Number(digits.replace(/,/g, ""));
  return {
    value: sign === "-" ? -value : value,
    format: digits.includes(".") ? "$#,##0.00" : "$#,##0",
  };
}
