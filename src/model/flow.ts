// The rules of the flows after checking: what the engine walks by.

export type MailClass = "service" | "marketing";

export interface Step {
  readonly step: string;
  readonly stage: number;
  readonly template: string;
  readonly class: MailClass;
}
export interface Wait {
  readonly stageFrom: number;
  /** Infinity: for ever. */
  readonly stageTo: number;
  readonly waitMs: number;
  readonly from: "entry" | "last mail";
}
export interface Flow {
  readonly flow: string;
  readonly on: boolean;
  readonly entries: readonly string[];
  /** Null: nobody enters twice. */
  readonly reentryMs: number | null;
  readonly steps: readonly Step[];
  readonly waits: readonly Wait[];
  /** A fault in any of its rows: the flow sends nothing until it is mended. */
  readonly fault: string;
}
export type Rules = ReadonlyMap<string, Flow>;

/** One wrong cell: what was seen and what is allowed. */
export interface RuleFault {
  readonly tab: "Flows" | "Steps" | "Cadence" | "Templates" | "Offers" | "Settings";
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly seen: string;
  readonly allowed: string;
  /** Empty when the fault stops no flow. */
  readonly flow: string;
}

export function sayFault(fault: RuleFault): string {
  const seen = fault.seen === "" ? "is empty" : `is "${fault.seen}"`;
  return `${fault.tab} row ${fault.row}, ${fault.column} ${seen}; allowed: ${fault.allowed}`;
}
