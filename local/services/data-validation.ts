// Data validation rules and their builder. Rules pass the door as plain data.
import { enumValue } from "./enums.ts";
import { lacking } from "./lacking.ts";
import { DataValidationCriteria } from "./sheet-enums.ts";

type GRule = GoogleAppsScript.Spreadsheet.DataValidation;
type GBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export interface RuleWire {
  readonly kind: string;
  readonly values: readonly (string | number | boolean)[];
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

const WIRE = Symbol("rule");

export function ruleWire(rule: GRule): RuleWire {
  return (rule as unknown as DataValidation)[WIRE];
}

export function ruleFrom(wire: RuleWire | null): GRule | null {
  return wire === null ? null : new DataValidation(wire);
}

class DataValidation extends lacking<GRule>("DataValidation") {
  readonly [WIRE]: RuleWire;

  constructor(wire: RuleWire) {
    super();
    this[WIRE] = wire;
  }

  override getAllowInvalid(): boolean {
    return this[WIRE].allowInvalid;
  }
  override getHelpText(): string {
    // Declared as a string, but null without a text.
    return this[WIRE].helpText as string;
  }
  override getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return enumValue(DataValidationCriteria, this[WIRE].kind);
  }
  override getCriteriaValues(): unknown[] {
    const { kind, values, showDropdown } = this[WIRE];
    return kind === "VALUE_IN_LIST" ? [values, showDropdown] : [...values];
  }
  override copy(): GBuilder {
    return new DataValidationBuilder(this[WIRE]);
  }
}

const EMPTY: RuleWire = {
  kind: "",
  values: [],
  showDropdown: true,
  allowInvalid: true,
  helpText: null,
};

export class DataValidationBuilder extends lacking<GBuilder>("DataValidationBuilder") {
  #wire: RuleWire;

  constructor(wire: RuleWire = EMPTY) {
    super();
    this.#wire = wire;
  }

  override build(): GRule {
    if (this.#wire.kind === "") throw new Error("A data validation rule needs a criterion.");
    return new DataValidation(this.#wire);
  }
  override copy(): GBuilder {
    return new DataValidationBuilder(this.#wire);
  }
  override setAllowInvalid(allowInvalid: boolean): this {
    this.#wire = { ...this.#wire, allowInvalid };
    return this;
  }
  override getAllowInvalid(): boolean {
    return this.#wire.allowInvalid;
  }
  override setHelpText(helpText: string): this {
    this.#wire = { ...this.#wire, helpText };
    return this;
  }
  override getHelpText(): string | null {
    return this.#wire.helpText;
  }
  override requireValueInList(values: unknown[], showDropdown = true): this {
    this.#require("VALUE_IN_LIST", values.map(String));
    this.#wire = { ...this.#wire, showDropdown };
    return this;
  }
  override requireCheckbox(): this {
    return this.#require("CHECKBOX", []);
  }
  override requireDate(): this {
    return this.#require("DATE_IS_VALID_DATE", []);
  }
  override requireNumberGreaterThan(number: number): this {
    return this.#require("NUMBER_GREATER_THAN", [number]);
  }
  override requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.#require("NUMBER_GREATER_THAN_OR_EQUAL_TO", [number]);
  }
  override requireNumberLessThan(number: number): this {
    return this.#require("NUMBER_LESS_THAN", [number]);
  }
  override requireNumberLessThanOrEqualTo(number: number): this {
    return this.#require("NUMBER_LESS_THAN_OR_EQUAL_TO", [number]);
  }
  override requireNumberBetween(start: number, end: number): this {
    return this.#require("NUMBER_BETWEEN", [start, end]);
  }
  override requireNumberEqualTo(number: number): this {
    return this.#require("NUMBER_EQUAL_TO", [number]);
  }
  override requireTextIsEmail(): this {
    return this.#require("TEXT_IS_VALID_EMAIL", []);
  }
  override requireTextIsUrl(): this {
    return this.#require("TEXT_IS_VALID_URL", []);
  }
  override requireTextContains(text: string): this {
    return this.#require("TEXT_CONTAINS", [text]);
  }
  override requireTextEqualTo(text: string): this {
    return this.#require("TEXT_EQUAL_TO", [text]);
  }
  override requireFormulaSatisfied(formula: string): this {
    return this.#require("CUSTOM_FORMULA", [formula]);
  }

  #require(kind: string, values: readonly (string | number)[]): this {
    this.#wire = { ...this.#wire, kind, values };
    return this;
  }
}
