// The cells of a sheet: what they hold, never how it came to be. A formula is written as what it shows, so that nothing in
// the file is ever carried out.
import { type Cell, cellValue, GENERAL_FORMAT } from "../host/grid/cell.ts";
import type { Grid } from "../host/grid/grid.ts";
import { formatAt, planeAt } from "../host/grid/read.ts";
import { columnLetters } from "../host/grid/rect.ts";
import type { Look, Styles } from "./styles.ts";
import { attributes, cellText, HEAD, MAIN } from "./xml.ts";

/** What a spreadsheet program takes; Google's own cells are longer. */
const TEXT_MAX = 32_767;
const CUT = " … (cut)";
const FORMULA_START = /^[=+\-@]/;

/** Texts of all sheets, each once. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`,
    );
    const counts = attributes({ count: this.#uses, uniqueCount: items.length });
    return `${HEAD}<sst xmlns="${MAIN}"${counts}>${items.join("")}</sst>`;
  }
}

export interface RowMarks {
  readonly hidden: ReadonlySet<number>;
  readonly depths: Readonly<Record<string, number>>;
  readonly collapsed: ReadonlySet<number>;
}

/** `columnStyles`: what a cell that is not written looks like. */
export function rowsXml(
  grid: Grid,
  width: number,
  columnStyles: readonly number[],
  marks: RowMarks,
  styles: Styles,
  texts: SharedTexts,
): string {
  const rows: string[] = [];
  for (let row = 1; row <= grid.lastRow(); row += 1) {
    const cells: string[] = [];
    for (let col = 1; col <= width; col += 1) {
      const xml = cellXml(grid, row, col, columnStyles[col - 1] ?? 0, styles, texts);
      if (xml !== "") cells.push(xml);
    }
    rows.push(`<row r="${row}"${rowMarks(row, marks)}>${cells.join("")}</row>`);
  }
  return rows.join("");
}

function rowMarks(row: number, { hidden, depths, collapsed }: RowMarks): string {
  return attributes({
    hidden: hidden.has(row) ? 1 : undefined,
    outlineLevel: depths[row],
    collapsed: collapsed.has(row - 1) && !collapsed.has(row) ? 1 : undefined,
  });
}

function cellXml(
  grid: Grid,
  row: number,
  col: number,
  columnStyle: number,
  styles: Styles,
  texts: SharedTexts,
): string {
  const value = cellValue(grid.cell(row, col) satisfies Cell);
  const style = styles.numberOf(lookAt(grid, row, col, value));
  if (value === "" && style === columnStyle) return "";
  const place = `r="${columnLetters(col)}${row}"${style === 0 ? "" : ` s="${style}"`}`;
  if (value === "") return `<c ${place}/>`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c ${place} t="s"><v>${texts.numberOf(shortened(value))}</v></c>`;
}

function shortened(text: string): string {
  return text.length <= TEXT_MAX ? text : text.slice(0, TEXT_MAX - CUT.length) + CUT;
}

export function lookAt(grid: Grid, row: number, col: number, value: unknown = ""): Look {
  const background = planeAt(grid, "background", row, col, "").toLowerCase();
  const fontColor = planeAt(grid, "fontColor", row, col, "").toLowerCase();
  const vertical = planeAt(grid, "vertical", row, col, "");
  const horizontal = planeAt(grid, "horizontal", row, col, "").toLowerCase();
  const format = formatAt(grid, row, col);
  return {
    format: format === "" ? GENERAL_FORMAT : format,
    background: isHex(background) && background !== "#ffffff" ? background : "",
    fontColor: isHex(fontColor) && fontColor !== "#000000" ? fontColor : "",
    bold: planeAt<string>(grid, "fontWeight", row, col, "") === "bold",
    italic: planeAt<string>(grid, "fontStyle", row, col, "") === "italic",
    size: planeAt(grid, "fontSize", row, col, 10),
    wraps: planeAt<string>(grid, "wrap", row, col, "") === "WRAP",
    horizontal: ["left", "center", "right"].includes(horizontal) ? horizontal : "",
    vertical: VERTICAL[vertical.toLowerCase()] ?? "",
    quoted: typeof value === "string" && FORMULA_START.test(value),
  };
}

const VERTICAL: Readonly<Record<string, string>> = { top: "top", middle: "center" };

export function isHex(color: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(color);
}
