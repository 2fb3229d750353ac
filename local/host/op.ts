// The forms of a service call. A table of ops is all the script can reach from its context.
import type { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";

export interface Call {
  readonly platform: Platform;
  readonly execution: Execution;
  /** Cells or rows worked on, for the cost model. */
  cells: number;
}
type Run = (call: Call, ...args: never[]) => unknown;

export interface Op {
  /** free: a handle, costs nothing. reads and acts: flush first. writes: buffered. plain: neither. */
  readonly form: "free" | "reads" | "acts" | "writes" | "plain";
  readonly run: (call: Call, ...args: readonly unknown[]) => unknown;
}
export type OpTable = Readonly<Record<string, Op>>;

const form =
  (kind: Op["form"]) =>
  (run: Run): Op => ({ form: kind, run: run as Op["run"] });

/** Handles, builders and what a held object knows: no call to Google. */
export const free = form("free");
/** Needs what was written so far, so buffered writes go out first. */
export const reads = form("reads");
/** Changes the sheet's structure at once, after buffered writes. */
export const acts = form("acts");
/** Waits in the buffer for a flush, a read or the end of the execution. */
export const writes = form("writes");
/** A counted call that has nothing to do with the sheet's buffer. */
export const plain = form("plain");
