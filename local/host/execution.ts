// One run of the script: who, why, what it called, what it has not flushed yet.
import type { QuotaName } from "./account.ts";
import type { Dialog, ExecutionRecord, Fault, MenuLine, Selected } from "./contract.ts";
import type { Rect } from "./grid/rect.ts";

/** Why the platform runs a function. */
export type Cause = "web" | "menu" | "clock" | "installedEdit" | "simpleEdit" | "open";

export interface Selection {
  readonly sheetId: number;
  readonly row: number;
  readonly col: number;
  /** Everything selected, in the order it was chosen; absent: the one cell. */
  readonly areas?: readonly Rect[];
}
export interface BufferedWrite {
  readonly op: string;
  readonly args: readonly unknown[];
}

export class Execution {
  readonly calls: string[] = [];
  readonly logs: string[] = [];
  readonly dialogs: Dialog[] = [];
  readonly menu: MenuLine[] = [];
  buffered: BufferedWrite[] = [];
  /** Uses of daily quotas that are booked when the run ends. */
  readonly used = new Map<QuotaName, number>();
  /** Why it died; empty while it lives. */
  deadBecause = "";
  /** A mistake in the host itself, to be thrown once the script has ended. */
  hostMistake: unknown = null;
  selection: Selection | null = null;
  /** Where the script has put the cursor. */
  moved: Selected | null = null;
  triggerId = "";
  answers: string[] = [];
  fault: Fault | null = null;
  /** Nobody is to know of it: it costs nothing and leaves no record. */
  quiet = false;
  number = 0;
  /** How many executions it has interrupted. */
  depth = 0;

  constructor(
    readonly functionName: string,
    readonly cause: Cause,
    readonly activeUser: string,
    readonly effectiveUser: string,
    readonly startedAt: number,
  ) {}

  get simple(): boolean {
    return this.cause === "open" || this.cause === "simpleEdit";
  }

  get hasUi(): boolean {
    return this.cause === "menu" || this.cause === "open";
  }

  record(endedAt: number, outcome: ExecutionRecord["outcome"], error: string): ExecutionRecord {
    return {
      function: this.functionName,
      startedAt: this.startedAt,
      endedAt,
      calls: this.calls,
      logs: this.logs,
      outcome,
      error,
    };
  }
}
