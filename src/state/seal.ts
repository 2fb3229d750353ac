// The seal: what the machine last wrote to the cells a person may edit. A difference is an edit by hand.
import type { QueueRow, Status } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { SECOND_MS } from "../model/time";

export interface EditChange {
  readonly column: "status" | "paid" | "stage" | "next_at" | "do";
  readonly from: string;
  readonly to: string;
}

export function seal({ row, entryEvent, again, revision, closing }: Enrollment): string {
  const known = [row.status, row.paid, numberText(row.stage), timeText(row.next_at)];
  const closed = closing === null ? [] : [String(closing.at), closing.payment];
  return [...known, entryEvent, again, String(revision), ...closed].join("|");
}

/** The enrollment as the machine knows it; null for a row the machine did not make. */
export function unseal(cells: QueueRow): Enrollment | null {
  const parts = cells.sealed.split("|");
  if (cells.id === "" || parts.length < 7) return null;
  const [status = "", paid = "", stage = "", nextAt = "", entryEvent = "", again = ""] = parts;
  const revision = Number(parts[6]) || 0;
  const [closedAt, payment = ""] = parts.slice(7);
  return {
    row: {
      ...cells,
      status: status as Status,
      paid: paid === "YES" ? "YES" : "NO",
      stage: stage === "" ? null : Number(stage),
      next_at: nextAt === "" ? null : Date.parse(nextAt),
      do: "",
    },
    entryEvent,
    again,
    revision,
    closing: closedAt === undefined ? null : { at: Number(closedAt) || 0, payment },
  };
}

/** What a person changed since the machine last wrote, cell by cell. `sameTime`: no difference in a cell. */
export function handEdits(
  cells: QueueRow,
  odd: Readonly<Partial<Record<string, string>>>,
  sameTime: (one: number, other: number) => boolean,
): readonly EditChange[] {
  const known = unseal(cells)?.row;
  if (known === undefined) return [];
  const bothTimes = known.next_at !== null && cells.next_at !== null;
  const moved = !bothTimes || !sameTime(known.next_at ?? 0, cells.next_at ?? 0);
  const shownAt = moved ? timeText(cells.next_at) : timeText(known.next_at);
  const pairs: readonly (readonly [EditChange["column"], string, string])[] = [
    ["status", known.status, (odd.status ?? cells.status).trim().toUpperCase()],
    ["paid", known.paid, (odd.paid ?? cells.paid).trim().toUpperCase()],
    ["stage", numberText(known.stage), (odd.stage ?? numberText(cells.stage)).trim()],
    ["next_at", timeText(known.next_at), (odd.next_at ?? shownAt).trim()],
    ["do", "", (odd.do ?? cells.do).trim()],
  ];
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([column, from, to]) => ({ column, from, to }));
}

function numberText(value: number | null): string {
  return value === null ? "" : String(value);
}

/** Cells keep seconds at best, so seconds decide. */
export function timeText(instantMs: number | null): string {
  if (instantMs === null) return "";
  return new Date(Math.round(instantMs / SECOND_MS) * SECOND_MS).toISOString();
}
