// What a run by menu says it did.
import type { Words } from "../../sheets-schema/index";

export const RUNS = {
  done: {
    en: "{events} events handled, {sent} mails sent.",
    zh: "已处理事件 {events} 件，发送 {sent} 封。",
  },
  held: { en: "Not sent: {what}", zh: "未发送：{what}" },
} as const satisfies Readonly<Record<string, Words>>;
