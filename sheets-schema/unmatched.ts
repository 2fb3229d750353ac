// Unmatched: payments whose payer is not known yet.
import { defineTab, type RowOf, text, time } from "./column";

export const unmatched = defineTab({
  name: "Unmatched",
  place: "back",
  about: {
    en: "Payments whose payer is not known yet, one row per payment.",
    zh: "还不知道付款人是谁的付款，每笔一行。",
  },
  idColumn: "payment",
  columns: {
    payment: text("machine", "The payment at Stripe.", "Stripe 付款编号。", { widthPx: 220 }),
    event: text("machine", "The event that told of it.", "对应事件。", { widthPx: 180 }),
    seen_at: time("machine", "When it was seen.", "发现时间。"),
    paid_at: time("machine", "When it was paid.", "付款时间。"),
    name: text("machine", "Name on the payment.", "付款姓名。"),
    customer: text("machine", "The customer at Stripe.", "Stripe 客户编号。"),
    amount: text("machine", "Amount and currency.", "金额与币种。"),
    offer: text("machine", "The product, where it is known.", "产品（若已知）。"),
    suspects: text("machine", "Who it may be; their rows are PAUSED.", "可能的人；其行已暂停。", {
      widthPx: 200,
    }),
    this_is: text(
      "person",
      "The address of the person who paid, or an id from Contacts. Typing it marks them paid and stops their mails. nobody: it is nobody's here, and the row is closed. Another name corrects a mistake.",
      "付款人的邮箱，或 Contacts 中的 id；填写后即标记为已付款并停发邮件。nobody：不是这里任何人的，关闭此行。填错可改填他人。",
      { widthPx: 200 },
    ),
    resolved_at: time("machine", "When it was settled.", "处理时间。"),
    what_to_do: text("machine", "One plain action.", "要做的一件事。", { widthPx: 420 }),
    notes: text("person", "Your own notes.", "备注。", { widthPx: 200 }),
  },
});

export type UnmatchedRow = RowOf<typeof unmatched>;
