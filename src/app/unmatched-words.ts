// What an Unmatched row says once this_is is filled in.
import type { UnmatchedRow } from "../../sheets-schema/index";
import type { Language } from "../ports";

/** Who it is, once the cell is read: a known contact, an address nobody had, nobody at all, or not readable. */
export type Named =
  | { readonly kind: "known"; readonly contact: string; readonly email: string }
  | { readonly kind: "new"; readonly email: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "wrong" };

/** A filled-in row: who is meant, and the addresses that were named before for the same payment. */
export interface Resolved {
  readonly cells: UnmatchedRow;
  readonly who: Named;
  readonly others: readonly string[];
}

/** Quotes what was typed: a row that quotes something else was corrected since. */
export function toldOf({ cells, who, others }: Resolved, language: Language): string {
  const seen = cells.this_is.trim();
  if (who.kind === "wrong") return wrong(seen, language);
  const start = language === "zh" ? `已按“${seen}”处理：` : `settled as "${seen}": `;
  const before = others.length === 0 ? "" : mistaken(others.join(", "), language);
  return start + outcome(who, language) + before;
}

function outcome(who: Named, language: Language): string {
  const zh = language === "zh";
  if (who.kind === "known") {
    return zh
      ? `标记 ${who.email} 为已付款，并停发其邮件`
      : `${who.email} is marked as paid and gets no more mails`;
  }
  if (who.kind === "new") {
    return zh
      ? `${who.email} 此前不在 Contacts 中，已作为付款人加入`
      : `${who.email} was nobody here and is now a contact who has paid`;
  }
  return zh ? "与这里的任何人无关，没有标记任何人" : "it is nobody's here, and nobody is marked";
}

function mistaken(others: string, language: Language): string {
  return language === "zh"
    ? `。之前填写的是 ${others}，仍标记为已付款；若其没有付款，${UNDO.zh}`
    : `. ${others} was named before and is still marked as paid; if that was a mistake, ${UNDO.en}`;
}

/** Where their rows stand. */
export function namedBefore(payment: string, language: Language): string {
  return language === "zh"
    ? `Unmatched 中的 ${payment} 曾认为是此人支付，现已更正。若其没有付款，${UNDO.zh}`
    : `${payment} in Unmatched was said to be theirs, and is somebody else's by now. If they have not paid, ${UNDO.en}`;
}

const UNDO = {
  en: "choose NO under paid in their Contacts row, empty paid_at, paid_for, payments and stripe_ids there, and delete their PAID rows of Queue; they can then ask again",
  zh: "请在其 Contacts 行把 paid 改为 NO，清空 paid_at、paid_for、payments 与 stripe_ids，并删除其在 Queue 中的 PAID 行；之后可重新申请",
} as const;

function wrong(seen: string, language: Language): string {
  return language === "zh"
    ? `this_is 为“${seen}”；可填：一个邮箱、Contacts 中的 id，或 nobody（不是这里任何人的）`
    : `this_is is "${seen}"; allowed: one address, an id from Contacts, or nobody (it is nobody's here)`;
}
