// A write section cut off or failing at any of its calls harms no other row, and can be done again.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract";
import type { StoredRow, UpdateReport } from "../../src/ports";
import { type LocalBench, openLocal } from "../contract/local-bench";
import { change, row } from "../contract/queue-rows";

const AT = Date.parse("2026-03-02T09:00:00Z");
const CALLS_MAX = 12;

let local: LocalBench;
beforeAll(() => {
  local = openLocal();
  local.call("workbook", "prepare", "en");
});
afterAll(() => local.close());

const kinds: readonly Fault["kind"][] = ["throw", "kill"];
const whens: readonly Fault["when"][] = ["before", "after"];
const faults = kinds.flatMap((kind) =>
  whens.flatMap((when) =>
    Array.from({ length: CALLS_MAX }, (_, index) => ({ kind, when, atCall: index + 1 })),
  ),
);

it.each(faults)("$kind $when call $atCall", (fault) => {
  const prefix = `${fault.kind}-${fault.when}-${fault.atCall}`;
  const ids = ["a", "b", "c"].map((name) => `${prefix}-${name}`);
  local.call(
    "store",
    "append",
    "Queue",
    ids.map((id) => row({ id, stage: 1, why: "old" })),
  );
  const [first = "", second = "", third = ""] = ids;
  const cells = { status: "DONE", next_at: null, last_at: AT, why: "new" } as const;
  const changes = [change(first, cells), change(second, cells)];
  local.host.inject(fault);
  const report = attempt(() => local.call("store", "update", "Queue", changes) as UpdateReport);
  const between = rowsByIds(ids);
  for (const id of [first, second]) {
    expect(["old", "new"]).toContain(between.get(id)?.why);
    if (report !== null) expect(between.get(id)).toMatchObject(cells);
  }
  const again = local.call("store", "update", "Queue", changes);
  expect(again).toEqual({ missing: [], spoiled: [] });
  expect(rowsByIds(ids).get(first)).toEqual(row({ id: first, stage: 1, ...cells }));
  expect(rowsByIds(ids).get(third)).toEqual(row({ id: third, stage: 1, why: "old" }));
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function rowsByIds(ids: readonly string[]): Map<string, StoredRow<"Queue">["cells"]> {
  const rows = local.call("store", "read", "Queue") as StoredRow<"Queue">[];
  const ours = rows.filter(({ cells }) => ids.includes(cells.id));
  return new Map(ours.map(({ cells }) => [cells.id, cells]));
}
