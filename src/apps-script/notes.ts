// Notes on cells, block by block: a person may have pasted over five hundred rows, and each says why it was put back.
import type { TabName } from "../../sheets-schema/index";
import type { CellNote } from "../ports";
import { blocksOf, type CellWrite } from "./cell-blocks";
import { readGrid, requireSheet } from "./tab-access";
import { columnAt, FIRST_ROW } from "./tab-grid";

export function writeNotes<N extends TabName>(tab: N, notes: readonly CellNote<N>[]): void {
  const grid = readGrid(tab);
  const cells = notes.flatMap(({ id, column, note }): CellWrite[] => {
    const row = grid.rowById.get(id);
    const at = columnAt(grid, tab, column);
    return row === undefined || at === undefined
      ? []
      : [{ row: row + FIRST_ROW, column: at + 1, raw: note }];
  });
  const sheet = requireSheet(tab);
  for (const { row, column, values } of blocksOf(cells)) {
    const texts = values.map((line) => line.map(String));
    sheet.getRange(row, column, texts.length, texts[0]?.length ?? 1).setNotes(texts);
  }
}
