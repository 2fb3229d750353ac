// What a batch costs: a hundred mails at once, and how many go before a run ends itself.
import { account } from "../../local/host/account.ts";
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
/** More than a run can send. */
const MORE_THAN_FIT = 250;
/** Of a company; a private account may send 100 a day. */
const COMPANY_RECIPIENTS = 1_500;

export const D = 100;

export function batchOf(files: Files, rows: number, mails = D): BatchCalls {
  return countedBatch(sendingRuns(files, rows, mails)[0]);
}

export function countedBatch(run: ExecutionRecord | undefined): BatchCalls {
  if (run === undefined) throw new Error("Nothing was sent");
  const { calls, startedAt, endedAt } = run;
  return {
    calls: calls.length,
    sheet: calls.filter((name) => SHEET.test(name)).length,
    flushes: calls.filter((name) => name === "SpreadsheetApp.flush").length,
    seconds: Math.round((endedAt - startedAt) / 100) / 10,
  };
}

/** Mails of one run before it stops itself at four and a half minutes. */
export function mailsPerRun(files: Files, rows: number): number {
  const before = account.dailyQuotas.email;
  account.dailyQuotas.email = COMPANY_RECIPIENTS;
  try {
    const [first] = sendingRuns(files, rows, MORE_THAN_FIT);
    return sentBy(first);
  } finally {
    account.dailyQuotas.email = before;
  }
}

const sentBy = (run: ExecutionRecord | undefined) =>
  run?.calls.filter((name) => name === "GmailDraft.send").length ?? 0;

export function sendingRuns(
  files: Files,
  rows: number,
  due: number,
  beside?: Beside,
): readonly ExecutionRecord[] {
  const host = crowded(files, { rows, due, history: true }, beside);
  const [since, before] = [host.now(), host.outbox().length];
  for (let minute = 0; minute < 30 && host.outbox().length < before + due; minute += 1) {
    minutes(host, 1);
  }
  const sent = host.outbox().length - before;
  if (sent !== due) throw new Error(`${sent} mails went, not ${due}`);
  return host.executions().filter((run) => run.startedAt >= since && sentBy(run) > 0);
}
