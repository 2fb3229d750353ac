// Steps: one row per mail of a flow.
import { check } from "./check-column";
import { choice, defineTab, integer, type RowOf, text } from "./column";

export const steps = defineTab({
  name: "Steps",
  place: "back",
  about: { en: "One row per mail of a flow.", zh: "流程中的每封邮件一行。" },
  idColumn: "step",
  columns: {
    step: text("person", "Short name of the step.", "步骤代号。", { widthPx: 110 }),
    flow: text("person", "The flow it belongs to.", "所属流程。", { widthPx: 110 }),
    stage: integer(
      "person",
      "It is sent to rows at this stage, then the stage goes up by one.",
      "发给处于此阶段的行，发送后阶段加一。",
    ),
    template: text("person", "The template to send.", "所用模板。", { widthPx: 130 }),
    class: choice(
      "person",
      ["service", "marketing"],
      "service: the reader asked for it. marketing: goes only with consent.",
      "service：对方索取的。marketing：须有同意。",
    ),
    check,
  },
});

export type StepRow = RowOf<typeof steps>;
