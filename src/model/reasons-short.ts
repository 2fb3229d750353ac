// Why mails were held back, in the few words of a run's summary; the whole reason stands in each row's `why`.
import type { Words } from "../../sheets-schema/index";
import { REASONS_SHORT } from "../words/reasons-short";
import { ownValue } from "./own-value";
import type { ReasonCode } from "./reason";

const SHORT: Readonly<Partial<Record<ReasonCode, Words>>> = REASONS_SHORT;

/** `code`: as a run's report counts them. */
export function shortWords(code: string, language: keyof Words): string {
  return ownValue<Words>(SHORT, code)?.[language] ?? code;
}
