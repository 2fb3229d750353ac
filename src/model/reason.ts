// The closed list of reasons, with the words a person reads in `why`, `reason` and the run's summary.
import type { Words } from "../../sheets-schema/index";
import { COCKPIT } from "../words/reasons-cockpit";
import { TOLD } from "../words/reasons-event";
import { HELD } from "../words/reasons-held";
import { MAIL_REASONS } from "../words/reasons-mail";
import { PACE } from "../words/reasons-pace";
import { WHY } from "../words/reasons-why";

export const REASONS = { ...WHY, ...TOLD, ...COCKPIT, ...PACE, ...MAIL_REASONS, ...HELD } as const;

export type ReasonCode = keyof typeof REASONS;
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, ReasonValue>>;
}
/** Plain text, words in both languages, or a reason of its own. */
export type ReasonValue = string | Words | Reason;

export function reason(
  code: ReasonCode,
  values: Readonly<Record<string, ReasonValue>> = {},
): Reason {
  return { code, values };
}

/** The reason as a person reads it. */
export function say(given: Reason, language: keyof Words): string {
  return REASONS[given.code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = given.values[name];
    return value === undefined ? whole : sayValue(value, language);
  });
}

function sayValue(value: ReasonValue, language: keyof Words): string {
  if (typeof value === "string") return value;
  return "code" in value ? say(value, language) : value[language];
}
