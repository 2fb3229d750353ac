// Protection of a range or sheet. The owner may always edit; a warning is all that others would see.
import { call } from "./door.ts";
import { enumValue } from "./enums.ts";
import { lacking } from "./lacking.ts";
import type { Rect } from "./range-area.ts";
import { ProtectionType } from "./sheet-enums.ts";
import { rangeFor } from "./sheet-registry.ts";

type GProtection = GoogleAppsScript.Spreadsheet.Protection;

export interface ProtectionWire {
  readonly id: string;
  readonly kind: "RANGE" | "SHEET";
  readonly rect: Rect;
  readonly description: string;
  readonly warningOnly: boolean;
}

export class Protection extends lacking<GProtection>("Protection") {
  readonly #sheetId: number;
  #wire: ProtectionWire;

  constructor(sheetId: number, wire: ProtectionWire) {
    super();
    this.#sheetId = sheetId;
    this.#wire = wire;
  }

  override getDescription(): string {
    return this.#wire.description;
  }
  override setDescription(description: string): this {
    return this.#set({ description: String(description) });
  }
  override isWarningOnly(): boolean {
    return this.#wire.warningOnly;
  }
  override setWarningOnly(warningOnly: boolean): this {
    return this.#set({ warningOnly });
  }
  override getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return enumValue(ProtectionType, this.#wire.kind);
  }
  override getRange(): GoogleAppsScript.Spreadsheet.Range {
    return rangeFor(this.#sheetId, this.#wire.rect);
  }
  override setRange(range: GoogleAppsScript.Spreadsheet.Range): this {
    const rect = {
      row: range.getRow(),
      col: range.getColumn(),
      rows: range.getNumRows(),
      cols: range.getNumColumns(),
    };
    return this.#set({ rect });
  }
  override canEdit(): boolean {
    return true;
  }
  override remove(): void {
    call("Protection.remove", this.#sheetId, this.#wire.id, {});
  }

  #set(patch: Partial<ProtectionWire>): this {
    call("Protection.set", this.#sheetId, this.#wire.id, patch);
    this.#wire = { ...this.#wire, ...patch };
    return this;
  }
}
