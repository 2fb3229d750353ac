// Start here: a live list of what is ready and what is still open.
import { defineTab, type RowOf, text, time } from "./column";

export const startHere = defineTab({
  name: "Start here",
  place: "front",
  about: {
    en: "What is ready and what is still open, one plain action each.",
    zh: "哪些已就绪，哪些还要做，每项一个简单动作。",
  },
  idColumn: "check",
  columns: {
    check: text("machine", "What is looked at.", "检查项。", { widthPx: 170 }),
    state: text("machine", "✓ ready, ✗ open.", "✓ 已就绪，✗ 待完成。", { widthPx: 60 }),
    what_to_do: text("machine", "One plain action.", "要做的一件事。", { widthPx: 480 }),
    at: time("machine", "When it was last looked at.", "最近检查时间。"),
  },
  highlights: [{ column: "state", equals: "✗", background: "#fff2cc" }],
});

export type StartHereRow = RowOf<typeof startHere>;
