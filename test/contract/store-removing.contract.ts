// What a Store promises when rows are removed: those, whole, and no other, also while a person moves rows.
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/ports";
import type { PersonAct, StoreBench } from "./bench";
import { row } from "./queue-rows";

const AT = Date.parse("2026-03-02T09:00:00Z");

/** `current` gives the bench that the surrounding suite has opened for the test. */
export function removingContract(current: () => StoreBench | undefined): void {
  describe("a removal", () => {
    let bench: StoreBench;
    let store: Store;
    const given = ["q-1", "q-2", "q-3", "q-4", "q-5"].map((id, stage) =>
      row({ id, stage, next_at: AT, name: "陈", notes: `=${id}`, status: "ACTIVE" }),
    );
    beforeEach(() => {
      const opened = current();
      if (opened === undefined) throw new Error("The suite has opened no bench.");
      bench = opened;
      store = bench.store;
      store.append("Queue", given);
    });
    const ids = () =>
      store
        .read("Queue")
        .map(({ cells }) => cells.id)
        .filter((id) => id !== "");

    it("takes whole rows by id, neighbours and others, and leaves the rest as it was", () => {
      bench.act("Queue", { act: "reverse rows" });
      expect(store.remove("Queue", ["q-1", "q-2", "q-4", "q-9"])).toEqual([]);
      expect(ids()).toEqual(["q-5", "q-3"]);
      store.append("Queue", [row({ id: "q-6" })]);
      expect(ids()).toEqual(["q-5", "q-3", "q-6"]);
    });

    it("of nothing, and of every row, does just that", () => {
      expect(store.remove("Queue", [])).toEqual([]);
      expect(ids()).toHaveLength(5);
      expect(store.remove("Queue", ids())).toEqual([]);
      expect(ids()).toEqual([]);
    });

    it.each<PersonAct>([
      { act: "reverse rows" },
      { act: "blank row above", id: "q-1" },
      { act: "blank row above", id: "q-3" },
      { act: "own column first" },
    ])("takes those and no other while a person does %j", (act) => {
      bench.during("before write", act);
      expect(store.remove("Queue", ["q-2", "q-5"])).toEqual([]);
      expect([...ids()].sort()).toEqual(["q-1", "q-3", "q-4"]);
      for (const { cells } of store.read("Queue")) {
        const was = given.find(({ id }) => id === cells.id);
        if (was !== undefined) expect(cells).toEqual(was);
      }
    });
  });
}
