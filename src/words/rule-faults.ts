// What a cell of Flows, Steps, Cadence or Offers may hold, where it holds something else.
import type { Words } from "../../sheets-schema/index";

export const RULE_FAULTS = {
  smallName: { en: "small letters, digits and _", zh: "小写字母、数字和 _" },
  whole: { en: "a whole number ≥ 0", zh: "不小于 0 的整数" },
  oneOf: (list: string): Words => ({ en: `one of ${list}`, zh: `其中之一：${list}` }),
  noDelivery: {
    en: "a flow; without one its buyers get no delivery mail",
    zh: "一个流程；不填则购买者收不到交付邮件",
  },
  realLink: { en: "the real address; this one is a placeholder", zh: "真实网址；这里还是占位内容" },
  eachOffer: { en: "each offer once", zh: "每个产品只出现一次" },
  flowOfOther: { en: "a flow of no other offer", zh: "不属于其他产品的流程" },
  checkoutNeeded: (flow: string): Words => ({
    en: `the address where it is bought; flow ${flow} is on`,
    zh: `购买链接；流程 ${flow} 已开启`,
  }),
  priceNeeded: (flow: string): Words => ({
    en: `the price as readers see it; flow ${flow} is on`,
    zh: `读者看到的价格；流程 ${flow} 已开启`,
  }),
  windowSpan: { en: "empty, 72 h or 3 d", zh: "空、72 h 或 3 d" },
  windowEnds: { en: "empty or a date and time", zh: "空，或日期时间" },
  oneWindow: { en: "either window or window_ends", zh: "window 与 window_ends 二选一" },
  priceAfter: {
    en: "the price after the window, or no window",
    zh: "优惠期之后的价格；或不设优惠期",
  },
  boughtAfter: { en: "where it is bought at price_after", zh: "按 price_after 购买的链接" },
  eachId: (owner: string): Words => ({
    en: `each id once; ${owner} has it`,
    zh: `每个编号只出现一次；${owner} 已有`,
  }),
  allowsRest: { en: "a flow and a rest: course 30 d", zh: "流程与间隔：course 30 d" },
  otherFlow: { en: "another flow than its own", zh: "本产品以外的流程" },
  reentry: { en: "never, 30 d, or each payment", zh: "never、30 d，或 each payment" },
  eachFlow: { en: "each flow once", zh: "每个流程只出现一次" },
  reentryPayment: {
    en: "each payment for payment.failed and checkout.expired, and only for these",
    zh: "payment.failed 和 checkout.expired 用 each payment，其他不用",
  },
  stopsOn: { en: "payment, or payment, unsubscribe", zh: "payment，或 payment, unsubscribe" },
  noCircle: {
    en: "another flow; this one would begin again for ever",
    zh: "另一个流程；否则会无限循环",
  },
  eachStep: { en: "each step once", zh: "每个步骤只出现一次" },
  entryOneStage: {
    en: "last mail, where a row holds for more than one stage",
    zh: "一行涵盖多个阶段时用 last mail",
  },
  entryLater: {
    en: "longer than the stage before it, which counts from entry too",
    zh: "应长于同样从进入起算的上一阶段",
  },
  wait: {
    en: "0, 30 min, 48 h, 7 d, 3 d at 09:00, or an event such as free_check.result",
    zh: "0、30 min、48 h、7 d、3 d at 09:00，或事件，例如 free_check.result",
  },
  lateMax: { en: "empty or 72 h, 3 d", zh: "空，或 72 h、3 d" },
  emptyFor: (sentOn: string): Words => ({ en: `empty for ${sentOn}`, zh: `${sentOn} 时留空` }),
  rotation: (count: number): Words => ({
    en: `at least ${count} different ones, so that none of the last four comes again`,
    zh: `至少 ${count} 个不同模板，以免重复最近四封`,
  }),
  oneTemplate: { en: "one template", zh: "一个模板" },
  oneEach: (endings: string): Words => ({
    en: `one each of ${endings}`,
    zh: `每种各一个：${endings}`,
  }),
  stageTo: { en: "empty or a whole number ≥ stage_from", zh: "空，或不小于 stage_from 的整数" },
  oneMail: {
    en: "a stage no other step of the flow is sent at",
    zh: "该流程其他步骤没有使用的阶段",
  },
  oneWait: {
    en: "stages no other Cadence row of the flow covers",
    zh: "该流程其他 Cadence 行没有涵盖的阶段",
  },
  noWait: { en: "a stage that a Cadence row covers", zh: "Cadence 中有等待时间的阶段" },
  noMailAt: (stage: number): Words => ({
    en: `stages that have a Steps row; stage ${stage} has none`,
    zh: `Steps 中有邮件的阶段；阶段 ${stage} 没有`,
  }),
  gapAt: (stage: number): Words => ({
    en: `no stage left out: stage ${stage} has no mail`,
    zh: `中间不断开：阶段 ${stage} 没有邮件`,
  }),
  ownWords: {
    en: "your own words and addresses; this is a placeholder",
    zh: "你自己的文字和网址；这里还是占位内容",
  },
} as const;

/** A wrong cell, named by its place. */
export const FAULT_LINE = {
  empty: { en: "is empty", zh: "为空" },
  seen: (seen: string): Words => ({ en: `is "${seen}"`, zh: `为“${seen}”` }),
  line: (tab: string, row: number, column: string, is: Words, allowed: Words): Words => ({
    en: `${tab} row ${row}, ${column} ${is.en}; allowed: ${allowed.en}`,
    zh: `${tab} 第 ${row} 行，${column} ${is.zh}；可填：${allowed.zh}`,
  }),
} as const;

export const ADDRESS_WORDS: Words = {
  en: "empty or one email address",
  zh: "空，或一个邮箱地址",
};

export const MAILS_OR_OFF_WORDS: Words = {
  en: "a whole number from 1 to 9999, or OFF",
  zh: "1 到 9999 的整数，或 OFF",
};

export const WEB_ADDRESS_WORDS: Words = {
  en: "empty or an address beginning with https:// (http:// on this computer)",
  zh: "空，或以 https:// 开头的网址（本机可用 http://）",
};
