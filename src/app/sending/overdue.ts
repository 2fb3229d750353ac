// What a plan found to be late, settled at Stripe or without a mail: the rows say so, and the plan is made again.
import { lateMark, turns } from "../../cadence/late";
import { nextDue } from "../../cadence/next-due";
import { contactIdOf } from "../../model/enrollment";
import { type MailClass, stepAt } from "../../model/flow";
import { type Reason, reason, say } from "../../model/reason";
import type { Ports } from "../../ports";
import { skipped } from "../../state/after-send";
import { moved } from "../../state/close";
import type { Book } from "../book";
import { appendEvents, eventRow, markStop } from "../doors/record-event";
import type { Office } from "../office";
import type { Plan } from "./plan";

interface Overdue {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly startedAt: number;
}

/** Late mails are left out or timed one after another; true when something was. */
export function settleLate({ office, book, startedAt }: Overdue, plan: Plan): boolean {
  const speak = (told: Reason) => say(told, office.settings.language);
  const turn = turnsOf(book, office, startedAt);
  for (const { due, what } of plan.late) {
    const { step } = due.step;
    if (what === "new time") {
      const why = speak(reason("lateRetimed", { step }));
      const { row, timedBy } = due.enrollment;
      const next = { ...due.enrollment, timedBy: lateMark(timedBy) };
      const next_at = turn[due.step.class]();
      book.putEnrollment({ ...next, row: { ...row, next_at, why } });
      continue;
    }
    const told = reason(what === "too late" ? "skippedLate" : "skippedNext", { step });
    const on = skipped(due.enrollment, due.flow, startedAt, nextDue, speak);
    // The step that was left out stays readable beside what comes next.
    const both = speak(reason("firstThen", { one: told, next: on.row.why }));
    book.putEnrollment({ ...on, row: { ...on.row, why: both } });
  }
  for (const { due, why } of plan.lost) {
    const { row, owed } = due.enrollment;
    const rest = owed.filter((one) => one !== due.owed);
    book.putEnrollment({ ...due.enrollment, owed: rest, row: { ...row, why: speak(why) } });
  }
  return plan.late.length + plan.lost.length > 0;
}

/** Two queues: a mail that was asked for waits behind no marketing. */
function turnsOf(book: Book, { rules }: Office, now: number): Record<MailClass, () => number> {
  const of = (wanted: MailClass) =>
    book.enrollments().filter(({ row }) => {
      const flow = rules.get(row.flow);
      return flow !== undefined && stepAt(flow, row.stage ?? 0)?.class === wanted;
    });
  return { service: turns(of("service"), now), marketing: turns(of("marketing"), now) };
}

/** A payment that Stripe knows and nobody told of becomes an event, and is applied like any other. */
export function settlePayments({ ports, office, book, startedAt }: Overdue, plan: Plan): void {
  const found = plan.settled.filter(({ payment }) => payment.kind === "paid");
  for (const { due, payment } of plan.settled) {
    if (payment.kind !== "over") continue;
    const what = `payment ${payment.what}`;
    const why = say(reason("paymentOver", { what: payment.what }), office.settings.language);
    const cause = { at: startedAt, eventId: "", stopReason: what, why };
    book.putEnrollment(moved(due.enrollment, "stop", cause) ?? due.enrollment);
  }
  if (found.length === 0) return;
  const rows = found.map(({ due, payment }) => {
    const { row, offer } = due.enrollment;
    const at = payment.kind === "paid" ? payment.at : startedAt;
    return eventRow(ports, {
      source: "rule",
      type: "payment.found",
      key: `found:${row.payment}`,
      who: contactIdOf(row.id),
      payload: JSON.stringify({ payment: row.payment, offer, at }),
      occurredAt: at,
      stops: true,
    });
  });
  if (appendEvents(ports, rows)) markStop(ports);
}
