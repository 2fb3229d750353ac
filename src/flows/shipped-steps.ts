// Which mail goes when: the steps and the cadence of the shipped flows (R69–R78).
import { type CadenceRow, CONCLUSIONS, type StepRow } from "../../sheets-schema/index";

const LITE_DRIP_STAGES = 10;
/** Their words hold at any time, so they may come again for ever. */
const EVERGREEN = ["lite_2", "lite_3", "lite_5", "lite_6", "lite_8", "lite_9"];

type Given = Pick<StepRow, "step" | "flow" | "class"> & Partial<StepRow>;

function step(given: Given): StepRow {
  return {
    sent_on: "stage",
    stage: null,
    repeats: "NO",
    template: given.step,
    late_max: "",
    check: "",
    ...given,
  };
}

const drip = Array.from({ length: LITE_DRIP_STAGES }, (_, stage) =>
  step({ step: `lite_${stage + 1}`, flow: "lite", stage, class: "marketing" }),
);

export const shippedSteps: readonly StepRow[] = [
  step({ step: "geo_1", flow: "geo", stage: 0, class: "service" }),
  step({ step: "geo_2", flow: "geo", stage: 1, class: "marketing" }),
  step({ step: "free_check_receipt", flow: "free_check", stage: 0, class: "service" }),
  step({ step: "free_check_result", flow: "free_check", stage: 1, class: "service" }),
  step({ step: "lite_receipt", flow: "lite", sent_on: "entry", class: "service" }),
  ...drip,
  step({
    step: "lite_again",
    flow: "lite",
    stage: LITE_DRIP_STAGES,
    repeats: "YES",
    template: EVERGREEN.join(", "),
    class: "marketing",
  }),
  step({ step: "lite_delivery", flow: "lite", sent_on: "paid", class: "service" }),
  step({
    step: "lite_conclusion",
    flow: "lite",
    sent_on: "conclusion",
    template: CONCLUSIONS.map((conclusion) => `lite_conclusion_${conclusion}`).join(", "),
    class: "service",
  }),
  step({
    step: "stripe_failed_1",
    flow: "stripe_failed",
    stage: 0,
    class: "service",
    late_max: "72 h",
  }),
  step({
    step: "stripe_failed_2",
    flow: "stripe_failed",
    stage: 1,
    class: "service",
    late_max: "72 h",
  }),
  step({ step: "course_delivery", flow: "course", sent_on: "paid", class: "service" }),
  step({ step: "geo_to_lite", flow: "geo_to_lite", stage: 0, class: "marketing" }),
  step({
    step: "checkout_open",
    flow: "checkout_open",
    stage: 0,
    class: "service",
    late_max: "72 h",
  }),
];

type Line = readonly [
  flow: string,
  from: number,
  to: number | null,
  wait: string,
  CadenceRow["counts_from"],
];

const LINES: readonly Line[] = [
  ["geo", 0, 0, "0", "entry"],
  ["geo", 1, 1, "48 h", "last mail"],
  ["free_check", 0, 0, "0", "entry"],
  ["free_check", 1, 1, "free_check.result", "last mail"],
  ["lite", 0, 0, "72 h", "entry"],
  ["lite", 1, 4, "7 d", "last mail"],
  ["lite", 5, 6, "15 d", "last mail"],
  ["lite", 7, 8, "30 d", "last mail"],
  ["lite", 9, 9, "60 d", "last mail"],
  ["lite", 10, null, "90 d", "last mail"],
  ["stripe_failed", 0, 0, "6 h", "entry"],
  ["stripe_failed", 1, 1, "24 h", "entry"],
  ["geo_to_lite", 0, 0, "7 d", "entry"],
  ["checkout_open", 0, 0, "1 h", "entry"],
];

export const shippedCadence: readonly CadenceRow[] = LINES.map(
  ([flow, from, to, wait, counts_from]) => ({
    row: `${flow}-${from}`,
    flow,
    stage_from: from,
    stage_to: to,
    wait,
    counts_from,
    proposed_wait: "",
    check: "",
  }),
);
