// What the self-test has tried on the platform, what it saw there, and how long the calls took.
import type { Words } from "../../sheets-schema/index";

export const PROBES = [
  "handler",
  "timer runs",
  "page",
  "text",
  "odd answers",
  "draft",
  "send",
  "draft list",
  "apostrophe",
  "user lock",
  "stripe heard",
  "at format",
  "row marks",
  "language",
  "zones",
  "narrow scope",
  "door minutes",
] as const;

export interface Probe {
  readonly name: (typeof PROBES)[number];
  /** Null: nothing depends on it, or only a person can see it. */
  readonly ok: boolean | null;
  /** As found: codes, values, the platform's own message. */
  readonly seen: Words;
}

/** How long one service call took. */
export interface CallTime {
  /** As Local's cost model names it. */
  readonly call: string;
  readonly ms: number;
  /** More for each cell, where a call carries many. */
  readonly cellMs?: number;
}

export interface Probed {
  readonly probes: readonly Probe[];
  readonly times: readonly CallTime[];
}
