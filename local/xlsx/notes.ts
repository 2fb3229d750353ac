// Notes on cells: their texts, and the small boxes that programs draw for them.
import type { Grid } from "../host/grid/grid.ts";
import { planeAt } from "../host/grid/read.ts";
import { columnLetters } from "../host/grid/rect.ts";
import { cellText, HEAD, MAIN } from "./xml.ts";

export interface Note {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

export function notesOf(grid: Grid, width: number): readonly Note[] {
  const notes: Note[] = [];
  for (let row = 1; row <= Math.max(1, grid.lastRow()); row += 1) {
    for (let col = 1; col <= width; col += 1) {
      const text = planeAt(grid, "note", row, col, "");
      if (text !== "") notes.push({ row, col, text });
    }
  }
  return notes;
}

export function notesXml(notes: readonly Note[]): string {
  const list = notes.map(
    ({ row, col, text }) =>
      `<comment ref="${columnLetters(col)}${row}" authorId="0">` +
      `<text><r><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
  );
  return (
    `${HEAD}<comments xmlns="${MAIN}"><authors><author>Dripsheet</author></authors>` +
    `<commentList>${list.join("")}</commentList></comments>`
  );
}

const BOX_COLUMNS = 3;
const LINE_CHARACTERS = 34;

/** The format asks for these drawings; without them a program shows no note. */
export function noteBoxesXml(notes: readonly Note[]): string {
  const boxes = notes.map((note, index) => boxXml(note, index));
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${boxes.join("")}</xml>`
  );
}

function boxXml({ row, col, text }: Note, index: number): string {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE_CHARACTERS), 1);
  const anchor = [col, 15, row - 1, 2, col + BOX_COLUMNS, 15, row + Math.min(lines, 20), 4];
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" fillcolor="#fffbe8" o:insetmode="auto" ` +
    'style="position:absolute;visibility:hidden"><v:fill color2="#fffbe8"/><v:textbox/>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${col - 1}</x:Column></x:ClientData></v:shape>`
  );
}
