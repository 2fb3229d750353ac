// That it can catch something is shown before it is trusted: each weakened protection is found, by a history that is green
// with it in place (row 8).
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "../../local/laboratory/draw.ts";
import { Lab } from "../../local/laboratory/lab.ts";
import { play } from "../../local/laboratory/play.ts";
import { SABOTAGES, type Sabotage, sabotaged } from "../../local/laboratory/sabotage.ts";
import { shrink } from "../../local/laboratory/shrink.ts";
import { simulate } from "../../local/laboratory/simulate.ts";
import { builtBundle } from "../built-bundle.ts";

const SEEDS_MAX = 200;
const CATCH_MS = 240_000;
const DAYS = 30;
/** Enough to be shrunk: each try plays them all. */
const FEW_DAYS = 10;

let base: Lab;
beforeAll(() => {
  base = Lab.open(builtBundle());
});

/** Where it is known to be caught soon; all are within 200 from the first on, too (docs/laboratory.md). */
const FROM: Readonly<Record<Sabotage, number>> = {
  "no-flush": 61,
  "no-mutex": 20,
  "mark-first": 1,
  "skip-recheck": 1,
  "trust-getDraft": 9,
  "append-by-size": 45,
};

describe("weakened by", () => {
  it.each(SABOTAGES)(
    "%s, it is caught within 200 seeds",
    (sabotage) => {
      const from = FROM[sabotage];
      const summary = simulate(builtBundle(), {
        ...{ seeds: SEEDS_MAX, from, days: DAYS, sabotage, shrunkMax: 0 },
        tell: () => undefined,
      });
      expect(summary.brokenInvariants).not.toEqual([]);
      // The seed that caught it is the last one played.
      const last = from + summary.seeds - 1;
      expect(play(base, historyOf(last, DAYS)).findings).toEqual([]);
    },
    CATCH_MS,
  );
});

it("a protection that is not where it was is an error, never silence", () => {
  const codeFile = join(tmpdir(), `dripsheet-no-bundle-${process.pid}.js`);
  writeFileSync(codeFile, "function doGet() {}\n");
  const { manifestFile } = builtBundle();
  for (const sabotage of SABOTAGES) {
    expect(() => sabotaged({ codeFile, manifestFile }, sabotage)).toThrow(sabotage);
  }
});

describe("a seed", () => {
  it("plays the same history twice", () => {
    const history = historyOf(3, DAYS);
    expect(historyOf(3, DAYS)).toEqual(history);
    expect(historyOf(4, DAYS)).not.toEqual(history);
    expect(play(base, history)).toEqual(play(base, history));
  });

  it(
    "that fails is shrunk to the few steps that are enough",
    () => {
      const weak = Lab.open(sabotaged(builtBundle(), "skip-recheck"));
      const breaks = (history: Parameters<typeof play>[1]) =>
        play(weak, history).findings.some(({ rule }) => rule === "nothing after a payment");
      const seed = Array.from({ length: 50 }, (_, at) => at + 1).find((one) =>
        breaks(historyOf(one, FEW_DAYS)),
      );
      const small = shrink(historyOf(seed ?? 0, FEW_DAYS), breaks);
      expect(small.steps.length).toBeLessThanOrEqual(4);
      expect(small.steps.map((step) => step.do)).toContain("accident");
    },
    CATCH_MS,
  );
});
