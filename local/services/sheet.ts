// Sheet: names, ranges, appending, colours, protection.

import { parseA1 } from "./a1.ts";
import {
  ConditionalFormatRule,
  type FormatRuleWire,
  formatRuleWire,
} from "./conditional-format.ts";
import { Exception } from "./door.ts";
import { Filter } from "./filter.ts";
import { Protection, type ProtectionWire } from "./protection.ts";
import { checkedRange } from "./range.ts";
import { type Rect, SHEET_ID } from "./range-area.ts";
import { RangeList } from "./range-list.ts";
import { areasOn, cellOn, select } from "./selection.ts";
import { SheetLines } from "./sheet-lines.ts";
import { rangeFor } from "./sheet-registry.ts";
import { activeSpreadsheet } from "./spreadsheet-registry.ts";
import { TextFinder } from "./text-finder.ts";
import { toWire } from "./wire.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GRangeList = GoogleAppsScript.Spreadsheet.RangeList;
type GProtection = GoogleAppsScript.Spreadsheet.Protection;
type GFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

interface ClearOptions {
  readonly formatOnly?: boolean | undefined;
  readonly contentsOnly?: boolean | undefined;
}

export class Sheet extends SheetLines {
  override getSheetId(): number {
    return this[SHEET_ID];
  }
  override getName(): string {
    return this.ask("getName");
  }
  override getSheetName(): string {
    return this.ask("getName");
  }
  override setName(name: string): this {
    return this.done("setName", String(name));
  }
  override getIndex(): number {
    return this.ask("getIndex");
  }
  override getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return activeSpreadsheet();
  }
  override getRange(row: number | string, column?: number, rows = 1, columns = 1): GRange {
    if (typeof row === "string") return this.#rangeNamed(row);
    if (typeof row !== "number" || typeof column !== "number") {
      throw new Exception(
        `The parameters (${typeof row},${typeof column}) don't match the method signature for SpreadsheetApp.Sheet.getRange.`,
      );
    }
    return checkedRange(this[SHEET_ID], { row, col: column, rows, cols: columns });
  }
  override getDataRange(): GRange {
    const { rows, cols } = this.ask<{ rows: number; cols: number }>("getDataRange");
    return checkedRange(this[SHEET_ID], { row: 1, col: 1, rows, cols });
  }
  override appendRow(values: unknown[]): this {
    if (!Array.isArray(values)) {
      throw new Exception(
        `The parameters (${typeof values}) don't match the method signature for SpreadsheetApp.Sheet.appendRow.`,
      );
    }
    return this.done("appendRow", values.map(toWire));
  }
  override activate(): this {
    select(this[SHEET_ID], []);
    return this;
  }
  override getActiveRange(): GRange {
    const areas = areasOn(this[SHEET_ID]);
    return rangeFor(this[SHEET_ID], areas[areas.length - 1] as Rect);
  }
  override getActiveRangeList(): GRangeList {
    const id = this[SHEET_ID];
    return new RangeList(
      id,
      areasOn(id).map((rect) => rangeFor(id, rect)),
    );
  }
  override getActiveCell(): GRange {
    return rangeFor(this[SHEET_ID], cellOn(this[SHEET_ID]));
  }
  override getCurrentCell(): GRange {
    return this.getActiveCell();
  }
  override setActiveRange(range: GRange): GRange {
    return range.activate();
  }
  override setActiveSelection(range: GRange | string): GRange {
    return (typeof range === "string" ? this.getRange(range) : range).activate();
  }
  override setCurrentCell(cell: GRange): GRange {
    return cell.activateAsCurrentCell();
  }
  override getRangeList(names: string[]): GRangeList {
    const ranges = names.map((name) => this.#rangeNamed(name));
    return new RangeList(this[SHEET_ID], ranges);
  }
  override hideSheet(): this {
    return this.done("setHidden", true);
  }
  override showSheet(): this {
    return this.done("setHidden", false);
  }
  override isSheetHidden(): boolean {
    return this.ask("isSheetHidden");
  }
  override setTabColor(color: string | null): this {
    return this.done("setTabColor", color);
  }
  override getTabColor(): string | null {
    return this.ask("getTabColor");
  }
  override clear(options?: ClearOptions): this {
    if (options?.contentsOnly) return this.done("clearContents");
    return this.done(options?.formatOnly ? "clearFormats" : "clear");
  }
  override clearContents(): this {
    return this.done("clearContents");
  }
  override clearFormats(): this {
    return this.done("clearFormats");
  }
  override getConditionalFormatRules(): GFormatRule[] {
    return this.ask<FormatRuleWire[]>("getConditionalFormatRules").map(
      (wire) => new ConditionalFormatRule(wire, this[SHEET_ID]),
    );
  }
  override setConditionalFormatRules(rules: GFormatRule[]): void {
    this.ask("setConditionalFormatRules", rules.map(formatRuleWire));
  }
  override protect(): GProtection {
    const [rows, cols] = this.ask<[number, number]>("bounds", 1, 1);
    const wire = this.ask<ProtectionWire>("protect", "SHEET", { row: 1, col: 1, rows, cols });
    return new Protection(this[SHEET_ID], wire);
  }
  override getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GProtection[] {
    return this.ask<ProtectionWire[]>("getProtections", String(type)).map(
      (wire) => new Protection(this[SHEET_ID], wire),
    );
  }
  override createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return new TextFinder([this[SHEET_ID]], null, text);
  }
  override sort(column: number, ascending = true): this {
    const first = this.getFrozenRows() + 1;
    const rows = this.getLastRow() - first + 1;
    if (rows < 1) return this;
    this.getRange(first, 1, rows, this.getMaxColumns()).sort({ column, ascending });
    return this;
  }
  override getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.ask("getFilter") === null ? null : new Filter(this[SHEET_ID]);
  }

  #rangeNamed(name: string): GRange {
    const [maxRows, maxCols] = this.ask<[number, number]>("bounds", 1, 1);
    const rect = parseA1(name.replace(/^.*!/, ""), maxRows, maxCols);
    if (rect === null) throw new Exception("Range not found");
    const { row, col, rows, cols } = rect;
    const starts = row >= 1 && col >= 1;
    const inside = starts && row + rows - 1 <= maxRows && col + cols - 1 <= maxCols;
    return inside ? rangeFor(this[SHEET_ID], rect) : checkedRange(this[SHEET_ID], rect);
  }
}
