// Rules of Queue: every row says when or why, and agrees with Sends.
import type { Finding, Left, Row, Rule } from "../judge.ts";
import { DAY_MS, HOUR_MS } from "../lab.ts";

const OPEN = ["ACTIVE", "UNPAID", "FAILED"];
/** Why an open row may be without a next time, or with one that has passed. */
const BLOCKER =
  /wait|blocked|held|left out|too late|both mails|all its mails|looking|asked again|等待|不会/i;
/** Ticks that find nothing new come eight hours apart, and a turn later. */
const SLACK_MS = 10 * HOUR_MS;
/** Waits after so many mails of the cadence. */
const LITE_DAYS = [3, 7, 7, 7, 7, 15, 15, 30, 30, 60, 90];

const broken = (rule: string, row: Row, what: string): Finding => ({
  rule,
  kind: "broken",
  what: `${row.email} ${row.flow} ${row.status}: ${what}`,
});

const openSaysWhen: Rule = ({ queue }) =>
  queue
    .filter((row) => OPEN.includes(String(row.status)) && row.next_at === "")
    .filter((row) => !BLOCKER.test(String(row.why)))
    .map((row) => broken("open has a time or a blocker", row, `why: ${row.why}`));

const dueIsSentOrExplained: Rule = ({ stage, queue }) =>
  queue
    .filter((row) => OPEN.includes(String(row.status)) && row.next_at !== "")
    .filter((row) => Date.parse(String(row.next_at)) < stage.now - SLACK_MS)
    .filter((row) => !BLOCKER.test(String(row.why)))
    .map((row) => ({
      rule: "due is sent or explained",
      kind: "loss" as const,
      what: `${row.email} ${row.flow}: ${row.next_step} was due ${row.next_at}, why: ${row.why}`,
    }));

const saysWhy: Rule = ({ queue }) =>
  queue.filter(({ why }) => why === "").map((row) => broken("a row says why", row, "why is empty"));

/** Queue agrees with Sends: as many mails as stages, and the next one follows from the last. */
const agrees: Rule = (left) =>
  left.queue.flatMap((row) => {
    if (isTouched(left, row) || !["lite", "geo"].includes(String(row.flow))) return [];
    const sent = left.sends.filter(
      (send) =>
        send.enrollment === row.id &&
        send.status === "SENT" &&
        /^(lite|geo)_\d+$/.test(String(send.step)),
    );
    const steps = new Set(sent.map(({ step }) => step));
    if (steps.size !== row.stage && row.status !== "REVIEW") {
      return [broken("Queue agrees with Sends", row, `stage ${row.stage}, ${steps.size} mails`)];
    }
    return lateness(row);
  });

function lateness(row: Row): readonly Finding[] {
  if (row.status !== "UNPAID" || row.flow !== "lite" || row.next_at === "") return [];
  const since = Date.parse(String(row.stage === 0 ? row.entered_at : row.last_at));
  const days = LITE_DAYS[Number(row.stage)] ?? 90;
  const early = since + days * DAY_MS - Date.parse(String(row.next_at));
  return early > 1_000 ? [broken("nothing is early", row, `by ${early} ms`)] : [];
}

/** A row that a hand inserted while a run wrote, which was cut before it looked: Start here tells of it. */
function isTold({ stage }: Left): boolean {
  return stage.lab
    .rows("Start here")
    .some(({ check, state }) => check === "rows of Queue" && state === "✗");
}

/** A row stands for its person, and what a hand wrote beside it is still beside it. */
const rowsAreWhole: Rule = (left) =>
  left.queue.flatMap((row) => {
    const contact = left.contacts.find(({ id }) => String(row.id).startsWith(String(id)));
    if (contact === undefined && row.id === "" && isTold(left)) return [];
    if (contact === undefined) return [broken("rows are whole", row, "has no person")];
    if (contact.email !== row.email)
      return [broken("rows are whole", row, `is of ${contact.email}`)];
    const noted = row.notes === "" || row.notes === `of ${row.email}`;
    return noted ? [] : [broken("rows are whole", row, `notes: ${row.notes}`)];
  });

const oneRowEach: Rule = (left) => {
  const seen = new Set<string>();
  return left.queue.flatMap((row) => {
    const name = `${row.email} ${row.flow} ${row.payment}`;
    const known = seen.has(name);
    seen.add(name);
    const again =
      known && !isTouched(left, row) && ["geo", "free_check"].includes(String(row.flow));
    return again ? [broken("one row for each person and flow", row, "a second one")] : [];
  });
};

export function isTouched({ stage }: Left, { email, flow }: Row): boolean {
  const who = stage.people.findIndex((one) => one.email === email);
  return stage.witness.isTouched(who, String(flow));
}

export const rowRules: readonly Rule[] = [
  openSaysWhen,
  dueIsSentOrExplained,
  saysWhy,
  agrees,
  rowsAreWhole,
  oneRowEach,
];
