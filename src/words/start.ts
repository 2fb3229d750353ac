// The lines of Start here: what each is called, what it says when it is done, and the one plain action when it is not.
import type { Words } from "../../sheets-schema/index";

/** By the line's id, which stays the same for ever. */
export const CHECK_NAMES: Readonly<Record<string, Words>> = {
  authorised: { en: "permissions", zh: "授权" },
  timer: { en: "timer", zh: "定时器" },
  "web address": { en: "web address", zh: "网页地址" },
  sender: { en: "sender", zh: "发件人" },
  "GEO link": { en: "GEO link", zh: "GEO 下载链接" },
  Stripe: { en: "Stripe", zh: "Stripe" },
  "Stripe's events": { en: "Stripe's events", zh: "Stripe 的事件" },
  "payment history": { en: "payment history", zh: "付款历史" },
  "unmatched payments": { en: "unmatched payments", zh: "待认领的付款" },
  "Stripe's own mails": { en: "Stripe's own mails", zh: "Stripe 自带的邮件" },
  "mail 1": { en: "send me mail 1", zh: "给我发第 1 封" },
  flows: { en: "flows", zh: "流程" },
  links: { en: "links", zh: "链接" },
  mode: { en: "mode", zh: "模式" },
  sending: { en: "sending", zh: "发送总开关" },
  "response tab": { en: "Google Form", zh: "Google 表单" },
  "strange rows": { en: "rows of Queue", zh: "Queue 的行" },
  audit: { en: "audit", zh: "核对" },
  file: { en: "this file", zh: "此文件" },
  archive: { en: "archive", zh: "归档" },
  promise: { en: "stops within 24 h", zh: "24 小时内停发" },
  "gone headers": { en: "headers and tabs", zh: "表头与工作表" },
  answers: { en: "answers", zh: "回信" },
  "deleted rows": { en: "deleted rows", zh: "被删除的行" },
};

export const PERMISSION_WORDS = {
  sheets: { en: "your spreadsheets", zh: "电子表格" },
  mail: { en: "Gmail", zh: "Gmail 邮箱" },
  quota: { en: "sending mail as you", zh: "以你的身份发邮件" },
  web: { en: "asking Stripe", zh: "连接外部服务（Stripe）" },
  timers: { en: "running by itself", zh: "自动运行" },
  windows: { en: "windows over the sheet", zh: "在表格上显示窗口" },
  account: { en: "your address", zh: "你的邮箱地址" },
} as const satisfies Readonly<Record<string, Words>>;

export const AUTHORISED = {
  ready: { en: "everything it needs is allowed", zh: "所需权限都已授予" },
  open: (lacking: readonly (keyof typeof PERMISSION_WORDS)[]): Words => ({
    en: `not allowed yet: ${lacking.map((one) => PERMISSION_WORDS[one].en).join(", ")}. On a computer press Dripsheet ▸ Set-up ▸ Set up and tick every box`,
    zh: `尚未授权：${lacking.map((one) => PERMISSION_WORDS[one].zh).join("、")}。请在电脑上点击 Dripsheet ▸ 设置 ▸ 初始化，并勾选所有选项`,
  }),
} as const;

export const TIMER = {
  ready: (version: string): Words => ({
    en: `Dripsheet ${version} runs by itself; the time beside says when it last ran`,
    zh: `Dripsheet ${version} 自动运行中；右侧是最近一次运行的时间`,
  }),
  missing: (names: readonly string[]): Words => ({
    en: `the timer is missing (${names.join(", ")}). Choose set up in do, or press Dripsheet ▸ Set-up ▸ Set up`,
    zh: `缺少定时器（${names.join("、")}）。在 do 选择 set up，或点击 Dripsheet ▸ 设置 ▸ 初始化`,
  }),
  late: (hours: number): Words => ({
    en: `the timer is there but has not run for ${hours < 1 ? "more than 20 minutes" : `${hours} h`}. Choose set up in do, or press Dripsheet ▸ Set-up ▸ Set up: it is made anew`,
    zh: `定时器还在，但已 ${hours < 1 ? "20 多分钟" : `${hours} 小时`}没有运行。在 do 选择 set up，或点击 Dripsheet ▸ 设置 ▸ 初始化，会重新建立`,
  }),
} as const;

export const WEB = {
  ready: (url: string): Words => ({ en: url, zh: url }),
  open: {
    en: "open the web app once: Extensions ▸ Apps Script ▸ Deploy ▸ Manage deployments, click the address that ends in /exec. It records itself within a minute",
    zh: "打开一次网页应用：扩展程序 ▸ Apps Script ▸ 部署 ▸ 管理部署，点击以 /exec 结尾的地址。一分钟内会自动记录",
  },
} as const;

export const SENDER_LINE = {
  ready: (name: string, from: string): Words => ({
    en: `${name}${from === "" ? "" : `, from ${from}`}`,
    zh: `${name}${from === "" ? "" : `，发自 ${from}`}`,
  }),
  missing: (keys: readonly string[]): Words => ({
    en: `press Dripsheet ▸ Set-up ▸ Sender, or fill in ${keys.join(" and ")} in Settings; no marketing mail goes without`,
    zh: `点击 Dripsheet ▸ 设置 ▸ 发件人，或在 Settings 填写 ${keys.join("、")}；没有它不发营销邮件`,
  }),
  alias: (alias: string): Words => ({
    en: `this Gmail account may not send as ${alias}, so mails go from its own address. Press Dripsheet ▸ Set-up ▸ Sender, or empty sender_alias in Settings`,
    zh: `此 Gmail 账号不能以 ${alias} 发信，目前用账号自己的地址。点击 Dripsheet ▸ 设置 ▸ 发件人，或清空 Settings 的 sender_alias`,
  }),
} as const;

export const GEO_LINK = {
  ready: { en: "mail 1 hands over the pack", zh: "第 1 封会附上资料包" },
  open: {
    en: "paste the address of your pack as geo_download_url in Settings: mail 1 hands it over",
    zh: "在 Settings 的 geo_download_url 填入资料包地址：第 1 封邮件会附上它",
  },
} as const;

export const STRIPE_LINE = {
  ready: (wrongKeys: string): Words => ({
    en: `a restricted key is stored; posts refused for a wrong webhook key: ${wrongKeys}`,
    zh: `已保存受限密钥；因 webhook 密钥不符被拒：${wrongKeys} 次`,
  }),
  open: {
    en: "on a computer press Dripsheet ▸ Money ▸ Connect Stripe (a phone shows no such window), so that a payment stops everything by itself",
    zh: "在电脑上点击 Dripsheet ▸ 收款 ▸ 连接 Stripe（手机上没有这个窗口），付款后即可自动停发",
  },
  testInLive: {
    en: "the stored key is Stripe's test key, and the mode is LIVE: on a computer press Dripsheet ▸ Money ▸ Connect Stripe and store the live one",
    zh: "已保存的是测试密钥，而模式是 LIVE：请在电脑上点击 Dripsheet ▸ 收款 ▸ 连接 Stripe，换成正式密钥",
  },
} as const;

export const UNMATCHED_LINE = {
  ready: { en: "every payment has its person", zh: "每笔付款都已对应到人" },
  open: (count: number): Words => ({
    en: `waiting for a name: ${count}. Press Dripsheet ▸ Money ▸ Resolve unmatched, or fill in this_is in Unmatched`,
    zh: `${count} 笔待认领：点击 Dripsheet ▸ 收款 ▸ 认领付款，或在 Unmatched 填写 this_is`,
  }),
} as const;

/** It cannot be seen from here whether they are off. */
export const TWICE: Words = {
  en: 'a flow here writes about failed payments. Switch off Stripe\'s own mails on them: Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails, "Send emails when card payments fail"',
  zh: "这里有流程会就付款失败发信。请关闭 Stripe 自带的同类邮件：Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails 中的“Send emails when card payments fail”",
};

export const MAIL_ONE_LINE = {
  ready: { en: "it went to you: look how it reads", zh: "已发给你：看看读起来如何" },
  open: {
    en: "choose send me mail 1 in do, or press Dripsheet ▸ Mails ▸ Send me mail 1: it goes to you alone",
    zh: "在 do 选择 send me mail 1，或点击 Dripsheet ▸ 邮件 ▸ 给我发第 1 封：只发给你自己",
  },
} as const;

export const FLOWS_LINE = {
  ready: (names: readonly string[]): Words => ({
    en: `on: ${names.join(", ")}`,
    zh: `已开启：${names.join("、")}`,
  }),
  faults: {
    en: "look at the check column of Flows, Steps, Cadence, Templates, Offers and Settings",
    zh: "请看 Flows、Steps、Cadence、Templates、Offers、Settings 的 check 列",
  },
  none: {
    en: "set on to YES in Flows for at least one flow",
    zh: "在 Flows 中把至少一个流程的 on 设为 YES",
  },
} as const;

export const MODE_LINE = {
  live: { en: "LIVE: mails go to the readers", zh: "LIVE：邮件发给读者" },
  rehearsal: {
    en: "REHEARSAL: every mail goes to you. When you like what you see, choose go LIVE in do, or press Dripsheet ▸ Set-up ▸ Go LIVE",
    zh: "REHEARSAL：所有邮件都发给你自己。满意后在 do 选择 go LIVE，或点击 Dripsheet ▸ 设置 ▸ 正式上线",
  },
  testRows: (count: number): Words => ({
    en: `LIVE, and rows of the rehearsal wait: ${count}. Choose go LIVE in do, or press Dripsheet ▸ Set-up ▸ Go LIVE, to remove or keep them`,
    zh: `LIVE，但还有 ${count} 行排练数据在等待。在 do 选择 go LIVE，或点击 Dripsheet ▸ 设置 ▸ 正式上线，删除或保留它们`,
  }),
} as const;

export const SENDING_LINE = {
  on: { en: "ON: the master switch is on", zh: "ON：总开关已开" },
  off: {
    en: "OFF: nothing is sent. Choose sending ON in do, or set sending in Settings to ON",
    zh: "OFF：不发任何邮件。在 do 选择 sending ON，或在 Settings 把 sending 设为 ON",
  },
} as const;

/** Why a flow was switched off again: the open lines it needs. */
export const GATE = {
  refused: (open: readonly Words[]): Words => ({
    en: `put back to NO: first ${open.map(({ en }) => en).join(", ")} (see Start here)`,
    zh: `已改回 NO：请先完成 ${open.map(({ zh }) => zh).join("、")}（见 Start here）`,
  }),
  readyNow: {
    en: "what it needed is there now: set on to YES again",
    zh: "所需各项已就绪：可再次把 on 设为 YES",
  },
} as const;
