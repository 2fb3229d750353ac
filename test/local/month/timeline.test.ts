import { describe, expect, it } from "vitest";
import { CAST } from "../../../local/month/cast.ts";
import { chanceFrom } from "../../../local/month/random.ts";
import { STORIES } from "../../../local/month/stories.ts";
import { timelineFrom } from "../../../local/month/timeline.ts";

const HOUR = 3_600_000;
const now = Date.parse("2026-03-02T09:20:00Z");
const shape = (seed: number, from = now) =>
  timelineFrom(from, chanceFrom(seed)).moments.map(({ at, person }) => [at, person.email]);

describe("the people of the month", () => {
  it("are about sixty, each with an address of their own that belongs to nobody", () => {
    expect(CAST.length).toBeGreaterThanOrEqual(55);
    expect(CAST.length).toBeLessThanOrEqual(70);
    expect(new Set(CAST.map(({ email }) => email)).size).toBe(CAST.length);
    expect(CAST.every(({ email }) => email.endsWith(".example"))).toBe(true);
  });

  it("come in both languages, from many places, and live every story", () => {
    const chinese = CAST.filter(({ locale }) => locale.startsWith("zh")).length;
    expect(chinese / CAST.length).toBeGreaterThan(0.35);
    expect(chinese / CAST.length).toBeLessThan(0.65);
    expect(new Set(CAST.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(CAST.map(({ story }) => story))).toEqual(new Set(Object.keys(STORIES)));
  });
});

describe("the timeline", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(shape(7)).toEqual(shape(7));
    expect(shape(7)).not.toEqual(shape(8));
  });

  it("moves as a whole with the day it begins on", () => {
    const later = shape(7, now + 5 * 24 * HOUR);
    expect(later.map(([at, email]) => [Number(at) - 5 * 24 * HOUR, email])).toEqual(shape(7));
  });

  it("goes forward, lies ahead, and spreads over thirty days and the hours of the day", () => {
    const { moments, startMs, endMs } = timelineFrom(now, chanceFrom(1));
    const times = moments.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(now);
    expect(times.at(-1)).toBeLessThan(endMs);
    const days = new Set(times.map((at) => Math.floor((at - startMs) / (24 * HOUR))));
    expect(days.size).toBeGreaterThanOrEqual(28);
    expect(new Set(times.map((at) => new Date(at).getUTCHours())).size).toBeGreaterThan(15);
  });

  it("wakes nobody: all happens between eight and eleven at night, where they live", () => {
    for (const { at, person } of timelineFrom(now, chanceFrom(3)).moments) {
      const hour = new Date(at + person.hoursEast * HOUR).getUTCHours();
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(23);
    }
  });

  it("tells each story in its order", () => {
    const { moments } = timelineFrom(now, chanceFrom(5));
    for (const person of CAST) {
      const deeds = moments.filter((one) => one.person === person).map(({ deed }) => deed);
      const told = STORIES[person.story].map(({ deed }) => deed);
      expect(deeds).toEqual(told.slice(0, deeds.length));
    }
  });
});
