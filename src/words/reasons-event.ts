// What became of an event: the words of Events `reason`, and of rows that follow from one.
import type { Words } from "../../sheets-schema/index";

export const TOLD = {
  contactKept: {
    en: "contact kept; no flow takes {what}",
    zh: "联系人已保存；没有流程接收 {what}",
  },
  enteredWaits: {
    en: "entered {flow}; waits only for payment",
    zh: "已进入 {flow}；只等付款",
  },
  waitsForPayment: {
    en: "no mail is planned; waits only for payment",
    zh: "没有后续邮件；只等付款",
  },
  waitsForResult: {
    en: "waits for the result: fill in result_url, or post {event}",
    zh: "等待结果：填写 result_url，或提交 {event}",
  },
  waitsForBank: {
    en: "waits for the bank: checkout completed, the money of {key} is not there yet",
    zh: "等待银行：已结账，{key} 的款项尚未到账",
  },
  bothMailsSent: {
    en: "both mails sent; waits only for payment",
    zh: "两封邮件都已发送；只等付款",
  },
  mailsSent: {
    en: "all its mails sent; waits only for payment",
    zh: "邮件已全部发送；只等付款",
  },
  tooLateForMails: {
    en: "too late for its mails, none was sent; waits only for payment",
    zh: "已过发送时间，没有发送邮件；只等付款",
  },
  skippedLate: { en: "{step} left out: it is too late for it", zh: "{step} 不再发送：已过时间" },
  skippedNext: {
    en: "{step} left out: the next mail is due as well",
    zh: "{step} 不再发送：下一封也已到期",
  },
  lateRetimed: {
    en: "{step} was overdue and got a new time, so that late mails do not go all at once",
    zh: "{step} 已过期，重新排期，以免积压的邮件同时发出",
  },
  retimed: {
    en: "{step} goes at next_at; the cadence table was changed",
    zh: "{step} 将在 next_at 发送；节奏表已修改",
  },
  restsAfterPurchase: {
    en: "{step} waits: a rest after the purchase, until {until}",
    zh: "{step} 等待：购买后的间隔期，至 {until}",
  },
  historyUnread: {
    en: "{step} waits: first read who has paid already (Dripsheet ▸ Money ▸ Read payment history, or Paste who has paid)",
    zh: "{step} 等待：请先读取已付款的人（Dripsheet ▸ 收款 ▸ 读取付款历史，或粘贴已付款名单）",
  },
  noRecoveryLink: {
    en: "{step} is blocked: no link to pay by; fill in the offer's checkout_link or Settings recovery_url",
    zh: "{step} 不会发送：没有可付款的链接；请填写 Offers 的 checkout_link 或 Settings 的 recovery_url",
  },
  paymentOver: {
    en: "at Stripe this payment is {what}; nothing more is sent",
    zh: "这笔付款在 Stripe 的状态为 {what}；不再发送",
  },
  paidEarlyPrice: {
    en: "paid: {what}, at the price that had ended; nothing more is sent",
    zh: "已付款：{what}，按已结束的价格；不再发送",
  },
  paidStopped: {
    en: "paid {what} after mails were stopped: nothing is mailed, hand it over yourself",
    zh: "停发邮件后购买了 {what}：不发任何邮件，请自行交付",
  },
  bought: { en: "paid: {what}", zh: "已付款：{what}" },
  boughtLate: {
    en: "paid: {what}, at the price that had ended",
    zh: "已付款：{what}，按已结束的价格",
  },
  sentLast: {
    en: "{bought}; {step} sent, nothing more is due",
    zh: "{bought}；{step} 已发送，没有后续邮件",
  },
  sentConclusionOpen: {
    en: "{bought}; {step} sent. When you know it, choose the conclusion",
    zh: "{bought}；{step} 已发送。有结论后请在 conclusion 选择",
  },
  paidPlain: { en: "paid; nothing more is sent", zh: "已付款；不再发送" },
  paidAlready: {
    en: "{key} failed once and has been paid; nothing is reopened",
    zh: "{key} 曾失败，但已付款；不会重新打开",
  },
  samePayment: {
    en: "{key} has its row already; it goes on as it was",
    zh: "{key} 已有一行；照常进行",
  },
  failureKept: {
    en: "a payment failed; no flow takes payment.failed",
    zh: "付款失败；没有流程接收 payment.failed",
  },
  checkoutExpired: {
    en: "a checkout was left and has ended; recorded only",
    zh: "结账未完成且已过期；仅记录",
  },
  reversed: {
    en: "{key}: {what}. Nothing is sent; look, then choose mark paid or stop",
    zh: "{key}：{what}。不发邮件；请查看后选择 mark paid 或 stop",
  },
  reversalKept: {
    en: "{what}; rows that ask for a look: {count}",
    zh: "{what}；{count} 行需要查看",
  },
  maybePaid: {
    en: "perhaps paid: {key} in Unmatched has the same name. Choose release or mark paid, or fill in this_is there",
    zh: "可能已付款：Unmatched 中的 {key} 姓名相同。请选择 release 或 mark paid，或在那里填写 this_is",
  },
  nobodysPayment: {
    en: "{key} is nobody's here; whoever was held for it goes on",
    zh: "{key} 不属于这里的任何人；因它暂停的行已继续",
  },
  namesNobody: { en: "names nobody we could write to", zh: "没有可联系的人" },
  askedAlready: {
    en: "has asked for more already; the rule adds nothing",
    zh: "对方已经主动申请；规则不再添加",
  },
  otherBusiness: {
    en: "names no product of Offers; ignored (Settings other_payments)",
    zh: "不属于 Offers 中的产品；已忽略（Settings other_payments）",
  },
  nobodyWaits: {
    en: "nobody with this address waits for {event}: post it again once somebody does, or fill in the Queue row",
    zh: "该邮箱没有等待 {event} 的行：请在有人等待后重新提交，或直接填写 Queue 行",
  },
  resultKept: { en: "result kept", zh: "结果已保存" },
  resultHere: { en: "the result is there; {step} goes next", zh: "结果已到；下一封 {step}" },
  conclusionGoes: { en: "conclusion set; {step} goes next", zh: "已填写结论；下一封 {step}" },
  conclusionWent: {
    en: "{step} went before this conclusion was chosen; it does not go again",
    zh: "{step} 在重新选择结论之前已发送，不会再发",
  },
  conclusionWaits: {
    en: "conclusion set; {step} goes after payment",
    zh: "已填写结论；付款后发送 {step}",
  },
  priceSwitched: { en: "the price is {price} from now on", zh: "价格从现在起为 {price}" },
  noResult: { en: "flow {flow} waits for no result", zh: "流程 {flow} 不等待结果" },
  noConclusion: { en: "flow {flow} has no conclusion", zh: "流程 {flow} 没有结论" },
  noLink: { en: '"{to}" is no link; allowed: {allowed}', zh: "“{to}”不是链接；可填：{allowed}" },
  noPromise: {
    en: '"{to}" is no promise; empty the cell for today\'s prices, or keep its form: €49 <https://…> → €79 <https://…>',
    zh: "“{to}”无法识别；清空即按当前价格，或保持格式：€49 <https://…> → €79 <https://…>",
  },
  notOneOf: { en: '"{to}"; allowed: {allowed}', zh: "“{to}”；可填：{allowed}" },
  resolved: { en: "{payment} is {who}", zh: "{payment} 是 {who}" },
  paidListed: { en: "listed as paid", zh: "已列为付款" },
  repeatOf: { en: "the same event as {what}", zh: "与 {what} 是同一事件" },
  addressMissing: { en: "refused: no address", zh: "未接受：没有填写邮箱" },
  addressMalformed: {
    en: "refused: {seen} is not one mail address",
    zh: "未接受：{seen} 不是一个邮箱地址",
  },
  addressDisposable: {
    en: "refused: an address that is thrown away after use; Settings disposable = refuse",
    zh: "未接受：一次性邮箱；Settings disposable = refuse",
  },
  formUnknown: {
    en: "no form is called {seen}; known: {allowed}",
    zh: "没有名为 {seen} 的表单；已有：{allowed}",
  },
  robot: {
    en: "filled in by a robot: it wrote into the field that nobody sees, or was faster than hands. Kept; nothing goes",
    zh: "由机器填写：填了看不见的栏目，或快得不像人手。已保留；不发任何邮件",
  },
  payloadBroken: {
    en: "the payload cell is damaged; nothing was done",
    zh: "payload 单元格已损坏；未作处理",
  },
  stripeUnknown: {
    en: "Stripe does not know this event; nothing was done",
    zh: "Stripe 没有这个事件；未作处理",
  },
  stripeDiffers: {
    en: "the posted body differs from Stripe's copy in {what}; nothing was done",
    zh: "收到的内容与 Stripe 的记录在 {what} 上不一致；未作处理",
  },
  stripeNoId: { en: "the body names no Stripe event", zh: "内容里没有 Stripe 事件编号" },
  stripeOtherMode: {
    en: "{seen} event in {mode} mode: recorded only",
    zh: "{mode} 模式下的 {seen} 事件：仅记录",
  },
  stripeNoPayment: { en: "no payment: {what}", zh: "不是付款：{what}" },
  stripeTypeUnused: { en: "{what} changes nothing", zh: "{what} 不改变任何状态" },
  payerUnknown: {
    en: "payer unknown: {what} waits in Unmatched",
    zh: "付款人未知：{what} 已列入 Unmatched",
  },
  paymentApplied: {
    en: "paid; open rows closed: {count}",
    zh: "已付款；关闭 {count} 行",
  },
  paymentAgain: {
    en: "the same payment {what}; nothing left to close",
    zh: "同一笔付款 {what}；没有需要关闭的行",
  },
  payerNew: { en: "a payer we did not know is now a contact", zh: "新的付款人已加入联系人" },
  stripeTooLong: {
    en: "Stripe could not be asked for a day; see Unmatched",
    zh: "一天内无法向 Stripe 核实；见 Unmatched",
  },
  rowGone: { en: "the row is gone from the sheet", zh: "该行已不在表中" },
} as const satisfies Readonly<Record<string, Words>>;
