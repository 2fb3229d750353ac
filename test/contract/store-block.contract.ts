// What a Store promises of rows appended in one block: the same as row by row.
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/ports";
import type { StoreBench } from "./bench";
import { naughtyStrings } from "./naughty-strings";
import { row } from "./queue-rows";

const AT = Date.parse("2026-03-02T09:00:00Z");

/** `current` gives the bench that the surrounding suite has opened for the test. */
export function blockContract(current: () => StoreBench | undefined): void {
  describe("a block of rows", () => {
    let bench: StoreBench;
    let store: Store;
    beforeEach(() => {
      const opened = current();
      if (opened === undefined) throw new Error("The suite has opened no bench.");
      bench = opened;
      store = bench.store;
    });

    it("stands below what stood there, each text as it is", () => {
      store.append("Queue", [row({ id: "q-1" }), row({ id: "q-2" })]);
      const block = naughtyStrings.map((text, at) => row({ id: `b-${at}`, name: text, stage: at }));
      store.appendBlock("Queue", []);
      store.appendBlock("Queue", block);
      const read = store.read("Queue").map(({ cells }) => cells);
      expect(read.slice(0, 2).map(({ id }) => id)).toEqual(["q-1", "q-2"]);
      expect(read.slice(2)).toEqual(block);
    });

    it("may be larger than the tab, wherever a person has moved the columns", () => {
      bench.act("Queue", { act: "column to front", column: "why" });
      bench.act("Queue", { act: "own column first" });
      const block = Array.from({ length: 1_200 }, (_, at) => row({ id: `b-${at}`, next_at: AT }));
      store.appendBlock("Queue", block);
      expect(store.read("Queue").map(({ cells }) => cells)).toEqual(block);
    });
  });
}
