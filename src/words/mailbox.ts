// What the owner reads of answers to their mails.
import type { Words } from "../../sheets-schema/index";

export const ANSWERS_LINE = {
  ready: { en: "no answer waits for you", zh: "没有待处理的回信" },
  open: (count: number): Words => ({
    en: `${count} ${count === 1 ? "person has answered and waits" : "people have answered and wait"} for you: the link stands in why of Queue (status PAUSED). Reply in Gmail, then choose release in do`,
    zh: `${count} 人回信，等待处理：链接在 Queue 的 why（状态 PAUSED）。请在 Gmail 回复，然后在 do 选择 release`,
  }),
} as const;
