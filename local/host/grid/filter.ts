// A sheet's filter: which rows it hides. Kept by the sheet's columns, as Sheets shows it in its header.
import { cellValue } from "./cell.ts";
import { formulaHolds, isKnownFormula } from "./colour-rules.ts";
import type { Grid } from "./grid.ts";
import { displayAt } from "./read.ts";
import { lastRowOf, type Rect } from "./rect.ts";
import { serialOfInstant } from "./serial.ts";

export interface Criterion {
  /** Texts as shown. */
  readonly hidden: readonly string[];
  readonly condition: Condition | null;
}
interface Condition {
  /** A name of BooleanCriteria. */
  readonly kind: string;
  readonly values: readonly (string | number)[];
}
export interface SheetFilter {
  /** With the line of headers. */
  readonly rect: Rect;
  /** By the column's number in the sheet. */
  readonly criteria: Readonly<Record<string, Criterion>>;
}
/** The reader's day, for "before tomorrow". */
export interface Moment {
  readonly now: number;
  readonly zone: string;
}

type Test = (seen: Seen, values: readonly (string | number)[]) => boolean;
interface Seen {
  readonly text: string;
  /** Null: no number, and no date. */
  readonly number: number | null;
}

const text = (test: (shown: string, wanted: string) => boolean): Test => {
  return (seen, [wanted = ""]) => test(seen.text.toLowerCase(), String(wanted).toLowerCase());
};
const number = (test: (shown: number, first: number, second: number) => boolean): Test => {
  return (seen, [first, second]) =>
    seen.number !== null && test(seen.number, Number(first), Number(second));
};

const TESTS: Readonly<Record<string, Test>> = {
  CELL_EMPTY: (seen) => seen.text === "",
  CELL_NOT_EMPTY: (seen) => seen.text !== "",
  TEXT_CONTAINS: text((shown, wanted) => shown.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: text((shown, wanted) => !shown.includes(wanted)),
  TEXT_EQUAL_TO: text((shown, wanted) => shown === wanted),
  TEXT_STARTS_WITH: text((shown, wanted) => shown.startsWith(wanted)),
  TEXT_ENDS_WITH: text((shown, wanted) => shown.endsWith(wanted)),
  NUMBER_BETWEEN: number((shown, low, high) => shown >= low && shown <= high),
  NUMBER_NOT_BETWEEN: number((shown, low, high) => shown < low || shown > high),
  NUMBER_EQUAL_TO: number((shown, wanted) => shown === wanted),
  NUMBER_NOT_EQUAL_TO: number((shown, wanted) => shown !== wanted),
  NUMBER_GREATER_THAN: number((shown, wanted) => shown > wanted),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((shown, wanted) => shown >= wanted),
  NUMBER_LESS_THAN: number((shown, wanted) => shown < wanted),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((shown, wanted) => shown <= wanted),
  // Dates are compared by their days.
  DATE_BEFORE: number((shown, wanted) => Math.floor(shown) < Math.floor(wanted)),
  DATE_AFTER: number((shown, wanted) => Math.floor(shown) > Math.floor(wanted)),
  DATE_EQUAL_TO: number((shown, wanted) => Math.floor(shown) === Math.floor(wanted)),
};
const RELATIVE_DAYS: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };

/** Null: it can be drawn here. Else what cannot. */
export function beyondUs({ condition }: Criterion): string | null {
  if (condition === null) return null;
  const { kind, values } = condition;
  if (kind === "CUSTOM_FORMULA") {
    return isKnownFormula(String(values[0])) ? null : `a filter by the formula ${values[0]}`;
  }
  if (!kind.endsWith("_RELATIVE")) return kind in TESTS ? null : `a filter by ${kind}`;
  return String(values[0]) in RELATIVE_DAYS ? null : `a filter by the relative date ${values[0]}`;
}

export function rowsHiddenByFilter(grid: Grid, moment: Moment): readonly number[] {
  const { filter } = grid.props;
  if (filter === undefined || filter === null) return [];
  const { rect, criteria } = filter;
  const rows: number[] = [];
  for (let row = rect.row + 1; row <= Math.min(lastRowOf(rect), grid.lastRow()); row += 1) {
    const shows = Object.entries(criteria).every(([col, criterion]) =>
      fits(grid, criterion, { row, col: Number(col) }, rect, moment),
    );
    if (!shows) rows.push(row);
  }
  return rows;
}

function fits(
  grid: Grid,
  { hidden, condition }: Criterion,
  at: { readonly row: number; readonly col: number },
  rect: Rect,
  moment: Moment,
): boolean {
  const shown = displayAt(grid, at.row, at.col);
  if (hidden.includes(shown)) return false;
  if (condition === null) return true;
  const { kind, values } = condition;
  if (kind === "CUSTOM_FORMULA") {
    return formulaHolds(grid, String(values[0]), at.row - rect.row - 1, 0);
  }
  const value = cellValue(grid.cell(at.row, at.col));
  const seen = { text: shown, number: typeof value === "number" ? value : null };
  return TESTS[absolute(kind)]?.(seen, wantedValues(kind, values, moment)) ?? true;
}

function absolute(kind: string): string {
  return kind.replace(/_RELATIVE$/, "");
}

/** Dates come as instants and are compared as the sheet keeps them. */
function wantedValues(
  kind: string,
  values: readonly (string | number)[],
  { now, zone }: Moment,
): readonly (string | number)[] {
  if (!kind.startsWith("DATE_")) return values;
  if (!kind.endsWith("_RELATIVE")) {
    return values.map((value) => serialOfInstant(Number(value), zone));
  }
  return values.map((value) => serialOfInstant(now, zone) + (RELATIVE_DAYS[String(value)] ?? 0));
}
