// One batch: may it run, is there anything to do, and pass by pass until nothing changes under it.
import type { Ports } from "../ports";
import { handEdits } from "../state/seal";
import { comparedAt, stoodOf, whatToDo, writeCursor } from "./cursor";
import { continueHistory } from "./history";
import { historyUnfinished } from "./history-state";
import { LOOK_AGAIN_MS, onePass, type Run, type RunKind } from "./one-pass";
import {
  addedReports,
  NOTHING_DONE,
  type RunReport,
  reportRun,
  writeStartHere,
} from "./report-run";
import { responseLost } from "./response-door";
import { isAsked, startActions } from "./start-actions";
import { startNews } from "./start-news";
import { awaitsNaming } from "./unmatched";

/** A stop mark that changes this often in one run is left to the next tick. */
export const PASSES_MAX = 4;

type Kept = Readonly<Record<string, string>>;

/** Why nothing was done. Another editor's click must not mail from another mailbox (design 5). */
export type NotRun = "busy" | "not set up" | "not the owner" | "idle";

/** `checks`: looks at everything Start here lists; an edit of a row changes none of it. */
export function runBatch(
  ports: Ports,
  kind: RunKind,
  checks = kind !== "tick",
): RunReport | NotRun {
  if (!ports.locks.takeBatch()) return "busy";
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "") return "not set up";
  if (ports.person.effectiveUser() !== kept.owner) return "not the owner";
  const startedAt = ports.clock.now();
  if (kind === "tick") beat(ports, startedAt);
  const reads = kind === "tick" && historyUnfinished(kept, startedAt);
  const news = startNews(ports, kept);
  if (kind === "tick" && !reads && !news && isIdle(ports, kept, startedAt)) return "idle";
  const asked = kind === "tick" && watched(ports, () => startActions(ports)) > 0;
  const now = asked ? ports.properties.all() : kept;
  const report = watched(ports, () => work(ports, { kind, checks, startedAt }, now));
  // After what is due: a long history must not delay a mail that was asked for.
  if (reads) watched(ports, () => continueHistory(ports, ports.properties.all(), startedAt));
  reportRun(ports, kind, report, startedAt);
  return report;
}

/** A run that cannot work, as when a column was renamed, says so where a person looks. */
function watched<T>(ports: Ports, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const what_to_do = String(error instanceof Error ? error.message : error).slice(0, 500);
    const row = { id: "timer", check: "timer", state: "✗", what_to_do, at: ports.clock.now() };
    try {
      writeStartHere(ports, [row]);
    } catch {
      ports.log.warn(`Start here cannot be written: ${what_to_do}`);
    }
    throw error;
  }
}

/** The heartbeat is for a person's eyes; a Start here that was torn down stops no mail. */
function beat(ports: Ports, now: number): void {
  try {
    ports.store.stamp("Start here", "timer", "at", now);
  } catch (error) {
    ports.log.warn(`no heartbeat on Start here: ${String(error)}`);
  }
}

/** An idle tick reads no row, but for the comparison with the seals every ten minutes (design 3). */
function isIdle(ports: Ports, kept: Kept, now: number): boolean {
  const next = whatToDo(ports, kept, now);
  if (next !== "compare") return next === "nothing";
  const queue = ports.store.read("Queue");
  const edited = queue.some(
    ({ cells, odd }) => handEdits(cells, odd, ports.workbook.sameWallTime).length > 0,
  );
  const rows = queue.filter(({ cells }) => cells.id !== "").length;
  const fewer = rows < (stoodOf(kept)?.queue ?? 0);
  const asked = ports.store.read("Start here").some(isAsked);
  const news = edited || fewer || asked || awaitsNaming(ports) || responseLost(kept);
  if (!news) comparedAt(ports, kept, now + LOOK_AGAIN_MS);
  return !news;
}

function work(ports: Ports, run: Run, first: Kept): RunReport {
  let report = NOTHING_DONE;
  let kept = first;
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const done = onePass(ports, run, kept);
    report = addedReports(report, done.report);
    writeCursor(ports, done.cursor);
    if (done.end !== "changed" || run.kind === "edit") break;
    kept = ports.properties.all();
  }
  return report;
}
