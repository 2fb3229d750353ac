// The rules of the flows after checking: what the engine walks by.

import type { Words } from "../../sheets-schema/index";

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
  /** A fault in any of its rows: the flow sends nothing until it is mended. Null: none. */
  readonly fault: Words | null;
}
export type Rules = ReadonlyMap<string, Flow>;

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
  const en = seen === "" ? "is empty" : `is "${seen}"`;
  const zh = seen === "" ? "为空" : `为“${seen}”`;
  return {
    en: `${tab} row ${row}, ${column} ${en}; allowed: ${both.en}`,
    zh: `${tab} 第 ${row} 行，${column} ${zh}；可填：${both.zh}`,
  };
}
