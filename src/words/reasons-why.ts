// Why a row is where it is: the words of `why`, of notes and of the run's summary.
import type { Words } from "../../sheets-schema/index";

export const WHY = {
  entered: {
    en: "entered {flow}; {step} goes next",
    zh: "已进入 {flow}；下一封 {step}",
  },
  enteredTimed: {
    en: "entered {flow}; {step} goes at next_at",
    zh: "已进入 {flow}；{step} 将在 next_at 发送",
  },
  nextMail: { en: "{step} goes at next_at", zh: "{step} 将在 next_at 发送" },
  askedAgain: {
    en: "asked again: {step} goes once more",
    zh: "再次索取：{step} 会再发一次",
  },
  askedAgainTooSoon: {
    en: "asked again within a day of the last mail; nothing is sent twice",
    zh: "距上一封不到一天再次索取，不重复发送",
  },
  askedAgainWaits: {
    en: "asked again; the mail of the first request has not gone yet",
    zh: "再次索取；第一次索取的邮件尚未发出",
  },
  askedEarlier: {
    en: "asked before what was known; the row counts from here",
    zh: "比已知的更早索取；该行从此时算起",
  },
  askedAgainInVain: {
    en: "asked again; the row is {status}, nothing is sent",
    zh: "再次索取；该行状态为 {status}，不发邮件",
  },
  done: { en: "all mails of {flow} sent", zh: "{flow} 的邮件已全部发送" },
  paid: { en: "paid: {what}; nothing more is sent", zh: "已付款：{what}；不再发送" },
  paidBefore: {
    en: "has paid before; recorded, no mail",
    zh: "此前已付款；仅记录，不发邮件",
  },
  unsubscribed: { en: "unsubscribed; nothing more is sent", zh: "已退订；不再发送" },
  suppressedBefore: {
    en: "{what} before; recorded, no mail",
    zh: "此前{what}；仅记录，不发邮件",
  },
  handOver: {
    en: "{step} is blocked: mails to this person are stopped; hand it over yourself",
    zh: "{step} 不会发送：此人的邮件已停发；请自行交付",
  },
  handPaid: {
    en: "marked PAID by hand; nothing is delivered by itself",
    zh: "手动标记为 PAID；不会自动交付",
  },
  handStopped: { en: "stopped by hand", zh: "手动停止" },
  handHeld: { en: "held by hand; choose release to go on", zh: "手动暂停；选择 release 继续" },
  handReleased: { en: "released by hand; {stands}", zh: "手动恢复；{stands}" },
  handDone: { en: "ended by hand", zh: "手动结束" },
  handMoved: { en: "edited by hand: {what}", zh: "手动修改：{what}" },
  putBack: {
    en: "the edit of {what} was put back: {why}",
    zh: "对 {what} 的修改已还原：{why}",
  },
  firstThen: { en: "{one}; {next}", zh: "{one}；{next}" },
  paymentStays: {
    en: "a payment cannot be taken back here; allowed: YES",
    zh: "这里不能撤回付款；可填：YES",
  },
  notPossible: {
    en: '"{to}" is not possible for a row that is {status}',
    zh: "状态为 {status} 的行不能执行“{to}”",
  },
  cannotBecome: {
    en: 'a row that is {status} cannot become "{to}"',
    zh: "状态为 {status} 的行不能改为“{to}”",
  },
  noStage: {
    en: '"{to}"; allowed: a whole number from 0 to {last}',
    zh: "“{to}”；可填：0 到 {last} 的整数",
  },
  rowIs: { en: "the row is {status}", zh: "该行状态为 {status}" },
  noTime: { en: '"{to}" is no date and time', zh: "“{to}”不是日期时间" },
  wrongRow: { en: "first mend this: {what}", zh: "请先修好：{what}" },
  sendingOff: {
    en: "waits: Settings sending is OFF",
    zh: "等待：Settings 中 sending 为 OFF",
  },
  pausedErrors: {
    en: "waits: sending has paused itself, {bad} of {of} mails of an hour did not go (see Start here); a few are tried again at {again}",
    zh: "等待：发送已自动暂停，一小时内 {of} 封中有 {bad} 封没有发出（见 Start here）；{again} 会试发几封",
  },
  pausedRuns: {
    en: "waits: several runs in a row failed; it goes on after the next run that goes through",
    zh: "等待：连续多次运行失败；下次运行成功后自动继续",
  },
  copiedFile: {
    en: "waits: this file is a copy; run Set up to arm it",
    zh: "等待：这是文件副本；请运行初始化启用",
  },
  newerSchema: {
    en: "waits: the sheet was set up by a newer Dripsheet (schema {seen}, this one knows {known}); push the newer code",
    zh: "等待：此表由更新版本的 Dripsheet 建立（结构 {seen}，当前支持 {known}）；请部署新版代码",
  },
  stripeLookFailed: {
    en: "{step}: {why}; asked again within half an hour whether it is paid",
    zh: "{step}：{why}；半小时内重新核实是否已付款",
  },
  unheardPayment: {
    en: "perhaps paid: {key} names this person, and Stripe is silent about it. Stripe's answer ends it, or this_is in Unmatched",
    zh: "可能已付款：{key} 指向此人，而 Stripe 尚未答复。待 Stripe 答复，或在 Unmatched 填写 this_is",
  },
  waitsForStripe: {
    en: "waits for Stripe: {why}",
    zh: "等待 Stripe：{why}",
  },
  notStored: {
    en: "waits: what came just now is not handled yet",
    zh: "等待：刚收到的内容还没有处理",
  },
  rowsMissing: {
    en: "waits: {what}, this is an older version of the file. Press Dripsheet ▸ Set-up ▸ Use this file",
    zh: "等待：{what}，这是文件的旧版本。请点击 Dripsheet ▸ 设置 ▸ 使用此文件",
  },
  twin: {
    en: "waits: two rows have this id; delete one of them",
    zh: "等待：有两行使用同一编号；请删除其中一行",
  },
  flowOff: { en: "waits: flow {flow} is switched off", zh: "等待：流程 {flow} 未开启" },
  flowFault: { en: "waits: {what}", zh: "等待：{what}" },
  flowUnknown: {
    en: "waits: Flows has no row {flow}",
    zh: "等待：Flows 中没有 {flow}",
  },
  noConsent: {
    en: "{step} is blocked: no consent to further mails",
    zh: "{step} 不会发送：对方未同意接收后续邮件",
  },
  settingMissing: {
    en: "{step} is blocked: Settings {what} is empty",
    zh: "{step} 不会发送：Settings 中 {what} 为空",
  },
  templateFault: { en: "{step} is blocked: {what}", zh: "{step} 不会发送：{what}" },
  mayHaveGone: {
    en: "{step} may have gone: look in Gmail's Sent; if it did not, hand it over yourself",
    zh: "{step} 可能已发出：请在 Gmail 已发送中核对；若未发出，请自行交付",
  },
  neverTaken: {
    en: "{step} could not be sent: Gmail would not take it. Hand it over yourself",
    zh: "{step} 未能发出：Gmail 不接受。请自行交付",
  },
  lateTurn: {
    en: "{step} is late and waits its turn, so that late mails do not go all at once",
    zh: "{step} 已晚，排队等待，以免积压的邮件同时发出",
  },
  onceADay: {
    en: "{step} waits: this person has had a mail about another payment within a day",
    zh: "{step} 等待：一天内已就另一笔付款给此人发过邮件",
  },
  checkingSent: {
    en: "{step}: a run was cut; looking in Sent whether it went",
    zh: "{step}：上次运行中断，正在已发送中核实",
  },
  reviewSent: {
    en: "{step} may have gone: look in Gmail's Sent, then set stage or choose release",
    zh: "{step} 可能已发出：请在 Gmail 已发送中核对，然后修改 stage 或选择 release",
  },
  sendFailed: {
    en: "{step} could not be sent after {times} tries: {what}. Mend it, then choose release",
    zh: "{step} 尝试 {times} 次仍未发出：{what}。处理后选择 release",
  },
  cellsSpoiled: {
    en: "this row moved while it was written; check its cells, then choose release",
    zh: "写入时此行被移动；请核对单元格，然后选择 release",
  },
} as const satisfies Readonly<Record<string, Words>>;
