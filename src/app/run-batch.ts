// One batch: may it run, and pass by pass until nothing changes under it.
import { errorText } from "../model/error-text";
import { maskedError } from "../model/masked";
import { SheetProblem } from "../model/sheet-problem";
import type { Ports } from "../ports";
import { checkName, lineOf } from "./check-words";
import { writeCursor } from "./cursor";
import { readDoorConfig } from "./doors/door-config";
import { onePass, type Run } from "./one-pass";
import { stripeNews } from "./reconcile/reconcile";
import {
  addedReports,
  NOTHING_DONE,
  type RunReport,
  reportRun,
  writeStartHere,
} from "./report-run";
import { startNews } from "./start-here/start-news";
import { timerCheck } from "./start-here/start-setup";
import { noteFailedRun, noteGoodRun } from "./timer/judge-runs";

/** A stop mark that changes this often in one run is left to the next tick. */
export const PASSES_MAX = 4;

type Kept = Readonly<Record<string, string>>;

/** Why nothing was done. Another editor's click must not mail from another mailbox (design 5). */
export type NotRun = "busy" | "not set up" | "not the owner" | "idle";

/** By a person. `checks`: looks at everything Start here lists; an edit of a row changes none of it. */
export function runBatch(ports: Ports, kind: "menu" | "edit", checks = true): RunReport | NotRun {
  const kept = begun(ports);
  if (typeof kept === "string") return kept;
  const startedAt = ports.clock.now();
  startNews(ports, kept);
  const stripe = stripeNews(ports, kept, startedAt);
  if (kind === "menu" && watched(ports, stripe.look) === "goes on") return "busy";
  const report = watched(ports, () => passes(stripe.ports, { kind, checks, startedAt }, kept));
  recovered(ports, kept);
  reportRun(ports, kind, report, startedAt);
  return report;
}

/** The properties, with the batch mutex held; or why this run does nothing. */
export function begun(ports: Ports): Kept | NotRun {
  if (!ports.locks.takeBatch()) return "busy";
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "") return "not set up";
  return ports.person.effectiveUser() === kept.owner ? kept : "not the owner";
}

/** What could not be read can be read again: Start here says so. */
export function recovered(ports: Ports, kept: Kept): void {
  const { language } = readDoorConfig(kept);
  if (!noteGoodRun(ports, kept, language)) return;
  const now = ports.clock.now();
  writeStartHere(ports, [lineOf(timerCheck(ports, now), language, now)]);
}

/** A run that cannot work, as when a column was renamed, says so where a person looks. */
export function watched<T>(ports: Ports, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const kept = ports.properties.all();
    const { language } = readDoorConfig(kept);
    const seen = errorText(error);
    const told = error instanceof SheetProblem ? error.words[language] : seen;
    const what_to_do = told.slice(0, 500);
    const at = ports.clock.now();
    const line = { id: "timer", check: checkName("timer")[language], state: "✗", what_to_do, at };
    try {
      noteFailedRun(ports, kept, what_to_do);
      writeStartHere(ports, [line]);
    } catch {
      ports.log.warn(`Start here cannot be written: ${what_to_do}`);
    }
    throw maskedError(error);
  }
}

export function passes(ports: Ports, firstRun: Run, first: Kept): RunReport {
  let report = NOTHING_DONE;
  let run = firstRun;
  let kept = first;
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const done = onePass(ports, run, kept);
    report = addedReports(report, done.report);
    writeCursor(ports, done.cursor);
    if (done.end !== "changed" || run.kind === "edit") break;
    kept = ports.properties.all();
    run = { ...run, brief: false, eventsRow: null };
  }
  return report;
}
