// One sheet of the file, in the order of parts that the format prescribes.
import type { Grid } from "../host/grid/grid.ts";
import { columnLetters } from "../host/grid/rect.ts";
import { DEFAULT_COLUMN_WIDTH } from "../host/grid/sheet-props.ts";
import { lookAt, rowsXml, type SharedTexts } from "./cells.ts";
import { coloursXml } from "./colours.ts";
import { dropdownsXml, type LongLists } from "./dropdowns.ts";
import { argb, type Styles } from "./styles.ts";
import { attributes, HEAD, MAIN, RELATIONS } from "./xml.ts";

export interface Shared {
  readonly styles: Styles;
  readonly texts: SharedTexts;
  readonly lists: LongLists;
}

export interface SheetPart {
  readonly grid: Grid;
  readonly width: number;
  /** Rows that a filter, a folded group or a hand hides. */
  readonly hiddenRows: readonly number[];
  /** The one that opens. */
  readonly isFirst: boolean;
  readonly hasNotes: boolean;
}

export function sheetXml(part: SheetPart, { styles, texts, lists }: Shared): string {
  const { grid, width } = part;
  const { props } = grid;
  const columnStyles = Array.from({ length: width }, (_, index) =>
    styles.numberOf(lookAt(grid, props.maxRows, index + 1)),
  );
  const marks = {
    hidden: new Set(part.hiddenRows),
    depths: props.rowDepths,
    collapsed: new Set(props.collapsedRows),
  };
  const size = `A1:${columnLetters(Math.max(1, width))}${Math.max(1, grid.lastRow())}`;
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    sheetProperties(grid),
    `<dimension ref="${size}"/>`,
    viewXml(part),
    `<sheetFormatPr defaultRowHeight="15"${attributes({ outlineLevelRow: deepest(grid) })}/>`,
    columnsXml(grid, columnStyles),
    `<sheetData>${rowsXml(grid, width, columnStyles, marks, styles, texts)}</sheetData>`,
    props.filter ? `<autoFilter ref="${size}"/>` : "",
    coloursXml(props.formatRules, styles),
    dropdownsXml(grid, width, lists),
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    part.hasNotes ? '<legacyDrawing r:id="rId1"/>' : "",
    "</worksheet>",
  ].join("");
}

function sheetProperties({ props }: Grid): string {
  const color = props.tabColor ? `<tabColor rgb="${argb(props.tabColor)}"/>` : "";
  return `<sheetPr>${color}<outlinePr summaryBelow="0"/></sheetPr>`;
}

function deepest({ props }: Grid): number | undefined {
  const most = Math.max(0, ...Object.values(props.rowDepths));
  return most === 0 ? undefined : most;
}

function viewXml({ grid, isFirst }: SheetPart): string {
  const { frozenRows, frozenCols } = grid.props;
  const view = attributes({ tabSelected: isFirst ? 1 : undefined, workbookViewId: 0 });
  if (frozenRows + frozenCols === 0) {
    return `<sheetViews><sheetView${view}/></sheetViews>`;
  }
  const pane = frozenRows === 0 ? "topRight" : frozenCols === 0 ? "bottomLeft" : "bottomRight";
  const frozen = attributes({
    xSplit: frozenCols || undefined,
    ySplit: frozenRows || undefined,
    topLeftCell: `${columnLetters(frozenCols + 1)}${frozenRows + 1}`,
    activePane: pane,
    state: "frozen",
  });
  const inside = `<pane${frozen}/><selection pane="${pane}"/>`;
  return `<sheetViews><sheetView${view}>${inside}</sheetView></sheetViews>`;
}

function columnsXml({ props }: Grid, columnStyles: readonly number[]): string {
  if (columnStyles.length === 0) return "";
  const columns = columnStyles.map((style, index) => {
    const col = index + 1;
    return `<col${attributes({
      min: col,
      max: col,
      width: inCharacters(props.widths[col] ?? DEFAULT_COLUMN_WIDTH),
      style: style === 0 ? undefined : style,
      hidden: props.hiddenCols.includes(col) ? 1 : undefined,
      customWidth: 1,
    })}/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

/** Widths count in digits of the plain font: seven pixels each, and five for the edges. */
function inCharacters(px: number): number {
  return Math.max(0, Math.trunc(((px - 5) / 7) * 100 + 0.5) / 100);
}
