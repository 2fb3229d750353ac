// What every Store promises. Each adapter's test calls it with its own bench.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/ports";
import type { Moment, PersonAct, StoreBench } from "./bench";
import { naughtyStrings } from "./naughty-strings";
import { change, row } from "./queue-rows";
import { blockContract } from "./store-block.contract";
import { movingContract } from "./store-moving.contract";
import { removingContract } from "./store-removing.contract";

const HOUR_MS = 60 * 60 * 1000;
const AT = Date.parse("2026-03-02T09:00:00Z");

/**
 * `open` gives a bench whose tabs are set up and empty. `moments` are those at which a person can
 * get between: an update that is one step has none after its write.
 */
export function storeContract(
  name: string,
  open: () => StoreBench,
  moments: readonly Moment[] = ["before write", "after write"],
): void {
  describe(`${name} keeps the contract of a store:`, () => {
    let bench: StoreBench | undefined;
    let store: Store;

    beforeEach(() => {
      bench?.close();
      bench = open();
      store = bench.store;
    });
    afterAll(() => bench?.close());

    const person = (...acts: readonly PersonAct[]) => {
      for (const act of acts) bench?.act("Queue", act);
    };
    const cellsOf = (id: string) => store.read("Queue").find(({ cells }) => cells.id === id)?.cells;
    const threeRows = () =>
      store.append("Queue", [row({ id: "q-1" }), row({ id: "q-2" }), row({ id: "q-3" })]);

    it("gives back what was appended, in the order of the sheet", () => {
      const first = row({ id: "q-1", stage: 3, next_at: AT, why: "first mail at once" });
      const second = row({ id: "q-2", status: "PAID", paid: "YES", name: "Zoë 陈" });
      store.append("Queue", [first]);
      store.append("Queue", [second]);
      expect(store.read("Queue")).toEqual([
        { row: 2, cells: first, odd: {} },
        { row: 3, cells: second, odd: {} },
      ]);
    });

    it("tells empty cells as empty text and null", () => {
      store.append("Queue", [row({ id: "q-1" })]);
      expect(cellsOf("q-1")).toMatchObject({ name: "", status: "ACTIVE", do: "", last_at: null });
    });

    it("finds the rows whose id starts so, in sheet order, with their content", () => {
      const ids = ["c_1.lite.1-a", "c_10.lite.1-a", "c_1.lite.2-b", "c_1.geo.1-a", "C_1.lite.3-a"];
      const given = ids.map((id, index) => row({ id, stage: index, next_at: AT, name: "陈" }));
      store.append("Queue", given);
      person({ act: "blank row above", id: "c_1.lite.1-a" });
      const found = store.find("Queue", "id", "c_1.lite.");
      expect(found.map(({ cells }) => cells)).toEqual([given[0], given[2]]);
      const read = store.read("Queue").filter(({ cells: { id } }) => /^c_1[.]lite/.test(id));
      expect(found).toEqual(read);
      expect(store.find("Queue", "id", "c_2.")).toEqual([]);
    });

    it("finds them wherever a person has moved rows and columns", () => {
      threeRows();
      person({ act: "column to front", column: "why" }, { act: "own column first" });
      person({ act: "reverse rows" });
      expect(store.find("Queue", "id", "q-2")).toEqual(
        store.read("Queue").filter(({ cells }) => cells.id === "q-2"),
      );
      expect(store.find("Queue", "email", "q-2")).toEqual([]);
    });

    it("counts the header row alone as one", () => {
      expect(store.lastRow("Queue")).toBe(1);
      threeRows();
      expect(store.lastRow("Queue")).toBe(4);
    });

    it("keeps every text as it is when it appends", () => {
      const rows = naughtyStrings.map((text, index) =>
        row({ id: `q-${index}`, name: text, notes: text }),
      );
      store.append("Queue", rows);
      const read = store.read("Queue");
      expect(read.map(({ cells }) => cells.name)).toEqual(naughtyStrings);
      expect(read.map(({ cells }) => cells.notes)).toEqual(naughtyStrings);
    });

    it("keeps every text as it is when it updates", () => {
      store.append(
        "Queue",
        naughtyStrings.map((_, index) => row({ id: `q-${index}` })),
      );
      const changes = naughtyStrings.map((text, index) =>
        change(`q-${index}`, { why: text, name: text }),
      );
      expect(store.update("Queue", changes)).toEqual({ missing: [], spoiled: [] });
      expect(store.read("Queue").map(({ cells }) => cells.why)).toEqual(naughtyStrings);
      expect(store.read("Queue").map(({ cells }) => cells.name)).toEqual(naughtyStrings);
    });

    it("keeps ids that look like numbers and dates", () => {
      const ids = ["00123", "1/2", "1e5", "=A1", "TRUE"];
      store.append(
        "Queue",
        ids.map((id) => row({ id })),
      );
      expect(store.read("Queue").map(({ cells }) => cells.id)).toEqual(ids);
      const report = store.update(
        "Queue",
        ids.map((id) => change(id, { why: `row ${id}` })),
      );
      expect(report).toEqual({ missing: [], spoiled: [] });
      expect(cellsOf("1e5")?.why).toBe("row 1e5");
    });

    it("keeps the longest text a cell holds and refuses a longer one by its place", () => {
      store.append("Queue", [row({ id: "q-1", notes: "a".repeat(49_999) })]);
      expect(cellsOf("q-1")?.notes).toHaveLength(49_999);
      const long = "a".repeat(50_000);
      expect(() => store.append("Queue", [row({ id: "q-2", notes: long })])).toThrow(
        /Queue.*q-2.*notes.*50000.*49999/,
      );
      expect(() => store.update("Queue", [change("q-1", { why: long })])).toThrow(
        /Queue.*q-1.*why.*50000/,
      );
      expect(store.lastRow("Queue")).toBe(2);
    });

    it("gives back times to the second", () => {
      const times = [
        AT,
        AT + 1500,
        0,
        Date.parse("2026-07-01T00:00:00Z"),
        Date.parse("1999-12-31T23:59:59Z"),
      ];
      store.append(
        "Queue",
        times.map((at, index) => row({ id: `q-${index}`, next_at: at })),
      );
      store.read("Queue").forEach(({ cells }, index) => {
        expect(Math.abs((cells.next_at ?? 0) - (times[index] ?? 0))).toBeLessThan(1000);
      });
    });

    it("takes a time in the repeated hour of autumn for written", () => {
      threeRows();
      for (const at of ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-10-25T01:30:00Z"]) {
        const report = store.update("Queue", [change("q-2", { last_at: Date.parse(at) })]);
        expect(report).toEqual({ missing: [], spoiled: [] });
      }
    });

    it("writes only the cells it was given", () => {
      store.append("Queue", [row({ id: "q-1", notes: "mine", stage: 1 }), row({ id: "q-2" })]);
      const before = store.read("Queue");
      store.update("Queue", [change("q-1", { stage: 2, why: "moved on", status: "DONE" })]);
      expect(store.read("Queue")).toEqual([
        { ...before[0], cells: { ...before[0]?.cells, stage: 2, why: "moved on", status: "DONE" } },
        before[1],
      ]);
    });

    it("empties cells", () => {
      store.append("Queue", [row({ id: "q-1", next_at: AT, why: "soon", stage: 4, do: "hold" })]);
      store.update("Queue", [change("q-1", { next_at: null, why: "", stage: null, do: "" })]);
      expect(store.read("Queue")[0]).toMatchObject({
        cells: { next_at: null, why: "", stage: null, do: "" },
        odd: {},
      });
    });

    it("says which rows a person has deleted and updates the others", () => {
      threeRows();
      person({ act: "remove row", id: "q-2" });
      const changes = ["q-1", "q-2", "q-3"].map((id) => change(id, { why: `row ${id}` }));
      expect(store.update("Queue", changes)).toEqual({ missing: ["q-2"], spoiled: [] });
      expect(store.read("Queue").map(({ cells }) => cells.why)).toEqual(["row q-1", "row q-3"]);
    });

    it("never touches a row without an id", () => {
      threeRows();
      person({ act: "blank row above", id: "q-2" });
      expect(store.update("Queue", [change("", { why: "nobody" })]).missing).toEqual([""]);
      expect(store.read("Queue").every(({ cells }) => cells.why === "")).toBe(true);
    });

    it("writes the first of two rows with the same id", () => {
      threeRows();
      person({ act: "copy row", id: "q-1" });
      store.update("Queue", [change("q-1", { why: "once" })]);
      const whys = store.read("Queue").filter(({ cells }) => cells.id === "q-1");
      expect(whys.map(({ cells }) => cells.why)).toEqual(["once", ""]);
    });

    it("leaves a cell that a person has edited since it was seen", () => {
      store.append("Queue", [row({ id: "q-1", stage: 1, next_at: AT })]);
      person({ act: "type", id: "q-1", column: "status", typed: "PAID" });
      const seen = { status: "ACTIVE", next_at: AT, stage: 1 } as const;
      store.update("Queue", [change("q-1", { status: "DONE", next_at: null, stage: 2 }, seen)]);
      expect(cellsOf("q-1")).toMatchObject({ status: "PAID", next_at: null, stage: 2 });
    });

    it("tells odd content, and writes over it once the app has seen it", () => {
      store.append("Queue", [row({ id: "q-1", next_at: AT })]);
      person({ act: "type", id: "q-1", column: "next_at", typed: "next week" });
      const later = change("q-1", { next_at: AT + HOUR_MS }, { next_at: null });
      store.update("Queue", [later]);
      expect(store.read("Queue")[0]).toMatchObject({
        cells: { next_at: null },
        odd: { next_at: "next week" },
      });
      bench?.readThenUpdate("Queue", [later]);
      expect(store.read("Queue")[0]).toMatchObject({ cells: { next_at: AT + HOUR_MS }, odd: {} });
    });

    it("leaves odd content that a person has typed since", () => {
      store.append("Queue", [row({ id: "q-1", status: "ACTIVE" })]);
      store.read("Queue");
      person({ act: "type", id: "q-1", column: "notes", typed: "payed!" });
      person({ act: "type", id: "q-1", column: "next_at", typed: "never" });
      const seen = { next_at: null, why: "" };
      store.update("Queue", [change("q-1", { next_at: AT, why: "planned" }, seen)]);
      expect(store.read("Queue")[0]).toMatchObject({
        cells: { why: "planned" },
        odd: { next_at: "never" },
      });
    });

    it("reads what a person typed by the kind of the column", () => {
      threeRows();
      const typed: readonly [string, string | number | boolean][] = [
        ["stage", 2],
        ["tags", 7],
        ["notes", true],
      ];
      for (const [column, value] of typed) person({ act: "type", id: "q-1", column, typed: value });
      expect(cellsOf("q-1")).toMatchObject({ stage: 2, tags: "7", notes: "TRUE" });
    });

    it("tells a half stage as odd", () => {
      threeRows();
      person({ act: "type", id: "q-1", column: "stage", typed: 1.5 });
      expect(store.read("Queue")[0]).toMatchObject({
        cells: { stage: null },
        odd: { stage: "1.5" },
      });
    });

    it("stamps a time and ignores a row that is gone", () => {
      threeRows();
      store.stamp("Queue", "q-2", "last_at", AT);
      store.stamp("Queue", "q-9", "last_at", AT);
      expect(store.read("Queue").map(({ cells }) => cells.last_at)).toEqual([null, AT, null]);
    });

    it("ignores a note for a row that is gone", () => {
      threeRows();
      const notes = ["q-1", "q-2", "q-9"].map((id) => {
        return { id, column: "status" as const, note: "Put back." };
      });
      expect(() => store.annotate("Queue", notes)).not.toThrow();
    });

    it("does nothing for no changes", () => {
      expect(store.update("Queue", [])).toEqual({ missing: [], spoiled: [] });
      expect(() => store.append("Queue", [])).not.toThrow();
    });

    it("finds columns that a person has moved, and leaves a person's own column alone", () => {
      threeRows();
      person({ act: "column to front", column: "why" }, { act: "own column first" });
      store.append("Queue", [row({ id: "q-4", why: "new", stage: 9 })]);
      store.update("Queue", [change("q-1", { why: "found", stage: 5 })]);
      expect(cellsOf("q-4")).toMatchObject({ why: "new", stage: 9 });
      expect(cellsOf("q-1")).toMatchObject({ why: "found", stage: 5 });
    });

    movingContract(() => bench, moments);
    blockContract(() => bench);
    removingContract(() => bench);
  });
}
