// One way to move a row's status: checks the table, clears what a closed row must not keep.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isClosed } from "../model/enrollment";
import { type CountedPayment, countedPayments, paymentsCell } from "../model/payment";
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
}

/** The moved enrollment, or null when the table has no such move from here. */
export function moved(enrollment: Enrollment, move: Move, cause: MoveCause): Enrollment | null {
  const wasOpen = isClosed(enrollment.row.status) && happenedBefore(enrollment, move, cause);
  const status = statusAfter(move, wasOpen ? "ACTIVE" : enrollment.row.status);
  if (status === null) return null;
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
  const closing = move === "mark" ? null : { at: cause.at, payment: cause.payment ?? "" };
  return { ...enrollment, row, again: "", closing };
}

/** True: had everything arrived in time, this would have closed the row (design 4.8). */
function happenedBefore({ row, closing }: Enrollment, move: Move, cause: MoveCause): boolean {
  if (closing === null || (move !== "pay" && move !== "unsubscribe")) return false;
  const stood = whenClosed(row, closing.at, row.status === "PAID", closing.payment);
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
  return {
    ...contact,
    paid: "YES",
    paid_at: Math.min(payment.at, contact.paid_at ?? payment.at),
    paid_for: joined(contact.paid_for, payment.offer),
    payments: paymentsCell(counted(contact, payment)),
    stripe_ids: joined(contact.stripe_ids, payment.customer),
  };
}

function counted(
  contact: ContactRow,
  { at, key, offer }: CountedPayment & { readonly at: number },
): readonly CountedPayment[] {
  const before = countedPayments(contact.payments);
  if (key === "") return before;
  const known = before.find((one) => one.key === key);
  const own = { key, offer: known?.offer || offer };
  const firstAt = contact.paid_at ?? at;
  const isFirst = at < firstAt || (at === firstAt && key <= (before[0]?.key ?? key));
  if (!isFirst && known !== undefined) return before.map((one) => (one.key === key ? own : one));
  const others = before.filter((one) => one.key !== key);
  return isFirst ? [own, ...others] : [...others, own];
}

/** Adds a value to a comma-separated cell once. */
export function joined(cell: string, value: string): string {
  const values = cell.split(",").map((item) => item.trim());
  if (value === "" || values.includes(value)) return cell;
  return cell === "" ? value : `${cell}, ${value}`;
}
