// Start here: a live list of what is ready and what is still open, and where a phone presses what has no menu there.
import { choice, defineTab, type RowOf, text, time } from "./column";

/** What can be chosen in `do`, whichever row it is chosen in; phones show no custom menu. */
export const START_ACTIONS = [
  "run batch",
  "preview",
  "send me mail 1",
  "go LIVE",
  "rehearse",
  "sending ON",
  "sending OFF",
  "undo",
  "restore rows",
  "set up",
  "self-test",
  "back up",
] as const;

export const startHere = defineTab({
  name: "Start here",
  place: "front",
  about: {
    en: "What is ready and what is still open, one plain action each.",
    zh: "哪些已就绪，哪些还要做，每项一个简单动作。",
  },
  idColumn: "id",
  columns: {
    check: text("machine", "What is looked at.", "检查项。", { widthPx: 170 }),
    state: text("machine", "✓ ready, ✗ open.", "✓ 已就绪，✗ 待完成。", { widthPx: 60 }),
    what_to_do: text("machine", "One plain action.", "要做的一件事。", {
      widthPx: 480,
      wraps: true,
    }),
    do: choice(
      "person",
      START_ACTIONS,
      "For phones, which show no menu: choose an action. It is carried out at once or within some minutes, the cell is emptied, and the answer stands beside it.",
      "手机上没有菜单：在这里选择操作。会立即或几分钟内执行，然后清空此格，结果写在右侧。",
      { widthPx: 130 },
    ),
    answer: text("machine", "What came of the last action.", "上次操作的结果。", {
      widthPx: 320,
      wraps: true,
    }),
    at: time("machine", "When it was last looked at.", "最近检查时间。"),
    id: text("machine", "Name of this line, for ever.", "此行的固定编号。", {
      hidden: true,
      from: "check",
    }),
  },
  highlights: [{ column: "state", equals: "✗", background: "#fff2cc" }],
});

export type StartHereRow = RowOf<typeof startHere>;
export type StartAction = (typeof START_ACTIONS)[number];
