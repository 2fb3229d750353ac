// One line of Start here before it is written.
import type { Words } from "../../sheets-schema/index";

export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly ready: Words;
  readonly open: Words;
}

export function words(en: string, zh: string): Words {
  return { en, zh };
}
