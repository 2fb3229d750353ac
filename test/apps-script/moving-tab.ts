// A tab in memory on which a person acts before the n-th access of a script.
import type { TabName } from "../../sheets-schema/index";
import { gridOf } from "../../src/apps-script/tab-grid";
import type { TabAccess } from "../../src/apps-script/write-section";

/** The whole tab, headers in the first line. An act gives the tab as it stands afterwards. */
export type Values = readonly (readonly unknown[])[];
export type Act = (values: Values) => Values;

export class MovingTab implements TabAccess {
  readonly accesses: string[] = [];
  readonly #tab: TabName;
  readonly #acts: ReadonlyMap<number, Act>;
  values: Values;

  constructor(tab: TabName, values: Values, acts: ReadonlyMap<number, Act>) {
    this.#tab = tab;
    this.values = values;
    this.#acts = acts;
  }

  read(): ReturnType<TabAccess["read"]> {
    this.#begin("read");
    return gridOf(this.#tab, this.values);
  }

  peek(firstRow: number, lastRow: number, columns: number): Values | null {
    this.#begin("peek");
    if (lastRow > this.values.length) return null;
    return this.values.slice(firstRow - 1, lastRow).map((line) => line.slice(0, columns));
  }

  write({ row, column, values }: Parameters<TabAccess["write"]>[0]): void {
    this.#begin("write");
    const grid = this.values.map((line) => [...line]);
    values.forEach((cells, down) => {
      cells.forEach((raw, right) => {
        const line = grid[row - 1 + down];
        if (line === undefined) throw new Error("The coordinates of the range are outside.");
        line[column - 1 + right] =
          typeof raw === "string" && raw.startsWith("'") ? raw.slice(1) : raw;
      });
    });
    this.values = grid;
  }

  flush(): void {
    this.#begin("flush");
  }

  sameWallTime(): boolean {
    return false;
  }

  #begin(access: string): void {
    this.values = this.#acts.get(this.accesses.length)?.(this.values) ?? this.values;
    this.accesses.push(access);
  }
}
