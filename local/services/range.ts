// Range: moving about, clearing, sorting, groups, protection and finding text.
import { call, Exception } from "./door.ts";
import { Filter } from "./filter.ts";
import { Protection, type ProtectionWire } from "./protection.ts";
import { AREA, type Rect, SHEET_ID } from "./range-area.ts";
import { RangeLooks } from "./range-looks.ts";
import { select } from "./selection.ts";
import { rangeFor } from "./sheet-registry.ts";
import { TextFinder } from "./text-finder.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;

interface SortSpec {
  readonly column: number;
  readonly ascending?: boolean;
}
interface ClearOptions {
  readonly commentsOnly?: boolean | undefined;
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly validationsOnly?: boolean | undefined;
  readonly skipFilteredRows?: boolean | undefined;
}

export class Range extends RangeLooks {
  override getCell(row: number, column: number): GRange {
    const { rows, cols } = this[AREA];
    if (row < 1 || row > rows || column < 1 || column > cols) {
      throw new Exception("Cell reference out of range");
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }
  override offset(down: number, right: number, rows?: number, cols?: number): GRange {
    const area = this[AREA];
    return checkedRange(this[SHEET_ID], {
      row: area.row + down,
      col: area.col + right,
      rows: rows ?? area.rows,
      cols: cols ?? area.cols,
    });
  }
  override clear(options?: ClearOptions): this {
    if (options?.contentsOnly) this.ask("clearContent");
    else if (options?.formatOnly) this.ask("clearFormat");
    else if (options?.validationsOnly) this.ask("clearDataValidations", null);
    else if (options?.commentsOnly) this.ask("clearNote", null);
    else this.ask("clear");
    return this;
  }
  override clearContent(): this {
    this.ask("clearContent");
    return this;
  }
  override clearFormat(): this {
    this.ask("clearFormat");
    return this;
  }
  override removeCheckboxes(): this {
    this.ask("removeCheckboxes");
    return this;
  }
  override sort(spec: number | SortSpec | readonly (number | SortSpec)[]): this {
    const specs = Array.isArray(spec) ? spec : [spec];
    const keys = specs.map((one: number | SortSpec) =>
      typeof one === "number"
        ? { column: one, ascending: true }
        : { column: one.column, ascending: one.ascending ?? true },
    );
    this.ask("sort", keys);
    return this;
  }
  override shiftRowGroupDepth(delta: number): this {
    this.ask("shiftRowGroupDepth", delta);
    return this;
  }
  override collapseGroups(): this {
    this.ask("collapseGroups");
    return this;
  }
  override expandGroups(): this {
    this.ask("expandGroups");
    return this;
  }
  override createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    this.ask("createFilter");
    return new Filter(this[SHEET_ID]);
  }
  override getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.getSheet().getFilter();
  }
  override protect(): GoogleAppsScript.Spreadsheet.Protection {
    const wire = call<ProtectionWire>("Sheet.protect", this[SHEET_ID], "RANGE", this[AREA]);
    return new Protection(this[SHEET_ID], wire);
  }
  override createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return new TextFinder([this[SHEET_ID]], this[AREA], text);
  }
  override activate(): this {
    select(this[SHEET_ID], [this[AREA]]);
    return this;
  }
  override activateAsCurrentCell(): this {
    return this.activate();
  }
  override canEdit(): boolean {
    return true;
  }
}

/** A range that lies inside its sheet; else Google's refusal. */
export function checkedRange(sheetId: number, rect: Rect): GRange {
  for (const [value, what] of [
    [rect.row, "The starting row of the range is too small."],
    [rect.col, "The starting column of the range is too small."],
    [rect.rows, "The number of rows in the range must be at least 1."],
    [rect.cols, "The number of columns in the range must be at least 1."],
  ] as const) {
    if (!Number.isFinite(value) || value < 1) throw new Exception(what);
  }
  const whole = {
    row: Math.trunc(rect.row),
    col: Math.trunc(rect.col),
    rows: Math.trunc(rect.rows),
    cols: Math.trunc(rect.cols),
  };
  const lastRow = whole.row + whole.rows - 1;
  const lastCol = whole.col + whole.cols - 1;
  const [maxRows, maxCols] = call<[number, number]>("Sheet.bounds", sheetId, lastRow, lastCol);
  if (lastRow > maxRows || lastCol > maxCols) {
    throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
  }
  return rangeFor(sheetId, whole);
}
