// Steps and Cadence rows, each checked by itself.
import { type CadenceRow, CONCLUSIONS, SENT_ON, type StepRow } from "../../sheets-schema/index";
import type { RuleFault, Step, Wait } from "../model/flow";
import { listOf } from "../model/list-cell";
import { parseTimeOfDay } from "../model/send-window";
import { parseWait } from "../model/time";
import { RULE_FAULTS } from "../words/rule-faults";
import { type Fault, faultsOf, type Numbered, oneOf, SMALL_NAME, WHOLE } from "./faults";

/** With the row it stands in, so that what does not fit together can be named there. */
export type Owned<T> = T & { readonly flow: string; readonly row: number; readonly id: string };

/** With fewer, one of the last four would come again. */
const ROTATION_MIN = 5;
const EVENT = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/;

export function stepOf(
  { row, cells, odd }: Numbered<StepRow>,
  flows: ReadonlySet<string>,
  templates: ReadonlySet<string>,
  faults: RuleFault[],
): Owned<Step>[] {
  if (cells.step === "" && cells.flow === "") return [];
  const fault = faultsOf("Steps", cells.step, row, cells.flow, faults);
  const before = faults.length;
  const sentOn = cells.sent_on || "stage";
  if (!/^[a-z][a-z0-9_]*$/.test(cells.step)) fault("step", cells.step, SMALL_NAME);
  if (!flows.has(cells.flow)) fault("flow", cells.flow, oneOf(flows));
  if (odd.sent_on !== undefined) fault("sent_on", odd.sent_on, SENT_ON.join(", "));
  checkStage(cells, odd, sentOn, fault);
  if (odd.repeats !== undefined) fault("repeats", odd.repeats, "YES, NO");
  checkTemplates(cells, sentOn, templates, fault);
  if (cells.class === "") fault("class", odd.class ?? "", "service, marketing");
  const lateMaxMs = cells.late_max === "" ? null : parseWait(cells.late_max);
  if (cells.late_max !== "" && lateMaxMs === null) {
    fault("late_max", cells.late_max, RULE_FAULTS.lateMax);
  }
  if (faults.length > before || cells.class === "") return [];
  const stage = cells.stage ?? 0;
  return [
    {
      step: cells.step,
      flow: cells.flow,
      row,
      id: cells.step,
      sentOn,
      stage,
      stageTo: cells.repeats === "YES" ? Number.POSITIVE_INFINITY : stage,
      templates: listOf(cells.template),
      class: cells.class,
      lateMaxMs,
    },
  ];
}

function checkStage(
  { stage, repeats }: StepRow,
  odd: Numbered<StepRow>["odd"],
  sentOn: Step["sentOn"],
  fault: Fault,
): void {
  if (sentOn === "stage") {
    if (stage === null || stage < 0) fault("stage", odd.stage ?? String(stage ?? ""), WHOLE);
    return;
  }
  const empty = RULE_FAULTS.emptyFor(sentOn);
  if (stage !== null || odd.stage !== undefined) fault("stage", odd.stage ?? String(stage), empty);
  if (repeats === "YES") fault("repeats", repeats, empty);
}

function checkTemplates(
  { template, repeats }: StepRow,
  sentOn: Step["sentOn"],
  templates: ReadonlySet<string>,
  fault: Fault,
): void {
  const named = listOf(template);
  const unknown = named.filter((name) => !templates.has(name));
  if (named.length === 0 || unknown.length > 0) {
    fault("template", unknown.join(", "), oneOf(templates));
    return;
  }
  const rotates = repeats === "YES" && sentOn === "stage";
  if (rotates && new Set(named).size < ROTATION_MIN) {
    fault("template", template, RULE_FAULTS.rotation(ROTATION_MIN));
  }
  if (sentOn === "conclusion") {
    const missing = CONCLUSIONS.filter(
      (conclusion) => named.filter((name) => name.endsWith(`_${conclusion}`)).length !== 1,
    );
    if (missing.length > 0) {
      const endings = CONCLUSIONS.map((conclusion) => `…_${conclusion}`).join(", ");
      fault("template", template, oneEach(endings));
    }
  } else if (!rotates && named.length > 1) {
    fault("template", template, RULE_FAULTS.oneTemplate);
  }
}

function oneEach(endings: string): RuleFault["allowed"] {
  return RULE_FAULTS.oneEach(endings);
}

export function waitOf(
  { row, cells, odd }: Numbered<CadenceRow>,
  flows: ReadonlySet<string>,
  faults: RuleFault[],
): Owned<Wait>[] {
  if (cells.row === "" && cells.flow === "") return [];
  const fault = faultsOf("Cadence", cells.row, row, cells.flow, faults);
  const before = faults.length;
  const until = EVENT.test(cells.wait.trim()) ? cells.wait.trim() : "";
  const [span = "", ...hours] = cells.wait.split(/ at /i);
  const timesOfDay = hours.flatMap((hour) => parseTimeOfDay(hour) ?? []);
  const fits = hours.length === timesOfDay.length && hours.length < 2;
  const waitMs = until === "" ? (fits ? parseWait(span) : null) : 0;
  const stageTo = cells.stage_to ?? Number.POSITIVE_INFINITY;
  if (!flows.has(cells.flow)) fault("flow", cells.flow, oneOf(flows));
  if (cells.stage_from === null || cells.stage_from < 0) {
    fault("stage_from", odd.stage_from ?? String(cells.stage_from ?? ""), WHOLE);
  }
  if (odd.stage_to !== undefined || stageTo < (cells.stage_from ?? 0)) {
    fault("stage_to", odd.stage_to ?? String(stageTo), RULE_FAULTS.stageTo);
  }
  if (waitMs === null) fault("wait", cells.wait, RULE_FAULTS.wait);
  if (cells.counts_from === "") fault("counts_from", odd.counts_from ?? "", "entry, last mail");
  if (faults.length > before || waitMs === null || cells.counts_from === "") return [];
  const stageFrom = cells.stage_from ?? 0;
  const own = { flow: cells.flow, row, id: cells.row };
  const [timeOfDayMs] = timesOfDay;
  const then = timeOfDayMs === undefined ? {} : { timeOfDayMs };
  return [{ ...own, stageFrom, stageTo, waitMs, ...then, until, from: cells.counts_from }];
}
