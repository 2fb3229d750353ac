// One sheet: typed cells, attribute planes and properties. Every change is a plain GridChange,
// so that the journal can replay it.
import type { Cell } from "./cell.ts";
import { RowTexts } from "./row-texts.ts";
import { type RunJson, Runs } from "./runs.ts";
import { newSheetProps, type SheetProps } from "./sheet-props.ts";
import { shiftSheetRects } from "./shift.ts";
import { Touches } from "./touches.ts";

/** Attributes that cover areas. Notes are kept the same way. */
export type PlaneName =
  | "format"
  | "note"
  | "rule"
  | "background"
  | "fontColor"
  | "fontWeight"
  | "fontStyle"
  | "fontSize"
  | "wrap"
  | "horizontal"
  | "vertical";

export type GridChange =
  | readonly ["cells", row: number, col: number, cells: readonly (readonly Cell[])[]]
  | readonly [
      "fill",
      plane: PlaneName,
      row: number,
      col: number,
      rows: number,
      cols: number,
      value: unknown,
    ]
  | readonly ["rows", at: number, count: number]
  | readonly ["cols", at: number, count: number]
  | readonly ["order", row: number, col: number, cols: number, order: readonly number[]]
  | readonly ["prop", key: keyof SheetProps, value: unknown];

export interface GridJson {
  readonly props: SheetProps;
  readonly cells: readonly (readonly Cell[] | null)[];
  readonly planes: Readonly<Record<string, readonly (RunJson | null)[]>>;
}

export class Grid {
  props: SheetProps;
  touches = new Touches();
  /** As getValues gives them to a script. */
  valueTexts = new RowTexts();
  /** As a person sees them. */
  readonly lookTexts = new RowTexts();
  /** The list is this grid's own once it changes; its rows never change, they are replaced. */
  #cells: (readonly Cell[] | undefined)[] = [];
  #planes = new Map<string, (Runs | undefined)[]>();
  /** A fork has the same lists: whoever changes first takes copies. */
  #shared = false;

  constructor(props: SheetProps) {
    this.props = props;
  }

  static create(id: number, name: string): Grid {
    return new Grid(newSheetProps(id, name));
  }

  static from(json: GridJson): Grid {
    const grid = new Grid(json.props);
    grid.#cells = json.cells.map((row) => (row === null ? undefined : [...row]));
    for (const [name, columns] of Object.entries(json.planes)) {
      grid.#planes.set(
        name,
        columns.map((runs) => (runs === null ? undefined : Runs.from(runs))),
      );
    }
    return grid;
  }

  /** As this one stands; neither sees what the other changes later. `replaced`: the grid whose readers it gets. */
  fork(replaced?: Grid): Grid {
    const fork = new Grid(this.props);
    fork.#cells = this.#cells;
    fork.#planes = this.#planes;
    fork.#shared = true;
    this.#shared = true;
    fork.touches = (replaced ?? this).touches.fork(replaced !== undefined);
    if (replaced === undefined) fork.valueTexts = this.valueTexts.fork();
    return fork;
  }

  toJSON(): GridJson {
    const planes: Record<string, (RunJson | null)[]> = {};
    for (const [name, columns] of this.#planes) {
      planes[name] = Array.from(columns, (runs) => runs?.toJSON() ?? null);
    }
    return { props: this.props, cells: Array.from(this.#cells, (row) => row ?? null), planes };
  }

  cell(row: number, col: number): Cell {
    return this.#cells[row - 1]?.[col - 1] ?? null;
  }

  plane(name: PlaneName, row: number, col: number): unknown {
    return this.#planes.get(name)?.[col - 1]?.get(row) ?? null;
  }

  lastRow(): number {
    let last = this.#cells.length;
    while (last > 0 && isBlankRow(this.#cells[last - 1])) last -= 1;
    if (!this.#shared) this.#cells.length = last;
    return last;
  }

  lastColumn(): number {
    let last = 0;
    for (const row of this.#cells) {
      if (row === undefined) continue;
      for (let col = row.length; col > last; col -= 1) {
        if (row[col - 1] !== null && row[col - 1] !== undefined) last = col;
      }
    }
    return last;
  }

  change(change: GridChange): void {
    this.#detach();
    this.#noteTouched(change);
    switch (change[0]) {
      case "cells":
        this.#setCells(change[1], change[2], change[3]);
        break;
      case "fill":
        this.#fill(change[1], change[2], change[3], change[4], change[5], change[6]);
        break;
      case "rows":
        this.#shiftRows(change[1], change[2]);
        break;
      case "cols":
        this.#shiftCols(change[1], change[2]);
        break;
      case "order":
        this.#reorder(change[1], change[2], change[3], change[4]);
        break;
      case "prop":
        this.props = { ...this.props, [change[1]]: change[2] };
    }
  }

  #detach(): void {
    if (!this.#shared) return;
    this.#shared = false;
    this.#cells = this.#cells.slice();
    const planes = [...this.#planes].map(
      ([name, columns]) => [name, columns.map((runs) => runs?.fork())] as const,
    );
    this.#planes = new Map(planes);
  }

  #noteTouched(change: GridChange): void {
    if (change[0] === "cells") this.touches.touch(change[1], change[3].length);
    else if (change[0] === "fill") this.touches.touch(change[2], change[4]);
    else if (change[0] === "order") this.touches.touch(change[1], change[4].length);
    // Empty paper at the end moves nothing.
    else if (change[0] === "rows" && change[1] > this.#cells.length)
      this.touches.touch(change[1], 0);
    else this.touches.touchAll();
  }

  #setCells(row: number, col: number, cells: readonly (readonly Cell[])[]): void {
    cells.forEach((values, down) => {
      const index = row - 1 + down;
      const target = this.#cells[index]?.slice() ?? [];
      while (target.length < col - 1) target.push(null);
      values.forEach((value, right) => {
        target[col - 1 + right] = value;
      });
      this.#cells[index] = target;
    });
  }

  #fill(
    name: PlaneName,
    row: number,
    col: number,
    rows: number,
    cols: number,
    value: unknown,
  ): void {
    const columns = this.#planes.get(name) ?? [];
    this.#planes.set(name, columns);
    for (let right = 0; right < cols; right += 1) {
      const runs = columns[col - 1 + right] ?? new Runs();
      runs.fill(row, row + rows - 1, value);
      columns[col - 1 + right] = runs;
    }
  }

  #shiftRows(at: number, count: number): void {
    if (count > 0) {
      if (at <= this.#cells.length) {
        this.#cells.splice(at - 1, 0, ...Array.from({ length: count }, () => undefined));
      }
    } else this.#cells.splice(at - 1, -count);
    for (const columns of this.#planes.values()) {
      for (const runs of columns) {
        if (count > 0) runs?.insert(at, count);
        else runs?.remove(at, -count);
      }
    }
    if (count > 0) {
      for (const runs of this.#planes.get("note") ?? []) runs?.fill(at, at + count - 1, null);
    }
    this.props = shiftSheetRects(this.props, "row", at, count);
  }

  #shiftCols(at: number, count: number): void {
    const added: null[] = Array.from({ length: Math.max(0, count) }, () => null);
    this.#cells = Array.from(this.#cells, (row) => {
      if (row === undefined || at > row.length) return row;
      return [...row.slice(0, at - 1), ...added, ...row.slice(at - 1 + Math.max(0, -count))];
    });
    for (const [name, columns] of this.#planes) {
      if (at > columns.length + 1) continue;
      if (count < 0) columns.splice(at - 1, -count);
      else
        columns.splice(at - 1, 0, ...Array.from({ length: count }, () => this.#copied(name, at)));
    }
    this.props = shiftSheetRects(this.props, "col", at, count);
  }

  /** A new column looks like the one at its left, but has no notes and no dropdown. */
  #copied(name: string, at: number): Runs | undefined {
    if (name === "note" || name === "rule") return undefined;
    const left = this.#planes.get(name)?.[at - 2];
    return left === undefined ? undefined : Runs.from(left.toJSON());
  }

  /** Puts the rows `row`… in the given order (old offsets), within some columns; looks go along. */
  #reorder(row: number, col: number, cols: number, order: readonly number[]): void {
    const cells = order.map((from) => this.#rowPart(row + from, col, cols));
    for (const columns of this.#planes.values()) {
      for (let index = col - 1; index < col - 1 + cols; index += 1) {
        columns[index]?.reorder(row, order);
      }
    }
    this.#setCells(row, col, cells);
  }

  #rowPart(row: number, col: number, cols: number): Cell[] {
    return Array.from({ length: cols }, (_, right) => this.cell(row, col + right));
  }
}

function isBlankRow(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === null);
}
