// What a batch costs: a hundred mails at once, and how many go before a run ends itself.
import type { ExecutionRecord } from "../../local/host/contract.ts";
import { type Beside, type Files, minutes } from "./bench-office.ts";
import { crowded } from "./crowd.ts";

export interface BatchCalls {
  readonly calls: number;
  /** Those that read or write the sheet, flushes included. */
  readonly sheet: number;
  readonly flushes: number;
  /** Simulated. */
  readonly seconds: number;
}

const SHEET = /^(Range|Sheet|Spreadsheet|SpreadsheetApp|TextFinder|Group|Protection)\./;
/** With more, Events and Sends would not fit beside them: a spreadsheet holds ten million cells. */
const HISTORY_ROWS_MAX = 50_000;
/** More than a run can send. */
const MORE_THAN_FIT = 250;
const WAIT_MINUTES = 30;

export const D = 100;

export function batchOf(files: Files, rows: number): BatchCalls {
  return countedBatch(sendingRuns(files, rows, D));
}

/** One run, or as many as it took. */
export function countedBatch(runs: readonly ExecutionRecord[]): BatchCalls {
  const calls = runs.flatMap((run) => run.calls);
  const ms = runs.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  return {
    calls: calls.length,
    sheet: calls.filter((name) => SHEET.test(name)).length,
    flushes: calls.filter((name) => name === "SpreadsheetApp.flush").length,
    seconds: Math.round(ms / 100) / 10,
  };
}

/** Mails of one run before it stops itself at four and a half minutes. */
export function mailsPerRun(files: Files, rows: number): number {
  const [first] = sendingRuns({ ...files, workspace: true }, rows, MORE_THAN_FIT);
  return sentBy(first);
}

export const sentBy = (run: ExecutionRecord | undefined) =>
  run?.calls.filter((name) => name === "GmailDraft.send").length ?? 0;

export function sendingRuns(
  files: Files,
  rows: number,
  due: number,
  beside?: Beside,
): readonly ExecutionRecord[] {
  const host = crowded(files, { rows, due, history: rows <= HISTORY_ROWS_MAX }, beside);
  const [since, before] = [host.now(), host.outbox().length];
  for (let minute = 0; minute < WAIT_MINUTES && host.outbox().length < before + due; minute += 1) {
    minutes(host, 1);
  }
  const sent = host.outbox().length - before;
  if (sent !== due) throw new Error(`${sent} mails went, not ${due}`);
  return host.executions().filter((run) => run.startedAt >= since && sentBy(run) > 0);
}
