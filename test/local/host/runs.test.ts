// Runs against the plainest model of them: an array with one value per row.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Runs } from "../../../local/host/grid/runs.ts";

const ROWS = 30;
type Kind = "fill" | "insert" | "remove" | "reverse";
type Step = { kind: Kind; at: number; count: number; value: string | null };

const step = fc.record<Step>({
  kind: fc.constantFrom("fill", "insert", "remove", "reverse"),
  at: fc.integer({ min: 1, max: ROWS }),
  count: fc.integer({ min: 1, max: 8 }),
  value: fc.constantFrom("a", "b", null),
});

function applyPlainly(rows: (string | null)[], { kind, at, count, value }: Step): void {
  if (kind === "fill") for (let row = at; row < at + count; row += 1) rows[row - 1] = value;
  else if (kind === "remove") rows.splice(at - 1, count);
  else if (kind === "reverse")
    rows.splice(at - 1, count, ...rows.slice(at - 1, at - 1 + count).reverse());
  else {
    const above = at === 1 ? null : (rows[at - 2] ?? null);
    rows.splice(at - 1, 0, ...Array.from({ length: count }, () => above));
  }
}

const backwards = (count: number) => Array.from({ length: count }, (_, at) => count - 1 - at);

describe("runs", () => {
  it("agree with one value per row after any steps, and after JSON", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const plain: (string | null)[] = Array.from({ length: 400 }, () => null);
        const runs = new Runs();
        for (const one of steps) {
          applyPlainly(plain, one);
          if (one.kind === "fill") runs.fill(one.at, one.at + one.count - 1, one.value);
          else if (one.kind === "insert") runs.insert(one.at, one.count);
          else if (one.kind === "remove") runs.remove(one.at, one.count);
          else runs.reorder(one.at, backwards(one.count));
        }
        const again = Runs.from(JSON.parse(JSON.stringify(runs)));
        for (let row = 1; row <= 100; row += 1) {
          expect(runs.get(row)).toBe(plain[row - 1] ?? null);
          expect(again.get(row)).toBe(plain[row - 1] ?? null);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("stay few when a column is filled cell by cell with one value", () => {
    const runs = new Runs();
    for (let row = 2; row <= 500; row += 1) runs.fill(row, row, "yyyy-mm-dd");
    expect(runs.toJSON()).toEqual([
      [1, null],
      [2, "yyyy-mm-dd"],
      [501, null],
    ]);
  });
});
