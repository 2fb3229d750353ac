// Why a marketing mail waits although its time has come: its reader's clock, or what they have had lately.
import type { Words } from "../../sheets-schema/index";

export const HELD = {
  heldQuiet: {
    en: "{step} held until {at} in {zone} ({from}): quiet hours",
    zh: "{step} 顺延至 {zone} 时间 {at}（{from}）：免打扰时段",
  },
  heldDay: {
    en: "{step} held until {at} in {zone} ({from}): no working day",
    zh: "{step} 顺延至 {zone} 时间 {at}（{from}）：非工作日",
  },
  heldHoliday: {
    en: "{step} held until {at} in {zone} ({from}): a holiday",
    zh: "{step} 顺延至 {zone} 时间 {at}（{from}）：节假日",
  },
  heldTime: {
    en: "{step} held until {at} in {zone} ({from}): the time of day in Cadence",
    zh: "{step} 顺延至 {zone} 时间 {at}（{from}）：Cadence 指定的钟点",
  },
  heldJitter: {
    en: "{step} held until {at} in {zone}: its own part of Settings jitter",
    zh: "{step} 推迟到 {zone} 时间 {at}：按 Settings 的 jitter 错开",
  },
  heldCap: {
    en: "{step} held until {at} in {zone}: {what} to one person (Settings cap_marketing)",
    zh: "{step} 顺延至 {zone} 时间 {at}：同一人 {what}（Settings cap_marketing）",
  },
  heldGap: {
    en: "{step} held until {at} in {zone}: {what} between mails (Settings min_gap, rhythm)",
    zh: "{step} 顺延至 {zone} 时间 {at}：两封邮件间隔 {what}（Settings min_gap、rhythm）",
  },
  heldFlow: {
    en: "{step} held until {at} in {zone}: {what} after a mail of another flow (Settings flow_gap)",
    zh: "{step} 顺延至 {zone} 时间 {at}：与其他流程的邮件间隔 {what}（Settings flow_gap）",
  },
  heldOffer: {
    en: "{step} held until {at} in {zone}: the same offer again after {what} (Settings offer_gap)",
    zh: "{step} 顺延至 {zone} 时间 {at}：同一产品间隔 {what}（Settings offer_gap）",
  },
  heldCool: {
    en: "{step} held until {at} in {zone}: {what} mails without a sign of life (Settings cool_down)",
    zh: "{step} 顺延至 {zone} 时间 {at}：连续 {what} 封没有动静（Settings cool_down）",
  },
  heldAsk: {
    en: "a last question goes first; {step} waits until {at} in {zone} for its answer (Settings cool_down)",
    zh: "先发最后一问；{step} 等待答复至 {zone} 时间 {at}（Settings cool_down）",
  },
  heldAnswer: {
    en: "{step} waits until {at} in {zone} for the answer to the last question (Settings cool_down)",
    zh: "{step} 等待对最后一问的答复至 {zone} 时间 {at}（Settings cool_down）",
  },
  silentEnds: {
    en: "the last question was not answered: this row ends with the next run",
    zh: "最后一问没有答复：下次运行时此行结束",
  },
  silentEnded: {
    en: "the last question of {day} was not answered; no further marketing",
    zh: "{day} 的最后一问没有答复；不再发营销邮件",
  },
  questionOver: {
    en: "the last question is not needed any more",
    zh: "不再需要最后一问",
  },
  readerStays: {
    en: "this reader wants the mails to go on",
    zh: "对方希望继续接收邮件",
  },
  heldTurn: {
    en: "{step} held until {at} in {zone}: another mail to this person has waited longer",
    zh: "{step} 顺延至 {zone} 时间 {at}：给此人的另一封邮件等待更久",
  },
  tooYoung: {
    en: "{step} is blocked: too young to agree alone in {region} (Regions age_of_consent, Contacts tags)",
    zh: "{step} 不会发送：在 {region} 未满自行同意的年龄（Regions age_of_consent，Contacts tags）",
  },
  waitsToConfirm: {
    en: "{step} waits for confirmation: in {region} consent counts once it is confirmed, by the button in a mail (Regions double_opt_in, Contacts tags)",
    zh: "{step} 等待确认：在 {region} 同意需经确认才算数，由对方点击邮件中的按钮（Regions double_opt_in，Contacts tags）",
  },
  waitsForConfirm: {
    en: "{step} waits for confirmation: the button in the mail that asks has not been pressed (Flows confirm, Contacts tags)",
    zh: "{step} 等待确认：对方尚未点击邮件中的确认按钮（Flows confirm，Contacts tags）",
  },
  asksToConfirm: {
    en: "a mail asks this reader to confirm; marketing waits for it",
    zh: "先发一封邮件请对方确认；营销邮件等确认后再发",
  },
  askedToConfirm: {
    en: "was asked to confirm within a day; nobody is asked twice",
    zh: "一天内已请对方确认过，不重复询问",
  },
  readerConfirmed: {
    en: "this reader has confirmed the consent",
    zh: "对方已确认同意",
  },
  nothingToConfirm: {
    en: "there is no consent to confirm",
    zh: "没有可确认的同意",
  },
  heldOver: { en: "{what}", zh: "{what}" },
} as const satisfies Readonly<Record<string, Words>>;

/** Whose zone it is. */
export const ZONE_FROM = {
  form: { en: "the reader's own zone", zh: "对方自己的时区" },
  phone: { en: "by the country of their phone", zh: "按电话所属国家" },
  settings: { en: "Settings reader_zone", zh: "Settings 的 reader_zone" },
  sheet: { en: "this sheet's zone", zh: "本表格的时区" },
} as const satisfies Readonly<Record<string, Words>>;

export const capWords = (mails: number, span: Words): Words => ({
  en: `at most ${mails} in ${span.en}`,
  zh: `${span.zh}内最多 ${mails} 封`,
});
