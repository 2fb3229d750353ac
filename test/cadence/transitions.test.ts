// Every change of a clock in 26 zones, 2023 to 2031: a mail due around it goes once, at a time that its reader's clock shows.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { opensAt, type SendWindow } from "../../src/cadence/send-window";
import { HOUR_MS, MINUTE_MS } from "../../src/model/time";
import { clockOf, instantOf, wallAt, type ZoneClock } from "../../src/model/zone";
import { memoryZones } from "../memory/memory-zones";

interface Transition {
  readonly utc: string;
  readonly before_min: number;
  readonly after_min: number;
}
const { zones } = JSON.parse(
  readFileSync(new URL("../data/tz-transitions/transitions.json", import.meta.url), "utf8"),
) as { readonly zones: readonly { zone: string; transitions: readonly Transition[] }[] };

const CHANGES = zones.flatMap(({ zone, transitions }) =>
  transitions.map(({ utc, before_min, after_min }) => {
    const clock = clockOf(memoryZones.offsetMs, zone, 0);
    if (clock === null) throw new Error(`no zone ${zone}`);
    const [before, after] = [before_min * MINUTE_MS, after_min * MINUTE_MS];
    return { zone, clock, at: Date.parse(utc), before, after };
  }),
);
type Change = (typeof CHANGES)[number];

const QUARTER_MS = 15 * MINUTE_MS;
/** Before it, at it, within what was skipped or comes twice, after it. */
const AROUND = [-13 * HOUR_MS, -HOUR_MS, -QUARTER_MS, 0, QUARTER_MS, HOUR_MS, 5 * HOUR_MS];

/** The clock as the file alone tells it. */
const told = ({ at, before, after }: Change, instant: number) =>
  instant + (instant < at ? before : after);

describe("the 289 changes", () => {
  it("are all there, and agree with the engine's own zones to the second", () => {
    expect(CHANGES).toHaveLength(289);
    for (const { zone, clock, at, before, after } of CHANGES) {
      const seen = [at - 1_000, at].map((instant) => clock.offsetAt(instant));
      expect([zone, ...seen]).toEqual([zone, before, after]);
    }
  });

  it("give every wall time one instant: of a gap its end, of a repeated hour the first", () => {
    for (const change of CHANGES) {
      const { clock, at, before, after } = change;
      const first = at + Math.min(before, after) - HOUR_MS;
      for (let wall = first; wall < first + 5 * HOUR_MS; wall += QUARTER_MS) {
        const shown = [wall - before, wall - after].filter((one) => told(change, one) === wall);
        expect(instantOf(clock, wall)).toBe(shown.length === 0 ? at : Math.min(...shown));
      }
    }
  });
});

function windowsOf({ at, before, after }: Change): readonly SendWindow[] {
  const DAY = 24 * HOUR_MS;
  const ofDay = (wall: number) => ((wall % DAY) + DAY) % DAY;
  // Its end within the gap or the repeated hour, and the shipped one.
  const end = ofDay(at + Math.min(before, after) + QUARTER_MS);
  const none = { workingDays: [], holidays: [] };
  return [
    { quietHours: { fromMs: 21 * HOUR_MS, toMs: 8 * HOUR_MS }, ...none },
    { quietHours: { fromMs: ofDay(end - 6 * HOUR_MS), toMs: end }, ...none },
    { quietHours: { fromMs: end, toMs: ofDay(end + 6 * HOUR_MS) }, ...none },
  ];
}

/** Asked quarter by quarter, without arithmetic. */
function firstOpen(change: Change, { quietHours }: SendWindow, due: number): number {
  const { fromMs, toMs } = quietHours ?? { fromMs: 0, toMs: 0 };
  for (let at = due; ; at += QUARTER_MS) {
    const ofDay = told(change, at) % (24 * HOUR_MS);
    const quiet = fromMs < toMs ? fromMs <= ofDay && ofDay < toMs : ofDay >= fromMs || ofDay < toMs;
    if (!quiet) return at;
  }
}

describe("a mail that is due around a change", () => {
  it("goes at the first instant that its window lets it, wherever the window ends", () => {
    let asked = 0;
    for (const change of CHANGES) {
      for (const window of windowsOf(change)) {
        for (const offset of AROUND) {
          const due = change.at + offset;
          const goes = opensAt(window, change.clock, due);
          expect([change.zone, new Date(due), goes]).toEqual([
            change.zone,
            new Date(due),
            firstOpen(change, window, due),
          ]);
          expect(opensAt(window, change.clock, goes)).toBe(goes);
          asked += 1;
        }
      }
    }
    expect(asked).toBe(289 * 3 * AROUND.length);
  });
});

describe("a zone", () => {
  const NOW = Date.parse("2026-07-01T12:00:00Z");
  const shows = (name: string) => {
    const clock: ZoneClock | null = clockOf(memoryZones.offsetMs, name, NOW);
    return clock === null ? null : new Date(wallAt(clock, NOW)).toISOString().slice(11, 16);
  };

  it("may be called by an alias, in any case, or by a fixed offset as people write it", () => {
    expect(shows("Asia/Calcutta")).toBe("17:30");
    expect(shows("US/Eastern")).toBe("08:00");
    expect(shows("europe/berlin")).toBe("14:00");
    expect(shows("Etc/GMT-8")).toBe("20:00");
    for (const name of ["GMT+8", "UTC+08:00", "+0800", "utc+8"]) expect(shows(name)).toBe("20:00");
    expect(shows("GMT-3:30")).toBe("08:30");
    for (const name of ["UTC", "GMT", "Z"]) expect(shows(name)).toBe("12:00");
  });

  it("is none where nobody knows it", () => {
    const none = [
      "",
      "Mars/Olympus",
      "GMT+99",
      "UTC+8:75",
      "Europe/Berlin x",
      "+",
      "8",
      "__proto__",
    ];
    for (const name of none) expect([name, shows(name)]).toEqual([name, null]);
  });
});
