// Rules of the mails that went: each once, each to whom it is for, none in a burst.

import type { Finding, Left, Row, Rule } from "../judge.ts";
import { HOUR_MS } from "../lab.ts";

const TOKEN = /^ref ([0-9a-f]{20})\s*$/gm;
export function tokenOf(text: string): string {
  return [...text.matchAll(TOKEN)].at(-1)?.[1] ?? "";
}

/** The mails with the row of Sends each belongs to. */
export function mailsWithSends({ stage, sends }: Left) {
  const byToken = new Map(sends.map((send) => [String(send.token), send]));
  return stage.witness.went.map((went) => ({
    ...went,
    token: tokenOf(went.mail.text),
    send: byToken.get(tokenOf(went.mail.text)),
  }));
}

const noDuplicateMail: Rule = (left) => {
  const seen = new Map<string, number>();
  const ours = mailsWithSends(left).filter(({ byHand }) => byHand !== "before its intent");
  for (const { token } of ours) seen.set(token, (seen.get(token) ?? 0) + 1);
  const twice = ours.filter(({ token }) => (seen.get(token) ?? 0) > 1);
  return unique(
    twice.map(
      ({ mail }) => `${mail.to}: ${mail.subject} went ${seen.get(tokenOf(mail.text))} times`,
    ),
  ).map((what): Finding => ({ rule: "no duplicate mail", kind: "duplicate", what }));
};

/** A receipt may come again after a day; a mail of the cadence goes once to a row. */
const noStepTwice: Rule = (left) => {
  const mails = mailsWithSends(left).filter(({ send }) => send !== undefined);
  return mails.flatMap((one, at) => {
    const before = mails
      .slice(0, at)
      .find((other) => isSameStep(one.send, other.send) && one.token !== other.token);
    if (before === undefined || one.mail.sentAt - before.mail.sentAt >= 20 * HOUR_MS) return [];
    const what = `${one.mail.to}: ${one.send?.step} again after ${hours(one.mail.sentAt - before.mail.sentAt)} h`;
    return [{ rule: "no step twice within a day", kind: "duplicate" as const, what }];
  });
};

function isSameStep(one: Row | undefined, other: Row | undefined): boolean {
  return (
    one?.email === other?.email &&
    one?.step === other?.step &&
    one?.enrollment === other?.enrollment
  );
}

const noWrongPerson: Rule = (left) => {
  const { stage, queue, contacts } = left;
  return mailsWithSends(left).flatMap(({ mail, send }): Finding[] => {
    const told = (what: string): Finding => ({ rule: "no wrong person", kind: "broken", what });
    const others = stage.people.filter(({ email }) => email !== mail.to);
    const named = others.find(
      ({ name, email }) => mail.text.includes(name) || mail.text.includes(email),
    );
    if (named !== undefined) return [told(`a mail to ${mail.to} speaks of ${named.name}`)];
    if (send === undefined) return [];
    if (send.email !== mail.to) return [told(`a mail for ${send.email} went to ${mail.to}`)];
    const row = queue.find(({ id }) => id === send.enrollment);
    const contact = contacts.find(({ id }) => id === send.contact);
    if (row !== undefined && row.email !== mail.to)
      return [told(`${mail.to} got the mail of ${row.email}`)];
    return contact !== undefined && contact.email !== mail.to
      ? [told(`${mail.to} got the mail of contact ${contact.email}`)]
      : [];
  });
};

/** Beside the cadence they go when they are asked for; the last mail about a payment goes by the hour of its failure. */
const BESIDE = [
  "stripe_failed_2",
  "free_check_result",
  "lite_receipt",
  "lite_delivery",
  "lite_conclusion",
  "course_delivery",
];
const GAP_MS = HOUR_MS;

/** What was asked for once more carries the event that asked. */
const ASKED_AGAIN = /@/;

/** Two mails of one flow to one person are never close together. */
const noBurst: Rule = (left) => {
  const mails = mailsWithSends(left)
    .filter(({ send }) => !BESIDE.includes(String(send?.step)))
    .filter(({ byHand }) => byHand === "no")
    .filter(({ send }) => !ASKED_AGAIN.test(String(send?.send_key)));
  return mails.flatMap((one, at): Finding[] => {
    const flow = String(one.send?.flow);
    const who = left.stage.people.findIndex(({ email }) => email === one.mail.to);
    if (one.send === undefined || left.stage.witness.isTouched(who, flow)) return [];
    const before = mails
      .slice(0, at)
      .filter((other) => other.mail.to === one.mail.to && other.send?.flow === flow)
      .at(-1);
    const gap = before === undefined ? GAP_MS : one.mail.sentAt - before.mail.sentAt;
    if (gap >= GAP_MS) return [];
    const what = `${one.mail.to}: ${before?.send?.step} and ${one.send.step} within ${hours(gap)} h`;
    return [{ rule: "no burst", kind: "broken", what }];
  });
};

/** The owner hears of a thing once a day. */
const ownerIsNotFlooded: Rule = ({ stage }) => {
  if (stage.witness.doubtful) return [];
  const mails = stage.witness.toOwner;
  return mails.flatMap((one, at): Finding[] => {
    const topic = topicOf(one.subject);
    const before = mails
      .slice(0, at)
      .filter(({ subject }) => topicOf(subject) === topic)
      .at(-1);
    if (before === undefined || dateOf(before) !== dateOf(one)) return [];
    const what = `${one.subject} after ${hours(one.sentAt - before.sentAt)} h`;
    return [{ rule: "the owner hears once a day", kind: "duplicate", what }];
  });
};

/** A day begins when the daily mail is due: one that came late tells of the day before. */
function dateOf({ sentAt }: { readonly sentAt: number }): string {
  return new Date(sentAt - DIGEST_HOUR_MS).toISOString().slice(0, 10);
}

/** 08:00 of the sheet's own zone. */
const DIGEST_HOUR_MS = 8 * HOUR_MS;

function topicOf(subject: string): string {
  return subject.replace(/\d+/g, "n");
}

/** Whoever asked for a check is never written to as if they had asked for the pack (R99). */
const checkIsNotGeo: Rule = (left) => {
  const asked = new Set(
    left.stage.witness.inputs.flatMap((one) =>
      one.kind === "form" && one.form === "geo" ? [one.who] : [],
    ),
  );
  const others = left.stage.people.filter(
    (_, who) => !asked.has(who) && !left.stage.witness.triedGeo.has(who),
  );
  const rows = left.queue.filter(
    ({ flow, email }) =>
      String(flow).startsWith("geo") && others.some((one) => one.email === email),
  );
  return rows.map(({ email }) => ({
    rule: "a free check never enters GEO",
    kind: "broken" as const,
    what: `${email} has a row of GEO and never asked`,
  }));
};

export const mailRules: readonly Rule[] = [
  noDuplicateMail,
  noStepTwice,
  noWrongPerson,
  noBurst,
  checkIsNotGeo,
  ownerIsNotFlooded,
];

function hours(ms: number): string {
  return (ms / HOUR_MS).toFixed(1);
}
function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
