// What would go now, and what not and why. Cadence proposes, stop-loss vetoes, content renders; nothing is done yet.
import type { SendRow } from "../../../sheets-schema/index";
import { type DueSend, dueForNothing, dueSends } from "../../cadence/due-sends";
import { inTurn, isLimited } from "../../cadence/frequency";
import { LATE_AT_ONCE, type Lateness, lateness, SLOT_MS, stoodStill } from "../../cadence/late";
import { isConfirmed } from "../../model/consent";
import { contactIdOf, type Enrollment, isOpen } from "../../model/enrollment";
import type { Step } from "../../model/flow";
import { CONFIRM, LAST_QUESTION } from "../../model/own-steps";
import { type Reason, reason } from "../../model/reason";
import { isTooYoung } from "../../model/region";
import { stripeWait } from "../../model/stripe-wait";
import { DAY_MS, MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { flowVeto, vetoOf } from "../../stop-loss/may-send";
import type { Book } from "../book";
import { needlessQuestion } from "../last-question";
import { askedEnough } from "../must-confirm";
import type { Office } from "../office";
import { readerRegion } from "../reader-region";
import { type PaymentNow, paymentNow } from "../stripe/payment-now";
import type { PerhapsPaid } from "../unmatched/unheard";
import { type Held, type HeldDue, holdBack, type Silence } from "./hold-back";
import { recoveryLink, type WrittenMail, writeMail } from "./write-mail";

export interface PlannedSend extends DueSend, WrittenMail {}
export interface Plan {
  readonly sends: readonly PlannedSend[];
  readonly blocked: readonly { readonly enrollment: Enrollment; readonly why: Reason }[];
  /** Due, but the flow has no mail for their stage any more: they are done. */
  readonly finished: readonly Enrollment[];
  /** Went before, but the row was not moved on: a run was cut in between. */
  readonly gone: readonly { readonly due: DueSend; readonly sentAt: number }[];
  /** Overdue: left out, or timed anew. */
  readonly late: readonly { readonly due: DueSend; readonly what: Exclude<Lateness, "goes"> }[];
  /** Due, and timed anew by its reader's clock or by what they have had lately. */
  readonly held: readonly HeldDue[];
  /** Beside the cadence, and only a person can tell whether it went: it is owed no more, and `why` says so. */
  readonly lost: readonly { readonly due: DueSend; readonly why: Reason }[];
  /** Asked for the last time, and no answer came: their rows end. */
  readonly silent: readonly { readonly due: DueSend; readonly askedAt: number }[];
  /** Their payment has been made or cannot be made any more, and nobody had told. */
  readonly settled: readonly { readonly due: DueSend; readonly payment: PaymentNow }[];
}
export interface Planning {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly now: number;
  /** Of marks in mails, and of links. */
  readonly secret: string;
  readonly linkSecret: string;
  /** Whom replies reach when Settings names nobody. */
  readonly owner: string;
  /** A reason that holds for every mail, or null. */
  readonly stop: Reason | null;
  readonly sent: ReadonlyMap<string, SendRow>;
  readonly historyRead: boolean;
  /** So many held mails may wait for the same quarter of an hour. */
  readonly heldAtOnce: number;
  readonly apiKey: string;
  readonly perhapsPaid: PerhapsPaid;
  /** Payments looked up in this pass, so that planning twice asks Stripe once. */
  readonly looked: Map<string, PaymentNow>;
  /** Mails written in this pass, by send key: planning twice renders once. */
  readonly written: Map<string, WrittenMail>;
}

/** More than one run can send; the rest is due at the next tick all the same. */
const SENDS_MAX = 200;
/** Each question to Stripe may take seconds; what is not asked by then waits for the next tick, and the rest goes. */
const LOOKS_MAX_MS = MINUTE_MS;

export function planSends(planning: Planning): Plan {
  const plan = {
    sends: [] as PlannedSend[],
    blocked: [] as Plan["blocked"][number][],
    finished: [] as Enrollment[],
    gone: [] as Plan["gone"][number][],
    late: [] as Plan["late"][number][],
    held: [] as HeldDue[],
    lost: [] as Plan["lost"][number][],
    silent: [] as Plan["silent"][number][],
    settled: [] as Plan["settled"][number][],
  };
  const { book, office, now } = planning;
  const heldBack = holdBack(planning);
  const proposed = dueSends(book.enrollments(), office.rules, now);
  const limited = isLimited(office.settings.pace);
  for (const due of limited ? inTurn(proposed, [...office.rules.keys()]) : proposed) {
    if (plan.sends.length === SENDS_MAX) break;
    const sentAt = sentAtOf(planning.sent.get(due.key));
    if (sentAt !== null) plan.gone.push({ due, sentAt });
    else {
      const planned = planOne(planning, due, plan.sends, heldBack);
      if (planned === "later") continue;
      if ("code" in planned) plan.blocked.push({ enrollment: due.enrollment, why: planned });
      else if ("lost" in planned) plan.lost.push({ due, why: planned.lost });
      else if ("askedAt" in planned) {
        plan.silent.push({ due, ...planned });
        plan.blocked.push({ enrollment: due.enrollment, why: reason("silentEnds") });
      } else if ("until" in planned) plan.held.push({ due, ...planned });
      else if ("late" in planned) plan.late.push({ due, what: planned.late });
      else if ("payment" in planned) plan.settled.push({ due, payment: planned.payment });
      else plan.sends.push(planned);
    }
  }
  for (const enrollment of dueForNothing(book.enrollments(), office.rules, now)) {
    const why =
      planning.stop ?? flowVeto(office.rules.get(enrollment.row.flow), enrollment.row.flow);
    if (why === null) plan.finished.push(enrollment);
    else plan.blocked.push({ enrollment, why });
  }
  return plan;
}

/** Of a mail that went when it went is a detail, which a cell may have lost. */
function sentAtOf(row: SendRow | undefined): number | null {
  if (row?.status !== "SENT") return row?.sent_at ?? null;
  return row.sent_at ?? row.planned_at ?? 0;
}

type Planned =
  | PlannedSend
  /** Due at the next tick all the same. */
  | "later"
  | Reason
  | { readonly late: Exclude<Lateness, "goes"> }
  | Held
  | Silence
  | { readonly lost: Reason }
  | { readonly payment: PaymentNow };

function planOne(
  planning: Planning,
  due: DueSend,
  planned: readonly PlannedSend[],
  heldBack: ReturnType<typeof holdBack>,
): Planned {
  const { office, book, stop, sent, historyRead, perhapsPaid, now } = planning;
  const { settings, offers } = office;
  const contact = book.contact(contactIdOf(due.enrollment.row.id));
  if (book.twins.has(due.enrollment.row.id)) return reason("twin");
  const veto = stop ?? vetoOf({ contact, ...due, settings, offers, historyRead, now });
  if (veto !== null) return veto;
  const unheard = perhapsPaid.get(contact?.id ?? "");
  if (unheard !== undefined) return reason("unheardPayment", { key: unheard });
  const unsure = unsureOf(sent.get(due.key)?.status ?? "", due);
  if (unsure !== null) return unsure;
  const unfit = regionVeto(planning, due);
  if (unfit !== null) return unfit;
  const late = due.beside ? "goes" : lateness(due.flow, due.step, due.enrollment, now);
  if (late !== "goes") return { late };
  const asked = due.step.step === CONFIRM ? askedEnough(planning, due, planned) : null;
  if (asked !== null) return asked;
  const needless = due.step.step === LAST_QUESTION ? needlessQuestion(planning, due) : null;
  if (needless !== null) return { lost: needless };
  const held = heldBack(due, planned);
  if (held !== null) return held;
  const turn = turnOf(planning, due, planned);
  if (turn !== null) return turn;
  const payment = due.enrollment.row.payment === "" || due.beside ? null : look(planning, due);
  if (payment === "later") return "later";
  if (payment?.kind === "unreachable") {
    const why = stripeWait(payment.why);
    return reason("stripeLookFailed", { step: due.step.step, why });
  }
  if (payment !== null && payment.kind !== "open") return { payment };
  if (payment !== null && recoveryLink(planning, due, payment) === "") {
    return reason("noRecoveryLink", { step: due.step.step });
  }
  // Words that take turns depend on what was sent, which the first plan does not know.
  const known = due.step.templates.length > 1 ? undefined : planning.written.get(due.key);
  const written = known ?? writeMail(planning, due, payment);
  if ("code" in written) return written;
  planning.written.set(due.key, written);
  return { ...due, ...written };
}

/** What the law of the reader's region asks of their consent. */
function regionVeto(planning: Planning, { enrollment, step }: DueSend): Reason | null {
  const contact = planning.book.contact(contactIdOf(enrollment.row.id));
  if (step.class !== "marketing" || contact === null) return null;
  const region = readerRegion(planning, enrollment);
  const about = { step: step.step, region: region?.region ?? "" };
  if (isTooYoung(region, contact)) return reason("tooYoung", about);
  const counts = region?.double_opt_in !== "YES" || isConfirmed(contact);
  return counts ? null : reason("waitsToConfirm", about);
}

/** A mail that may have gone never goes again by itself: an open row asks a person by its status, a closed one here. */
function unsureOf(
  before: SendRow["status"],
  { enrollment, step: { step } }: DueSend,
): Reason | { readonly lost: Reason } | null {
  if (before === "CHECKING" || before === "INTENT") return reason("checkingSent", { step });
  if (isOpen(enrollment.row.status)) return null;
  if (before === "REVIEW") return { lost: reason("mayHaveGone", { step }) };
  return before === "FAILED" ? { lost: reason("neverTaken", { step }) } : null;
}

/**
 * What must not come all at once: many mails for which time stood still go some a run; mails beside the cadence that are
 * long overdue, as after `sending` OFF, go one a run;
 * and whoever has several payments failing, as when cards are tried out under somebody's address, hears of one a day.
 */
function turnOf(
  { book, now, sent }: Planning,
  { enrollment, flow, step, beside }: DueSend,
  planned: readonly PlannedSend[],
): Reason | null {
  const { row } = enrollment;
  if (!beside && stoodStill(enrollment, step, now)) {
    const before = planned.filter((one) => stoodStill(one.enrollment, one.step, now)).length;
    const lately = before < LATE_AT_ONCE ? sentLately(sent, now) : 0;
    if (before + lately >= LATE_AT_ONCE) return reason("lateTurn", { step: step.step });
  }
  if (beside && isOverdue(enrollment, step, now)) {
    const another = planned.some((one) => one.beside && isOverdue(one.enrollment, one.step, now));
    return another ? reason("lateTurn", { step: step.step }) : null;
  }
  if (beside || row.payment === "") return null;
  const contact = book.contact(contactIdOf(row.id));
  const others = book
    .person(contact)
    .enrollments.filter((one) => one.row.flow === flow.flow && one.row.id !== row.id);
  const mailed = others.some(
    (one) =>
      now - (one.row.last_at ?? 0) < DAY_MS ||
      planned.some((other) => other.enrollment.row.id === one.row.id),
  );
  return mailed ? reason("onceADay", { step: step.step }) : null;
}

function sentLately(sent: Planning["sent"], now: number): number {
  let count = 0;
  for (const row of sent.values()) {
    if (row.class === "marketing" && (row.sent_at ?? 0) > now - SLOT_MS) count += 1;
  }
  return count;
}

/** A receipt of an entry, or a delivery of a payment, that is more than a day old. */
function isOverdue({ row }: Enrollment, { sentOn }: Step, now: number): boolean {
  if (sentOn === "entry") return row.last_at === null && now - (row.entered_at ?? now) > DAY_MS;
  return sentOn === "paid" && now - (row.paid_at ?? now) > DAY_MS;
}

/** Read again before every mail that asks for it: it may have been paid a minute ago (design 4.1). */
function look(
  { ports, apiKey, office, looked, now }: Planning,
  { enrollment }: DueSend,
): PaymentNow | "later" {
  const key = enrollment.row.payment;
  const known = looked.get(key);
  if (known !== undefined) return known;
  if (ports.clock.now() - now > LOOKS_MAX_MS) return "later";
  const found = paymentNow(ports, key, apiKey, office.settings.mode);
  looked.set(key, found);
  return found;
}
