// Data validation: what a rule allows. A rule is plain data, as the builder in the context makes it.
import type { Scalar } from "./cell.ts";

export interface ValidationRule {
  /** A name of DataValidationCriteria. */
  readonly kind: string;
  /** Dates are epoch milliseconds. */
  readonly values: readonly (string | number | boolean)[];
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

type Check = (value: Scalar, limits: readonly number[], rule: ValidationRule) => boolean;

const number =
  (test: (value: number, first: number, second: number) => boolean): Check =>
  (value, [first = 0, second = 0]) =>
    typeof value === "number" && test(value, first, second);

/** Kinds that are not here allow everything: their rule would need formulas or other ranges. */
const checks: Readonly<Record<string, Check>> = {
  VALUE_IN_LIST: (value, _, rule) =>
    rule.values.some((allowed) => String(allowed).toLowerCase() === textOf(value).toLowerCase()),
  CHECKBOX: (value) => typeof value === "boolean",
  DATE_IS_VALID_DATE: (value) => typeof value === "number",
  NUMBER_GREATER_THAN: number((value, first) => value > first),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, first) => value >= first),
  NUMBER_LESS_THAN: number((value, first) => value < first),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, first) => value <= first),
  NUMBER_EQUAL_TO: number((value, first) => value === first),
  NUMBER_NOT_EQUAL_TO: number((value, first) => value !== first),
  NUMBER_BETWEEN: number((value, first, second) => value >= first && value <= second),
  NUMBER_NOT_BETWEEN: number((value, first, second) => value < first || value > second),
  TEXT_IS_VALID_EMAIL: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)),
  TEXT_IS_VALID_URL: (value) => /^(https?:\/\/)?[^\s.]+\.[^\s]+$/i.test(String(value)),
  TEXT_CONTAINS: (value, _, rule) => String(value).includes(String(rule.values[0])),
  TEXT_DOES_NOT_CONTAIN: (value, _, rule) => !String(value).includes(String(rule.values[0])),
  TEXT_EQUAL_TO: (value, _, rule) => String(value) === String(rule.values[0]),
};

export function allows(rule: ValidationRule | null, value: Scalar): boolean {
  if (rule === null || rule.allowInvalid || value === "") return true;
  return checks[rule.kind]?.(value, rule.values.map(Number), rule) ?? true;
}

export function violationText(a1: string): string {
  return `The data you entered in cell ${a1} violates the data validation rules set on this cell.`;
}

function textOf(value: Scalar): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
