// One execution broken at each of its calls, and hands and other runs between any two of them (rows 1, 2 and 3).
import { beforeAll, describe, expect, it } from "vitest";
import { DRAFT_HANDS, FAULTS, HANDS, RUNS } from "../../local/laboratory/blows.ts";
import { Lab } from "../../local/laboratory/lab.ts";
import { sabotaged } from "../../local/laboratory/sabotage.ts";
import { sweep } from "../../local/laboratory/sweep.ts";
import { SWEEP_CASES, TICK_3_OF_10, TICK_50_OF_200 } from "../../local/laboratory/sweep-cases.ts";
import { builtBundle } from "../built-bundle.ts";

const SWEEP_MS = 240_000;
let base: Lab;
beforeAll(() => {
  base = Lab.open(builtBundle());
});

describe("a kill or an error at every call of", () => {
  it.each(SWEEP_CASES.map((one) => [one.name, one] as const))(
    "%s: nothing is lost, nothing goes twice, and nobody is asked",
    (_name, one) => {
      const { findings, review, calls } = sweep(base, one, FAULTS);
      expect(findings).toEqual([]);
      expect(review).toBe(0);
      expect(calls).toBeGreaterThan(5);
    },
    SWEEP_MS,
  );

  it(
    "a tick with 50 due of 200, a sample of them: the same",
    () => {
      const { findings, review, calls } = sweep(base, TICK_50_OF_200, FAULTS, 23);
      expect(findings).toEqual([]);
      expect(review).toBe(0);
      // Fifty drafts, looks and sends are among them.
      expect(calls).toBeGreaterThan(150);
    },
    SWEEP_MS,
  );
});

describe("between any two calls of a tick with 3 due of 10", () => {
  it(
    "a person sorts, inserts or deletes: no row is wrong, none is written over, no mail goes astray",
    () => {
      expect(sweep(base, TICK_3_OF_10, HANDS).findings).toEqual([]);
    },
    SWEEP_MS,
  );

  it(
    "somebody else's run or a stop comes: nothing goes twice, and nothing after the stop",
    () => {
      expect(sweep(base, TICK_3_OF_10, RUNS).findings).toEqual([]);
    },
    SWEEP_MS,
  );

  it(
    "a person is at the drafts in Gmail: nothing goes twice; a doubt is a question",
    () => {
      expect(sweep(base, TICK_3_OF_10, DRAFT_HANDS, 2).findings).toEqual([]);
    },
    SWEEP_MS,
  );
});

it(
  "a sweep finds what it looks for: a mail marked before it went is lost",
  () => {
    const weak = Lab.open(sabotaged(builtBundle(), "mark-first"));
    const found = sweep(weak, TICK_3_OF_10, FAULTS, 3).findings.map(({ rule }) => rule);
    expect(found).toContain("SENT has gone");
  },
  SWEEP_MS,
);
