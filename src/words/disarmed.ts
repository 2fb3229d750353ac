// The words of a copied or restored file: what it is, what it lacks, and how it mails again.
import type { Words } from "../../sheets-schema/index";

export const DISARMED_TITLE: Words = { en: "Use this file", zh: "使用此文件" };

/** Start here. */
export const DISARMED_CHECK = {
  ready: { en: "nothing is missing in this file", zh: "此文件没有缺失的记录" },
  open: (what: string): Words => ({
    en: `this is an older version of the file (${what}), so nothing is sent. Press Dripsheet ▸ Set-up ▸ Use this file`,
    zh: `这是文件的旧版本（${what}），因此不会发信。点击 Dripsheet ▸ 设置 ▸ 使用此文件`,
  }),
} as const;

/** When a copy is opened. */
export const COPY_OPENED = {
  title: { en: "This is a copy", zh: "这是副本" },
  text: {
    en: "It mails nobody. To use it in place of the other file: Dripsheet ▸ Set-up ▸ Set up, then Use this file.",
    zh: "此副本不会发信。如需用它代替原文件：Dripsheet ▸ 设置 ▸ 初始化，然后点“使用此文件”。",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const DISARMED = {
  en: {
    mails: "Mails go from this file, and nothing is missing in it.",
    off: "Sending is OFF in this file. Use it only when no other file mails: of a copy, set sending to OFF in the other one first.",
    copied:
      "This file is a copy of one that mailed, or it was never armed. It sends nothing, so that nobody is mailed twice.",
    missing: (what: string) =>
      `This is an older version of the file, or part of its history was deleted: ${what}. It does not know what came and what was sent since, so it sends nothing.`,
    first:
      "Look in Gmail's Sent: mails that went and that this file does not know are written into Sends, so that none goes twice.",
    second:
      "Use this file: mails go from here. Only when no other file mails: of a copy, set sending to OFF in the other one first. Stripe's payments are read once more. Forms that came in the gap are not known any more.",
    refill: "Look in Gmail's Sent",
    arm: "Use this file",
    refilled: (count: number) =>
      count === 0
        ? "Every mail in Gmail's Sent is known here."
        : `Written into Sends: ${count}. Their rows go on from there.`,
    strangers: (count: number, named: string) =>
      `Mailed, but not in this file any more: ${count} (${named}). Enter them anew if they shall go on.`,
    more: "There are more: press once more.",
    armed: "Mails go from this file now.",
  },
  zh: {
    mails: "邮件从此文件发出，没有缺失的记录。",
    off: "此文件的发送已关闭。请先确认没有别的文件在发信，再使用它；如果这是副本，请先在另一个文件把 sending 设为 OFF。",
    copied: "此文件是另一个发信文件的副本，或从未启用。为避免重复发信，它不会发信。",
    missing: (what: string) =>
      `这是文件的旧版本，或部分历史记录已被删除：${what}。它不知道此后收到了什么、发出了什么，因此不会发信。`,
    first: "查看 Gmail 已发送：已发出而此文件不知道的邮件会补入 Sends，以免重复发送。",
    second:
      "使用此文件：邮件从这里发出。请先确认没有别的文件在发信；如果这是副本，请先在另一个文件把 sending 设为 OFF。Stripe 的付款会重新读取。其间收到的表单已无从得知。",
    refill: "查看 Gmail 已发送",
    arm: "使用此文件",
    refilled: (count: number) =>
      count === 0
        ? "Gmail 已发送中的每封邮件这里都有记录。"
        : `已补入 Sends ${count} 封，相应的行会从那里继续。`,
    strangers: (count: number, named: string) =>
      `已发过信、但此文件中已没有的人：${count} 位（${named}）。如需继续，请重新录入。`,
    more: "还有更多：请再按一次。",
    armed: "现在邮件从此文件发出。",
  },
} as const;
