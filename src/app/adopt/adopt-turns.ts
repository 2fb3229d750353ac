// When the mails of adopted and imported people go that would all be due at once.
import { isRamped, lateMark, rampMark, turns } from "../../cadence/late";
import { rampOf } from "../../cadence/ramp";
import { type Enrollment, isOpen } from "../../model/enrollment";
import { type MailClass, type Rules, stepAt } from "../../model/flow";
import { reason } from "../../model/reason";
import { SECOND_MS } from "../../model/time";
import { ADOPTED_WHY } from "../../words/adopt";
import { IMPORTED_WHY } from "../../words/import";
import { groundOf, type Office } from "../office";
import type { Adopted } from "./adopt-person";
import type { Planning } from "./adopt-plan";

/** Nothing overdue goes in a burst: one after another, asked-for mails in a queue of their own (design 6). */
export function inTurn(people: readonly Adopted[], { book, office, now }: Planning) {
  const { rules } = office;
  const due = dueOf(people, now).sort(
    (one, other) => (one.row.next_at ?? 0) - (other.row.next_at ?? 0),
  );
  const standing = book.enrollments();
  const turn: Record<MailClass, () => number> = {
    service: turns(ofClass(standing, rules, "service"), now),
    marketing: turns(ofClass(standing, rules, "marketing"), now),
  };
  const timed = new Map<string, Enrollment>();
  let until = 0;
  for (const one of due) {
    const slot = turn[classOf(one, rules)]();
    timed.set(one.row.id, late(one, slot, office, now));
    until = Math.max(until, slot);
  }
  return { people: withTimes(people, timed), overdue: due.length, until };
}

/**
 * Nobody on a list has just asked: what would go at once goes by the ramp that first mails have, also where it is a mail that
 * others ask for.
 */
export function ramped(people: readonly Adopted[], { book, office, now }: Planning) {
  const standing = book.enrollments();
  const waiting = standing.flatMap(({ row, timedBy }) =>
    isRamped(timedBy) ? (row.next_at ?? []) : [],
  );
  const ramp = rampOf([], waiting, office.settings.firstMailsADay, now);
  const turn = turns(standing, now);
  const timed = new Map<string, Enrollment>();
  let until = 0;
  for (const [at, one] of dueOf(people, now).entries()) {
    const today = waiting.length === 0 && at < ramp.left;
    const slot = today ? turn() : ramp.next();
    const timedBy = today ? lateMark(one.timedBy) : rampMark(one.timedBy);
    const told = groundOf(office, now).say(reason("rampRetimed", { step: one.row.next_step }));
    const why = IMPORTED_WHY[office.settings.language](told);
    timed.set(one.row.id, { ...one, timedBy, row: { ...one.row, next_at: slot, why } });
    until = Math.max(until, slot);
  }
  return { people: withTimes(people, timed), overdue: 0, until };
}

/** Cells keep whole seconds: what is due now may stand in the next one. */
function dueOf(people: readonly Adopted[], now: number): Enrollment[] {
  const end = now + SECOND_MS;
  return people
    .flatMap(({ rows }) => rows)
    .filter(({ row }) => isOpen(row.status) && (row.next_at ?? end) < end);
}

function withTimes(people: readonly Adopted[], timed: ReadonlyMap<string, Enrollment>) {
  return people.map((person) => ({
    ...person,
    rows: person.rows.map((one) => timed.get(one.row.id) ?? one),
  }));
}

function late(one: Enrollment, slot: number, office: Office, now: number): Enrollment {
  const { say } = groundOf(office, now);
  const told = say(reason("lateRetimed", { step: one.row.next_step }));
  const why = ADOPTED_WHY[office.settings.language](told);
  return { ...one, timedBy: lateMark(one.timedBy), row: { ...one.row, next_at: slot, why } };
}

function classOf({ row }: Enrollment, rules: Rules): MailClass {
  const flow = rules.get(row.flow);
  return (flow === undefined ? undefined : stepAt(flow, row.stage ?? 0))?.class ?? "marketing";
}

function ofClass(rows: readonly Enrollment[], rules: Rules, wanted: MailClass) {
  return rows.filter((one) => classOf(one, rules) === wanted);
}
