// Settings choose a region of which there is no row, so nothing would hold: told beside the setting.
import type { RegionRow } from "../../sheets-schema/index";
import type { RuleFault } from "../model/flow";
import { unknownRegions } from "../model/region";
import type { Settings } from "../model/settings";
import type { StoredRow } from "../ports";
import { PACE_FAULTS } from "../words/pace-faults";

export function regionFaults(
  regions: readonly RegionRow[],
  { pace }: Pick<Settings, "pace">,
  rows: readonly StoredRow<"Settings">[],
): readonly RuleFault[] {
  const unknown = unknownRegions(regions, pace.regions).join(", ");
  const row = rows.find(({ cells }) => cells.key === "regions");
  if (row === undefined || unknown === "") return [];
  const place = { tab: "Settings", id: "regions", row: row.row, column: "value" } as const;
  return [{ ...place, seen: unknown, allowed: PACE_FAULTS.regions, flow: "" }];
}
