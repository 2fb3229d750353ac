// Views of the Queue: soonest first, and only the rows a person asks for. What is hidden is not changed.
import type { QueueRow, Status } from "../../sheets-schema/index";
import { STATUSES } from "../../sheets-schema/queue";
import { isClosed, isOpen } from "../model/enrollment";
import { MINUTE_MS } from "../model/time";
import type { Arrangement, Ports } from "../ports";
import { BLOCKED_WORDS, NOTHING_TO_SHOW } from "../words/views";
import { mayWrite, sheetLanguage } from "./owner-only";

export type QueueView = "all" | "live" | "today" | "stuck" | "lite" | "paid";

/** A due row goes within a minute or two; one that did not by then is held up. */
const LATE_MS = 10 * MINUTE_MS;

const SOONEST = [
  { column: "next_at", ascending: true },
  { column: "status", ascending: true },
] as const;
const NEWEST_PAID = [{ column: "paid_at", ascending: false }] as const;

/** Rows are found by id, so the engine does not mind where they stand; it must only not be writing meanwhile. */
export function showView(ports: Ports, view: QueueView): void {
  if (!mayWrite(ports)) return;
  const rows = ports.store.read("Queue").map(({ cells }) => cells);
  if (rows.length === 0) {
    ports.person.tell("Dripsheet", NOTHING_TO_SHOW[sheetLanguage(ports)]);
    return;
  }
  ports.workbook.arrangeQueue(arrangementOf(view, rows, ports.clock.now()));
}

function arrangementOf(view: QueueView, rows: readonly QueueRow[], now: number): Arrangement {
  const sortBy = view === "paid" ? NEWEST_PAID : SOONEST;
  switch (view) {
    case "all":
      return { sortBy, hide: {} };
    case "live":
      return { sortBy, hide: { status: STATUSES.filter(isClosed) } };
    case "today":
      return { sortBy, hide: { status: but(isOpen) }, beforeTomorrow: "next_at" };
    case "stuck":
      return { sortBy, hide: { status: STATUSES.filter(isClosed), id: goingOn(rows, now) } };
    case "lite":
      return { sortBy, hide: { flow: otherFlows(rows) } };
    case "paid":
      return { sortBy, hide: { status: but((status) => status === "PAID") } };
  }
}

const but = (wanted: (status: Status) => boolean) => STATUSES.filter((status) => !wanted(status));

/** Ids, because what holds a row up is not in one column. Only open rows need naming. */
function goingOn(rows: readonly QueueRow[], now: number): readonly string[] {
  return rows.filter((row) => isOpen(row.status) && !isStuck(row, now)).map(({ id }) => id);
}

function isStuck({ next_at: nextAt, why }: QueueRow, now: number): boolean {
  const isLate = nextAt === null || nextAt < now - LATE_MS;
  return isLate || BLOCKED_WORDS.some((words) => why.includes(words));
}

function otherFlows(rows: readonly QueueRow[]): readonly string[] {
  return [...new Set(rows.map(({ flow }) => flow))].filter((flow) => flow !== "lite");
}
