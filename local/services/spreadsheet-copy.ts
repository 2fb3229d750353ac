// A copy of the spreadsheet as the script holds it: which file it is. What is in it, only its own script sees.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface CopyWire {
  readonly id: string;
  readonly name: string;
}

export class SpreadsheetCopy extends lacking<GSpreadsheet>("Spreadsheet") {
  readonly #wire: CopyWire;

  constructor(wire: CopyWire) {
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
    return `${call<string>("Spreadsheet.address")}/local/copies/${this.#wire.id}`;
  }
}
