// Random histories of a month, 250 in each of two files, so that both processors work on them (row 6).
import { expect, it } from "vitest";
import { simulate } from "../../local/laboratory/simulate.ts";
import { builtBundle } from "../built-bundle.ts";

const SEEDS = 250;
const DAYS = 30;

export function histories(from: number): void {
  it(`${SEEDS} months from seed ${from} on break no rule`, () => {
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    const wanted = { seeds: SEEDS, from, days: DAYS, sabotage: null, shrunkMax: 1, tell };
    const summary = simulate(builtBundle(), wanted);
    expect(summary.brokenInvariants, told.join("\n")).toEqual([]);
    expect(summary).toMatchObject({ seeds: SEEDS, duplicates: 0, losses: 0 });
    expect(summary.virtualDays).toBeGreaterThanOrEqual(SEEDS * DAYS);
    // That much happened to them.
    expect(summary.kills).toBeGreaterThan(SEEDS / 2);
    expect(summary.sends).toBeGreaterThan(SEEDS * 5);
  }, 1_200_000);
}
