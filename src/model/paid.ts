// What a person's payments mean for one row: which of them stops it, until when a buyer rests, what came back.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import type { Flow } from "./flow";
import type { Offers } from "./offer";
import { BY_HAND, type CountedPayment, countedPayments } from "./payment";
import { SECOND_MS } from "./time";

type Paid = Pick<ContactRow, "paid" | "paid_at" | "payments">;
type Row = Pick<QueueRow, "payment" | "entered_at" | "flow">;

interface TimedPayment extends CountedPayment {
  readonly at: number;
}

/** The earliest first. A paid mark without any payment is a person's. */
export function paymentsOf(contact: Paid): readonly TimedPayment[] {
  const listed = countedPayments(contact.payments);
  const firstAt = contact.paid_at ?? 0;
  if (listed.length === 0) {
    return contact.paid === "YES" ? [{ key: BY_HAND, offer: "", at: firstAt }] : [];
  }
  return listed.map((payment) => ({ ...payment, at: payment.at ?? firstAt })).sort(inOrder);
}

export function inOrder(a: TimedPayment, b: TimedPayment): number {
  return a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/**
 * The payment that closes this row, or null (design 4.2). The purchase that began it; else the earliest that
 * happened while the row was open, or before it, unless it allows this flow. A failed payment's row is closed by earlier
 * ones never, but for that payment itself.
 */
export function stoppingPayment(
  contact: Paid,
  row: Row,
  flow: Flow | undefined,
  offers: Offers,
  purchase = "",
): TimedPayment | null {
  const payments = paymentsOf(contact);
  const entered = Math.floor((row.entered_at ?? 0) / SECOND_MS);
  const own = payments.find(
    ({ key, at }) => key === purchase && Math.floor(at / SECOND_MS) <= entered,
  );
  if (own !== undefined) return own;
  const stops = (payment: TimedPayment) =>
    Math.floor(payment.at / SECOND_MS) >= entered ||
    (flow?.reentry === "payment" && payment.key === row.payment) ||
    (flow?.entries.includes("payment.failed") !== true &&
      restOf(payment, row.flow, offers) === null);
  return payments.find(stops) ?? null;
}

/** Until when a buyer gets no marketing of a flow that the purchase allows again; 0: no rest. */
export function restUntil(contact: Paid, flow: string, offers: Offers): number {
  const ends = paymentsOf(contact).map(
    (payment) => payment.at + (restOf(payment, flow, offers) ?? 0),
  );
  return Math.max(0, ...ends);
}

function restOf({ offer }: CountedPayment, flow: string, offers: Offers): number | null {
  return offers.get(offer)?.allows.get(flow) ?? null;
}

export const REVERSALS = ["refunded", "partly refunded", "disputed", "cancelled"] as const;

/** A payment that came back, as the contact's row keeps it: "pi_1 (lite) refunded 2026-03-02T09:00:00Z". */
export interface Reversal {
  readonly key: string;
  readonly offer: string;
  readonly what: (typeof REVERSALS)[number];
  readonly at: number;
}

export function readReversals(cell: string): readonly Reversal[] {
  return cell.split(",").flatMap((item) => {
    const match =
      /^(\S+)(?: \(([^()]+)\))? (refunded|partly refunded|disputed|cancelled) (\S+)$/.exec(
        item.trim(),
      );
    const [, key, offer = "", what, at = ""] = match ?? [];
    if (key === undefined || what === undefined) return [];
    return [{ key, offer, what: what as Reversal["what"], at: Date.parse(at) || 0 }];
  });
}

export function reversalsCell(reversals: readonly Reversal[]): string {
  return [...reversals]
    .sort((a, b) => a.at - b.at || (a.key + a.what < b.key + b.what ? -1 : 1))
    .map(({ key, offer, what, at }) => {
      const named = offer === "" ? key : `${key} (${offer})`;
      return `${named} ${what} ${new Date(at).toISOString().replace(/\.\d+Z$/, "Z")}`;
    })
    .join(", ");
}

/** The reversal of that payment, or null. A cancelled subscription takes back what was paid for it before. */
export function reversalOf(payment: TimedPayment, reversals: readonly Reversal[]): Reversal | null {
  const found = reversals.find((reversal) =>
    reversal.what === "cancelled"
      ? payment.at <= reversal.at &&
        (reversal.offer === "" || payment.offer === "" || reversal.offer === payment.offer)
      : reversal.key === payment.key,
  );
  return found ?? null;
}
