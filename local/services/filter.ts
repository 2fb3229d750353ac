// A sheet's filter and the criteria of its columns. Criteria pass the door as plain data.
import { call } from "./door.ts";
import { enumValue } from "./enums.ts";
import { lacking } from "./lacking.ts";
import type { Rect } from "./range-area.ts";
import { BooleanCriteria, RelativeDate } from "./sheet-enums.ts";
import { rangeFor } from "./sheet-registry.ts";

type GFilter = GoogleAppsScript.Spreadsheet.Filter;
type GCriteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type GBuilder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;
type GRelativeDate = GoogleAppsScript.Spreadsheet.RelativeDate;

interface CriterionWire {
  readonly hidden: readonly string[];
  readonly condition: {
    readonly kind: string;
    readonly values: readonly (string | number)[];
  } | null;
}
interface FilterWire {
  readonly rect: Rect;
  readonly criteria: Readonly<Record<string, CriterionWire>>;
}

const WIRE = Symbol("criterion");
const NOTHING: CriterionWire = { hidden: [], condition: null };

export class Filter extends lacking<GFilter>("Filter") {
  readonly #sheetId: number;

  constructor(sheetId: number) {
    super();
    this.#sheetId = sheetId;
  }

  override getRange(): GoogleAppsScript.Spreadsheet.Range {
    return rangeFor(this.#sheetId, this.#wire().rect);
  }
  override getColumnFilterCriteria(column: number): GCriteria | null {
    const wire = this.#wire().criteria[String(column)];
    return wire === undefined ? null : new FilterCriteria(wire);
  }
  override setColumnFilterCriteria(column: number, criteria: GCriteria | null): this {
    const wire = criteria === null ? null : (criteria as unknown as FilterCriteria)[WIRE];
    call("Filter.setCriterion", this.#sheetId, column, wire);
    return this;
  }
  override removeColumnFilterCriteria(column: number): this {
    return this.setColumnFilterCriteria(column, null);
  }
  override sort(column: number, ascending: boolean): this {
    call("Filter.sort", this.#sheetId, column, ascending);
    return this;
  }
  override remove(): void {
    call("Filter.remove", this.#sheetId);
  }

  #wire(): FilterWire {
    return call("Filter.read", this.#sheetId);
  }
}

class FilterCriteria extends lacking<GCriteria>("FilterCriteria") {
  readonly [WIRE]: CriterionWire;

  constructor(wire: CriterionWire) {
    super();
    this[WIRE] = wire;
  }

  override copy(): GBuilder {
    return new FilterCriteriaBuilder(this[WIRE]);
  }
  override getHiddenValues(): string[] {
    return [...this[WIRE].hidden];
  }
  override getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return typeOf(this[WIRE]);
  }
  override getCriteriaValues(): unknown[] {
    return valuesOf(this[WIRE]);
  }
}

export class FilterCriteriaBuilder extends lacking<GBuilder>("FilterCriteriaBuilder") {
  #wire: CriterionWire;

  constructor(wire: CriterionWire = NOTHING) {
    super();
    this.#wire = wire;
  }

  override build(): GCriteria {
    return new FilterCriteria(this.#wire);
  }
  override copy(): GBuilder {
    return new FilterCriteriaBuilder(this.#wire);
  }
  override getHiddenValues(): string[] {
    return [...this.#wire.hidden];
  }
  override getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return typeOf(this.#wire);
  }
  override getCriteriaValues(): unknown[] {
    return valuesOf(this.#wire);
  }
  override setHiddenValues(values: string[]): this {
    this.#wire = { ...this.#wire, hidden: values.map(String) };
    return this;
  }
  override whenCellEmpty(): this {
    return this.#when("CELL_EMPTY");
  }
  override whenCellNotEmpty(): this {
    return this.#when("CELL_NOT_EMPTY");
  }
  override whenTextContains(text: string): this {
    return this.#when("TEXT_CONTAINS", text);
  }
  override whenTextDoesNotContain(text: string): this {
    return this.#when("TEXT_DOES_NOT_CONTAIN", text);
  }
  override whenTextEqualTo(text: string): this {
    return this.#when("TEXT_EQUAL_TO", text);
  }
  override whenTextStartsWith(text: string): this {
    return this.#when("TEXT_STARTS_WITH", text);
  }
  override whenTextEndsWith(text: string): this {
    return this.#when("TEXT_ENDS_WITH", text);
  }
  override whenNumberEqualTo(number: number): this {
    return this.#when("NUMBER_EQUAL_TO", number);
  }
  override whenNumberNotEqualTo(number: number): this {
    return this.#when("NUMBER_NOT_EQUAL_TO", number);
  }
  override whenNumberGreaterThan(number: number): this {
    return this.#when("NUMBER_GREATER_THAN", number);
  }
  override whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  override whenNumberLessThan(number: number): this {
    return this.#when("NUMBER_LESS_THAN", number);
  }
  override whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  override whenNumberBetween(start: number, end: number): this {
    return this.#when("NUMBER_BETWEEN", start, end);
  }
  override whenNumberNotBetween(start: number, end: number): this {
    return this.#when("NUMBER_NOT_BETWEEN", start, end);
  }
  override whenDateBefore(date: GoogleAppsScript.Base.Date | GRelativeDate): this {
    return this.#whenDate("DATE_BEFORE", date);
  }
  override whenDateAfter(date: GoogleAppsScript.Base.Date | GRelativeDate): this {
    return this.#whenDate("DATE_AFTER", date);
  }
  override whenDateEqualTo(date: GoogleAppsScript.Base.Date | GRelativeDate): this {
    return this.#whenDate("DATE_EQUAL_TO", date);
  }
  override whenFormulaSatisfied(formula: string): this {
    return this.#when("CUSTOM_FORMULA", formula);
  }

  #whenDate(kind: string, date: unknown): this {
    if (date instanceof Date) return this.#when(kind, date.getTime());
    return this.#when(`${kind}_RELATIVE`, String(date));
  }

  #when(kind: string, ...values: readonly (string | number)[]): this {
    this.#wire = { ...this.#wire, condition: { kind, values } };
    return this;
  }
}

/** Declared as a value, but null where only values are hidden. */
function typeOf({ condition }: CriterionWire): GoogleAppsScript.Spreadsheet.BooleanCriteria {
  const none = null as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
  return condition === null ? none : enumValue(BooleanCriteria, condition.kind);
}

function valuesOf({ condition }: CriterionWire): unknown[] {
  if (condition === null) return [];
  const { kind, values } = condition;
  if (kind.endsWith("_RELATIVE")) {
    return values.map((value) => enumValue(RelativeDate, String(value)));
  }
  return values.map((value) => (kind.startsWith("DATE_") ? new Date(value) : value));
}
