// The words of the Queue's views.
import type { Words } from "../../sheets-schema/index";

/**
 * How `why` speaks of a row that cannot go on by itself, in either language: the sheet's language may have changed since.
 */
export const BLOCKED_WORDS = ["waits", "is blocked", "等待", "不会发送"] as const;

export const NOTHING_TO_SHOW: Words = {
  en: "The Queue is empty: nobody has come in yet.",
  zh: "Queue 还是空的：暂时没有人进来。",
};
