// The moment of the run that will send the next mail, for "jump to the next mail".
import type { Host, SheetDump, TriggerInfo } from "../host/contract.ts";

const MINUTE_MS = 60_000;

export function nextMailAt(host: Host): string | null {
  const now = host.now();
  const lookedAt = lastRunAt(host);
  const coming = dueTimes(host).filter((at) => at > lookedAt);
  const due = [...coming, ...(hasPendingEvents(host) ? [now] : [])];
  if (due.length === 0) return null;
  const at = firstTickAt(host.triggers(), Math.max(now, Math.min(...due)));
  return at === null ? null : new Date(at).toISOString();
}

/** What was due when the batch last ran and did not go is held up; 0 when none has run since the start. */
export function lastRunAt(host: Host): number {
  const batch = tickOf(host.triggers())?.handler;
  const runs = host.executions().filter((run) => run.function === batch && run.outcome === "ok");
  return runs.at(-1)?.startedAt ?? 0;
}

/** A held row keeps its time and sends nothing. */
const OPEN = ["ACTIVE", "UNPAID", "FAILED"];

/** When open rows are due, past and future. */
export function dueTimes(host: Host): number[] {
  return (readTab(host, "Queue", ["status", "next_at"])?.rows ?? [])
    .filter((row) => OPEN.includes(String(row.status ?? "ACTIVE")))
    .map((row) => Date.parse(String(row.next_at ?? "")))
    .filter((time) => !Number.isNaN(time));
}

/** Events that no batch has applied yet; the next one will. */
function hasPendingEvents(host: Host): boolean {
  const rows = readTab(host, "Events", ["received_at", "outcome"])?.rows ?? [];
  return rows.some((row) => row.received_at !== "" && row.outcome === "");
}

function readTab(host: Host, name: string, columns: readonly string[]): SheetDump | null {
  return host.sheets().some((sheet) => sheet.name === name) ? host.sheet(name, columns) : null;
}

/** The batch keeps its own phase inside the minute. */
function firstTickAt(triggers: readonly TriggerInfo[], dueMs: number): number | null {
  const tick = tickOf(triggers);
  if (tick === null) return null;
  return tick.next + Math.max(0, Math.ceil((dueMs - tick.next) / tick.periodMs)) * tick.periodMs;
}

/** The batch is the most frequent trigger. */
function tickOf(triggers: readonly TriggerInfo[]) {
  const timed = triggers.flatMap(({ handler, nextAt, everyMinutes }) =>
    nextAt === null || everyMinutes === null
      ? []
      : [{ handler, next: Date.parse(nextAt), periodMs: everyMinutes * MINUTE_MS }],
  );
  return timed.sort((a, b) => a.periodMs - b.periodMs)[0] ?? null;
}
