// The whole workbook as an .xlsx file: values, formats, dropdowns, colours, notes; what a person sees, nothing that runs.
import type { Grid } from "../host/grid/grid.ts";
import { frameOfSheet } from "../host/look.ts";
import { gridsInOrder } from "../host/workbook.ts";
import type { World } from "../host/world.ts";
import { SharedTexts } from "./cells.ts";
import { LongLists } from "./dropdowns.ts";
import { noteBoxesXml, notesOf, notesXml } from "./notes.ts";
import { type Shared, sheetXml } from "./sheet.ts";
import { Styles } from "./styles.ts";
import { attributes, cellText, HEAD, MAIN, RELATIONS } from "./xml.ts";
import { type Part, zip } from "./zip.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** Long lists of dropdowns; hidden, as nobody reads it. */
const LISTS_SHEET = "dripsheet_lists";

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly parts: readonly Part[];
  readonly hasNotes: boolean;
}

export function workbookXlsx(world: World, now: number): Buffer {
  const shared: Shared = {
    styles: new Styles(),
    texts: new SharedTexts(),
    lists: new LongLists(LISTS_SHEET),
  };
  const names = new Set<string>();
  const grids = gridsInOrder(world);
  // A program will not open on a hidden sheet.
  const first = grids.findIndex((grid) => !grid.props.hidden);
  const sheets = grids.map((grid, index) => {
    const place = { number: index + 1, isFirst: index === first };
    return makeSheet(world, grid, now, place, nameFor(grid.props.name, names), shared);
  });
  if (shared.lists.lists.length > 0) sheets.push(listsSheet(sheets.length + 1, shared));
  return zip([
    { path: "[Content_Types].xml", text: contentTypes(sheets) },
    { path: "_rels/.rels", text: relations([["rId1", "officeDocument", "xl/workbook.xml"]]) },
    { path: "xl/workbook.xml", text: workbookXml(sheets, Math.max(0, first)) },
    { path: "xl/_rels/workbook.xml.rels", text: workbookRelations(sheets) },
    ...sheets.flatMap(({ parts }) => parts),
    { path: "xl/styles.xml", text: shared.styles.xml() },
    { path: "xl/sharedStrings.xml", text: shared.texts.xml() },
  ]);
}

function makeSheet(
  world: World,
  grid: Grid,
  now: number,
  { number, isFirst }: { readonly number: number; readonly isFirst: boolean },
  name: string,
  shared: Shared,
): Sheet {
  const { hiddenRows } = frameOfSheet(world, grid, now);
  const width = grid.lastColumn();
  const notes = notesOf(grid, width);
  const hasNotes = notes.length > 0;
  const part = { grid, width, hiddenRows, isFirst, hasNotes };
  const path = `xl/worksheets/sheet${number}.xml`;
  const parts: Part[] = [{ path, text: sheetXml(part, shared) }];
  if (hasNotes) {
    parts.push(
      { path: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: noteRelations(number) },
      { path: `xl/comments${number}.xml`, text: notesXml(notes) },
      { path: `xl/drawings/vmlDrawing${number}.vml`, text: noteBoxesXml(notes) },
    );
  }
  return { name, hidden: grid.props.hidden, parts, hasNotes };
}

function listsSheet(number: number, { lists, texts }: Shared): Sheet {
  const longest = Math.max(...lists.lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, down) => {
    const cells = lists.lists.map((list) =>
      list[down] === undefined ? "<c/>" : `<c t="s"><v>${texts.numberOf(list[down])}</v></c>`,
    );
    return `<row>${cells.join("")}</row>`;
  });
  const text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  const parts = [{ path: `xl/worksheets/sheet${number}.xml`, text }];
  return { name: LISTS_SHEET, hidden: true, parts, hasNotes: false };
}

/** A program refuses longer names, some characters and two that differ in case alone. */
function nameFor(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .slice(0, 31) || "Sheet";
  let chosen = plain;
  for (let count = 2; taken.has(chosen.toLowerCase()); count += 1) {
    chosen = `${plain.slice(0, 27)} ${count}`;
  }
  taken.add(chosen.toLowerCase());
  return chosen;
}

function workbookXml(sheets: readonly Sheet[], activeTab: number): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${cellText(name)}" sheetId="${index + 1}"` +
      `${attributes({ state: hidden ? "hidden" : undefined })} r:id="rId${index + 1}"/>`,
  );
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="${activeTab}"/></bookViews>` +
    `<sheets>${list.join("")}</sheets></workbook>`
  );
}

function workbookRelations(sheets: readonly Sheet[]): string {
  const next = sheets.length + 1;
  return relations([
    ...sheets.map(
      (_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const,
    ),
    [`rId${next}`, "styles", "styles.xml"],
    [`rId${next + 1}`, "sharedStrings", "sharedStrings.xml"],
  ]);
}

function noteRelations(number: number): string {
  return relations([
    ["rId1", "vmlDrawing", `../drawings/vmlDrawing${number}.vml`],
    ["rId2", "comments", `../comments${number}.xml`],
  ]);
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([Id, type, Target]) =>
      `<Relationship${attributes({ Id, Type: `${RELATIONS}/${type}`, Target })}/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (PartName: string, type: string) =>
    `<Override${attributes({ PartName, ContentType: `${TYPE}.${type}+xml` })}/>`;
  const own = sheets.flatMap(({ hasNotes }, index) => [
    override(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"),
    ...(hasNotes ? [override(`/xl/comments${index + 1}.xml`, "comments")] : []),
  ]);
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override("/xl/workbook.xml", "sheet.main"),
    ...own,
    override("/xl/styles.xml", "styles"),
    override("/xl/sharedStrings.xml", "sharedStrings"),
    "</Types>",
  ].join("");
}
