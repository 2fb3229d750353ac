// RangeList: several areas of one sheet, as a person selects them with Ctrl.
import { lacking } from "./lacking.ts";
import { rectOf } from "./range-area.ts";
import { select } from "./selection.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GRangeList = GoogleAppsScript.Spreadsheet.RangeList;

export class RangeList extends lacking<GRangeList>("RangeList") {
  readonly #ranges: readonly GRange[];
  readonly #sheetId: number;

  constructor(sheetId: number, ranges: readonly GRange[]) {
    super();
    this.#sheetId = sheetId;
    this.#ranges = ranges;
  }

  override getRanges(): GRange[] {
    return [...this.#ranges];
  }
  override activate(): this {
    select(this.#sheetId, this.#ranges.map(rectOf));
    return this;
  }
}
