// What a clock shows in a reader's zone, asked of the platform.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalBench, openLocal } from "../contract/local-bench";
import { MemoryWorkbook } from "../memory/memory-workbook";

const WINTER = Date.parse("2026-11-24T14:40:30Z");
const SUMMER = Date.parse("2026-07-01T14:40:00Z");
const AUTUMN = Date.parse("2026-10-25T01:30:00Z");
const ASKED = [
  [WINTER, "Asia/Shanghai"],
  [WINTER, "Asia/Kathmandu"],
  [WINTER, "Europe/London"],
  [SUMMER, "Europe/London"],
  [SUMMER, "America/New_York"],
  [SUMMER, "Africa/Accra"],
  [AUTUMN, "Europe/Berlin"],
  [WINTER, ""],
  [WINTER, "Mars/Olympus"],
  [SUMMER, "Mars/Olympus"],
] as const;

describe("the time a clock shows", () => {
  let local: LocalBench;
  let fileZone: string;
  beforeAll(() => {
    local = openLocal();
    fileZone = String((wall(WINTER, "") as { zone: string }).zone);
  });
  afterAll(() => local.close());
  const wall = (at: number, zone: string) => local.call("workbook", "wallTime", at, zone);

  it("is told with the zone it was asked for", () => {
    expect(wall(WINTER, "Asia/Shanghai")).toEqual({
      text: "2026-11-24 22:40",
      zone: "Asia/Shanghai",
    });
  });

  it("is told in the file's zone when the platform knows no such zone, never as a wrong GMT", () => {
    for (const zone of ["Mars/Olympus", "Europe/Nowhere", "GMT+99", ""]) {
      expect(wall(SUMMER, zone)).toMatchObject({ zone: fileZone });
    }
  });

  it.each(ASKED)("at %d in %j is the same in memory as on the platform", (at, zone) => {
    const memory = new MemoryWorkbook();
    memory.zone = fileZone;
    expect(memory.wallTime(at, zone)).toEqual(wall(at, zone));
  });
});
