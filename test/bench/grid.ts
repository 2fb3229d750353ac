// What one run costs that sends d mails and takes in e new events: few and many of both, and what it takes whatever it does.
import type { Host } from "../../local/host/contract.ts";
import { type BatchCalls, countedBatch, sentBy } from "./batches.ts";
import { type Files, form, lastRun, minutes } from "./bench-office.ts";
import { crowded } from "./crowd.ts";

export interface GridLine extends BatchCalls {
  readonly mails: number;
  readonly events: number;
}

/** Longer than the ten minutes after which every row is compared with its seal. */
const QUIET_MINUTES = 13;
const TICKS_MAX = 5;

export function allowed(d: number, e: number): Pick<BatchCalls, "calls" | "sheet" | "flushes"> {
  const chunks = Math.ceil(d / 25);
  return {
    calls: 24 + 4 * d + 10 * chunks + 4 * e,
    sheet: 16 + d + 10 * chunks + 4 * e,
    flushes: 2 + 2 * chunks + Math.ceil(e / 25),
  };
}

/** `due` second mails and `forms` from people who are new, each with its first mail. */
export function mailsAndForms(files: Files, rows: number, due: number, forms: number): GridLine {
  const host = crowded({ ...files, workspace: true }, { rows, due, history: true });
  // The last minute in which nothing is due yet.
  minutes(host, 1);
  post(host, forms);
  // What falls every ten minutes into whichever run comes is no part of a batch.
  host.setProperty("beat", String(host.now()));
  minutes(host, 1);
  return lineOf(host, due + forms, forms);
}

/** Forms that people post once more: events without a mail. */
export function formsAgain(files: Files, rows: number, forms: number): GridLine {
  const host = crowded({ ...files, workspace: true }, { rows, due: 1, history: true });
  post(host, forms);
  minutes(host, QUIET_MINUTES);
  post(host, forms);
  minutes(host, 1);
  return lineOf(host, 0, forms);
}

/** Simulated seconds of a run beside its mails: before the first draft, and once the last outcome stands. */
export function fixedSeconds(files: Files, rows: number): number {
  const host = crowded({ ...files, workspace: true }, { rows, due: 1, history: true });
  host.setProperty("beat", String(host.now()));
  let calls: { readonly op: string; readonly at: number }[] = [];
  host.onCall(({ op, index }) => {
    if (index === 1) calls = [];
    calls.push({ op, at: host.now() });
    return undefined;
  });
  for (let at = 0; at < TICKS_MAX && sentBy(host.executions().at(-1)) === 0; at += 1) {
    minutes(host, 1);
  }
  host.onCall(null);
  const { startedAt, endedAt } = lastRun(host);
  const first = calls.find(({ op }) => op === "GmailApp.createDraft")?.at ?? Number.NaN;
  const cleared = calls.filter(({ op }) => op === "Properties.deleteProperty").at(-1);
  const settled = cleared?.at ?? Number.NaN;
  return Math.round((first - startedAt + endedAt - settled) / 100) / 10;
}

function post(host: Host, forms: number): void {
  for (let each = 0; each < forms; each += 1) form(host, `new${each}@shop.test`);
}

function lineOf(host: Host, mails: number, events: number): GridLine {
  const run = lastRun(host);
  if (sentBy(run) !== mails) throw new Error(`${sentBy(run)} mails went, not ${mails}`);
  return { mails, events, ...countedBatch([run]) };
}
