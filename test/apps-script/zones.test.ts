// How far a zone's clock is ahead: by the engine's own table, in Local as on Google, or by the platform where it has none.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { makeZones } from "../../src/apps-script/zones";
import { type LocalBench, openLocal } from "../contract/local-bench";

const SUMMER = Date.parse("2026-07-01T12:00:00Z");
const HOUR = 3_600_000;
const engine = Intl;

describe("the engine's own table", () => {
  let local: LocalBench;
  beforeAll(() => {
    local = openLocal();
  });
  afterAll(() => local.close());

  it("is there in the script's own context", () => {
    expect(local.call("zones", "offsetMs", "Asia/Kathmandu", SUMMER)).toBe(5.75 * HOUR);
    expect(local.call("zones", "offsetMs", "America/New_York", SUMMER)).toBe(-4 * HOUR);
    expect(local.call("zones", "offsetMs", "Mars/Olympus", SUMMER)).toBeNull();
  });
});

describe("without it", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("the platform is asked, once for a quarter of an hour, and its silent GMT is not believed", () => {
    const asked: string[] = [];
    vi.stubGlobal("Intl", undefined);
    vi.stubGlobal("Utilities", {
      formatDate(date: Date, zone: string) {
        asked.push(zone);
        const known = zone === "Mars/Olympus" ? "UTC" : zone;
        const shown = new engine.DateTimeFormat("sv-SE", {
          timeZone: known,
          dateStyle: "short",
          timeStyle: "medium",
        });
        return `${shown.format(date).replace(" ", "T")}Z ${known === "UTC" ? "GMT" : "CEST"}`;
      },
    });
    const zones = makeZones();
    expect(zones.offsetMs("Europe/Berlin", SUMMER)).toBe(2 * HOUR);
    expect(zones.offsetMs("Europe/Berlin", SUMMER + 60_000)).toBe(2 * HOUR);
    expect(zones.offsetMs("Mars/Olympus", SUMMER)).toBeNull();
    expect(asked).toEqual(["Europe/Berlin", "Mars/Olympus"]);
  });
});
