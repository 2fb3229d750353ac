// The timer's minutes last: whatever comes, no 24 hours pass 80 of the 90 minutes, and a quiet day is a tick a minute.
import { describe, expect, it } from "vitest";
import {
  booked,
  isAttended,
  type Ledger,
  ledgerAt,
  newLedger,
  RESTS,
} from "../../src/cadence/quota-minutes";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../../src/model/time";

const START = Date.parse("2026-03-02T09:00:07Z");
const REST_MS = 430;
const IDLE_MS = 600;
const LOOK_MS = 3_300;

interface Days {
  /** Per minute, what the timer used. */
  readonly used: readonly number[];
  readonly paces: readonly number[];
  readonly worked: number;
}

/** `busy`: does something wait at that minute? It waits until a tick takes it. */
function live(
  days: number,
  workMs: number,
  busy: (minute: number) => boolean,
  recipients = 100,
): Days {
  let ledger: Ledger = { ...newLedger(START), recipients };
  let [lookedAt, waits, worked] = [0, false, 0];
  const used: number[] = [];
  const paces: number[] = [];
  for (let minute = 0; minute < days * 1_440; minute += 1) {
    const now = START + minute * MINUTE_MS;
    waits ||= busy(minute);
    const { everyMin } = ledger.everyMin === 1 ? ledger : ledgerAt(ledger, now);
    paces.push(everyMin);
    if (everyMin === RESTS || !isAttended(ledger, now, everyMin)) used.push(REST_MS);
    else if (waits || minute - lookedAt >= 10) {
      const kind = waits ? "work" : "look";
      const ranMs = waits ? workMs : LOOK_MS;
      if (waits) worked += 1;
      ledger = booked(ledger, { kind, startedAt: now, ranMs }, now + ranMs);
      [lookedAt, waits] = [minute, false];
      used.push(ranMs);
    } else used.push(IDLE_MS);
  }
  return { used, paces, worked };
}

function mostInADay({ used }: Days): number {
  const day = DAY_MS / MINUTE_MS;
  let sum = 0;
  let most = 0;
  used.forEach((ms, at) => {
    sum += ms - (used[at - day] ?? 0);
    most = Math.max(most, sum);
  });
  return most / MINUTE_MS;
}

describe("a day's trigger minutes", () => {
  it("on quiet days are those of a tick a minute", () => {
    const days = live(3, 12 * SECOND_MS, () => false);
    expect(new Set(days.paces)).toEqual(new Set([1]));
    expect(mostInADay(days)).toBeLessThanOrEqual(25);
  });

  it("with a hundred batches over the day leave it at a tick a minute", () => {
    const days = live(3, 12 * SECOND_MS, (minute) => minute % 14 === 0);
    expect(new Set(days.paces)).toEqual(new Set([1]));
    expect(mostInADay(days)).toBeLessThanOrEqual(45);
  });

  it.each([3, 8, 12, 20, 40, 90, 200, 350])(
    "never pass 80 while something comes every minute and a run takes %i s",
    (seconds) => {
      const days = live(4, seconds * SECOND_MS, () => true);
      expect(mostInADay(days)).toBeLessThanOrEqual(80);
      expect(days.worked).toBeGreaterThan(4 * 5);
    },
  );

  it.each([60, 270])("never pass 80 with bursts of %i s at odd hours", (seconds) => {
    const burst = (minute: number) => minute % 420 < 25;
    expect(mostInADay(live(4, seconds * SECOND_MS, burst))).toBeLessThanOrEqual(80);
  });

  it("are left step by step, and a busy day still goes on every quarter of an hour at its end", () => {
    const { paces } = live(1, 12 * SECOND_MS, () => true);
    expect([...new Set(paces)].slice(0, 4)).toEqual([1, 2, 5, 10]);
    expect(Math.max(...paces)).toBeLessThanOrEqual(15);
  });

  it("come back when the hours that used them are a day old", () => {
    const { paces } = live(3, 12 * SECOND_MS, (minute) => minute < 1_440);
    expect(Math.max(...paces)).toBeGreaterThan(1);
    expect(paces.at(-1)).toBe(1);
  });

  it("learn nothing from a run that was cut: a look after it keeps its pace", () => {
    const cut = { kind: "look", startedAt: START, ranMs: 3_300, cutMs: 6 * MINUTE_MS } as const;
    const ledger = booked(newLedger(START), cut, START + 3_300);
    expect(ledger).toMatchObject({ everyMin: 1, lookMs: 3_090 });
    expect(Object.values(ledger.hours)).toEqual([[6 * MINUTE_MS, 3_300]]);
  });

  it("are four times as many in Workspace", () => {
    const days = live(3, 12 * SECOND_MS, () => true, 1_500);
    expect(mostInADay(days)).toBeLessThanOrEqual(320);
    expect(mostInADay(days)).toBeGreaterThan(90);
  });
});
