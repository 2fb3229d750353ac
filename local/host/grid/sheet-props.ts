// Everything about a sheet that is not a cell or an attribute of cells.
import type { SheetFilter } from "./filter.ts";
import type { Rect } from "./rect.ts";

export interface Protection {
  readonly id: string;
  readonly kind: "RANGE" | "SHEET";
  readonly rect: Rect;
  readonly description: string;
  readonly warningOnly: boolean;
}

export interface FormatRule {
  readonly rects: readonly Rect[];
  readonly kind: string;
  readonly values: readonly (string | number)[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
}

export interface SheetProps {
  readonly id: number;
  readonly name: string;
  readonly maxRows: number;
  readonly maxCols: number;
  readonly frozenRows: number;
  readonly frozenCols: number;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly hiddenCols: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly rowDepths: Readonly<Record<string, number>>;
  readonly collapsedRows: readonly number[];
  readonly protections: readonly Protection[];
  readonly formatRules: readonly FormatRule[];
  /** Absent in workbooks from before there were filters. */
  readonly filter?: SheetFilter | null;
}

export const DEFAULT_COLUMN_WIDTH = 100;

export function newSheetProps(id: number, name: string): SheetProps {
  return {
    id,
    name,
    maxRows: 1000,
    maxCols: 26,
    frozenRows: 0,
    frozenCols: 0,
    hidden: false,
    tabColor: null,
    widths: {},
    hiddenCols: [],
    hiddenRows: [],
    rowDepths: {},
    collapsedRows: [],
    protections: [],
    formatRules: [],
  };
}
