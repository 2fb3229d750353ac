// The rules of the flows after checking: what the engine walks by.

import type { OPEN_STATUSES, SENT_ON, Words } from "../../sheets-schema/index";
import { FAULT_LINE } from "../words/rule-faults";

export type MailClass = "service" | "marketing";

export interface Step {
  readonly step: string;
  /** stage: by the cadence. The others go beside it, once: on entry, after payment, when the conclusion is set. */
  readonly sentOn: (typeof SENT_ON)[number];
  /** First stage it is sent at; 0 for those beside the cadence. */
  readonly stage: number;
  /** Infinity for a step that repeats. */
  readonly stageTo: number;
  /** More than one: taken in turn when it repeats, chosen by its ending for a conclusion. */
  readonly templates: readonly string[];
  readonly class: MailClass;
  /** How late it may still go; null: a late marketing mail is timed anew. */
  readonly lateMaxMs: number | null;
}
export interface Wait {
  readonly stageFrom: number;
  /** Infinity: for ever. */
  readonly stageTo: number;
  readonly waitMs: number;
  /** After that the first such time of day by the reader's clock; absent: at once. */
  readonly timeOfDayMs?: number;
  /** The event it waits for instead of a time, "" when none. */
  readonly until: string;
  readonly from: "entry" | "last mail";
}
export interface Flow {
  readonly flow: string;
  readonly on: boolean;
  readonly entries: readonly string[];
  readonly opensAs: (typeof OPEN_STATUSES)[number];
  /** Milliseconds after which a DONE person may enter again; null: never; "payment": once per failed payment. */
  readonly reentry: number | null | "payment";
  readonly steps: readonly Step[];
  readonly waits: readonly Wait[];
  /** Flows `confirm`: its marketing waits until who came by its form has confirmed. */
  readonly confirms: boolean;
  /** What its readers know it as; "": nothing is said. */
  readonly names: Words;
  /** A fault in any of its rows: the flow sends nothing until it is mended. Null: none. */
  readonly fault: Words | null;
}
export type Rules = ReadonlyMap<string, Flow>;

/** The mail of a stage, if there is one. */
export function stepAt(flow: Flow, stage: number): Step | undefined {
  return flow.steps.find(
    (step) => step.sentOn === "stage" && step.stage <= stage && stage <= step.stageTo,
  );
}

export function waitAt(flow: Flow, stage: number): Wait | undefined {
  return flow.waits.find(({ stageFrom, stageTo }) => stageFrom <= stage && stage <= stageTo);
}

/** A wait in words that change when, and only when, the rule does. */
export function waitText({ waitMs, timeOfDayMs, until, from }: Wait): string {
  const then = timeOfDayMs === undefined ? "" : ` at ${timeOfDayMs}`;
  return until === "" ? `${waitMs} ${from}${then}` : until;
}

/** The mail a person asks for: the receipt, or the first of the cadence. */
export function firstMail(flow: Flow): Step | undefined {
  return flow.steps.find(({ sentOn }) => sentOn === "entry") ?? stepAt(flow, 0);
}

/** Its form is answered with nothing that was asked for: a mail of its own asks to confirm. */
export function asksByMail(flow: Flow): boolean {
  const byForm = flow.entries.some((entry) => entry.startsWith("form:"));
  return byForm && firstMail(flow)?.class === "marketing";
}

/** One wrong cell: what was seen and what is allowed. */
export interface RuleFault {
  readonly tab: "Flows" | "Steps" | "Cadence" | "Templates" | "Offers" | "Settings";
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly seen: string;
  /** Plain where it reads the same in both languages. */
  readonly allowed: string | Words;
  /** Empty when the fault stops no flow. */
  readonly flow: string;
}

export function sayFault({ tab, row, column, seen, allowed }: RuleFault): Words {
  const both = typeof allowed === "string" ? { en: allowed, zh: allowed } : allowed;
  const is = seen === "" ? FAULT_LINE.empty : FAULT_LINE.seen(seen);
  return FAULT_LINE.line(tab, row, column, is, both);
}
