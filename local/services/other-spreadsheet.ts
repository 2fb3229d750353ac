// A spreadsheet beside the bound one, made by the script: its sheets are read and written by the same calls.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";
import { sheetFor } from "./sheet-registry.ts";

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface FileWire {
  readonly id: string;
  readonly name: string;
}

export class OtherSpreadsheet extends lacking<GSpreadsheet>("Spreadsheet") {
  readonly #wire: FileWire;

  constructor(wire: FileWire) {
    super();
    this.#wire = wire;
  }

  override getId(): string {
    return this.#wire.id;
  }
  override getName(): string {
    return this.#wire.name;
  }
  override getUrl(): string {
    return `${call<string>("Spreadsheet.address")}/local/files/${this.#wire.id}`;
  }
  override getSheets(): GSheet[] {
    return call<number[]>("OtherFile.getSheets", this.#wire.id).map(sheetFor);
  }
  override getSheetByName(name: string): GSheet | null {
    const id = call<number | null>("OtherFile.getSheetByName", this.#wire.id, String(name));
    return id === null ? null : sheetFor(id);
  }
  override insertSheet(name?: string | number | object): GSheet {
    if (typeof name !== "string") {
      throw new Error("Dripsheet Local inserts only sheets with a name into another file yet");
    }
    return sheetFor(call<number>("OtherFile.insertSheet", this.#wire.id, name));
  }
}
