// Seals of the first version, parts between bars: a sheet that was set up then goes on as it stands.
import type { QueueRow, Status } from "../../sheets-schema/index";
import { type Enrollment, FRESH } from "../model/enrollment";

/** Then only a first mail could be owed again, and it was the step `<flow>_1`. */
export function unsealFirst(cells: QueueRow): Enrollment | null {
  const parts = cells.sealed.split("|");
  if (parts.length < 7) return null;
  const [status = "", paid = "", stage = "", nextAt = "", entryEvent = "", again = ""] = parts;
  const [closedAt, payment = ""] = parts.slice(7);
  return {
    ...FRESH,
    row: {
      ...cells,
      status: status as Status,
      paid: paid === "YES" ? "YES" : "NO",
      stage: stage === "" ? null : Number(stage),
      next_at: nextAt === "" ? null : Date.parse(nextAt),
      do: "",
    },
    entryEvent,
    owed: again === "" ? [] : [{ step: `${cells.flow}_1`, event: again }],
    revision: Number(parts[6]) || 0,
    closing: closedAt === undefined ? null : { at: Number(closedAt) || 0, payment },
    steppedAt: Number(stage) > 0 ? cells.last_at : null,
  };
}
