// Flows, Steps and Cadence rows, checked together into rules. A wrong row names itself and stops its flow alone.
import type { CadenceRow, FlowRow, StepRow } from "../../sheets-schema/index";
import {
  asksByMail,
  type Flow,
  type RuleFault,
  type Rules,
  type Step,
  type Wait,
} from "../model/flow";
import { listOf } from "../model/list-cell";
import { DAY_MS, parseWait } from "../model/time";
import { RULE_FAULTS } from "../words/rule-faults";
import { checkStages } from "./check-stages";
import { type Fault, faultsOf, type Numbered, oneOf, SMALL_NAME, withFaults } from "./faults";
import { type Owned, stepOf, waitOf } from "./parse-steps";

export interface RuleTabs {
  readonly flows: readonly Numbered<FlowRow>[];
  readonly steps: readonly Numbered<StepRow>[];
  readonly cadence: readonly Numbered<CadenceRow>[];
  /** Names of the templates that have at least one row. */
  readonly templates: ReadonlySet<string>;
  /** Names of the offers. */
  readonly offers: ReadonlySet<string>;
}
export interface ParsedRules {
  readonly rules: Rules;
  readonly faults: readonly RuleFault[];
}

const PRESSES = /^press:(.+)$/;
const AFTER_FLOW = /^done:(.+)$/;
/** form:geo, press:lite, done:geo, or what Stripe tells of a payment. */
const ENTRY = /^((form|press|done):[a-z][a-z0-9_]*|payment\.failed|checkout\.expired)$/;
const ENTRY_WORDS = "form:…, press:…, done:…, payment.failed, checkout.expired";

export function parseRules(tabs: RuleTabs): ParsedRules {
  const faults: RuleFault[] = [];
  const rules = new Map<string, Flow>();
  const known = new Set(tabs.flows.map(({ cells }) => cells.flow).filter((name) => name !== ""));
  const steps = tabs.steps.flatMap((row) => stepOf(row, known, tabs.templates, faults));
  checkRepeatedNames(tabs.steps, faults);
  const waits = tabs.cadence.flatMap((row) => waitOf(row, known, faults));
  checkEntryWaits(waits, tabs.cadence, faults);
  for (const row of tabs.flows) {
    const { flow } = row.cells;
    if (flow === "") continue;
    const fault = faultsOf("Flows", flow, row.row, flow, faults);
    if (rules.has(flow)) fault("flow", flow, RULE_FAULTS.eachFlow);
    checkFlow(row, fault);
    checkEntries(row.cells, known, tabs.offers, fault);
    // Rows that are wrong by themselves would only be named a second time, as a gap.
    if (!faults.some((known) => known.flow === flow)) checkStages(flow, steps, waits, faults);
    if (!rules.has(flow)) rules.set(flow, flowOf(row.cells, steps, waits));
  }
  return { rules: withFaults(rules, faults), faults };
}

function flowOf(
  cells: FlowRow,
  steps: readonly Owned<Step>[],
  waits: readonly Owned<Wait>[],
): Flow {
  const flow: Flow = {
    flow: cells.flow,
    on: cells.on === "YES",
    entries: listOf(cells.entry),
    opensAs: cells.opens_as || "ACTIVE",
    reentry: reentryOf(cells.reentry) ?? null,
    steps: steps.filter((step) => step.flow === cells.flow),
    waits: waits.filter((wait) => wait.flow === cells.flow),
    confirms: cells.confirm === "YES",
    names: { en: cells.name_en.trim(), zh: cells.name_zh.trim() },
    fault: null,
  };
  return cells.confirm === "" ? { ...flow, confirms: asksByMail(flow) } : flow;
}

/** Undefined: not readable. A bare number counts days. */
function reentryOf(seen: string): Flow["reentry"] | undefined {
  const text = seen.trim().toLowerCase();
  if (text === "" || text === "never") return null;
  if (text === "each payment") return "payment";
  const ms = /^\d{1,5}$/.test(text) ? Number(text) * DAY_MS : parseWait(text);
  return ms ?? undefined;
}

function checkFlow({ cells, odd }: Numbered<FlowRow>, fault: Fault): void {
  if (!/^[a-z][a-z0-9_]*$/.test(cells.flow)) fault("flow", cells.flow, SMALL_NAME);
  if (cells.on === "") fault("on", odd.on ?? "", "YES, NO");
  if (odd.opens_as !== undefined) fault("opens_as", odd.opens_as, "ACTIVE, UNPAID, FAILED");
  if (odd.confirm !== undefined) fault("confirm", odd.confirm, "YES, NO");
  const reentry = reentryOf(cells.reentry);
  if (reentry === undefined) fault("reentry", cells.reentry, RULE_FAULTS.reentry);
  const ofPayments = listOf(cells.entry).some((entry) => /^(payment|checkout)\./.test(entry));
  if (reentry !== undefined && ofPayments !== (reentry === "payment")) {
    fault("reentry", cells.reentry, RULE_FAULTS.reentryPayment);
  }
  checkStops(cells.stops_on, fault);
}

/** No flow without a stop rule (R98). */
function checkStops(stopsOn: string, fault: Fault): void {
  const stops = listOf(stopsOn);
  const unknown = stops.filter((stop) => stop !== "payment" && stop !== "unsubscribe");
  if (!stops.includes("payment") || unknown.length > 0) {
    fault("stops_on", stopsOn, RULE_FAULTS.stopsOn);
  }
}

function checkEntries(
  { flow, entry }: FlowRow,
  flows: ReadonlySet<string>,
  offers: ReadonlySet<string>,
  fault: Fault,
): void {
  const entries = listOf(entry);
  const unread = entries.filter((one) => !ENTRY.test(one));
  if (unread.length > 0) fault("entry", unread.join(", "), ENTRY_WORDS);
  const pressed = entries.map((one) => PRESSES.exec(one)?.[1]).find(notIn(offers));
  if (pressed !== undefined) fault("entry", `press:${pressed}`, oneOf(offers));
  const after = entries.map((one) => AFTER_FLOW.exec(one)?.[1]);
  if (after.includes(flow)) {
    fault("entry", `done:${flow}`, RULE_FAULTS.noCircle);
  }
  const ended = after.find(notIn(flows));
  if (ended !== undefined) fault("entry", `done:${ended}`, oneOf(flows));
}

function notIn(names: ReadonlySet<string>) {
  return (name: string | undefined) => name !== undefined && !names.has(name);
}

/** The name is part of the send key: two steps of one name would count as one mail. */
function checkRepeatedNames(steps: RuleTabs["steps"], faults: RuleFault[]): void {
  const seen = new Set<string>();
  for (const { row, cells } of steps) {
    const { step, flow } = cells;
    if (step === "") continue;
    const fault = faultsOf("Steps", step, row, flow, faults);
    if (seen.has(step)) fault("step", step, RULE_FAULTS.eachStep);
    seen.add(step);
  }
}

/** Counted from entry, the stages of one row would all be due together, and a later stage before an earlier one. */
function checkEntryWaits(
  waits: readonly Owned<Wait>[],
  rows: RuleTabs["cadence"],
  faults: RuleFault[],
): void {
  for (const { row, cells } of rows) {
    const wait = waits.find((one) => one.flow === cells.flow && one.stageFrom === cells.stage_from);
    if (wait === undefined || wait.from !== "entry" || wait.until !== "") continue;
    const fault = faultsOf("Cadence", cells.row, row, cells.flow, faults);
    if (wait.stageTo > wait.stageFrom) fault("counts_from", "entry", RULE_FAULTS.entryOneStage);
    const before = waits.find(
      (one) => one.flow === wait.flow && one.from === "entry" && one.stageTo === wait.stageFrom - 1,
    );
    if (before !== undefined && before.waitMs >= wait.waitMs)
      fault("wait", cells.wait, RULE_FAULTS.entryLater);
  }
}
