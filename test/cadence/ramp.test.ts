// First mails of a flow that is switched on or a list that is taken over begin slowly.
import { describe, expect, it } from "vitest";
import { rampOf } from "../../src/cadence/ramp";
import { DAY_MS } from "../../src/model/time";

const NOON = Date.parse("2026-03-02T12:00:00Z");
const MIDNIGHT = NOON - DAY_MS / 2;
const sent = (count: number, at: number) => Array.from({ length: count }, () => at);

describe("a ramp", () => {
  it("lets the first day's number go, and no more on that day", () => {
    expect(rampOf([], [], 20, NOON).left).toBe(20);
    expect(rampOf(sent(13, NOON - 1), [], 20, NOON).left).toBe(7);
    expect(rampOf(sent(25, NOON - 1), [], 20, NOON).left).toBe(0);
  });

  it("doubles with each day that was used, and is not set back by a weekend", () => {
    expect(rampOf(sent(20, NOON - DAY_MS), [], 20, NOON).left).toBe(40);
    expect(rampOf(sent(80, NOON - 4 * DAY_MS), [], 20, NOON).left).toBe(160);
    expect(rampOf(sent(3, NOON - DAY_MS), [], 20, NOON).left).toBe(20);
    expect(rampOf(sent(80, NOON - 9 * DAY_MS), [], 20, NOON).left).toBe(20);
  });

  it("gives the others times: 40 over tomorrow, 80 over the day after, evenly", () => {
    const ramp = rampOf(sent(20, NOON), [], 20, NOON);
    const times = Array.from({ length: 120 }, () => ramp.next());
    const days = times.map((at) => Math.floor((at - MIDNIGHT) / DAY_MS));
    expect(days.filter((day) => day === 1)).toHaveLength(40);
    expect(days.filter((day) => day === 2)).toHaveLength(80);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(DAY_MS / 40);
    expect(new Set(times).size).toBe(120);
  });

  it("goes on behind times already given", () => {
    const first = rampOf([], [], 20, NOON);
    const given = Array.from({ length: 30 }, () => first.next());
    const next = rampOf([], given, 20, NOON).next();
    expect(next).toBe(first.next());
  });
});
