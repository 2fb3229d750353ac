// What a Store promises while a person moves rows and columns in the middle of an update.
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/ports";
import { blankRow } from "../memory/memory-store";
import type { Moment, PersonAct, StoreBench } from "./bench";
import { change, row } from "./queue-rows";

const HOUR_MS = 60 * 60 * 1000;
const AT = Date.parse("2026-03-02T09:00:00Z");

/** `current` gives the bench that the surrounding suite has opened for the test. */
export function movingContract(
  current: () => StoreBench | undefined,
  moments: readonly Moment[],
): void {
  describe("while rows and columns move in the middle of an update,", () => {
    let bench: StoreBench;
    let store: Store;
    beforeEach(() => {
      const opened = current();
      if (opened === undefined) throw new Error("The suite has opened no bench.");
      bench = opened;
      store = bench.store;
    });
    const cellsOf = (id: string) => store.read("Queue").find(({ cells }) => cells.id === id)?.cells;

    const acts: readonly PersonAct[] = [
      { act: "reverse rows" },
      { act: "blank row above", id: "q-1" },
      { act: "blank row above", id: "q-3" },
      { act: "own column first" },
      { act: "column to front", column: "why" },
      { act: "column to front", column: "status" },
      { act: "column to front", column: "notes" },
      { act: "copy row", id: "q-1" },
      { act: "type", id: "q-3", column: "notes", typed: "typed meanwhile" },
    ];
    const cases = moments.flatMap((moment) => acts.map((act) => [moment, act] as const));

    it.each(cases)("%s: every row ends with its own cells (%j)", (moment, act) => {
      const given = ["q-1", "q-2", "q-3", "q-4"].map((id, index) =>
        row({ id, name: `name of ${id}`, stage: index, next_at: AT + index * HOUR_MS }),
      );
      store.append("Queue", given);
      const cells = (id: string) => ({
        status: "DONE" as const,
        next_at: null,
        last_at: AT + 5 * HOUR_MS,
        why: `done: ${id}`,
      });
      bench.during(moment, act);
      const changes = [change("q-1", cells("q-1")), change("q-2", cells("q-2"))];
      expect(store.update("Queue", changes)).toEqual({ missing: [], spoiled: [] });
      const notes = act.act === "type" ? "typed meanwhile" : "";
      expect(cellsOf("q-1")).toEqual({ ...given[0], ...cells("q-1") });
      expect(cellsOf("q-2")).toEqual({ ...given[1], ...cells("q-2") });
      expect(cellsOf("q-3")).toEqual({ ...given[2], notes });
      expect(cellsOf("q-4")).toEqual(given[3]);
      const blank = store.read("Queue").filter(({ cells: { id } }) => id === "");
      for (const { cells: left } of blank) expect(left).toEqual(blankRow("Queue"));
    });

    it.each(moments)("%s: a deleted row is told as missing and hits nobody", (moment) => {
      const given = ["q-1", "q-2", "q-3"].map((id) => row({ id, name: `name of ${id}` }));
      store.append("Queue", given);
      bench.during(moment, { act: "remove row", id: "q-1" });
      const changes = ["q-1", "q-2"].map((id) =>
        change(id, { status: "DONE", why: `done: ${id}` }),
      );
      expect(store.update("Queue", changes)).toEqual({ missing: ["q-1"], spoiled: [] });
      expect(store.read("Queue").map((stored) => stored.cells)).toEqual([
        { ...given[1], status: "DONE", why: "done: q-2" },
        given[2],
      ]);
    });

    it.each(moments.filter((moment) => moment === "after write"))(
      "%s: what a person typed over it stays theirs",
      (moment) => {
        store.append("Queue", [row({ id: "q-1" }), row({ id: "q-2" })]);
        bench.during(moment, { act: "type", id: "q-1", column: "status", typed: "PAID" });
        const report = store.update("Queue", [change("q-1", { status: "DONE", why: "done" })]);
        expect(report).toEqual({ missing: [], spoiled: [] });
        expect(cellsOf("q-1")).toMatchObject({ status: "PAID", why: "done" });
      },
    );
  });
}
