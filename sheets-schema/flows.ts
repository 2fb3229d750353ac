// Flows: one row per flow, what lets people in and what stops it.
import { check } from "./check-column";
import { choice, defineTab, integer, type RowOf, text } from "./column";

export const flows = defineTab({
  name: "Flows",
  place: "back",
  about: { en: "One row per flow.", zh: "每个流程一行。" },
  idColumn: "flow",
  columns: {
    flow: text("person", "Short name of the flow.", "流程代号。", { widthPx: 110 }),
    on: choice("person", ["YES", "NO"], "NO: the flow sends nothing.", "NO：该流程不发任何邮件。", {
      widthPx: 60,
    }),
    about: text("person", "What the flow is for.", "用途。", { widthPx: 260 }),
    entry: text(
      "person",
      "What lets somebody in, e.g. form:geo. Several: separated by commas.",
      "进入条件，例如 form:geo；多个用逗号分隔。",
      { widthPx: 150 },
    ),
    reentry_days: integer(
      "person",
      "After how many days the same person may enter again. Empty: never.",
      "同一人多少天后可再次进入。空：永不。",
    ),
    stops_on: text(
      "person",
      "What closes its rows: payment, unsubscribe. At least payment.",
      "什么会结束它：payment、unsubscribe。至少要有 payment。",
      { widthPx: 170 },
    ),
    check,
  },
});

export type FlowRow = RowOf<typeof flows>;
