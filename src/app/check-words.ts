// One line of Start here before it is written.
import type { StartHereRow, Words } from "../../sheets-schema/index";

export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly ready: Words;
  readonly open: Words;
}

export function lineOf(
  { check, ok, ready, open }: Check,
  language: keyof Words,
  now: number,
): StartHereRow {
  return { check, state: ok ? "✓" : "✗", what_to_do: (ok ? ready : open)[language], at: now };
}

export function words(en: string, zh: string): Words {
  return { en, zh };
}
