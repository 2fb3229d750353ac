// What Explain says: what would make a mail go, and what nobody but the reader, the bank or time can change.
import type { Words } from "../../sheets-schema/index";

/** Something a person can do. They follow "to make it go:", several joined by "then". */
export const REMEDY = {
  setting: { en: "fill in {what} in Settings", zh: "在 Settings 中填写 {what}" },
  flowOn: {
    en: "set on to YES for {flow} in Flows",
    zh: "在 Flows 中把 {flow} 的 on 设为 YES",
  },
  flowRow: { en: "bring the row {flow} back in Flows", zh: "在 Flows 中恢复 {flow} 这一行" },
  mend: { en: "mend this: {what}", zh: "修好这一处：{what}" },
  sendingOn: { en: "set sending to ON in Settings", zh: "在 Settings 中把 sending 设为 ON" },
  resume: {
    en: "choose sending ON in do on Start here",
    zh: "在 Start here 的 do 选择 sending ON",
  },
  arm: {
    en: "press Dripsheet ▸ Set-up ▸ Set up, which arms this copy of the file",
    zh: "点击 Dripsheet ▸ 设置 ▸ 初始化，启用这份副本",
  },
  push: { en: "push the newer code", zh: "部署新版代码" },
  rows: {
    en: "press Dripsheet ▸ Set-up ▸ Use this file: it says what is missing, and asks",
    zh: "点击 Dripsheet ▸ 设置 ▸ 使用此文件：会说明缺少什么，再请你确认",
  },
  history: {
    en: "let it read who has paid: Dripsheet ▸ Money ▸ Read payment history",
    zh: "读取已付款的人：Dripsheet ▸ 收款 ▸ 读取付款历史",
  },
  key: {
    en: "connect Stripe: Dripsheet ▸ Money ▸ Connect Stripe",
    zh: "连接 Stripe：Dripsheet ▸ 收款 ▸ 连接 Stripe",
  },
  link: {
    en: "fill in checkout_link in Offers, or recovery_url in Settings",
    zh: "在 Offers 中填写 checkout_link，或在 Settings 中填写 recovery_url",
  },
  release: { en: "choose release in do", zh: "在 do 中选择 release" },
  review: {
    en: "do what why says, then choose release in do",
    zh: "按 why 所说处理，然后在 do 中选择 release",
  },
  suspect: {
    en: "say whose payment it was (Dripsheet ▸ Money ▸ Resolve unmatched), or choose release in do",
    zh: "说明那笔付款是谁的（Dripsheet ▸ 收款 ▸ 认领付款），或在 do 中选择 release",
  },
  undo: {
    en: "choose undo in do, if closing it was a mistake",
    zh: "如果关闭是误操作，在 do 中选择 undo",
  },
  keep: {
    en: "choose keep in do, if this is a real person",
    zh: "如果是真实的人，在 do 中选择 keep",
  },
  goLive: { en: "press Dripsheet ▸ Set-up ▸ Go LIVE", zh: "点击 Dripsheet ▸ 设置 ▸ 正式上线" },
  result: { en: "fill in result_url", zh: "填写 result_url" },
  twin: { en: "delete one of the two rows with this id", zh: "删除编号相同的两行之一" },
  contact: {
    en: "bring this person's row back in Contacts",
    zh: "在 Contacts 中恢复此人的行",
  },
  unsuppress: {
    en: "empty suppressed in their Contacts row, if that was a mistake",
    zh: "如果是误填，清空其 Contacts 行的 suppressed",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Nothing a person here can or need do. A whole sentence. */
export const NO_REMEDY = {
  paid: {
    en: "Nothing makes it go: this person has paid.",
    zh: "无需再发：此人已付款。",
  },
  done: {
    en: "Nothing more comes: all its mails went.",
    zh: "没有后续：邮件已全部发送。",
  },
  stopped: {
    en: "Nothing makes it go: the row is closed ({what}).",
    zh: "不会再发：此行已结束（{what}）。",
  },
  left: {
    en: "Nothing you do makes it go: they asked to hear no more. The link in their mails leads back, when they want.",
    zh: "你无法恢复：对方已要求停发。对方可随时通过邮件中的链接回来。",
  },
  consent: {
    en: "Only they can consent: by a form with the box ticked.",
    zh: "只有对方能同意：需对方再次提交表单并勾选同意。",
  },
  young: {
    en: "A parent must agree first; take the age out of their tags in Contacts then.",
    zh: "须先由监护人同意；之后从 Contacts 的 tags 中去掉年龄。",
  },
  confirm: {
    en: "Only they can confirm: by the button in the mail that asked. If they did so by an answer, add confirmed to their tags in Contacts.",
    zh: "只有对方能确认：点击询问邮件中的按钮。若对方在回信中确认，请在 Contacts 的 tags 中加上 confirmed。",
  },
  silence: {
    en: "Only they can bring it back: by the button of the last question, or on their way back.",
    zh: "只有对方能恢复：点击最后一问中的按钮，或在邮件里链接的自助页面恢复。",
  },
  runs: {
    en: "Its runs have failed (see the timer on Start here); it goes on by itself after one that goes through.",
    zh: "连续多次运行失败（见 Start here 的定时器）；下次运行成功后自动继续。",
  },
  pause: {
    en: "They asked for a pause; it goes on by itself.",
    zh: "对方要求暂停；到期后自动继续。",
  },
  rest: {
    en: "They have just bought; it goes on by itself when the rest is over.",
    zh: "对方刚购买；间隔期过后自动继续。",
  },
  bank: {
    en: "The bank must answer first; it goes on by itself, or stops as paid.",
    zh: "先等银行结果；之后自动继续，或因已付款而停止。",
  },
  stripe: {
    en: "Stripe must answer first; it is asked again by itself.",
    zh: "先等 Stripe 答复；会自动重试。",
  },
  news: {
    en: "What came just now is handled first; it goes on by itself within minutes.",
    zh: "先处理刚收到的内容；几分钟内自动继续。",
  },
  quota: {
    en: "Gmail takes no more today; it goes by itself once it does.",
    zh: "Gmail 今日配额已用完；恢复后自动发送。",
  },
  turn: {
    en: "It waits its turn among late mails, and goes by itself.",
    zh: "在积压的邮件中排队，会自动发送。",
  },
  day: {
    en: "One such mail a day; it goes by itself.",
    zh: "此类邮件一天一封；会自动发送。",
  },
  checking: {
    en: "A run was cut; within an hour it is known whether it went.",
    zh: "上次运行中断；一小时内会查明是否已发出。",
  },
  handOver: {
    en: "It does not go by itself any more: look in Gmail's Sent, and hand it over yourself.",
    zh: "不会再自动发送：请在 Gmail 已发送中核对，并自行交付。",
  },
  reversed: {
    en: "Nothing makes it go: the payment came back. Choose mark paid or stop in do.",
    zh: "不会再发：付款已退回。请在 do 中选择 mark paid 或 stop。",
  },
  payment: {
    en: "No mail is left; it waits only for payment.",
    zh: "没有后续邮件；只等付款。",
  },
  late: {
    en: "It is late: the next run leaves it out or gives it a new time, and says so in why.",
    zh: "已过时间：下次运行会跳过或重新排期，并写在 why。",
  },
  went: {
    en: "It went already; the row moves on at the next run.",
    zh: "已经发出；下次运行时此行会更新。",
  },
  settled: {
    en: "Nothing makes it go: at Stripe this payment is settled.",
    zh: "不会再发：这笔付款在 Stripe 已有结果。",
  },
  unknown: { en: "What holds it stands in why.", zh: "原因见 why。" },
} as const satisfies Readonly<Record<string, Words>>;

export const EXPLAIN = {
  goes: { en: "{step} goes with the next run", zh: "{step} 将在下次运行时发送" },
  goesToYou: {
    en: "{step} goes to you with the next run (REHEARSAL)",
    zh: "{step} 将在下次运行时发给你自己（REHEARSAL）",
  },
  later: { en: "{step} goes at {at}", zh: "{step} 将在 {at} 发送" },
  asks: { en: "{step} waits for its result", zh: "{step} 等待结果" },
  due: { en: "{step} is due", zh: "{step} 已到期" },
  thenHeld: { en: "At that time: {why}", zh: "到时：{why}" },
  butThen: { en: "{first}. {end}", zh: "{first}。{end}" },
  noMail: { en: "no mail is due", zh: "没有到期的邮件" },
  lastMail: { en: "last mail {step}, {at}", zh: "上一封 {step}，{at}" },
  noneYet: { en: "no mail went yet", zh: "还没有发过邮件" },
  toGo: { en: "to make it go: {what}", zh: "要发出：{what}" },
  alsoThen: { en: "that time comes, but first: {what}", zh: "到时还需先：{what}" },
  afterThat: { en: "; then ", zh: "；然后" },
  byItself: {
    en: "nothing to do; send now in do sends it at once",
    zh: "无需操作；在 do 中选 send now 可立即发送",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The window of Explain. The names of columns stay as they are in the sheet. */
export const EXPLAIN_WINDOW = {
  title: { en: "Explain this row", zh: "解释此行" },
  goes: { en: "Goes with the next run", zh: "下次运行时发送" },
  goesToYou: {
    en: "Goes to you with the next run (REHEARSAL)",
    zh: "下次运行时发给你自己（REHEARSAL）",
  },
  waits: { en: "Waits for its time", zh: "等待时间到" },
  held: { en: "Does not go", zh: "不会发送" },
  over: { en: "Nothing is due", zh: "没有到期的邮件" },
  remedies: { en: "What makes it go", zh: "怎样才会发出" },
  foreseen: {
    en: "When its time comes it is held back. What helps:",
    zh: "到时仍会被拦下。解决办法：",
  },
  press: {
    "send now": { en: "Send it now", zh: "立即发送" },
    hold: { en: "Hold", zh: "暂停" },
    release: { en: "Release", zh: "恢复" },
    undo: { en: "Undo last hand edit", zh: "撤销上一次手动修改" },
    keep: { en: "Keep: a real person", zh: "保留：真实的人" },
  },
  last: { en: "Last mail", zh: "上一封邮件" },
  lastStage: {
    en: "its time in the cadence had come (stage {stage})",
    zh: "按节奏到了时间（stage {stage}）",
  },
  lastEntry: { en: "it was asked for", zh: "对方索取" },
  lastAgain: { en: "it was asked for once more", zh: "对方再次索取" },
  lastPaid: { en: "it delivers what was paid for", zh: "付款后的交付" },
  lastConclusion: { en: "the conclusion was set", zh: "已填写结论" },
  rules: { en: "Rules, each with a mark of its version", zh: "规则（各带版本标记）" },
  inputs: { en: "What is known", zh: "已知的情况" },
  clock: { en: "Clock", zh: "时间" },
  here: { en: "this sheet", zh: "表格" },
  there: { en: "the reader", zh: "对方" },
  now: { en: "now", zh: "现在" },
  none: {
    en: "Select one or several rows in Queue or Contacts first, then press this again.",
    zh: "请先在 Queue 或 Contacts 中选中一行或几行，再点击此项。",
  },
  noRow: {
    en: "The selected rows hold nobody that Dripsheet knows. They may have been deleted or are empty.",
    zh: "选中的行中没有 Dripsheet 认识的人：可能已被删除，或是空行。",
  },
  more: { en: "{count} more rows were selected and are not shown.", zh: "另有 {count} 行未显示。" },
} as const;
