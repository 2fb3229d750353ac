// Flows: one row per flow, what lets people in and what stops it.
import { check } from "./check-column";
import { choice, defineTab, type RowOf, text } from "./column";

export const OPEN_STATUSES = ["ACTIVE", "UNPAID", "FAILED"] as const;

export const flows = defineTab({
  name: "Flows",
  place: "back",
  about: { en: "One row per flow.", zh: "每个流程一行。" },
  idColumn: "flow",
  columns: {
    flow: text("person", "Short name of the flow.", "流程代号。", { widthPx: 110 }),
    on: choice("person", ["YES", "NO"], "NO: the flow sends nothing.", "NO：该流程不发任何邮件。", {
      widthPx: 60,
    }),
    about: text("person", "What the flow is for.", "用途。", { widthPx: 260 }),
    entry: text(
      "person",
      "What lets somebody in: form:geo (a form), press:lite (a button on an offer page), payment.failed, checkout.expired, done:geo (the end of another flow). Several: separated by commas.",
      "进入条件：form:geo（表单）、press:lite（产品页按钮）、payment.failed、checkout.expired、done:geo（另一流程结束）。多个用逗号分隔。",
      { widthPx: 170 },
    ),
    opens_as: choice(
      "person",
      OPEN_STATUSES,
      "Status of its open rows. ACTIVE rows end as DONE; UNPAID and FAILED rows stay open until a payment.",
      "进行中的行的状态。ACTIVE 结束后为 DONE；UNPAID 和 FAILED 一直等到付款。",
      { widthPx: 90 },
    ),
    reentry: text(
      "person",
      "When the same person may enter again: never, 30 d, or each payment (one row per failed payment).",
      "同一人何时可再次进入：never（永不）、30 d，或 each payment（每笔失败的付款一行）。",
      { widthPx: 110, formerly: "reentry_days" },
    ),
    stops_on: text(
      "person",
      "What closes its rows: payment, unsubscribe. At least payment.",
      "什么会结束它：payment、unsubscribe。至少要有 payment。",
      { widthPx: 170 },
    ),
    confirm: choice(
      "person",
      ["YES", "NO"],
      "YES: whoever comes by its form gets marketing once they have confirmed by a button in a mail. Empty: only where that form is answered with no mail that was asked for.",
      "YES：通过表单进入的人，须在邮件里点按钮确认后才发营销邮件。空：仅当该表单没有对方索取的回信时才需要。",
      { widthPx: 80 },
    ),
    name_en: text(
      "person",
      "What English readers know it as, on their pages and in mails that ask. Empty: its offer, or its short name.",
      "英文读者看到的名称，用于网页和确认邮件。空：用其产品名或代号。",
    ),
    name_zh: text(
      "person",
      "What Chinese readers know it as.",
      "中文读者看到的名称，用于网页和确认邮件。空：用其产品名或代号。",
    ),
    check,
  },
});

export type FlowRow = RowOf<typeof flows>;
