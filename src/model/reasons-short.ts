// Why mails were held back, in the few words of a run's summary; the whole reason stands in each row's `why`.
import type { Words } from "../../sheets-schema/index";
import { ownValue } from "./own-value";
import type { ReasonCode } from "./reason";

const SHORT: Readonly<Partial<Record<ReasonCode, Words>>> = {
  sendingOff: { en: "sending is OFF", zh: "sending 为 OFF" },
  copiedFile: { en: "a copied file", zh: "文件副本" },
  newerSchema: { en: "sheet newer than the code", zh: "表格版本高于代码" },
  rowsMissing: { en: "rows are missing", zh: "有行缺失" },
  waitsForStripe: { en: "Stripe is awaited", zh: "等待 Stripe" },
  notStored: { en: "news not handled yet", zh: "新事件尚未处理" },
  twin: { en: "two rows with one id", zh: "两行编号相同" },
  flowOff: { en: "flow is off", zh: "流程未开启" },
  flowFault: { en: "a fault in the rules", zh: "规则有误" },
  flowUnknown: { en: "flow not in Flows", zh: "Flows 中没有该流程" },
  noConsent: { en: "no consent", zh: "未同意后续邮件" },
  settingMissing: { en: "a setting is empty", zh: "设置未填" },
  templateFault: { en: "a fault in the template", zh: "模板有误" },
  quotaSpent: { en: "Gmail quota spent", zh: "Gmail 配额用完" },
  historyUnread: { en: "past payments not read", zh: "付款历史未读" },
  restsAfterPurchase: { en: "rest after a purchase", zh: "购买后的间隔期" },
  noRecoveryLink: { en: "no link to pay by", zh: "没有付款链接" },
  suppressedBefore: { en: "mails were stopped", zh: "已停发" },
  handOver: { en: "to be handed over by you", zh: "需自行交付" },
  paidBefore: { en: "has paid", zh: "已付款" },
  handHeld: { en: "held", zh: "已暂停" },
  rowIs: { en: "row not in a state for it", zh: "该行状态不符" },
  rowGone: { en: "contact is gone", zh: "联系人已不在" },
  checkingSent: { en: "looked for in Sent", zh: "正在已发送中核实" },
  mayHaveGone: { en: "may have gone", zh: "可能已发出" },
  neverTaken: { en: "not taken by Gmail", zh: "Gmail 未接受" },
  lateTurn: { en: "late, waiting its turn", zh: "已晚，排队中" },
  onceADay: { en: "one mail a day", zh: "一天一封" },
  readerPaused: { en: "the reader paused", zh: "对方要求暂停" },
  testRow: { en: "a row of the rehearsal", zh: "排练中的行" },
  waitsForLive: { en: "waits for LIVE", zh: "等待 LIVE" },
  stripeLookFailed: { en: "Stripe is silent", zh: "Stripe 无应答" },
};

/** `code`: as a run's report counts them. */
export function shortWords(code: string, language: keyof Words): string {
  return ownValue<Words>(SHORT, code)?.[language] ?? code;
}
