// What a reader asks for on the way-back page: go on, pause, hear less, another address or language (R113).
import type { ContactRow } from "../../sheets-schema/index";
import { type Enrollment, isLeft, isOpen, LEFT_TOPIC, NO_ANSWER } from "../model/enrollment";
import type { Decision, Ground, PersonState, ReaderFact } from "../model/fact";
import { stepAt } from "../model/flow";
import { listOf, withItems } from "../model/list-cell";
import { LAST_QUESTION } from "../model/own-steps";
import { reason } from "../model/reason";
import { suppressedReason } from "../model/suppression";
import { DAY_MS, toWholeSecond, utcDay } from "../model/time";
import { askedAnew, asksNoMore } from "./ask-confirm";
import { moved } from "./close";
import { applied, ignored } from "./decision";
import { notBefore, notWithinTheHour } from "./not-before";
import { pausedUntil } from "./reader-pause";
import { openReason } from "./settle";

const PAUSE_MS = 30 * DAY_MS;
/** A language as a mail's locale names it. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

interface Known extends PersonState {
  readonly contact: ContactRow;
}

export function applyReader(person: PersonState, fact: ReaderFact, ground: Ground): Decision {
  const { contact, enrollments } = person;
  if (contact === null) return ignored(person, reason("rowGone"));
  const known: Known = { contact, enrollments };
  switch (fact.wish) {
    case "on":
      return goesOn(known, fact, ground);
    case "pause":
      return pauses(known, fact, ground);
    case "less":
    case "often":
      return hears(known, fact.wish === "less", fact, ground);
    case "address":
      return readsAt(known, fact, ground);
    case "language":
      return readsIn(known, fact.to);
    case "leave":
      return leaves(known, fact, ground);
    case "join":
      return joins(known, fact, ground);
    case "confirm":
      return confirms(known, fact, ground);
    case "stay":
      return stays(known, fact, ground);
  }
}

/** Takes back the reader's own stop and pause; what bounced, complained or was stopped by hand stays stopped. */
function goesOn(person: Known, fact: ReaderFact, ground: Ground): Decision {
  const { contact } = person;
  const left = contact.suppressed === "unsubscribed" && (contact.suppressed_at ?? 0) <= fact.at;
  const next: ContactRow = {
    ...contact,
    ...(left ? { suppressed: "", suppressed_at: null, consent_confirmed_at: null } : {}),
    paused_until: null,
    resumed_at: Math.max(contact.resumed_at ?? 0, fact.at),
  };
  const stopped = next.suppressed !== "";
  const resumed = stopped
    ? person.enrollments
    : person.enrollments.map((one) => resumedRow(next, one, ground, contact.paused_until));
  const enrollments = left ? askedAnew(contact, resumed, fact.eventId, ground) : resumed;
  const open = enrollments.find(({ row }) => isOpen(row.status));
  const stands =
    open === undefined ? reason("nothingPlanned") : openReason(open, open.row.next_step);
  return applied({ contact: next, enrollments }, reason("readerOn", { stands }));
}

/** At the same stage, and never at once. A row that a person holds or has closed stays so. */
function resumedRow(
  contact: ContactRow,
  enrollment: Enrollment,
  ground: Ground,
  pausedTo: number | null,
  endedBy = "unsubscribed",
): Enrollment {
  const { row, timedBy } = enrollment;
  const flow = ground.rules.get(row.flow);
  const stopped = row.status === "STOPPED" && row.stop_reason === endedBy;
  if (flow === undefined || !(stopped || isOpen(row.status))) return enrollment;
  if (!stopped && timedBy === "hand") return pausedBefore(enrollment, pausedTo, ground);
  if (stopped && enrollment.closing?.was !== undefined) return waitsAgain(enrollment, ground);
  const status = stopped ? flow.opensAs : row.status;
  const open = { ...row, status, ...(stopped ? { stop_reason: "", stop_event: "" } : {}) };
  const timed = retimedFor(contact, { ...enrollment, row: open, closing: null }, ground);
  // Nothing is left to send in it: it ends as it had ended.
  if (stopped && timed.row.next_step === "" && flow.opensAs === "ACTIVE") return enrollment;
  const stands = openReason(timed, timed.row.next_step);
  return { ...timed, row: { ...timed.row, why: ground.say(reason("readerOn", { stands })) } };
}

/** A typed time that had come during the pause was put off to its end. */
function pausedBefore(
  enrollment: Enrollment,
  pausedTo: number | null,
  { now }: Ground,
): Enrollment {
  const { row } = enrollment;
  if (pausedTo === null || row.next_at !== pausedTo) return enrollment;
  return { ...enrollment, row: { ...row, next_at: notBefore(now) } };
}

/** What waited for a person when the reader left waits for them again; only they let it go on. */
function waitsAgain(enrollment: Enrollment, { rules, nextDue, say }: Ground): Enrollment {
  const { row, closing } = enrollment;
  const status = closing?.was ?? "REVIEW";
  const flow = rules.get(row.flow);
  const next = flow === undefined ? null : nextDue(flow, enrollment);
  const why = say(reason("readerOn", { stands: reason("rowIs", { status }) }));
  const times = { next_step: next?.step ?? "", next_at: next?.at ?? null };
  const waits = { ...row, ...times, status, why, stop_reason: "", stop_event: "" };
  return { ...enrollment, row: waits, closing: null, timedBy: next?.timedBy ?? "" };
}

function pauses(person: Known, fact: ReaderFact, ground: Ground): Decision {
  const { contact } = person;
  if ((contact.resumed_at ?? 0) > fact.at) return ignored(person, reason("readerLater"));
  const until = toWholeSecond(Math.max(contact.paused_until ?? 0, fact.at + PAUSE_MS));
  const told = reason("readerPause", { until: utcDay(until) });
  const next: ContactRow = { ...contact, paused_until: until };
  const enrollments = person.enrollments.map((one) => {
    const at = pausedUntil(next, one, ground.rules.get(one.row.flow), ground.now);
    if (at === null || !isOpen(one.row.status)) return one;
    // A time that a person has typed stays; the pause holds the mail all the same.
    const next_at = one.timedBy === "hand" ? one.row.next_at : at;
    return { ...one, row: { ...one.row, next_at, why: ground.say(told) } };
  });
  return applied({ contact: next, enrollments }, told);
}

function hears(person: Known, rarely: boolean, fact: ReaderFact, ground: Ground): Decision {
  const contact: ContactRow = { ...person.contact, pace: rarely ? "less" : "" };
  const told = reason(fact.wish === "less" ? "readerLess" : "readerOften");
  const enrollments = person.enrollments.map((one) => {
    const paced = { ...one, rarely };
    if (one.rarely === rarely || !isOpen(one.row.status) || one.timedBy === "hand") return paced;
    const timed = retimedFor(contact, paced, ground);
    return { ...timed, row: { ...timed.row, why: ground.say(told) } };
  });
  return applied({ contact, enrollments }, told);
}

/** By the table and the reader's wishes, and not within the hour. */
function retimedFor(contact: ContactRow, enrollment: Enrollment, ground: Ground): Enrollment {
  const { row } = enrollment;
  const flow = ground.rules.get(row.flow);
  const next = flow === undefined ? null : ground.nextDue(flow, enrollment);
  // Whoever has just pressed is not met by a mail in the same minute.
  const at = notWithinTheHour(next?.at ?? null, ground.now);
  const timed = {
    ...enrollment,
    row: { ...row, next_step: next?.step ?? "", next_at: at },
    timedBy: next?.timedBy ?? "",
  };
  const until = pausedUntil(contact, timed, flow, ground.now);
  return until === null ? timed : { ...timed, row: { ...timed.row, next_at: until } };
}

/** One flow and nothing else; what is asked for in it anew comes all the same. */
function leaves(person: Known, fact: ReaderFact, ground: Ground): Decision {
  const told = reason("readerLeft", { flow: fact.to });
  const { at, eventId } = fact;
  const cause = { at, eventId, stopReason: LEFT_TOPIC, why: ground.say(told) };
  const enrollments = person.enrollments.map((one) => {
    const left = one.row.flow === fact.to ? moved(one, "stop", cause) : null;
    return left === null ? one : { ...left, owed: [] };
  });
  const nothing = enrollments.every((one, index) => one === person.enrollments[index]);
  if (nothing) return ignored(person, reason("nothingPlanned"));
  return applied({ contact: person.contact, enrollments }, told);
}

function joins(person: Known, fact: ReaderFact, ground: Ground): Decision {
  const { contact } = person;
  const enrollments = person.enrollments.map((one) => {
    const left = one.row.flow === fact.to && isLeft(one.row);
    const later = (one.closing?.at ?? 0) > fact.at;
    if (!left || later || contact.suppressed !== "" || contact.paid === "YES") return one;
    return resumedRow(contact, one, ground, null, one.row.stop_reason);
  });
  const open = enrollments.find(({ row }) => row.flow === fact.to && isOpen(row.status));
  if (open === undefined) return ignored(person, reason("nothingPlanned"));
  const stands = openReason(open, open.row.next_step);
  return applied({ contact, enrollments }, reason("readerOn", { stands }));
}

/** What they agreed to counts from here; a press before they last came back is of a consent that they took back. */
function confirms(person: Known, { at }: ReaderFact, ground: Ground): Decision {
  const { contact } = person;
  if (contact.consent !== "YES") return ignored(person, reason("nothingToConfirm"));
  if ((contact.resumed_at ?? 0) > at) return ignored(person, reason("readerLater"));
  const consent_confirmed_at = Math.min(contact.consent_confirmed_at ?? at, at);
  const enrollments = person.enrollments.map((one) => asksNoMore(one, ground));
  const told = reason("readerConfirmed");
  return applied({ contact: { ...contact, consent_confirmed_at }, enrollments }, told);
}

/** A sign of life: what the last question held or ended goes on, and is counted anew. Whoever has left stays away. */
function stays(person: Known, fact: ReaderFact, ground: Ground): Decision {
  const { contact } = person;
  if (contact.suppressed !== "") return ignored(person, suppressedReason(contact.suppressed));
  const resumed_at = Math.max(contact.resumed_at ?? 0, fact.at);
  const enrollments = person.enrollments.map((one) => {
    const { row, owed } = one;
    const flow = ground.rules.get(row.flow);
    const sells = flow !== undefined && stepAt(flow, row.stage ?? 0)?.class === "marketing";
    const ended = row.status === "STOPPED" && row.stop_reason === NO_ANSWER;
    if (!sells || contact.paid === "YES" || !(ended || isOpen(row.status))) return one;
    const rest = { ...one, owed: owed.filter(({ step }) => step !== LAST_QUESTION) };
    return resumedRow(contact, rest, ground, null, NO_ANSWER);
  });
  return applied({ contact: { ...contact, resumed_at }, enrollments }, reason("readerStays"));
}

/** The old address stays known: a payment from it is still theirs. */
function readsAt(person: Known, { to, eventId }: ReaderFact, ground: Ground): Decision {
  const { contact, enrollments } = person;
  if (to === "" || to === contact.email) return ignored(person, reason("readerAddressBad", { to }));
  const aliases = listOf(contact.aliases).filter((alias) => alias !== to);
  const next: ContactRow = {
    ...contact,
    email: to,
    consent_confirmed_at: null,
    aliases: withItems(aliases.join(", "), [contact.email]),
  };
  const rows = enrollments.map((one) => ({ ...one, row: { ...one.row, email: to } }));
  const asked = askedAnew(contact, rows, eventId, ground);
  return applied({ contact: next, enrollments: asked }, reason("readerAddress", { to }));
}

function readsIn(person: Known, to: string): Decision {
  if (!LANGUAGE.test(to)) return ignored(person, reason("readerLanguageBad", { to }));
  const rows = person.enrollments.map((one) => ({ ...one, row: { ...one.row, locale: to } }));
  const contact: ContactRow = { ...person.contact, locale: to };
  return applied({ contact, enrollments: rows }, reason("readerLanguage", { to }));
}
