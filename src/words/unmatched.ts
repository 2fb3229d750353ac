// What a row of Unmatched asks, and what it says once somebody is named.
import type { Words } from "../../sheets-schema/index";

const UNDO: Words = {
  en: "choose NO under paid in their Contacts row, empty paid_at, paid_for, payments and stripe_ids there, and delete their PAID rows of Queue; they can then ask again",
  zh: "请在其 Contacts 行把 paid 改为 NO，清空 paid_at、paid_for、payments 与 stripe_ids，并删除其在 Queue 中的 PAID 行；之后可重新申请",
};

export const UNMATCHED = {
  whatToDo: {
    en: "Type into this_is the address of whoever paid: their mails stop, and they count as paid.",
    zh: "在 this_is 中填写付款人的邮箱：其邮件停发，并计为已付款。",
  },
  maybe: {
    en: "Perhaps one of the suspects under another address: type it into this_is, or choose release in their Queue row.",
    zh: "可能是 suspects 中的某人换了邮箱付款：请填写 this_is，或在其 Queue 行选择 release。",
  },
  unheard: (why: string, key: string): Words => ({
    en: `Stripe could not be asked (${why}). Look at ${key} in the Stripe dashboard; if it is a payment, type the payer's address into this_is.`,
    zh: `无法向 Stripe 核实（${why}）。请在 Stripe 后台查看 ${key}；若是付款，在 this_is 填写付款人的邮箱。`,
  }),
  /** Quotes what was typed: a row that quotes something else was corrected since. */
  settled: (seen: string): Words => ({ en: `settled as "${seen}": `, zh: `已按“${seen}”处理：` }),
  known: (email: string): Words => ({
    en: `${email} is marked as paid and gets no more mails`,
    zh: `标记 ${email} 为已付款，并停发其邮件`,
  }),
  fresh: (email: string): Words => ({
    en: `${email} was nobody here and is now a contact who has paid`,
    zh: `${email} 此前不在 Contacts 中，已作为付款人加入`,
  }),
  nobody: {
    en: "it is nobody's here, and nobody is marked",
    zh: "与这里的任何人无关，没有标记任何人",
  },
  mistaken: (others: string): Words => ({
    en: `. ${others} was named before and is still marked as paid; if that was a mistake, ${UNDO.en}`,
    zh: `。之前填写的是 ${others}，仍标记为已付款；若其没有付款，${UNDO.zh}`,
  }),
  namedBefore: (payment: string): Words => ({
    en: `${payment} in Unmatched was said to be theirs, and is somebody else's by now. If they have not paid, ${UNDO.en}`,
    zh: `Unmatched 中的 ${payment} 曾认为是此人支付，现已更正。若其没有付款，${UNDO.zh}`,
  }),
  wrong: (seen: string): Words => ({
    en: `this_is is "${seen}"; allowed: one address, an id from Contacts, or nobody (it is nobody's here)`,
    zh: `this_is 为“${seen}”；可填：一个邮箱、Contacts 中的 id，或 nobody（不是这里任何人的）`,
  }),
  toldLater: (email: string): Words => ({
    en: `settled by itself: ${email} was told later and is marked as paid; nobody is held for it any more`,
    zh: `已自动处理：后来得知付款人是 ${email}，已标记为已付款；没有人再因此暂停`,
  }),
} as const;

/** As a person may type it. */
export const NOBODY_TYPED: readonly string[] = ["nobody", "无人", "没有人"];
