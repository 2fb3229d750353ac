// Group: neighbouring rows that fold as one.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";
import { rangeFor } from "./sheet-registry.ts";

type GGroup = GoogleAppsScript.Spreadsheet.Group;

export interface GroupWire {
  readonly row: number;
  readonly rows: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

export class Group extends lacking<GGroup>("Group") {
  readonly #sheetId: number;
  readonly #wire: GroupWire;

  constructor(sheetId: number, wire: GroupWire) {
    super();
    this.#sheetId = sheetId;
    this.#wire = wire;
  }

  override getDepth(): number {
    return this.#wire.depth;
  }
  override getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { row, rows } = this.#wire;
    return rangeFor(this.#sheetId, { row, col: 1, rows, cols: 1 });
  }
  override isCollapsed(): boolean {
    const { row, depth } = this.#wire;
    return (
      call<GroupWire | null>("Sheet.getRowGroup", this.#sheetId, row, depth)?.collapsed === true
    );
  }
  override collapse(): this {
    return this.#fold("Group.collapse");
  }
  override expand(): this {
    return this.#fold("Group.expand");
  }

  #fold(op: string): this {
    const { row, rows } = this.#wire;
    call(op, this.#sheetId, { row, col: 1, rows, cols: 1 });
    return this;
  }
}
