// Rules of Sends: it says of every mail what became of it, and nothing hangs in between.
import type { Finding, Rule } from "../judge.ts";
import { mailsWithSends } from "./mails.ts";

const loss = (rule: string, what: string): Finding => ({ rule, kind: "loss", what });
const broken = (rule: string, what: string): Finding => ({ rule, kind: "broken", what });

const sentMeansSent: Rule = (left) => {
  const tokens = new Set(mailsWithSends(left).map(({ token }) => token));
  return left.sends
    .filter(({ status, token }) => status === "SENT" && !tokens.has(String(token)))
    .map(({ email, step }) => loss("SENT has gone", `${step} to ${email} is SENT and never went`));
};

/** A draft that a hand sends in the second in which it is made, and whose run is cut right then, stands nowhere yet. */
const goneMeansKnown: Rule = (left) =>
  mailsWithSends(left).flatMap(({ mail, send, byHand }) => {
    if (byHand === "before its intent") return [];
    if (send === undefined) {
      return [broken("every mail stands in Sends", `${mail.subject} to ${mail.to}`)];
    }
    const told = send.status === "SENT" || send.status === "REVIEW";
    // A hand sent what we were taking back, and for hours no search knew of it.
    const unknown = byHand !== "no" && left.stage.witness.searchLagged;
    if (told || (unknown && send.status === "WITHDRAWN")) return [];
    return [broken("what went is SENT", `${send.step} to ${mail.to} went and is ${send.status}`)];
  });

/** After a quiet week nothing is under way. */
const nothingHangs: Rule = ({ stage, sends }) => [
  ...sends
    .filter(({ status }) => status === "INTENT" || status === "CHECKING")
    .map(({ email, step, status }) => broken("nothing hangs", `${step} to ${email} is ${status}`)),
  ...stage.lab.host
    .drafts()
    .map(({ to, subject }) => broken("no draft is left behind", `${to}: ${subject}`)),
];

/** A person is asked only where one had a hand in it, or Gmail's search did not know. */
const noNeedlessReview: Rule = ({ stage, sends }) => {
  if (stage.witness.doubtful) return [];
  return sends
    .filter(({ status }) => status === "REVIEW" || status === "FAILED")
    .map(({ email, step, why }) => broken("no needless REVIEW", `${step} to ${email}: ${why}`));
};

const keysAreUnique: Rule = ({ sends, queue, contacts, events }) => [
  ...twice(
    "Sends",
    sends.map(({ send_key }) => send_key),
  ),
  ...twice(
    "Queue",
    queue.map(({ id }) => id),
  ),
  ...twice(
    "Contacts",
    contacts.map(({ id }) => id),
  ),
  ...twice(
    "Contacts",
    contacts.map(({ email }) => email),
  ),
  ...twice(
    "Events",
    events.map(({ id }) => id),
  ),
  ...twice(
    "applied Events",
    // The history of payments may be read more than once.
    events
      .filter(({ outcome, type }) => outcome === "APPLIED" && type !== "history.page")
      .map(({ key }) => key),
  ),
];

const rowsStay: Rule = ({ stage, events, sends, contacts }) => {
  const now: Readonly<Record<string, readonly unknown[]>> = {
    Events: events.map(({ id }) => id),
    Sends: sends.map(({ send_key }) => send_key),
    Contacts: contacts.map(({ id }) => id),
  };
  return [...stage.witness.seen].flatMap(([tab, ids]) => {
    const gone = [...ids].filter((id) => !now[tab]?.includes(id));
    return gone.map((id) => loss("no row is written over", `${tab}: ${id} is gone`));
  });
};

function twice(where: string, ids: readonly unknown[]): readonly Finding[] {
  const seen = new Set<unknown>();
  return ids
    .filter((id) => id !== "" && seen.size === seen.add(id).size)
    .map((id) => broken("ids are unique", `${where}: ${String(id)} twice`));
}

export const sendRules: readonly Rule[] = [
  sentMeansSent,
  goneMeansKnown,
  nothingHangs,
  noNeedlessReview,
  keysAreUnique,
  rowsStay,
];
