// A range is coordinates, fixed when it was obtained; rows may move under it.
import { call, Exception } from "./door.ts";
import { lacking } from "./lacking.ts";
import { sheetFor } from "./sheet-registry.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Rect {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** Where a range lies; hidden under a symbol, as scripts cannot see it. */
export const AREA = Symbol("area");
export const SHEET_ID = Symbol("sheet id");

export function rectOf(range: GRange): Rect {
  return (range as unknown as RangeArea)[AREA];
}

export class RangeArea extends lacking<GRange>("Range") {
  readonly [AREA]: Rect;
  readonly [SHEET_ID]: number;

  constructor(sheetId: number, rect: Rect) {
    super();
    this[SHEET_ID] = sheetId;
    this[AREA] = rect;
  }

  override getRow(): number {
    return this[AREA].row;
  }
  override getRowIndex(): number {
    return this[AREA].row;
  }
  override getColumn(): number {
    return this[AREA].col;
  }
  override getNumRows(): number {
    return this[AREA].rows;
  }
  override getNumColumns(): number {
    return this[AREA].cols;
  }
  override getHeight(): number {
    return this[AREA].rows;
  }
  override getWidth(): number {
    return this[AREA].cols;
  }
  override getLastRow(): number {
    return this[AREA].row + this[AREA].rows - 1;
  }
  override getLastColumn(): number {
    return this[AREA].col + this[AREA].cols - 1;
  }
  override getA1Notation(): string {
    const from = `${letters(this.getColumn())}${this.getRow()}`;
    const to = `${letters(this.getLastColumn())}${this.getLastRow()}`;
    return from === to ? from : `${from}:${to}`;
  }
  override getSheet(): GSheet {
    return sheetFor(this[SHEET_ID]);
  }
  override getGridId(): number {
    return this[SHEET_ID];
  }

  /** Calls the host about this area. */
  protected ask<Result>(method: string, ...args: readonly unknown[]): Result {
    return call<Result>(`Range.${method}`, this[SHEET_ID], this[AREA], ...args);
  }

  protected refuseParameters(method: string, ...args: readonly unknown[]): never {
    const kinds = args.map((arg) => (arg === null ? "null" : typeof arg)).join(",");
    throw new Exception(
      `The parameters (${kinds}) don't match the method signature for SpreadsheetApp.Range.${method}.`,
    );
  }
}

export function letters(col: number): string {
  let rest = col;
  let text = "";
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}
