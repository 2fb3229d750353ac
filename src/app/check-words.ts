// One line of Start here before it is written.
import type { StartHereRow, Words } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import { CHECK_NAMES } from "../words/start";

export interface Check {
  /** Names the line for ever. */
  readonly id: string;
  readonly ok: boolean;
  readonly ready: Words;
  readonly open: Words;
}
/** What the machine writes of a line; `do` and `answer` belong to whoever presses there. */
export type StartLine = Omit<StartHereRow, "do" | "answer">;

export function lineOf(
  { id, ok, ready, open }: Check,
  language: keyof Words,
  now: number,
): StartLine {
  const what_to_do = (ok ? ready : open)[language];
  const check = checkName(id)[language];
  return { id, check, state: ok ? "✓" : "✗", what_to_do, at: now };
}

export function checkName(id: string): Words {
  return ownValue(CHECK_NAMES, id) ?? { en: id, zh: id };
}
