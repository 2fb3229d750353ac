// Sends: one row per send key, ever. The intent stands before the mail goes, the outcome after.
import { choice, defineTab, integer, type RowOf, text, time } from "./column";

export const SEND_STATUSES = [
  "INTENT",
  "SENT",
  "WITHDRAWN",
  "CHECKING",
  "FAILED",
  "REVIEW",
] as const;

export const sends = defineTab({
  name: "Sends",
  place: "back",
  about: { en: "Every mail, one row each.", zh: "每封邮件一行。" },
  idColumn: "send_key",
  columns: {
    send_key: text("machine", "Enrollment and step: one mail, ever.", "流程行加步骤：只发一次。", {
      widthPx: 220,
    }),
    status: choice(
      "machine",
      SEND_STATUSES,
      "INTENT: about to go. SENT: gone. WITHDRAWN: taken back before it went. CHECKING: looking whether it went. REVIEW: please look in Gmail's Sent.",
      "INTENT：即将发送。SENT：已发送。WITHDRAWN：发送前撤回。CHECKING：正在核实是否已发出。REVIEW：请到 Gmail 已发送中核对。",
    ),
    email: text("machine", "To whom.", "收件人。", { widthPx: 200 }),
    enrollment: text("machine", "The Queue row.", "对应的 Queue 行。", { widthPx: 150 }),
    contact: text("machine", "The Contacts row.", "对应的 Contacts 行。", { widthPx: 130 }),
    flow: text("machine", "The flow.", "流程。", { widthPx: 90 }),
    step: text("machine", "The step.", "步骤。", { widthPx: 90 }),
    template: text("machine", "The template and language used.", "所用模板与语言。"),
    class: choice(
      "machine",
      ["service", "marketing"],
      "service: asked for. marketing: needs consent.",
      "service：对方索取。marketing：需要同意。",
    ),
    token: text("machine", "The mark inside the mail.", "邮件内的标记。", { widthPx: 120 }),
    planned_at: time("machine", "When the intent was written.", "登记时间。"),
    sent_at: time("machine", "When it went.", "发送时间。"),
    draft_id: text("machine", "The Gmail draft.", "Gmail 草稿编号。"),
    message_id: text("machine", "The Gmail message.", "Gmail 邮件编号。"),
    thread_id: text("machine", "The Gmail thread.", "Gmail 会话编号。"),
    attempts: integer("machine", "How often it was tried.", "尝试次数。"),
    why: text("machine", "What happened.", "说明。", { widthPx: 320 }),
  },
  highlights: [
    { column: "status", equals: "REVIEW", background: "#fff2cc" },
    { column: "status", equals: "FAILED", background: "#f4cccc" },
  ],
});

export type SendStatus = (typeof SEND_STATUSES)[number];
export type SendRow = RowOf<typeof sends>;
