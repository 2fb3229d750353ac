// A block of rows while a person moves others: each of ours stands once, and nobody's row is lost under it.
import { describe, expect, it } from "vitest";
import { appendBlock, type BlockAccess } from "../../src/apps-script/append-block";
import { columnsOf, gridOf } from "../../src/apps-script/tab-grid";
import { blankRow } from "../memory/memory-store";
import { type Act, MovingTab, type Values } from "./moving-tab";

const HEADERS = columnsOf("Queue").map(([name]) => name);
const ID_AT = HEADERS.indexOf("id");
const NAME_AT = HEADERS.indexOf("name");

class BlockTab extends MovingTab implements BlockAccess {
  grow(rows: number): void {
    const width = this.values[0]?.length ?? 0;
    const lacking = Math.max(0, rows - this.values.length);
    const blank = Array.from({ length: lacking }, () => Array.from({ length: width }, () => ""));
    this.values = [...this.values, ...blank];
  }
  append(cells: readonly unknown[]): void {
    const line = cells.map((raw) =>
      typeof raw === "string" && raw.startsWith("'") ? raw.slice(1) : raw,
    );
    this.values = [...this.values, line];
  }
}

function table(ids: readonly string[]): Values {
  const line = (id: string) =>
    HEADERS.map((_, at) => (at === ID_AT ? id : at === NAME_AT ? `of ${id}` : ""));
  return [HEADERS, ...ids.map(line)];
}
const OURS = ["x", "y", "z"].map((id) => ({ ...blankRow("Queue"), id, name: `of ${id}` }));
const blank = HEADERS.map(() => "");

const ACTS: readonly (readonly [string, Act, readonly string[]])[] = [
  ["nobody does anything", (values) => values, ["a", "b", "c"]],
  ["rows are sorted", ([first = [], ...rows]) => [first, ...rows.reverse()], ["a", "b", "c"]],
  ["a row is inserted", ([first = [], ...rows]) => [first, blank, ...rows], ["a", "b", "c"]],
  [
    "two rows are inserted",
    ([first = [], ...rows]) => [first, blank, blank, ...rows],
    ["a", "b", "c"],
  ],
  [
    "a column is moved",
    (values) => values.map((line) => [line[NAME_AT], ...line.filter((_, at) => at !== NAME_AT)]),
    ["a", "b", "c"],
  ],
  [
    "a column is added in between",
    (values) => values.map((line) => [...line.slice(0, NAME_AT), "", ...line.slice(NAME_AT)]),
    ["a", "b", "c"],
  ],
  ["a column is added", (values) => values.map((line) => ["own", ...line]), ["a", "b", "c"]],
];

describe("a block of rows, when", () => {
  it.each(
    ACTS.flatMap(([what, act, kept]) =>
      [0, 1, 2, 3].flatMap((at) => [
        [what, at, "read", act, kept] as const,
        [what, at, "known", act, kept] as const,
      ]),
    ),
  )("%s before access %i to a tab just %s, leaves each row its own cells", (...how) => {
    const [, at, seen, act, kept] = how;
    const standing = table(["a", "b", "c"]);
    const room = OURS.map(() => blank);
    const tab = new BlockTab("Queue", [...standing, ...room], new Map([[at, act]]));
    appendBlock("Queue", OURS, tab, seen === "known" ? gridOf("Queue", standing) : undefined);
    const grid = gridOf("Queue", tab.values);
    const nameAt = grid.columns.get("name") ?? -1;
    for (const id of [...kept, "x", "y", "z"]) {
      const row = grid.rows[grid.rowById.get(id) ?? -1];
      expect([id, row?.[nameAt]]).toEqual([id, `of ${id}`]);
    }
    const idAt = grid.columns.get("id") ?? -1;
    const ids = grid.rows.map((row) => String(row[idAt])).filter((id) => /^[a-z]$/.test(id));
    expect([...ids].sort()).toEqual([...kept, "x", "y", "z"]);
  });

  it("nothing is given, costs nothing", () => {
    const tab = new BlockTab("Queue", table(["a"]), new Map());
    appendBlock("Queue", [], tab);
    expect(tab.accesses).toEqual([]);
  });
});
