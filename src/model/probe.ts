// What the self-test has tried on the platform and seen there.
import type { Words } from "../../sheets-schema/index";

export const PROBES = [
  "handler",
  "page",
  "text",
  "draft",
  "apostrophe",
  "at format",
  "user lock",
  "draft list",
] as const;

export interface Probe {
  readonly name: (typeof PROBES)[number];
  readonly ok: boolean;
  /** As found: codes, values, the platform's own message. */
  readonly seen: Words;
}
