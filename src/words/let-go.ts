// The words about what is kept no longer, and about the promise to those who leave.
import type { Words } from "../../sheets-schema/index";

/** Settings `check`. */
export const KEEP_FAULT: Words = {
  en: "Contacts 2 y, Payers 10 y, Events 3 y, Sends 3 y, Unmatched 7 y, Runs 90 d; any of them, at least 90 d",
  zh: "Contacts 2 y, Payers 10 y, Events 3 y, Sends 3 y, Unmatched 7 y, Runs 90 d；可只写几项，至少 90 d",
};

/** Events `reason`, Sends `why`, Unmatched `what_to_do`. */
export const LET_GO_WORDS: Words = {
  en: "kept no longer (Settings keep); what is left keeps it from happening twice",
  zh: "已过保存期限（Settings 的 keep）；此处仅保留防止重复所需的内容",
};

/** Events: a person who has gone, and rows that were emptied. */
export const LET_GO_EVENT = {
  person: {
    en: "untouched for as long as Settings keep says: erased",
    zh: "已达到 Settings 的 keep 所设期限且无任何动静：已删除",
  },
  rows: { en: "older than Settings keep says", zh: "超过 Settings 的 keep 所设期限" },
} as const;

/** Start here. */
export const PROMISE_LINE = {
  nobody: {
    en: "nobody asked to stop in the last 30 days; promised are 24 h",
    zh: "最近 30 天没有人要求停发；承诺 24 小时内生效",
  },
  kept: (count: number, minutes: number): Words => ({
    en: `asked to stop in the last 30 days: ${count}. The slowest took effect within ${minutes} min; promised are 24 h`,
    zh: `最近 30 天要求停发：${count} 人次，最慢的在 ${minutes} 分钟内生效；承诺为 24 小时`,
  }),
  broken: (count: number, minutes: number): Words => ({
    en: `asked to stop in the last 30 days: ${count}. The slowest took ${minutes} min, more than the 24 h promised: look for unsubscribe in Events and Sends`,
    zh: `最近 30 天要求停发：${count} 人次，最慢的用了 ${minutes} 分钟，超过承诺的 24 小时：请查看 Events 中的 unsubscribe 和 Sends`,
  }),
} as const;
