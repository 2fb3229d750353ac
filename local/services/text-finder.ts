// TextFinder over one or more sheets, or within a range. It looks at what a person sees.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";
import type { Rect } from "./range-area.ts";
import { rangeFor } from "./sheet-registry.ts";

type GTextFinder = GoogleAppsScript.Spreadsheet.TextFinder;
type GRange = GoogleAppsScript.Spreadsheet.Range;

export class TextFinder extends lacking<GTextFinder>("TextFinder") {
  readonly #sheetIds: readonly number[];
  readonly #area: Rect | null;
  #find: { text: string; matchCase: boolean; entireCell: boolean; regularExpression: boolean };
  #given = 0;

  constructor(sheetIds: readonly number[], area: Rect | null, text: string) {
    super();
    this.#sheetIds = sheetIds;
    this.#area = area;
    this.#find = {
      text: String(text),
      matchCase: false,
      entireCell: false,
      regularExpression: false,
    };
  }

  override matchCase(matchCase: boolean): this {
    this.#find = { ...this.#find, matchCase };
    return this;
  }
  override matchEntireCell(entireCell: boolean): this {
    this.#find = { ...this.#find, entireCell };
    return this;
  }
  override useRegularExpression(regularExpression: boolean): this {
    this.#find = { ...this.#find, regularExpression };
    return this;
  }
  override findAll(): GRange[] {
    return this.#sheetIds.flatMap((sheetId) =>
      call<{ row: number; col: number }[]>("TextFinder.find", sheetId, this.#area, this.#find).map(
        ({ row, col }) => rangeFor(sheetId, { row, col, rows: 1, cols: 1 }),
      ),
    );
  }
  override findNext(): GRange | null {
    const found = this.findAll()[this.#given] ?? null;
    this.#given += 1;
    return found;
  }
}
