// One way to move a row's status: checks the table, clears what a closed row must not keep.
import type { ContactRow, OPEN_STATUSES } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isClosed } from "../model/enrollment";
import { withItems } from "../model/list-cell";
import { inOrder, paymentsOf } from "../model/paid";
import { paymentsCell, withoutPending } from "../model/payment";
import { SECOND_MS } from "../model/time";
import { type Move, statusAfter } from "./transitions";

export interface MoveCause {
  readonly at: number;
  readonly eventId: string;
  readonly stopReason: string;
  /** Said in `why`, in the sheet's language. */
  readonly why: string;
  /** The payment behind it, if one is. */
  readonly payment?: string;
  /** Status of the flow's open rows; ACTIVE unless told. */
  readonly opensAs?: (typeof OPEN_STATUSES)[number];
}

/** The moved enrollment, or null when the table has no such move from here. */
export function moved(enrollment: Enrollment, move: Move, cause: MoveCause): Enrollment | null {
  const wasClosed = isClosed(enrollment.row.status) || cameBack(enrollment, move);
  const wasOpen = wasClosed && happenedBefore(enrollment, move, cause);
  if (wasClosed && !wasOpen && !isClosed(enrollment.row.status)) return null;
  const target = statusAfter(move, wasOpen ? "ACTIVE" : enrollment.row.status);
  if (target === null) return null;
  const status = target === "ACTIVE" ? (cause.opensAs ?? "ACTIVE") : target;
  if (!isClosed(status)) {
    return { ...enrollment, row: { ...enrollment.row, status, why: cause.why } };
  }
  const paid = status === "PAID";
  const row: Enrollment["row"] = {
    ...enrollment.row,
    status,
    paid: paid ? "YES" : "NO",
    paid_at: paid ? cause.at : null,
    next_at: null,
    next_step: "",
    why: cause.why,
    stop_reason: cause.stopReason,
    stop_event: cause.eventId,
  };
  const before = enrollment.row.status;
  const was = before === "PAUSED" || before === "REVIEW" ? { was: before } : {};
  const closing = move === "mark" ? null : { at: cause.at, payment: cause.payment ?? "", ...was };
  return { ...enrollment, row, closing, heldBy: "" };
}

/** A payment that came back still closed the row: only what happened before it stops the row instead. */
function cameBack({ row, closing }: Enrollment, move: Move): boolean {
  return row.status === "REVIEW" && move === "unsubscribe" && (closing?.payment ?? "") !== "";
}

/** True: had everything arrived in time, this would have closed the row (design 4.8). */
function happenedBefore({ row, closing }: Enrollment, move: Move, cause: MoveCause): boolean {
  if (closing === null || (move !== "pay" && move !== "unsubscribe")) return false;
  const paid = row.status === "PAID" || closing.payment !== "";
  const stood = whenClosed(row, closing.at, paid, closing.payment);
  const would = whenClosed(row, cause.at, move === "pay", cause.payment ?? "");
  const differs = would.findIndex((value, at) => value !== stood[at]);
  return differs >= 0 && (would[differs] ?? "") < (stood[differs] ?? "");
}

/** What was there before the row closes it at its birth; ties payment first, then key. Cells keep whole seconds. */
function whenClosed(
  row: Enrollment["row"],
  at: number,
  paid: boolean,
  payment: string,
): readonly (number | string)[] {
  const second = (instant: number) => Math.floor(instant / SECOND_MS);
  const since = Math.max(second(at), second(row.entered_at ?? 0));
  return paid ? [since, 0, second(at), payment] : [since, 1];
}

/** A contact that has paid: sticky, with the earliest payment's time and every payment's key, the earliest first. */
export function paidContact(
  contact: ContactRow,
  payment: {
    readonly at: number;
    readonly key: string;
    readonly offer: string;
    readonly customer: string;
  },
): ContactRow {
  const before = contact.payments === "" && contact.paid !== "YES" ? [] : paymentsOf(contact);
  const known = before.find(({ key }) => key === payment.key);
  const own = {
    key: payment.key,
    offer: known?.offer || payment.offer,
    at: Math.min(payment.at, known?.at ?? payment.at),
  };
  const counted = [...before.filter(({ key }) => key !== payment.key), own].sort(inOrder);
  return {
    ...contact,
    paid: "YES",
    paid_at: Math.min(own.at, contact.paid_at ?? own.at),
    paid_for: withItems(contact.paid_for, [payment.offer]),
    payments: paymentsCell(counted),
    pending: withoutPending(contact.pending, payment.key),
    stripe_ids: withItems(contact.stripe_ids, [payment.customer]),
  };
}
