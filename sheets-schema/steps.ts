// Steps: one row per mail of a flow.
import { check } from "./check-column";
import { choice, defineTab, integer, type RowOf, text } from "./column";

export const SENT_ON = ["stage", "entry", "paid", "conclusion"] as const;

export const steps = defineTab({
  name: "Steps",
  place: "back",
  about: { en: "One row per mail of a flow.", zh: "流程中的每封邮件一行。" },
  idColumn: "step",
  columns: {
    step: text("person", "Short name of the step.", "步骤代号。", { widthPx: 110 }),
    flow: text("person", "The flow it belongs to.", "所属流程。", { widthPx: 110 }),
    sent_on: choice(
      "person",
      SENT_ON,
      "stage or empty: by Cadence, then the stage goes up by one. entry: a receipt at once, the stage stays. paid: delivery after payment. conclusion: when the conclusion is set.",
      "stage 或空：按 Cadence 发送，之后阶段加一。entry：进入时立即发回执，阶段不变。paid：付款后交付。conclusion：填写结论后。",
      { widthPx: 90 },
    ),
    stage: integer(
      "person",
      "It is sent to rows at this stage. Empty for entry, paid and conclusion.",
      "发给处于此阶段的行。entry、paid、conclusion 留空。",
    ),
    repeats: choice(
      "person",
      ["YES", "NO"],
      "YES: also sent at every later stage, taking its templates in turn.",
      "YES：之后每个阶段也发送，轮流使用所列模板。",
      { widthPx: 70 },
    ),
    template: text(
      "person",
      "The template to send. Several, separated by commas: for repeats taken in turn, never one of the last four; for conclusion the one that ends with the conclusion.",
      "所用模板。多个用逗号分隔：repeats 时轮流使用，不重复最近四封；conclusion 时用以该结论结尾的模板。",
      { widthPx: 170 },
    ),
    class: choice(
      "person",
      ["service", "marketing"],
      "service: the reader asked for it. marketing: goes only with consent.",
      "service：对方索取的。marketing：须有同意。",
    ),
    late_max: text(
      "person",
      "How late it may still go, e.g. 72 h; after that it is left out. Empty: a late marketing mail gets a new time.",
      "最多可晚多久，例如 72 h；超过则不再发送。空：晚到的营销邮件会重新排期。",
      { widthPx: 90 },
    ),
    check,
  },
});

export type StepRow = RowOf<typeof steps>;
