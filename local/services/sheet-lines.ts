// Sheet: its rows and columns — how many, put in, taken out, hidden, how wide.
import { call } from "./door.ts";
import { Group, type GroupWire } from "./group.ts";
import { lacking } from "./lacking.ts";
import { SHEET_ID } from "./range-area.ts";

type GSheet = GoogleAppsScript.Spreadsheet.Sheet;

export class SheetLines extends lacking<GSheet>("Sheet") {
  readonly [SHEET_ID]: number;

  constructor(id: number) {
    super();
    this[SHEET_ID] = id;
  }

  override getLastRow(): number {
    return this.ask("getLastRow");
  }
  override getLastColumn(): number {
    return this.ask("getLastColumn");
  }
  override getMaxRows(): number {
    return this.ask("getMaxRows");
  }
  override getMaxColumns(): number {
    return this.ask("getMaxColumns");
  }
  override insertRows(rowIndex: number, numRows = 1): void {
    this.ask("insertRows", rowIndex, numRows);
  }
  override insertRowsAfter(after: number, count: number): this {
    return this.done("insertRows", after + 1, count);
  }
  override insertRowAfter(after: number): this {
    return this.done("insertRows", after + 1, 1);
  }
  override insertRowsBefore(before: number, count: number): this {
    return this.done("insertRows", before, count);
  }
  override insertRowBefore(before: number): this {
    return this.done("insertRows", before, 1);
  }
  override insertColumns(columnIndex: number, numColumns = 1): void {
    this.ask("insertColumns", columnIndex, numColumns);
  }
  override insertColumnsAfter(after: number, count: number): this {
    return this.done("insertColumns", after + 1, count);
  }
  override insertColumnAfter(after: number): this {
    return this.done("insertColumns", after + 1, 1);
  }
  override insertColumnsBefore(before: number, count: number): this {
    return this.done("insertColumns", before, count);
  }
  override insertColumnBefore(before: number): this {
    return this.done("insertColumns", before, 1);
  }
  override deleteRow(row: number): this {
    return this.done("deleteRows", row, 1);
  }
  override deleteRows(row: number, count: number): void {
    this.ask("deleteRows", row, count);
  }
  override deleteColumn(column: number): this {
    return this.done("deleteColumns", column, 1);
  }
  override deleteColumns(column: number, count: number): void {
    this.ask("deleteColumns", column, count);
  }
  override moveRows(rows: GoogleAppsScript.Spreadsheet.Range, destination: number): void {
    this.ask("moveRows", rows.getRow(), rows.getNumRows(), destination);
  }
  override getFrozenRows(): number {
    return this.ask("getFrozenRows");
  }
  override setFrozenRows(rows: number): void {
    this.ask("setFrozenRows", rows);
  }
  override getFrozenColumns(): number {
    return this.ask("getFrozenColumns");
  }
  override setFrozenColumns(columns: number): void {
    this.ask("setFrozenColumns", columns);
  }
  override getColumnWidth(column: number): number {
    return this.ask("getColumnWidth", column);
  }
  override setColumnWidth(column: number, width: number): this {
    return this.done("setColumnWidths", column, 1, width);
  }
  override setColumnWidths(column: number, count: number, width: number): this {
    return this.done("setColumnWidths", column, count, width);
  }
  override hideColumns(column: number, count = 1): void {
    this.ask("hideColumns", column, count);
  }
  override showColumns(column: number, count = 1): void {
    this.ask("showColumns", column, count);
  }
  override isColumnHiddenByUser(column: number): boolean {
    return this.ask<number[]>("hiddenColumns").includes(column);
  }
  override hideRows(row: number, count = 1): void {
    this.ask("hideRows", row, count);
  }
  override showRows(row: number, count = 1): void {
    this.ask("showRows", row, count);
  }
  override isRowHiddenByUser(row: number): boolean {
    return this.ask<number[]>("hiddenRows").includes(row);
  }
  override isRowHiddenByFilter(row: number): boolean {
    return this.ask<number[]>("rowsHiddenByFilter").includes(row);
  }
  override collapseAllRowGroups(): this {
    return this.done("collapseAllRowGroups");
  }
  override expandAllRowGroups(): this {
    return this.done("expandAllRowGroups");
  }
  override getRowGroup(row: number, depth: number): GoogleAppsScript.Spreadsheet.Group | null {
    const wire = this.ask<GroupWire | null>("getRowGroup", row, depth);
    return wire === null ? null : new Group(this[SHEET_ID], wire);
  }
  override getRowGroupDepth(row: number): number {
    return this.ask("getRowGroupDepth", row);
  }

  protected ask<Result>(method: string, ...args: readonly unknown[]): Result {
    return call<Result>(`Sheet.${method}`, this[SHEET_ID], ...args);
  }

  protected done(method: string, ...args: readonly unknown[]): this {
    this.ask(method, ...args);
    return this;
  }
}
