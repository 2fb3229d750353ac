// Rules of stopping: what a door has answered, no later look may miss; what is closed stays closed.
import type { Finding, Left, Rule } from "../judge.ts";
import { DAY_MS } from "../lab.ts";
import type { Stop } from "../witness.ts";
import { mailsWithSends } from "./mails.ts";

/** The only mails of somebody who has paid. */
const AFTER_PAYMENT = ["lite_delivery", "lite_conclusion", "course_delivery"];

type Mailed = ReturnType<typeof mailsWithSends>[number];

/** Row 3 of the table: no mail whose last look began after a door had answered. */
const nothingAfterAStop: Rule = (left) => {
  const { witness } = left.stage;
  return witness.stops.flatMap((stop): Finding[] => {
    const backs = witness.inputs.some(({ kind, who }) => kind === "come back" && who === stop.who);
    if (backs) return [];
    const missed = mailsOf(left, stop.who).filter(
      (went) => went.looked > stop.answered && !isAllowed(left, stop, went),
    );
    return missed.map(({ mail, send }) => ({
      rule: `nothing after ${stop.kind === "paid" ? "a payment" : "an unsubscribe"}`,
      kind: "broken" as const,
      what: `${mail.to}: ${send?.step ?? mail.subject} at ${new Date(mail.sentAt).toISOString()}`,
    }));
  });
};

const SILENCING = ["mail.stop", "mail.bounced"];

/** What came back by mail is heard before anything is sent. */
const nothingAfterAWord: Rule = (left) => {
  const { stage, events } = left;
  return events.flatMap(({ type, outcome, key, received_at }): Finding[] => {
    if (!SILENCING.includes(String(type)) || outcome !== "APPLIED") return [];
    const heardAt = Date.parse(String(received_at));
    const input = stage.witness.inputs.find(
      (one) => one.kind === "write back" && String(key).startsWith(`mail:${one.mail}:`),
    );
    if (input === undefined || isBack(left, input.who, input.at)) return [];
    const missed = mailsOf(left, input.who).filter(({ mail }) => mail.sentAt > heardAt);
    return missed.map(({ mail, send }) => ({
      rule: `nothing after ${type}`,
      kind: "broken" as const,
      what: `${mail.to}: ${send?.step ?? mail.subject} at ${new Date(mail.sentAt).toISOString()}`,
    }));
  });
};

function isBack({ stage }: Left, who: number, since: number): boolean {
  return stage.witness.inputs.some(
    (one) => one.kind === "come back" && one.who === who && one.at >= since,
  );
}

/** "In flight": answered between the last look and the send; at most one mail for each stop. */
const oneInFlight: Rule = (left) => {
  const { witness } = left.stage;
  return witness.stops.flatMap((stop): Finding[] => {
    const flying = mailsOf(left, stop.who).filter(
      (went) => went.looked <= stop.answered && went.sent > stop.answered,
    );
    witness.inFlight += flying.length;
    if (flying.length < 2) return [];
    const what = flying.map(({ mail }) => mail.subject).join(" | ");
    return [{ rule: "at most one mail in flight", kind: "broken", what }];
  });
};

function mailsOf(left: Left, who: number) {
  const { email } = left.stage.person(who);
  return mailsWithSends(left).filter(({ mail, byHand }) => mail.to === email && byHand === "no");
}

/** Whoever left hears nothing; whoever paid, of what they bought and of another payment that failed later. */
function isAllowed(left: Left, stop: Stop, { send, mail }: Mailed): boolean {
  if (stop.kind === "leave") return false;
  if (isNobodys(left, stop, mail.sentAt)) return true;
  if (AFTER_PAYMENT.includes(String(send?.step))) return true;
  if (send?.flow !== "stripe_failed") return false;
  const row = left.queue.find(({ id }) => id === send.enrollment);
  return row === undefined || failedAfter(left, String(row.payment), stop.at);
}

/** A body that names nobody, and a Stripe that stays silent: after a day mail goes on (design 5) until Stripe answers. */
function isNobodys({ events, unmatched }: Left, { event }: Stop, at: number): boolean {
  const row = events.find(({ key }) => key === event);
  const line = unmatched.find(({ payment }) => payment === event);
  if (row === undefined || line === undefined || String(row.payload).includes("email"))
    return false;
  const until = Date.parse(String(line.resolved_at)) || Number.POSITIVE_INFINITY;
  return at >= Date.parse(String(row.received_at)) + DAY_MS && at <= until;
}

function failedAfter(left: Left, payment: string, at: number): boolean {
  return left.stage.witness.inputs.some(
    (one) => one.kind === "failed" && one.payment === payment && one.at > at,
  );
}

/** Sticky: every row a payment closed is closed at the end. */
const paidStaysPaid: Rule = ({ stage, queue }) =>
  stage.witness.seenPaid().flatMap(([id, who]) => {
    const row = queue.find((one) => one.id === id);
    if (row === undefined || ["PAID", "REVIEW"].includes(String(row.status))) return [];
    if (row.status === "STOPPED" && hasWritten(stage, who)) return [];
    if (stage.witness.isTouched(who, String(row.flow))) return [];
    const what = `${row.email} ${row.flow}: was PAID, is ${row.status}`;
    return [{ rule: "closed stays closed", kind: "broken" as const, what }];
  });

/** What they wrote before they paid may be heard after it. */
function hasWritten({ witness }: Left["stage"], who: number): boolean {
  return witness.inputs.some(
    (one) => one.kind === "write back" && one.who === who && ["stop", "bounce"].includes(one.what),
  );
}

export const stopRules: readonly Rule[] = [
  nothingAfterAStop,
  nothingAfterAWord,
  oneInFlight,
  paidStaysPaid,
];
