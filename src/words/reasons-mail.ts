// What mails that came back did: reasons of events and of rows.
import type { Words } from "../../sheets-schema/index";

/** What Settings soft_bounces allows. */
export const SOFT_BOUNCES_WORDS = {
  en: "a whole number from 1 to 99",
  zh: "1 至 99 的整数",
} as const satisfies Words;

/** Beside `raw` in Settings where the service is switched off. */
export const MAILER_NEEDS = {
  en: "raw only with the Gmail service: Extensions ▸ Apps Script ▸ Services + ▸ Gmail API ▸ Add. Until then mails go by GmailApp",
  zh: "raw 需要 Gmail 服务：扩展程序 ▸ Apps Script ▸ 服务 + ▸ Gmail API ▸ 添加。添加之前用 GmailApp 发信",
} as const satisfies Words;

export const MAIL_REASONS = {
  mailAuto: { en: "an automatic answer; nothing changes", zh: "自动回复；不影响流程" },
  mailBounced: {
    en: "no mail reaches {address}; nothing more is sent. If it was misspelt, correct it in Contacts and empty suppressed: what they ask for then goes again",
    zh: "邮件无法送达 {address}；不再发送。若是写错，请在 Contacts 更正邮箱并清空 suppressed，对方再次索取时照常发送",
  },
  mailBouncedOften: {
    en: "{of} mails in a row did not reach {address}; nothing more is sent. Empty suppressed in Contacts: what they ask for then goes again",
    zh: "连续 {of} 封邮件未能送达 {address}；不再发送。清空 Contacts 的 suppressed 后，对方再次索取时照常发送",
  },
  mailSoft: {
    en: "did not reach {address} for now ({count} of {of}); nothing changes yet",
    zh: "暂未送达 {address}（第 {count} 次，满 {of} 次停发）；暂不影响流程",
  },
  mailTriesOn: {
    en: "has not reached {address} yet, the mail server goes on trying; nothing changes",
    zh: "尚未送达 {address}，邮件服务器仍在重试；不影响流程",
  },
  mailBouncedElse: {
    en: "names {address}, to whom that mail did not go; nothing changes",
    zh: "退信中的 {address} 不是该邮件的收件人；不影响流程",
  },
  mailComplained: {
    en: "reported as spam; nothing more is sent",
    zh: "被举报为垃圾邮件；不再发送",
  },
  mailStop: {
    en: "asked in an answer to get no more mails; nothing more is sent",
    zh: "在回信中要求退订；不再发送",
  },
  mailReplied: {
    en: "answered on {day}: read it at {link} and reply; then choose release in do",
    zh: "{day} 回信了：请到 {link} 查看并回复；然后在 do 选择 release",
  },
  mailRepliedStopped: {
    en: "answered on {day}: read it at {link}; its mails have ended (Settings on_reply)",
    zh: "{day} 回信了：请到 {link} 查看；后续邮件已停止（Settings on_reply）",
  },
  mailRepliedOnly: {
    en: "answered on {day}: read it at {link}; the mails go on",
    zh: "{day} 回信了：请到 {link} 查看；邮件照常发送",
  },
} as const satisfies Readonly<Record<string, Words>>;
