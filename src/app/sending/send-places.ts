// Of what is planned, how much goes today: first mails by their ramp, the rest by the day's quota. Who waits gets a time.
import type { SendRow } from "../../../sheets-schema/index";
import {
  hasTurn,
  isRamped,
  rampMark,
  spentMark,
  spentSince,
  withoutLate,
} from "../../cadence/late";
import { placeGapMs, placesFor, quotaBackAt } from "../../cadence/quota";
import { rampOf } from "../../cadence/ramp";
import { type Enrollment, isAdopted, isOpen } from "../../model/enrollment";
import { type ReasonCode, reason, say } from "../../model/reason";
import { HOUR_MS, toWholeSecond } from "../../model/time";
import type { Pass } from "../one-pass";
import { mostRecipients } from "../timer/run-ledger";
import type { Plan, PlannedSend } from "./plan";

type Today = Pick<Pass, "book" | "office" | "startedAt" | "kept">;
type Sent = ReadonlyMap<string, SendRow>;

/** The plan with what may go now; rows that wait for another day are timed anew in the book. */
export function withinToday(pass: Today, plan: Plan, sent: Sent, quotaLeft: number): Plan {
  const ramped = withinRamp(pass, plan.sends, sent);
  const { mailReserve } = pass.office.settings;
  const { goes, waits } = placesFor(ramped, quotaLeft, mailReserve, pass.startedAt);
  if (waits.length === 0) comeForward(pass);
  const service = waits.filter(({ step }) => step.class === "service");
  const [probe, ...others] = waits.filter(({ step }) => step.class === "marketing");
  displace(pass, others, sent);
  // Nobody knows for certain when the quota is back: the most urgent ones ask for it again and again.
  const asks = probe === undefined ? service : [...service, probe];
  const blocked = asks.map(({ enrollment, step: { step } }) => {
    return { enrollment, why: reason("quotaSpent", { step }) };
  });
  return { ...plan, sends: goes, blocked: [...plan.blocked, ...blocked] };
}

/** Beginning with whoever has waited longest, one after another from the hour the quota is back. */
function displace(pass: Today, waits: readonly PlannedSend[], sent: Sent): void {
  if (waits.length === 0) return;
  const { book, startedAt, kept } = pass;
  const times = Array.from(sent.values(), ({ sent_at }) => sent_at ?? 0);
  const backAt = toWholeSecond(quotaBackAt(times, startedAt));
  const gapMs = placeGapMs(mostRecipients(kept));
  const before = standing(pass).map(({ timedBy }) => spentSince(timedBy) ?? 0);
  [...waits]
    .sort((a, b) => a.dueAt - b.dueAt)
    .forEach((one, at) => {
      const rank = at + before.filter((since) => since < one.dueAt).length;
      const due = book.enrollment(one.enrollment.row.id) ?? one.enrollment;
      const timedBy = spentMark(due.timedBy, one.dueAt);
      wait(pass, { ...due, timedBy }, backAt + rank * gapMs, "quotaRetimed", one);
    });
}

/** The quota came back sooner than believed: all turns move forward by as much. */
function comeForward(pass: Today): void {
  const { book, startedAt } = pass;
  const waits = standing(pass);
  const first = Math.min(...waits.map(({ row }) => row.next_at ?? 0));
  if (waits.length === 0 || first - startedAt < HOUR_MS) return;
  const by = first - toWholeSecond(startedAt);
  for (const one of waits) {
    book.putEnrollment({ ...one, row: { ...one.row, next_at: (one.row.next_at ?? 0) - by } });
  }
}

/** Rows that the quota has displaced and whose turn is to come. */
function standing({ book, startedAt }: Today): readonly Enrollment[] {
  return book.enrollments().filter(({ row, timedBy }) => {
    return (row.next_at ?? 0) > startedAt && isOpen(row.status) && spentSince(timedBy) !== null;
  });
}

function withinRamp(pass: Today, sends: readonly PlannedSend[], sent: Sent) {
  const { book, office, startedAt } = pass;
  const { firstMailsADay } = office.settings;
  const firsts = firstMails(sent);
  const isFirst = ({ enrollment, step, beside }: PlannedSend) =>
    step.class === "marketing" &&
    !beside &&
    // What an old sheet has sent says nothing of what this account may begin with.
    (enrollment.row.last_at === null || isAdopted(enrollment)) &&
    !enrollment.test &&
    !firsts.has(enrollment.row.id) &&
    !hasTurn(enrollment.timedBy) &&
    withoutLate(enrollment.timedBy) !== "hand";
  const candidates = sends.filter(isFirst);
  if (candidates.length === 0 || firstMailsADay === Number.POSITIVE_INFINITY) return sends;
  const waiting = book
    .enrollments()
    .flatMap(({ row, timedBy }) => (isRamped(timedBy) ? (row.next_at ?? []) : []));
  const times = [...firsts.values()].flatMap((at) => at ?? []);
  const ramp = rampOf(times, waiting, firstMailsADay, startedAt);
  const later = new Set(candidates.slice(ramp.left));
  for (const one of later) {
    const due = book.enrollment(one.enrollment.row.id) ?? one.enrollment;
    wait(pass, { ...due, timedBy: rampMark(due.timedBy) }, ramp.next(), "rampRetimed", one);
  }
  return sends.filter((one) => !later.has(one));
}

/** Enrollment → when its first mail went; null where that was asked for, and so counts in no ramp. */
function firstMails(sent: Sent): ReadonlyMap<string, number | null> {
  const first = new Map<string, SendRow>();
  for (const row of sent.values()) {
    if (row.sent_at === null) continue;
    const known = first.get(row.enrollment)?.sent_at ?? Number.POSITIVE_INFINITY;
    if (row.sent_at < known) first.set(row.enrollment, row);
  }
  return new Map(
    [...first].map(([id, row]) => [id, row.class === "marketing" ? row.sent_at : null]),
  );
}

function wait(
  { book, office }: Today,
  enrollment: Enrollment,
  next_at: number,
  code: ReasonCode,
  { step }: PlannedSend,
): void {
  const why = say(reason(code, { step: step.step }), office.settings.language);
  book.putEnrollment({ ...enrollment, row: { ...enrollment.row, next_at, why } });
}
