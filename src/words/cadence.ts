// What Preview cadence change says before a proposed wait holds.
import type { Words } from "../../sheets-schema/index";

export const CADENCE = {
  title: { en: "Preview cadence change", zh: "预览节奏改动" },
  none: {
    en: "Write the wait you have in mind into proposed_wait in Cadence, then press this again.",
    zh: "请先在 Cadence 的 proposed_wait 中填入想要的等待时间，再点击此项。",
  },
  kept: { en: "Nothing was changed.", zh: "未作任何改动。" },
  moved: {
    en: "Rows that would move: {moved}; of these due today: {today}.",
    zh: "{moved} 行会改期，其中 {today} 行今天到期。",
  },
  held: {
    en: "Timed by hand, and staying as they are: {count}.",
    zh: "{count} 行由你手动定过时间，保持不变。",
  },
  back: {
    en: "Putting the old wait back into wait later restores the times.",
    zh: "以后把原来的等待时间填回 wait，各行时间即恢复。",
  },
  take: { en: "Make it hold", zh: "使其生效" },
  differs: {
    en: "proposed_wait was changed since this window was opened. Nothing was done; this is what it says now.",
    zh: "打开窗口后 proposed_wait 又有改动。未作任何处理；以下是现在的内容。",
  },
  taken: {
    en: "It holds from now on. Every row says its new time in next_at.",
    zh: "已生效。各行的新时间见 next_at。",
  },
} as const satisfies Readonly<Record<string, Words>>;
