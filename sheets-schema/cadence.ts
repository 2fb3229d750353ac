// Cadence: how long a row waits at each stage.
import { check } from "./check-column";
import { choice, defineTab, integer, type RowOf, text } from "./column";

export const cadence = defineTab({
  name: "Cadence",
  place: "back",
  about: { en: "How long a row waits at each stage.", zh: "每个阶段等待多久。" },
  idColumn: "row",
  columns: {
    row: text("person", "Name of this line, e.g. geo-0.", "本行代号，例如 geo-0。", {
      widthPx: 110,
    }),
    flow: text("person", "The flow.", "流程。", { widthPx: 110 }),
    stage_from: integer("person", "First stage this wait holds for.", "起始阶段。"),
    stage_to: integer(
      "person",
      "Last stage it holds for. Empty: for ever.",
      "结束阶段。空：一直如此。",
    ),
    wait: text(
      "person",
      "How long: 0, 30 min, 48 h or 7 d; 3 d at 09:00: then at the next 09:00 by the reader's clock. Or the event it waits for, e.g. free_check.result.",
      "等待时间：0、30 min、48 h 或 7 d；3 d at 09:00：满 3 天后，在对方当地下一个 09:00。或所等待的事件，例如 free_check.result。",
    ),
    counts_from: choice(
      "person",
      ["entry", "last mail"],
      "The wait counts from entry into the flow or from the last mail.",
      "从进入流程起算，或从上一封邮件起算。",
    ),
    proposed_wait: text(
      "person",
      "Another wait to try: menu Preview cadence change says how many rows it moves, and asks before it holds.",
      "想改成的等待时间：菜单“预览节奏改动”会先说明影响多少行，确认后才生效。",
    ),
    check,
  },
});

export type CadenceRow = RowOf<typeof cadence>;
