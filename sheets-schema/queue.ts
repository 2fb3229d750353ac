// Queue: one row per enrollment. Who is in the queue, where each is stuck, when the next mail goes.
import { choice, defineTab, integer, type RowOf, text, time } from "./column";

/** Open: ACTIVE, UNPAID, FAILED. Closed: PAID, DONE, STOPPED. Waiting for a person: PAUSED, REVIEW. */
export const STATUSES = [
  "ACTIVE",
  "UNPAID",
  "FAILED",
  "PAID",
  "DONE",
  "STOPPED",
  "PAUSED",
  "REVIEW",
] as const;

/** Where a Lite buyer is stuck (R106). */
export const CONCLUSIONS = ["indexing", "structure", "content", "order"] as const;

export const DO_ACTIONS = [
  "send now",
  "explain",
  "hold",
  "release",
  "mark paid",
  "stop",
  "undo",
  "keep",
] as const;

export const queue = defineTab({
  name: "Queue",
  place: "front",
  about: {
    en: "One row per person and flow: where they stand and when the next mail goes.",
    zh: "每人每个流程一行：现在在哪一步，下一封什么时候发。",
  },
  idColumn: "id",
  columns: {
    id: text("machine", "Name of this row, for ever.", "这一行的固定编号。", { widthPx: 90 }),
    name: text("machine", "As the person wrote it.", "对方填写的名字。", { widthPx: 100 }),
    email: text("machine", "Where the mails go.", "邮件发往的地址。", { widthPx: 180 }),
    flow: text("machine", "The flow this row runs through.", "所在流程。", { widthPx: 115 }),
    status: choice(
      "person",
      STATUSES,
      "Where the row stands. Type PAID to stop everything for this person, PAUSED to hold, STOPPED to end.",
      "当前状态。填 PAID 即停发此人的一切邮件；PAUSED 暂停；STOPPED 结束。",
      { widthPx: 85 },
    ),
    paid: choice(
      "person",
      ["YES", "NO"],
      "YES stops every mail to this person. Typing it is enough.",
      "填 YES 即停发此人的一切邮件。",
      { widthPx: 60 },
    ),
    stage: integer(
      "person",
      "How many steps of the flow are done. Edit it to move the row on; a mail that went never goes twice.",
      "流程已完成的步数。可手动改大；已发出的邮件不会再发。",
      { widthPx: 60 },
    ),
    next_step: text("machine", "The mail that comes next.", "下一封邮件。", { widthPx: 125 }),
    next_at: time(
      "person",
      "When the next mail is due. Type another time to move it.",
      "下一封的时间。可手动改期。",
    ),
    last_at: time("machine", "When the last mail of this row went.", "上一封的发送时间。"),
    why: text("machine", "Why the row is where it is.", "为什么是现在这样。", { widthPx: 340 }),
    first_sent_at: time("machine", "When the first mail went.", "第一封发送时间。"),
    second_sent_at: time("machine", "When the second mail went.", "第二封发送时间。"),
    sealed: text(
      "machine",
      "What Dripsheet last wrote; it shows an edit by hand. Leave it.",
      "系统上次写入的内容，用来识别手动修改。请勿改动。",
      { hidden: true },
    ),
    do: choice(
      "person",
      DO_ACTIONS,
      "Choose an action; it is carried out at once or at the next run, the cell is emptied and the answer stands in why. keep: this row of a rehearsal is a real person and begins anew.",
      "选择操作；会立即或在下次运行时执行，然后清空此格，结果写在 why。keep：排练时的这一行是真实的人，从头开始。",
      { widthPx: 90 },
    ),
    result_url: text(
      "person",
      "The result this person waits for. Filling it in sends the mail that carries it.",
      "此人等待的结果链接；填写后即发送附带它的邮件。",
    ),
    conclusion: choice(
      "person",
      CONCLUSIONS,
      "After payment: where this person is stuck. Choosing it sends the one mail that says so.",
      "付款之后：卡在哪一层。选择后发送说明结论的那一封邮件。",
      { widthPx: 90 },
    ),
    stop_reason: text("machine", "What closed the row.", "结束原因。", { widthPx: 130 }),
    stop_event: text("machine", "The event that closed it.", "结束它的事件编号。", {
      widthPx: 150,
    }),
    paid_at: time("machine", "When the payment happened.", "付款时间。"),
    entered_at: time("machine", "When the person entered this flow.", "进入流程的时间。"),
    source: text("machine", "Where the person came from.", "来源。", { widthPx: 110 }),
    locale: text("machine", "Language of the mails.", "邮件语言。", { widthPx: 70 }),
    payment: text(
      "machine",
      "The payment at Stripe this row is about.",
      "这一行对应的 Stripe 付款。",
    ),
    price: text("machine", "The price that holds for this person now.", "此人现在适用的价格。", {
      widthPx: 70,
    }),
    offer_deadline: time("machine", "Until when the lower price holds.", "优惠价截止时间。"),
    promised: text(
      "person",
      "The prices this person was told. Editing Offers does not change them; empty the cell to give this person today's.",
      "此人被告知的价格。修改 Offers 不影响它；清空后按当前价格。",
    ),
    tags: text("person", "Your own labels.", "自定义标签。"),
    notes: text("person", "Your own notes.", "备注。", { widthPx: 200 }),
  },
  highlights: [
    { column: "status", equals: "PAID", background: "#d9ead3" },
    { column: "status", equals: "FAILED", background: "#f4cccc" },
    { column: "status", equals: "REVIEW", background: "#fff2cc" },
  ],
});

export type Status = (typeof STATUSES)[number];
export type QueueRow = RowOf<typeof queue>;
