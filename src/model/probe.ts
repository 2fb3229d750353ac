// What the self-test has tried on the platform and seen there. The app puts it into words.

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
  /** As found, in a few words: codes, values, the platform's own message. */
  readonly seen: string;
}
