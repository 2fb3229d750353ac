// What a run says of itself: a Runs row when it did something, the checks on Start here, faults beside the rules.
import type { RunRow, StartHereRow, Words } from "../../sheets-schema/index";
import { checkTemplate } from "../content/check-template";
import { type RuleFault, sayFault } from "../model/flow";
import type { Language, Ports, RowChange } from "../ports";
import { lineOf, type StartLine } from "./check-words";
import type { Office, RuleTab } from "./office";
import { refusedFlows } from "./start-here/start-gate";
import { startHereRows } from "./start-here/start-here";
import { rememberLate } from "./start-here/start-setup";
import { unmatchedCheck } from "./stripe/money-checks";
import { VERSION } from "./version";

export interface RunReport {
  readonly events: number;
  readonly due: number;
  readonly sent: number;
  /** Reason code → how many mails it held back. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly quotaLeft: number | null;
}

export const NOTHING_DONE: RunReport = {
  events: 0,
  due: 0,
  sent: 0,
  skipped: {},
  errors: [],
  quotaLeft: null,
};

/** Of two passes of one run. */
export function addedReports(before: RunReport, next: RunReport): RunReport {
  return {
    events: before.events + next.events,
    due: Math.max(before.due, next.due),
    sent: before.sent + next.sent,
    skipped: next.skipped,
    errors: [...before.errors, ...next.errors],
    quotaLeft: next.quotaLeft ?? before.quotaLeft,
  };
}

export function reportRun(
  ports: Ports,
  kind: RunRow["kind"],
  report: RunReport,
  startedAt: number,
): void {
  if (report.events + report.sent + report.errors.length === 0) return;
  const skipped = Object.entries(report.skipped).map(([why, count]) => `${count} ${why}`);
  const row: RunRow = {
    run: `r_${ports.secrets.uuid().slice(0, 13)}`,
    started_at: startedAt,
    kind,
    events: report.events,
    due: report.due,
    sent: report.sent,
    skipped: skipped.join(", "),
    errors: report.errors.join("; ").slice(0, 2_000),
    quota_left: report.quotaLeft,
    duration_ms: ports.clock.now() - startedAt,
  };
  ports.store.append("Runs", [row]);
}

/** Writes only what differs, so that a quiet office costs reads alone. */
export function writeChecks(ports: Ports, office: Office): void {
  const { language } = office.settings;
  const kept = ports.properties.all();
  const standing = standingLines(ports);
  const beatAt = standing.get("timer")?.at ?? null;
  rememberLate(ports, kept, beatAt);
  putLines(ports, standing, startHereRows(ports, kept, office, beatAt));
  const refused = refusedFlows(ports, kept, office);
  writeCheckColumn(ports, office, "Flows", (id) => {
    return faultIn(office.faults, "Flows", id, language) || (refused.get(id)?.[language] ?? "");
  });
  for (const tab of ["Steps", "Cadence", "Offers", "Settings"] as const) {
    writeCheckColumn(ports, office, tab, (id) => faultIn(office.faults, tab, id, language));
  }
  const wrong = wrongWords(ports, kept, office);
  writeCheckColumn(ports, office, "Templates", (id) => {
    return wrong.get(id)?.[language] ?? faultIn(office.faults, "Templates", id, language);
  });
}

const FIT = "words_fit";

/** What is wrong with which mail. All of them rendered take seconds: once they are fit, not before a word has changed. */
function wrongWords(
  { secrets, properties }: Ports,
  kept: Readonly<Record<string, string>>,
  { templates, settings: { personalMax } }: Office,
): ReadonlyMap<string, Words> {
  const written = templates.map(({ check: _check, ...words }) => words);
  const mark = secrets.digest(`${VERSION} ${personalMax} ${JSON.stringify(written)}`);
  if (kept[FIT] === mark) return new Map();
  const wrong = new Map<string, Words>();
  for (const row of templates) {
    const words = checkTemplate(row, personalMax);
    if (words !== null) wrong.set(row.row, words);
  }
  if (wrong.size === 0) properties.set(FIT, mark);
  return wrong;
}

/** A payment that waits for a name is told at once, not at the next look at all checks. */
export function writeUnmatched(ports: Ports, language: Language): void {
  writeStartHere(ports, [lineOf(unmatchedCheck(ports), language, ports.clock.now())]);
}

function writeCheckColumn(
  ports: Ports,
  { checks }: Office,
  tab: RuleTab,
  checkOf: (id: string) => string,
): void {
  const changes = [...checks[tab]].flatMap(([id, seen]): RowChange<RuleTab>[] => {
    const check = id === "" ? seen : checkOf(id);
    return check === seen ? [] : [{ id, cells: { check } }];
  });
  if (changes.length > 0) ports.store.update(tab, changes);
}

function faultIn(
  faults: readonly RuleFault[],
  tab: RuleTab,
  id: string,
  language: Language,
): string {
  const fault = faults.find((one) => one.tab === tab && one.id === id);
  return fault === undefined ? "" : sayFault(fault)[language];
}

export function writeStartHere(ports: Ports, rows: readonly StartLine[]): void {
  putLines(ports, standingLines(ports), rows);
}

type Standing = ReadonlyMap<string, StartHereRow>;

function standingLines({ store }: Ports): Standing {
  return new Map(store.read("Start here").map(({ cells }) => [cells.id, cells]));
}

function putLines(ports: Ports, standing: Standing, rows: readonly StartLine[]): void {
  const fresh: StartHereRow[] = [];
  const changes: RowChange<"Start here">[] = [];
  for (const row of rows) {
    const now = standing.get(row.id);
    if (now === undefined) fresh.push({ ...row, do: "", answer: "" });
    else changes.push(...changeOf(now, row));
  }
  if (fresh.length > 0) ports.store.append("Start here", fresh);
  if (changes.length > 0) ports.store.update("Start here", changes);
}

/** The timer's time is its beat, which only the timer moves. A line that is told without its name keeps it. */
function changeOf(now: StartHereRow, row: StartLine): readonly RowChange<"Start here">[] {
  const check = row.check === row.id && now.check !== "" ? now.check : row.check;
  const same = now.state === row.state && now.what_to_do === row.what_to_do && now.check === check;
  if (same) return [];
  const at = row.id === "timer" ? {} : { at: row.at };
  const { state, what_to_do } = row;
  return [{ id: row.id, cells: { check, state, what_to_do, ...at } }];
}
