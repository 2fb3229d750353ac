// Reasons that come of the cockpit: what a person asks of a row, what a reader asks for, rehearsal and LIVE.
import type { Words } from "../../sheets-schema/index";

export const COCKPIT = {
  waitsForLive: {
    en: "waits for LIVE: in REHEARSAL only rows that began in it go, to you",
    zh: "等待 LIVE：REHEARSAL 期间只处理排练中产生的行，邮件发给你自己",
  },
  testRow: {
    en: "waits: this row began in REHEARSAL. Choose keep if it is a real person, or Dripsheet ▸ Set-up ▸ Go LIVE to remove test rows",
    zh: "等待：此行产生于 REHEARSAL。若是真实的人请选 keep，否则点击 Dripsheet ▸ 设置 ▸ 正式上线 清除测试行",
  },
  testMoney: {
    en: "a payment in Stripe's test mode; this person is real, and nothing changes for them",
    zh: "Stripe 测试模式的付款；此人是真实的，不作任何改动",
  },
  fromRehearsal: {
    en: "from a link of the rehearsal; nothing changes in LIVE",
    zh: "来自排练中的链接；在 LIVE 中不作改动",
  },
  hasRealRow: {
    en: "this person has a row of this flow already; delete the test row instead",
    zh: "此人在该流程中已有一行；请改为删除测试行",
  },
  notDone: { en: "not done: {why}", zh: "未执行：{why}" },
  explained: { en: "explained in why", zh: "说明见 why" },
  sendNow: { en: "asked for by hand: {step} goes now", zh: "手动要求：{step} 现在发送" },
  nothingToUndo: {
    en: "there is no edit by hand to take back in this row",
    zh: "此行没有可撤销的手动修改",
  },
  paymentFromStripe: {
    en: "a payment that Stripe has told, or a list, cannot be taken back",
    zh: "Stripe 告知的付款或名单中的付款不能撤销",
  },
  undone: {
    en: "the last edit by hand was taken back; {stands}",
    zh: "已撤销上一次手动修改；{stands}",
  },
  goesOnAs: {
    en: "the same person goes on in this flow by the row begun as {email}; Duplicates undoes it",
    zh: "同一人在此流程由以 {email} 开始的那一行继续；可在“重复联系人”中撤销",
  },
  goesOnAlone: {
    en: "joined by mistake and parted again; {stands}",
    zh: "误合并，已重新分开；{stands}",
  },
  heldAsOther: {
    en: "held: the same person's other row in this flow, now closed, was held",
    zh: "暂停：同一人在此流程的另一行（现已结束）原为暂停",
  },
  joinedAs: {
    en: "{other} counts as {email} from now on",
    zh: "{other} 从此按 {email} 处理",
  },
  partedFrom: { en: "{other} and {email} are two again", zh: "{other} 与 {email} 重新分开" },
  joinGone: {
    en: "nothing to do: one of the two rows in Contacts is gone, or joined otherwise by now",
    zh: "无需处理：Contacts 中其中一行已不在，或已另行合并",
  },
  undoneBefore: { en: "the last edit by hand was taken back", zh: "已撤销上一次手动修改" },
  noTestRow: { en: "this row did not begin in REHEARSAL", zh: "此行不是在 REHEARSAL 中产生的" },
  kept: { en: "kept as a real person", zh: "已按真实的人保留" },
  keptRow: {
    en: "kept as a real person and begun anew; {stands}",
    zh: "按真实的人保留，从头开始；{stands}",
  },
  readerPaused: {
    en: "{step} waits: this reader asked for a pause until {until}",
    zh: "{step} 等待：对方要求暂停到 {until}",
  },
  readerPause: {
    en: "this reader asked for a pause until {until}",
    zh: "对方要求暂停到 {until}",
  },
  readerOn: { en: "this reader asked to go on; {stands}", zh: "对方要求继续；{stands}" },
  readerLeft: {
    en: "this reader wants no more mails of {flow}",
    zh: "对方不再接收 {flow} 的邮件",
  },
  readerLess: {
    en: "this reader asked to hear less often; every marketing wait is doubled",
    zh: "对方希望少收邮件；营销邮件间隔加倍",
  },
  readerOften: {
    en: "this reader asked to hear as often as at first",
    zh: "对方希望恢复原来的频率",
  },
  readerAddress: { en: "this reader's address is now {to}", zh: "对方的邮箱改为 {to}" },
  readerAddressKnown: {
    en: "asked for the address {to}, which belongs to another row of Contacts. If both are one person, add {to} to aliases in this one's row, then join them in Duplicates",
    zh: "要求改用 {to}，但该邮箱属于 Contacts 的另一行。若是同一人，请把 {to} 加进此人的 aliases，再在“重复联系人”中合并",
  },
  readerAddressBad: {
    en: 'asked for the address "{to}", which is none',
    zh: "要求改用“{to}”，但它不是邮箱",
  },
  addressesAtOnce: {
    en: "put back: {count} addresses changed at once. Correct them one by one",
    zh: "已还原：一次改动了 {count} 个邮箱。请逐个更正",
  },
  addressPutBack: {
    en: "put back: {to} is no address, or belongs to another row",
    zh: "已还原：{to} 不是邮箱，或属于另一行",
  },
  mirrorPutBack: {
    en: "put back: this cell follows Contacts. Correct the address there",
    zh: "已还原：此格随 Contacts 更新。请在 Contacts 更正邮箱",
  },
  flowPutBack: {
    en: "put back: a row stays in its flow",
    zh: "已还原：行不能改换流程",
  },
  readerLanguage: { en: "this reader's mails are now in {to}", zh: "对方的邮件语言改为 {to}" },
  readerLanguageBad: {
    en: 'asked for the language "{to}", which is none',
    zh: "要求的语言“{to}”无效",
  },
  nothingPlanned: { en: "nothing is planned", zh: "没有后续安排" },
  readerLater: {
    en: "asked for before the person's last wish; that one counts",
    zh: "早于对方最近一次的要求；以最近一次为准",
  },
} as const satisfies Readonly<Record<string, Words>>;
