// npm run bench [-- --json | --docs]: what the budgets speak of. Calls and simulated seconds are exact; CPU is this computer's.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { Script } from "node:vm";
import { type BatchCalls, batchOf, mailsPerRun } from "./batches.ts";
import type { Files } from "./bench-office.ts";
import { compareWithOthers } from "./beside-ours.ts";
import { type Days, type MailboxDay, mailboxDay, triggerMinutes } from "./days.ts";
import { fixedSeconds, formsAgain, type GridLine, mailsAndForms } from "./grid.ts";
import { type DoorCalls, doorCalls, type IdleCalls, idleCalls } from "./idle-and-doors.ts";
import { planTime } from "./plan-time";
import { plot } from "./plot.ts";
import { docsOf, tableOf } from "./report.ts";

const EVALUATIONS = 50;
const IDLE_ROWS = [100, 5_000, 100_000];
const PLAN_ROWS = [20_000, 100_000];
/** What the other figures are stated for. */
const ROWS = 5_000;
/** Mails that are due, and forms that bring one each. */
const GRID: readonly (readonly [due: number, forms: number])[] = [
  ...[0, 1, 3, 25].map((forms) => [1, forms] as const),
  ...[0, 1, 3].map((forms) => [3, forms] as const),
  ...[0, 3, 25].map((forms) => [25, forms] as const),
  [50, 0],
  ...[0, 3, 25].map((forms) => [100, forms] as const),
];
const FORMS_AGAIN = [1, 3, 25, 100];
const GROWTH_ROWS = [100, 1_000, 5_000, 15_000, 50_000, 100_000];

export interface Measured extends DoorCalls {
  readonly idle: ByRows;
  readonly d100: BatchCalls;
  readonly perRun: number;
  readonly minutes: Days;
  readonly planMs: ByRows;
  readonly bundleKb: number;
  readonly evalMs: number;
}
export type ByRows = Readonly<Record<string, number>>;

export function bench(files: Files, how: { json: boolean; docs: string | null }): void {
  const { measured, beside } = measure(files);
  if (how.json) {
    console.log(JSON.stringify(measured));
    return;
  }
  const table = tableOf(measured, beside);
  console.log(table);
  if (how.docs === null) return;
  // A private account's minutes of a day end before so long a sheet is done.
  const company = { ...files, workspace: true };
  const growth = GROWTH_ROWS.map((rows) => ({ rows, ...batchOf(company, rows) }));
  writeFileSync(`${how.docs}/budgets.svg`, plot(growth));
  writeFileSync(
    `${how.docs}/budgets.md`,
    docsOf(table, { growth, grid: gridOf(files) }, compareWithOthers(files, ROWS)),
  );
}

function gridOf(files: Files): readonly GridLine[] {
  return [
    ...FORMS_AGAIN.map((forms) => formsAgain(files, ROWS, forms)),
    ...GRID.map(([due, forms]) => mailsAndForms(files, ROWS, due, forms)),
  ];
}

/** What no program asks for. */
export interface Beside {
  readonly compare: ByRows;
  /** Of a batch, beside its mails. */
  readonly fixedSeconds: number;
  readonly mailbox: MailboxDay;
}

function measure(files: Files): { measured: Measured; beside: Beside } {
  const { webhook, form } = doorCalls(files);
  const idle = new Map(IDLE_ROWS.map((rows) => [rows, idleCalls(files, rows)]));
  const idleOf = (what: keyof IdleCalls) =>
    byRows(IDLE_ROWS, (rows) => idle.get(rows)?.[what] ?? 0);
  const measured = {
    idle: idleOf("idle"),
    webhook,
    form,
    d100: batchOf(files, ROWS),
    perRun: mailsPerRun(files, ROWS),
    minutes: triggerMinutes(files, ROWS),
    planMs: byRows(PLAN_ROWS, planTime),
    bundleKb: Math.round(statSync(files.codeFile).size / 1024),
    evalMs: evaluationTime(files.codeFile),
  };
  const beside = {
    compare: idleOf("compare"),
    fixedSeconds: fixedSeconds(files, ROWS),
    mailbox: mailboxDay(files, ROWS),
  };
  return { measured, beside };
}

function byRows(counts: readonly number[], of: (rows: number) => number): ByRows {
  return Object.fromEntries(counts.map((rows) => [String(rows), of(rows)]));
}

/** Google evaluates the whole script at every request and every tick: read as text and run. Median CPU milliseconds. */
function evaluationTime(codeFile: string): number {
  const code = readFileSync(codeFile, "utf8");
  const times = Array.from({ length: EVALUATIONS }, (_, at) => {
    const before = process.cpuUsage();
    // Another text each time, or it would be remembered.
    new Script(`${code}// ${at}`).runInNewContext({});
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const median = times.sort((a, b) => a - b)[Math.floor(EVALUATIONS / 2)] ?? 0;
  return Math.round(median * 10) / 10;
}
