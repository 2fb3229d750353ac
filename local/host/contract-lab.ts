// What makes a host a laboratory: it forks in memory, and service calls can be interrupted or fail as arranged.
import type { Host, HostOptions } from "./contract.ts";

/** No disk is touched, nothing outlives the process. */
export type MemoryOptions = Omit<HostOptions, "dataDir"> & { readonly memory: true };
/** What a fork may have of its own. */
export type ForkChange = Partial<Pick<HostOptions, "fetch" | "onSent" | "warm">>;

/** A service call that is about to be made. Handles, builders and the log are no calls. */
export interface CallPoint {
  /** Each execution of a host has a number of its own. */
  readonly execution: number;
  readonly function: string;
  /** Of this execution's calls, from 1 on. */
  readonly index: number;
  readonly op: string;
  /** How many executions this one has interrupted. */
  readonly depth: number;
}
export interface CallFault {
  readonly kind: "throw" | "kill";
  /** Before the call has acted, or after it acted and before the script learns of it. */
  readonly when: "before" | "after";
  /** Of a throw; a server error when absent. */
  readonly message?: string;
}
export type CallHook = (call: CallPoint) => CallFault | undefined;
/** A kill or an error at the k-th service call (1-based) of the next execution. */
export interface Fault extends CallFault {
  readonly atCall: number;
}

export type LockMethod = "tryLock" | "waitLock" | "releaseLock";
/** The weather of the platform: what goes wrong without a call being cut. */
export interface Trouble {
  /** A mail sent less than this ago is not found by a search. */
  readonly sentSearchLagMs: number;
  /** A draft that a person edits gets another id. */
  readonly draftIdsChange: boolean;
  /** The remaining quota is told as it was this long ago. What is enforced is exact. */
  readonly quotaLagMs: number;
  /** A day of a quota is always the last 24 hours. Set it before the first use. */
  readonly rollingQuota: boolean;
  /** late: each by one to nine minutes. twice: at once again. none: the time passes. */
  readonly ticks: "normal" | "late" | "twice" | "none";
  /** Of error texts and the account. */
  readonly language: "en" | "zh" | "de";
  /** These throw, with nothing done. */
  readonly lockErrors: readonly LockMethod[];
  /** Thirty others are running: whatever would start is refused. */
  readonly crowded: boolean;
}
/** In Gmail's own window. */
export type DraftAct =
  | {
      readonly kind: "edit";
      readonly to?: string;
      readonly subject?: string;
      readonly text?: string;
      readonly html?: string;
    }
  | { readonly kind: "send" | "delete" };

export interface Laboratory {
  /** From now on; what is not named stays as it is. */
  trouble(trouble: Partial<Trouble>): void;
  /** The platform stops a trigger without a word: still listed to scripts, it never fires again. */
  stopTrigger(id: string): void;
  actOnDraft(id: string, act: DraftAct, as?: string): void;
  /** The next execution meets this fault. */
  inject(fault: Fault): void;
  /**
   * Asked before each service call of every later execution until null is set. It may act through this same host:
   * then a person's act, or another execution from start to end, falls between two calls. Locks the interrupted one
   * holds stay taken; its clock runs on. What the hook throws is thrown once the execution has ended.
   */
  onCall(hook: CallHook | null): void;
  /** An independent copy of everything, in memory. What runs at this moment is not in it, as after a kill. */
  fork(change?: ForkChange): Host;
  /** Puts the sheets back to a version of this file (an earlier fork). Properties, triggers and mail stay as they are. */
  restore(version: Host): void;
  /** A copy of the spreadsheet as a host of its own. */
  openCopy(id: string): Host;
}
