// A year in which clocks are changed everywhere: each mail due around a change goes once, outside its reader's quiet hours.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";
import { passTo } from "./year-office";

interface Zone {
  readonly zone: string;
  readonly transitions: readonly {
    readonly utc: string;
    readonly before_min: number;
    readonly after_min: number;
  }[];
}
const { zones } = JSON.parse(
  readFileSync(new URL("../data/tz-transitions/transitions.json", import.meta.url), "utf8"),
) as { readonly zones: readonly Zone[] };

/** Before it, within what is left out or comes twice, after it. */
const AROUND = [-70 * MINUTE, 20 * MINUTE, 5 * HOUR];
const LEADS = zones.flatMap(({ zone, transitions }) =>
  transitions
    .filter(({ utc }) => Date.parse(utc) > START + 3 * DAY && Date.parse(utc) < START + 270 * DAY)
    .flatMap((change, at) => {
      const [before, after] = [change.before_min * MINUTE, change.after_min * MINUTE];
      const own = { zone, before, after, change: Date.parse(change.utc) };
      return AROUND.map((offset, n) => {
        const email = `${zone.replace(/\W/g, "-").toLowerCase()}.${at}.${n}@example.org`;
        return { ...own, email, due: own.change + offset };
      });
    }),
);

describe("around every change of a clock within a year", () => {
  it("each mail goes once, when its reader's clock allows, and not before it is due", () => {
    const office = new FounderOffice("geo");
    office.set("quiet_hours", "22:30-02:30");
    const soonest = [...LEADS].sort((a, b) => a.due - b.due);
    for (const { email, zone, due } of soonest) {
      passTo(office, due - 2 * DAY);
      office.geo(email, { timezone: zone });
      office.tick();
    }
    passTo(office, (soonest.at(-1)?.due ?? 0) + 2 * DAY);
    expect(LEADS.length).toBeGreaterThan(80);
    for (const { email, zone, due, change, before, after } of LEADS) {
      const sends = office.ports.store
        .rows("Sends")
        .filter((one) => one.email === email && one.step === "geo_2");
      expect([email, sends.length]).toEqual([email, 1]);
      const at = sends[0]?.sent_at ?? 0;
      const wall = at + (at < change ? before : after);
      const ofDay = (((wall % DAY) + DAY) % DAY) / MINUTE;
      expect([zone, ofDay >= 150 && ofDay < 1_350]).toEqual([zone, true]);
      expect(at).toBeGreaterThanOrEqual(due);
      expect(at - due).toBeLessThan(7 * HOUR);
    }
  });
});
