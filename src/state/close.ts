// One way to move a row's status: checks the table, clears what a closed row must not keep.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isClosed } from "../model/enrollment";
import { type Move, statusAfter } from "./transitions";

export interface MoveCause {
  readonly at: number;
  readonly eventId: string;
  readonly stopReason: string;
  /** Said in `why`, in the sheet's language. */
  readonly why: string;
}

/** The moved enrollment, or null when the table has no such move from here. */
export function moved(enrollment: Enrollment, move: Move, cause: MoveCause): Enrollment | null {
  const status = statusAfter(move, enrollment.row.status);
  if (status === null) return null;
  const row = { ...enrollment.row, status, why: cause.why };
  if (!isClosed(status)) return { ...enrollment, row };
  row.next_at = null;
  row.next_step = "";
  row.stop_reason = cause.stopReason;
  row.stop_event = cause.eventId;
  if (status === "PAID") {
    row.paid = "YES";
    row.paid_at = cause.at;
  }
  return { ...enrollment, row, again: "" };
}

/** A contact that has paid: sticky, with the earliest payment's time and every payment's key. */
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
    payments: joined(contact.payments, payment.key),
    stripe_ids: joined(contact.stripe_ids, payment.customer),
  };
}

/** Adds a value to a comma-separated cell once. */
export function joined(cell: string, value: string): string {
  const values = cell.split(",").map((item) => item.trim());
  if (value === "" || values.includes(value)) return cell;
  return cell === "" ? value : `${cell}, ${value}`;
}
