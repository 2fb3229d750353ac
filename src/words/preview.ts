// What Preview next batch says.
import type { Words } from "../../sheets-schema/index";

export const PREVIEW = {
  title: { en: "Preview next batch", zh: "预览下一批" },
  about: {
    en: "What a run at this moment would do. Nothing was sent and nothing was changed.",
    zh: "此刻运行会做的事。没有发送任何邮件，也没有改动任何内容。",
  },
  rehearsal: {
    en: "REHEARSAL: all of it goes to you.",
    zh: "REHEARSAL：全部发给你自己。",
  },
  events: {
    en: "Handled first: {count} new events and edits by hand.",
    zh: "会先处理新事件和手动修改共 {count} 件。",
  },
  goes: { en: "Would go: {count}", zh: "将发送：{count}" },
  held: { en: "Due, and held back: {count}", zh: "已到期但不发送：{count}" },
  person: { en: "Wait for you: {count}", zh: "等你处理：{count}" },
  next: { en: "Next to come", zh: "接下来" },
  quiet: { en: "Nothing is due.", zh: "没有到期的邮件。" },
  more: { en: "… and {count} more", zh: "……另有 {count} 条" },
  run: { en: "Run it now", zh: "立即运行" },
  line: {
    en: "would go: {goes}; held back: {held}; next: {next}",
    zh: "将发送：{goes}；不发送：{held}；接下来：{next}",
  },
  none: { en: "none", zh: "无" },
} as const satisfies Readonly<Record<string, Words>>;
