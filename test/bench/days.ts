// Trigger minutes that a day takes, with a tick each minute: nothing to do, a burst, and mails one by one.
import type { Host } from "../../local/host/contract.ts";
import { Costs } from "../../local/host/costs.ts";
import { D } from "./batches.ts";
import { type Files, form, HOUR, MINUTE, minutes } from "./bench-office.ts";
import { crowded } from "./crowd.ts";

export interface Days {
  readonly idle: number;
  readonly burst: number;
  readonly spread: number;
}

const DAY_MINUTES = 24 * 60;
/** The last mail must go within the day. */
const FORM_MINUTES = DAY_MINUTES - 30;
/** Some more ticks follow while the last mail's row is settled. */
const SETTLING_MINUTES = 20;

export function triggerMinutes(files: Files, rows: number): Days {
  const busy = crowded(files, { rows, due: D, history: true });
  const burst = day(busy.fork(), () => undefined, D);
  // The second mails have gone, and a day later nothing is due.
  const quiet = busy.fork();
  quiet.advance(quiet.now() + 24 * HOUR, HOUR);
  minutes(quiet, SETTLING_MINUTES);
  const idle = day(quiet.fork(), () => undefined, 0);
  const spread = day(quiet.fork(), (host, minute) => formAt(host, minute), D);
  return { idle, burst, spread };
}

/** A form now and then: each of the hundred has its mail in a batch of its own. */
function formAt(host: Host, minute: number): void {
  const due = (at: number) => Math.floor((Math.min(at, FORM_MINUTES) * D) / FORM_MINUTES);
  if (due(minute + 1) > due(minute)) form(host, `new${minute}@shop.test`);
}

/** What came back in a day, as far as reading it costs. */
export interface MailboxDay {
  readonly minutes: number;
  readonly readings: number;
}

/** A hundred mails go at once; in the hours after so many are answered, half of them by servers. */
const ANSWERS = 60;
const COSTS = new Costs();
const READS = /^GmailApp\.(?!createDraft|getDrafts)|^Gmail(Thread|Message)\./;

export function mailboxDay(files: Files, rows: number): MailboxDay {
  const host = crowded(files, { rows, due: D, history: true }).fork();
  let [spentMs, readings] = [0, 0];
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    const from = host.now();
    const next = Math.floor(minute / ANSWER_EVERY_MINUTES);
    if (minute % ANSWER_EVERY_MINUTES === ANSWER_EVERY_MINUTES - 1) answer(host, next);
    minutes(host, 1);
    for (const run of host.executions().slice(-4)) {
      if (run.startedAt < from || !run.function.startsWith("jobs.")) continue;
      const reads = run.calls.filter((op) => READS.test(op));
      spentMs += reads.reduce((sum, op) => sum + COSTS.ms(op, 0), 0);
      readings += reads.length;
    }
  }
  return { minutes: Math.round(spentMs / MINUTE / 0.1) / 10, readings };
}

const ANSWER_EVERY_MINUTES = Math.floor(DAY_MINUTES / (ANSWERS + 1));

function answer(host: Host, at: number): void {
  const mail = host.outbox().filter(({ fromName }) => fromName !== "Dripsheet")[at];
  if (mail === undefined) throw new Error(`there is no mail ${at} to be answered`);
  const named = `In-Reply-To: ${mail.messageId}`;
  const lines =
    at % 2 === 0
      ? [`From: Ada <${mail.to}>`, "Subject: Re", named, "", "Is it for shops, too?"]
      : [
          `From: ${BOUNCES}`,
          "Subject: Failure",
          `X-Failed-Recipients: ${mail.to}`,
          named,
          "",
          "No.",
        ];
  host.receive(lines.join("\r\n"));
}

const BOUNCES = "Mail Delivery Subsystem <mailer-daemon@googlemail.com>";

function day(host: Host, each: (host: Host, minute: number) => void, mails: number): number {
  const before = host.outbox().length;
  let spentMs = 0;
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    const from = host.now();
    each(host, minute);
    minutes(host, 1);
    for (const run of host.executions().slice(-4)) {
      const own = run.startedAt >= from && run.function.startsWith("jobs.");
      if (own) spentMs += run.endedAt - run.startedAt;
    }
  }
  const sent = host.outbox().length - before;
  if (sent !== mails) throw new Error(`${sent} mails went in a day, not ${mails}`);
  return Math.round(spentMs / MINUTE / 0.1) / 10;
}
