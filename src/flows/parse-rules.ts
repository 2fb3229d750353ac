// Flows, Steps and Cadence rows, checked together into rules. A wrong row names itself and stops its flow alone.
import type { CadenceRow, FlowRow, StepRow, Words } from "../../sheets-schema/index";
import type { Flow, RuleFault, Rules, Step, Wait } from "../model/flow";
import { sayFault } from "../model/flow";
import { listOf } from "../model/list-cell";
import { DAY_MS, parseWait } from "../model/time";

interface Numbered<R> {
  readonly row: number;
  readonly cells: R;
  readonly odd: Readonly<Partial<Record<string, string>>>;
}
export interface RuleTabs {
  readonly flows: readonly Numbered<FlowRow>[];
  readonly steps: readonly Numbered<StepRow>[];
  readonly cadence: readonly Numbered<CadenceRow>[];
  /** Names of the templates that have at least one row. */
  readonly templates: ReadonlySet<string>;
}
export interface ParsedRules {
  readonly rules: Rules;
  readonly faults: readonly RuleFault[];
}

const SMALL_NAME = { en: "small letters, digits and _", zh: "小写字母、数字和 _" };
/** form:geo, or the type of another event. */
const ENTRY = /^(form:[a-z][a-z0-9_]*|[a-z]+(\.[a-z_]+)+)$/;
const ENTRY_WORDS = { en: "form:… or the type of an event", zh: "form:… 或事件类型" };
const WHOLE = { en: "a whole number ≥ 0", zh: "不小于 0 的整数" };

function oneOf(names: ReadonlySet<string>): Words {
  const list = [...names].join(", ");
  return { en: `one of ${list}`, zh: `其中之一：${list}` };
}

export function parseRules(tabs: RuleTabs): ParsedRules {
  const faults: RuleFault[] = [];
  const rules = new Map<string, Flow>();
  const known = new Set(tabs.flows.map(({ cells }) => cells.flow));
  const steps = tabs.steps.flatMap((row) => stepOf(row, known, tabs.templates, faults));
  const waits = tabs.cadence.flatMap((row) => waitOf(row, known, faults));
  for (const row of tabs.flows) {
    if (row.cells.flow === "") continue;
    const flow = flowOf(row, steps, waits, faults, rules.has(row.cells.flow));
    if (!rules.has(flow.flow)) rules.set(flow.flow, flow);
  }
  return { rules: withFaults(rules, faults), faults };
}

type Owned<T> = T & { readonly flow: string };

function flowOf(
  { row, cells, odd }: Numbered<FlowRow>,
  steps: readonly Owned<Step>[],
  waits: readonly Owned<Wait>[],
  faults: RuleFault[],
  repeated: boolean,
): Flow {
  const flow = cells.flow;
  const fault = faultsOf("Flows", flow, row, flow, faults);
  const ownSteps = steps.filter((step) => step.flow === flow);
  const ownWaits = waits.filter((wait) => wait.flow === flow);
  if (repeated) fault("flow", flow, { en: "each flow once", zh: "每个流程只出现一次" });
  if (!/^[a-z][a-z0-9_]*$/.test(flow)) fault("flow", flow, SMALL_NAME);
  if (cells.on === "") fault("on", odd.on ?? "", "YES, NO");
  if (odd.reentry_days !== undefined || (cells.reentry_days ?? 0) < 0) {
    fault("reentry_days", odd.reentry_days ?? String(cells.reentry_days), {
      en: "empty or days ≥ 0",
      zh: "空，或不小于 0 的天数",
    });
  }
  const unread = listOf(cells.entry).filter((entry) => !ENTRY.test(entry));
  if (unread.length > 0) fault("entry", unread.join(", "), ENTRY_WORDS);
  checkStops(cells.stops_on, fault);
  checkStages(ownSteps, ownWaits, fault);
  return {
    flow,
    on: cells.on === "YES",
    entries: listOf(cells.entry),
    reentryMs: cells.reentry_days === null ? null : cells.reentry_days * DAY_MS,
    steps: ownSteps,
    waits: ownWaits,
    fault: null,
  };
}

type Fault = (column: string, seen: string, allowed: RuleFault["allowed"]) => void;

/** No flow without a stop rule (R98). */
function checkStops(stopsOn: string, fault: Fault): void {
  const stops = listOf(stopsOn);
  const unknown = stops.filter((stop) => stop !== "payment" && stop !== "unsubscribe");
  if (!stops.includes("payment") || unknown.length > 0) {
    fault("stops_on", stopsOn, {
      en: "payment, or payment, unsubscribe",
      zh: "payment，或 payment, unsubscribe",
    });
  }
}

/** Every stage that has a step has one step and exactly one wait, and no wait is for nothing. */
function checkStages(steps: readonly Step[], waits: readonly Wait[], fault: Fault): void {
  for (const step of steps) {
    const same = steps.filter((other) => other.stage === step.stage).length;
    if (same > 1)
      fault("flow", `${same} steps at stage ${step.stage}`, {
        en: "one step a stage",
        zh: "每个阶段一个步骤",
      });
    const covering = waits.filter((wait) => covers(wait, step.stage)).length;
    if (covering !== 1) {
      fault("flow", `${covering} Cadence rows for stage ${step.stage}`, {
        en: "one Cadence row a stage",
        zh: "每个阶段在 Cadence 中一行",
      });
    }
  }
  for (const { stageFrom, stageTo } of waits) {
    const to = Number.isFinite(stageTo) ? stageTo : stageFrom;
    const staged = steps.filter(({ stage }) => stageFrom <= stage && stage <= to).length;
    if (staged < to - stageFrom + 1) {
      fault("flow", `stage ${stageFrom}–${to} has a wait in Cadence and no step`, {
        en: "one Steps row a stage",
        zh: "每个阶段在 Steps 中一行",
      });
    }
  }
}

export function covers(wait: Wait, stage: number): boolean {
  return wait.stageFrom <= stage && stage <= wait.stageTo;
}

function stepOf(
  { row, cells, odd }: Numbered<StepRow>,
  flows: ReadonlySet<string>,
  templates: ReadonlySet<string>,
  faults: RuleFault[],
): Owned<Step>[] {
  if (cells.step === "" && cells.flow === "") return [];
  const fault = faultsOf("Steps", cells.step, row, cells.flow, faults);
  const before = faults.length;
  if (!/^[a-z][a-z0-9_]*$/.test(cells.step)) fault("step", cells.step, SMALL_NAME);
  if (!flows.has(cells.flow)) fault("flow", cells.flow, oneOf(flows));
  if (cells.stage === null || cells.stage < 0) {
    fault("stage", odd.stage ?? String(cells.stage ?? ""), WHOLE);
  }
  if (!templates.has(cells.template)) {
    fault("template", cells.template, oneOf(templates));
  }
  if (cells.class === "") fault("class", odd.class ?? "", "service, marketing");
  if (faults.length > before || cells.stage === null || cells.class === "") return [];
  const { step, flow, stage, template } = cells;
  return [{ step, flow, stage, template, class: cells.class }];
}

function waitOf(
  { row, cells, odd }: Numbered<CadenceRow>,
  flows: ReadonlySet<string>,
  faults: RuleFault[],
): Owned<Wait>[] {
  if (cells.row === "" && cells.flow === "") return [];
  const fault = faultsOf("Cadence", cells.row, row, cells.flow, faults);
  const before = faults.length;
  const waitMs = parseWait(cells.wait);
  const stageTo = cells.stage_to ?? Number.POSITIVE_INFINITY;
  if (!flows.has(cells.flow)) fault("flow", cells.flow, oneOf(flows));
  if (cells.stage_from === null || cells.stage_from < 0) {
    fault("stage_from", odd.stage_from ?? "", WHOLE);
  }
  if (odd.stage_to !== undefined || stageTo < (cells.stage_from ?? 0)) {
    fault("stage_to", odd.stage_to ?? String(stageTo), {
      en: "empty or a whole number ≥ stage_from",
      zh: "空，或不小于 stage_from 的整数",
    });
  }
  if (waitMs === null)
    fault("wait", cells.wait, { en: "0, 30 min, 48 h or 7 d", zh: "0、30 min、48 h 或 7 d" });
  if (cells.counts_from === "") fault("counts_from", odd.counts_from ?? "", "entry, last mail");
  if (faults.length > before || waitMs === null || cells.counts_from === "") return [];
  const stageFrom = cells.stage_from ?? 0;
  return [{ flow: cells.flow, stageFrom, stageTo, waitMs, from: cells.counts_from }];
}

function faultsOf(
  tab: RuleFault["tab"],
  id: string,
  row: number,
  flow: string,
  faults: RuleFault[],
): Fault {
  return (column, seen, allowed) => faults.push({ tab, id, row, column, seen, allowed, flow });
}

function withFaults(rules: Rules, faults: readonly RuleFault[]): Rules {
  const first = (flow: string) => faults.find((fault) => fault.flow === flow);
  return new Map(
    [...rules].map(([name, flow]) => {
      const fault = first(name);
      return [name, fault === undefined ? flow : { ...flow, fault: sayFault(fault) }] as const;
    }),
  );
}
