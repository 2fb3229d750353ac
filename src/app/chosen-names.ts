// Settings that name what is not there: a region without a row, a zone that no clock knows. Nothing would hold: told beside them.
import type { RegionRow } from "../../sheets-schema/index";
import type { RuleFault } from "../model/flow";
import { unknownRegions } from "../model/region";
import type { Settings } from "../model/settings";
import { clockOf } from "../model/zone";
import type { Ports, StoredRow } from "../ports";
import { PACE_FAULTS } from "../words/pace-faults";

type SettingRows = readonly StoredRow<"Settings">[];

export function chosenNameFaults(
  { zones, clock }: Pick<Ports, "zones" | "clock">,
  regions: readonly RegionRow[],
  { pace }: Pick<Settings, "pace">,
  rows: SettingRows,
): readonly RuleFault[] {
  const zone = pace.readerZone;
  const known = zone === "" || clockOf(zones.offsetMs, zone, clock.now()) !== null;
  return [
    ...faultAt(rows, "regions", unknownRegions(regions, pace.regions).join(", "), "regions"),
    ...faultAt(rows, "reader_zone", known ? "" : zone, "zone"),
  ];
}

/** `seen` "": there is none. */
function faultAt(
  rows: SettingRows,
  id: string,
  seen: string,
  allowed: "regions" | "zone",
): readonly RuleFault[] {
  const row = rows.find(({ cells }) => cells.key === id)?.row;
  if (row === undefined || seen === "") return [];
  const place = { tab: "Settings", id, row, column: "value" } as const;
  return [{ ...place, seen, allowed: PACE_FAULTS[allowed], flow: "" }];
}
