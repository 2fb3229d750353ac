// Two runs at the same time, at every pair of boundaries (row 4).
import { beforeAll, describe, expect, it } from "vitest";
import { Lab } from "../../local/laboratory/lab.ts";
import { FORM, MENU, overlap, TICK } from "../../local/laboratory/overlap.ts";
import { sabotaged } from "../../local/laboratory/sabotage.ts";
import { TICK_3_OF_10, TICK_50_OF_200 } from "../../local/laboratory/sweep-cases.ts";
import { builtBundle } from "../built-bundle.ts";

const OVERLAP_MS = 240_000;
let base: Lab;
beforeAll(() => {
  base = Lab.open(builtBundle());
});

describe("a tick with 3 due of 10, and at the same time", () => {
  it.each([
    ["another tick", TICK, 1],
    ["a batch from the menu", MENU, 1],
    ["a form, a third of them", FORM, 3],
  ] as const)(
    "%s, in every order: nothing goes twice",
    (_name, other, every) => {
      const { pairs, findings } = overlap(base, TICK_3_OF_10, [TICK, other], every);
      expect(findings).toEqual([]);
      expect(pairs).toBeGreaterThan(40);
    },
    OVERLAP_MS,
  );
});

it(
  "two ticks with 50 due of 200, a sample of their orders: nothing goes twice",
  () => {
    const { pairs, findings } = overlap(base, TICK_50_OF_200, [TICK, TICK], 40);
    expect(findings).toEqual([]);
    // The second finds the mutex taken from the first boundary on: its few calls, at each place of the first.
    expect(pairs).toBeGreaterThan(6);
  },
  OVERLAP_MS,
);

it(
  "without the mutex two ticks send twice, and it is seen",
  () => {
    const weak = Lab.open(sabotaged(builtBundle(), "no-mutex"));
    const { findings } = overlap(weak, TICK_3_OF_10, [TICK, TICK], 20);
    expect(findings).not.toEqual([]);
  },
  OVERLAP_MS,
);
