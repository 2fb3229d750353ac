// Rows and columns move at any access of a write section: no row ends with another row's cells.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeChange } from "../../src/apps-script/encode-rows";
import { columnsOf, gridOf } from "../../src/apps-script/tab-grid";
import { writeSection } from "../../src/apps-script/write-section";
import type { RowChange, UpdateReport } from "../../src/ports";
import { type Act, MovingTab, type Values } from "./moving-tab";

const HEADERS = columnsOf("Queue").map(([name]) => name);
const ID_AT = HEADERS.indexOf("id");
const AT = Date.parse("2026-03-02T09:00:00Z");

describe("a write section", () => {
  it("costs two readings, one flush and one write per rectangle", () => {
    const tab = new MovingTab("Queue", table(["a", "b", "c"]), new Map());
    const report = update(
      tab,
      ["a", "b"].map((id) => ({ id, cells: wanted(id) })),
    );
    expect(report).toEqual({ missing: [], spoiled: [] });
    // status; stage; next_at to why: each for two neighbouring rows at once.
    expect(tab.accesses).toEqual(["read", "write", "write", "write", "flush", "read"]);
  });

  it("looks at its own rows alone where the tab is known and they stand as they did", () => {
    const known = table(["a", "b", "c"]);
    const tab = new MovingTab("Queue", known, new Map());
    expect(update(tab, [{ id: "b", cells: wanted("b") }], known).spoiled).toEqual([]);
    expect(tab.accesses).toEqual(["peek", "write", "write", "write", "flush", "read"]);
    const sorted = new MovingTab("Queue", known, new Map([[0, sortRows([2, 1, 0])]]));
    update(sorted, [{ id: "a", cells: wanted("a") }], known);
    expect(sorted.accesses.slice(0, 2)).toEqual(["peek", "read"]);
  });

  it("reads once and writes nothing where every row is gone", () => {
    const tab = new MovingTab("Queue", table(["a"]), new Map());
    expect(update(tab, [{ id: "z", cells: wanted("z") }])).toEqual({ missing: ["z"], spoiled: [] });
    expect(tab.accesses).toEqual(["read"]);
  });

  it("goes by what it reads where a write is told as failed", () => {
    class Failing extends MovingTab {
      override write(block: Parameters<MovingTab["write"]>[0]): void {
        super.write(block);
        if (this.accesses.filter((access) => access === "write").length === 1) {
          throw new Error("Service error: Spreadsheets");
        }
      }
    }
    const tab = new Failing("Queue", table(["a", "b"]), new Map());
    expect(update(tab, [{ id: "b", cells: wanted("b") }])).toEqual({ missing: [], spoiled: [] });
    expect(cell(tab.values, "b", "why")).toBe("why of b");
  });

  it("tells a row whose cells cannot be made right", () => {
    class Deaf extends MovingTab {
      override write(): void {}
    }
    const tab = new Deaf("Queue", table(["a", "b"]), new Map());
    expect(update(tab, [{ id: "b", cells: wanted("b") }]).spoiled).toEqual(["b"]);
  });

  it("tells a row whose column a person has deleted meanwhile", () => {
    const tab = new MovingTab("Queue", table(["a", "b"]), new Map([[1, dropColumn("why")]]));
    const report = update(tab, [{ id: "b", cells: wanted("b") }]);
    expect(report).toEqual({ missing: [], spoiled: ["b"] });
    expect(cell(tab.values, "b", "id")).toBe("b");
    expect(cell(tab.values, "b", "first_sent_at")).toBe("");
  });

  it("gives a row its id back where a moved column has cost it", () => {
    const tab = new MovingTab("Queue", table(["a", "b"]), new Map([[1, toPlace("id", "why")]]));
    expect(update(tab, [{ id: "b", cells: { why: "moved" } }])).toEqual({
      missing: [],
      spoiled: [],
    });
    expect(cell(tab.values, "b", "why")).toBe("moved");
    expect(cell(tab.values, "a", "why")).toBe("old why of a");
  });

  it("never writes an id, so that the row it hits by mistake keeps its name", () => {
    const tab = new MovingTab("Queue", table(["a", "b", "c"]), new Map([[1, insertRow(1)]]));
    expect(update(tab, [{ id: "c", cells: { id: "c", ...wanted("c") } }]).missing).toEqual([]);
    expect(cell(tab.values, "b", "why")).toBe("old why of b");
    expect(cell(tab.values, "c", "why")).toBe("why of c");
  });

  it("leaves every other cell as it was, whatever moves once and whenever", () => {
    fc.assert(
      fc.property(scenario, ({ ids, changed, moment, act, isKnown }) => {
        const before = table(ids);
        const tab = new MovingTab("Queue", before, new Map([[moment, act]]));
        const changes = changed.map((id) => ({ id, cells: wanted(id) }));
        const { missing, spoiled } = update(tab, changes, isKnown ? before : undefined);
        expect(spoiled).toEqual([]);
        for (const id of ids) {
          const here = tab.values.some((line) => line.includes(id));
          if (!here) continue;
          const ours: Record<string, unknown> = changed.includes(id) ? shown(wanted(id)) : {};
          for (const name of HEADERS) {
            const expected = name in ours ? ours[name] : cell(before, id, name);
            expect([id, name, cell(tab.values, id, name)]).toEqual([id, name, expected]);
          }
        }
        expect(missing.every((id) => !tab.values.some((line) => line.includes(id)))).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});

type QueueChange = RowChange<"Queue">;

/** `known`: as the same execution saw the tab before. */
function update(tab: MovingTab, changes: readonly QueueChange[], known?: Values): UpdateReport {
  const encoded = changes.map((change) => encodeChange("Queue", change));
  return writeSection("Queue", tab, encoded, known && gridOf("Queue", known));
}

/** The same status and the same emptied time in each: they must not hide that rows moved. */
function wanted(id: string): QueueChange["cells"] {
  return { status: "DONE", stage: 7, next_at: null, last_at: AT, why: `why of ${id}` };
}

function shown(cells: QueueChange["cells"]): Record<string, unknown> {
  return { ...cells, next_at: "", last_at: new Date(AT) };
}

function table(ids: readonly string[]): Values {
  const rows = ids.map((id, index) => {
    const filled: Record<string, unknown> = {
      id,
      name: `name of ${id}`,
      status: index % 2 === 0 ? "ACTIVE" : "DONE",
      stage: index,
      next_at: new Date(AT + index * 1000 * 60),
      why: `old why of ${id}`,
      notes: `notes of ${id}`,
    };
    return HEADERS.map((name) => filled[name] ?? "");
  });
  return [HEADERS, ...rows];
}

function cell(values: Values, id: string, name: string): unknown {
  const grid = gridOf("Queue", values);
  const row = grid.rowById.get(id);
  return row === undefined ? undefined : grid.rows[row]?.[grid.columns.get(name) ?? -1];
}

const onRows =
  (act: (rows: Values) => Values): Act =>
  ([headers = [], ...rows]) => [headers, ...act(rows)];
const onColumns =
  (act: (line: readonly unknown[], at: number) => readonly unknown[], name: string): Act =>
  (values) => {
    const at = values[0]?.indexOf(name) ?? 0;
    return values.map((line) => act(line, at));
  };

const dropColumn = (name: string): Act =>
  onColumns((line, at) => line.filter((_, index) => index !== at), name);

/** Moves `name` to where `place` stands. */
function toPlace(name: string, place: string): Act {
  return (values) => {
    const to = values[0]?.indexOf(place) ?? 0;
    return onColumns((line, at) => {
      const rest = line.filter((_, index) => index !== at);
      return [...rest.slice(0, to), line[at], ...rest.slice(to)];
    }, name)(values);
  };
}

const blankLine = HEADERS.map(() => "");
const insertRow = (at: number): Act =>
  onRows((rows) => [...rows.slice(0, at), blankLine, ...rows.slice(at)]);
const removeRow = (at: number): Act => onRows((rows) => rows.filter((_, index) => index !== at));
const copyRow = (at: number): Act => onRows((rows) => [...rows, rows[at] ?? blankLine]);
const sortRows = (order: readonly number[]): Act =>
  onRows((rows) =>
    rows
      .map((row, index) => ({ row, rank: order[index] ?? 0 }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ row }) => row),
  );
const ownColumn = (place: string): Act =>
  onColumns(
    (line, at) => [...line.slice(0, at), line[0] === "id" ? "own" : "", ...line.slice(at)],
    place,
  );

const rowAt = fc.nat({ max: 5 });
const header = fc.constantFrom(...HEADERS);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  rowAt.map(insertRow),
  rowAt.map(removeRow),
  rowAt.map(copyRow),
  fc.array(fc.nat(), { minLength: 6, maxLength: 6 }).map(sortRows),
  fc.tuple(header, header).map(([name, place]) => toPlace(name, place)),
  header.map(ownColumn),
);
const IDS = ["a", "b", "c", "d", "e", "f"];
const scenario = fc.record({
  ids: fc.constant(IDS),
  changed: fc.subarray(IDS, { minLength: 1, maxLength: 4 }),
  moment: fc.nat({ max: 8 }),
  act: anyAct,
  isKnown: fc.boolean(),
});

it("the id column is where the table says", () => {
  expect(HEADERS[ID_AT]).toBe("id");
});
