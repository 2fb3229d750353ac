// Spreadsheet: its sheets, zone, name and named ranges.
import { call, Exception } from "./door.ts";
import { lacking } from "./lacking.ts";
import { Protection, type ProtectionWire } from "./protection.ts";
import { type Rect, rectOf } from "./range-area.ts";
import { select, selection } from "./selection.ts";
import { rangeFor, sheetFor } from "./sheet-registry.ts";
import { type CopyWire, SpreadsheetCopy } from "./spreadsheet-copy.ts";
import { TextFinder } from "./text-finder.ts";
import { User } from "./user.ts";

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;
type GRangeList = GoogleAppsScript.Spreadsheet.RangeList;

interface About {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
}

export class Spreadsheet extends lacking<GSpreadsheet>("Spreadsheet") {
  override getId(): string {
    return call<About>("Spreadsheet.about").id;
  }
  override getName(): string {
    return call<About>("Spreadsheet.about").name;
  }
  override rename(name: string): void {
    call("Spreadsheet.rename", name);
  }
  override getUrl(): string {
    return `${call<string>("Spreadsheet.address")}/?file=${this.getId()}`;
  }
  override copy(name: string): GSpreadsheet {
    return new SpreadsheetCopy(call<CopyWire>("Spreadsheet.copy", String(name)));
  }
  override getOwner(): GoogleAppsScript.Base.User {
    return new User(call<About>("Spreadsheet.about").owner);
  }
  override getEditors(): GoogleAppsScript.Base.User[] {
    return [this.getOwner()];
  }
  override getSpreadsheetTimeZone(): string {
    return call("Spreadsheet.getSpreadsheetTimeZone");
  }
  override setSpreadsheetTimeZone(zone: string): void {
    call("Spreadsheet.setSpreadsheetTimeZone", zone);
  }
  override getSpreadsheetLocale(): string {
    return call("Spreadsheet.getSpreadsheetLocale");
  }
  override getSheets(): GSheet[] {
    return call<number[]>("Spreadsheet.getSheets").map(sheetFor);
  }
  override getNumSheets(): number {
    return call<number[]>("Spreadsheet.getSheets").length;
  }
  override getSheetByName(name: string): GSheet | null {
    const id = call<number | null>("Spreadsheet.getSheetByName", String(name));
    return id === null ? null : sheetFor(id);
  }
  override getSheetById(id: number): GSheet | null {
    return call<number[]>("Spreadsheet.getSheets").includes(id) ? sheetFor(id) : null;
  }
  override insertSheet(
    first?: string | number | object,
    second?: number | object,
    third?: object,
  ): GSheet {
    if ([first, second, third].some((one) => typeof one === "object")) {
      throw new Error("Dripsheet Local does not have the template of Spreadsheet.insertSheet yet");
    }
    const name = typeof first === "string" ? first : null;
    const index = typeof first === "number" ? first : typeof second === "number" ? second : null;
    const id = call<number>("Spreadsheet.insertSheet", name, index);
    select(id, []);
    return sheetFor(id);
  }
  override deleteSheet(sheet: GSheet): void {
    call("Spreadsheet.deleteSheet", sheet.getSheetId());
  }
  override getActiveSheet(): GSheet {
    return sheetFor(selection().sheetId);
  }
  override setActiveSheet(sheet: GSheet): GSheet {
    select(sheet.getSheetId(), []);
    return sheet;
  }
  override moveActiveSheet(position: number): void {
    call("Spreadsheet.moveSheet", selection().sheetId, position);
  }
  override getActiveRange(): GRange {
    return this.getActiveSheet().getActiveRange() as GRange;
  }
  override getActiveRangeList(): GRangeList {
    return this.getActiveSheet().getActiveRangeList() as GRangeList;
  }
  override getActiveCell(): GRange {
    return this.getActiveSheet().getActiveCell();
  }
  override getCurrentCell(): GRange {
    return this.getActiveCell();
  }
  override setActiveRange(range: GRange): GRange {
    return range.activate();
  }
  override setActiveRangeList(list: GRangeList): GRangeList {
    return list.activate();
  }
  override setCurrentCell(cell: GRange): GRange {
    return cell.activateAsCurrentCell();
  }
  override getRangeList(names: string[]): GRangeList {
    return this.getActiveSheet().getRangeList(names);
  }
  override getRange(name: string): GRange {
    const split = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(name);
    if (!split) return this.getActiveSheet().getRange(name);
    const sheet = this.getSheetByName((split[1] ?? split[2] ?? "").replace(/''/g, "'"));
    if (sheet === null) throw new Exception("Range not found");
    return sheet.getRange(split[3] ?? "");
  }
  override getRangeByName(name: string): GRange | null {
    const found = call<({ sheetId: number } & Rect) | null>("Spreadsheet.getRangeByName", name);
    if (found === null) return null;
    const { sheetId, row, col, rows, cols } = found;
    return rangeFor(sheetId, { row, col, rows, cols });
  }
  override setNamedRange(name: string, range: GRange): void {
    call("Spreadsheet.setNamedRange", name, range.getGridId(), rectOf(range));
  }
  override removeNamedRange(name: string): void {
    call("Spreadsheet.removeNamedRange", name);
  }
  override getProtections(
    type: GoogleAppsScript.Spreadsheet.ProtectionType,
  ): GoogleAppsScript.Spreadsheet.Protection[] {
    return call<number[]>("Spreadsheet.getSheets").flatMap((sheetId) =>
      call<ProtectionWire[]>("Sheet.getProtections", sheetId, String(type)).map(
        (wire) => new Protection(sheetId, wire),
      ),
    );
  }
  override createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return new TextFinder(call<number[]>("Spreadsheet.getSheets"), null, text);
  }
  override toast(text: string, title = ""): void {
    call("Spreadsheet.toast", String(text), String(title));
  }
}
