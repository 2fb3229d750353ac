// The Unmatched row of a payment that names nobody, with what a person may do about it.
import type { EventRow, UnmatchedRow } from "../../sheets-schema/index";
import type { Payment } from "../model/payment";
import type { Office } from "./office";

interface Finding {
  readonly office: Office;
  readonly now: number;
}

const WHAT_TO_DO = {
  en: "Type into this_is the address of whoever paid: their mails stop, and they count as paid.",
  zh: "在 this_is 中填写付款人的邮箱：其邮件停发，并计为已付款。",
} as const;
const MAYBE = {
  en: "Perhaps one of the suspects under another address: type it into this_is, or choose release in their Queue row.",
  zh: "可能是 suspects 中的某人换了邮箱付款：请填写 this_is，或在其 Queue 行选择 release。",
} as const;

export function unmatchedRow(
  { now, office }: Finding,
  event: EventRow,
  payment: Payment,
  offer: string,
  suspects: readonly string[],
): UnmatchedRow {
  const { language } = office.settings;
  return {
    payment: payment.key,
    event: event.key,
    seen_at: now,
    paid_at: payment.at,
    name: payment.name,
    customer: payment.customer,
    amount: payment.amount,
    offer,
    suspects: [...new Set(suspects)].join(", "),
    this_is: "",
    resolved_at: null,
    what_to_do: (suspects.length > 0 ? MAYBE : WHAT_TO_DO)[language],
    notes: "",
  };
}

/** Stripe was silent for a day: a person looks there. */
export function unheardRow({ now, office }: Finding, event: EventRow, why: string): UnmatchedRow {
  const zh = office.settings.language === "zh";
  return {
    payment: event.key,
    event: event.key,
    seen_at: now,
    paid_at: null,
    name: "",
    customer: "",
    amount: "",
    offer: "",
    suspects: "",
    this_is: "",
    resolved_at: null,
    what_to_do: zh
      ? `无法向 Stripe 核实（${why}）。请在 Stripe 后台查看 ${event.key}；若是付款，在 this_is 填写付款人的邮箱。`
      : `Stripe could not be asked (${why}). Look at ${event.key} in the Stripe dashboard; if it is a payment, type the payer's address into this_is.`,
    notes: "",
  };
}
