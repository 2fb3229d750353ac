// Conditional format rules and their builder. Rules pass the door as plain data.
import { enumValue } from "./enums.ts";
import { lacking } from "./lacking.ts";
import { type Rect, rectOf } from "./range-area.ts";
import { BooleanCriteria } from "./sheet-enums.ts";
import { rangeFor } from "./sheet-registry.ts";

type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type GRange = GoogleAppsScript.Spreadsheet.Range;

export interface FormatRuleWire {
  readonly rects: readonly Rect[];
  readonly kind: string;
  readonly values: readonly (string | number)[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
}

const WIRE = Symbol("rule");

export function formatRuleWire(rule: GRule): FormatRuleWire {
  return (rule as unknown as ConditionalFormatRule)[WIRE];
}

export class ConditionalFormatRule extends lacking<GRule>("ConditionalFormatRule") {
  readonly [WIRE]: FormatRuleWire;
  readonly #sheetId: number;

  constructor(wire: FormatRuleWire, sheetId: number) {
    super();
    this[WIRE] = wire;
    this.#sheetId = sheetId;
  }

  override getRanges(): GRange[] {
    return this[WIRE].rects.map((rect) => rangeFor(this.#sheetId, rect));
  }
  override getBooleanCondition(): GCondition {
    return new BooleanCondition(this[WIRE]);
  }
  override copy(): GBuilder {
    return new ConditionalFormatRuleBuilder(this[WIRE], this.#sheetId);
  }
}

class BooleanCondition extends lacking<GCondition>("BooleanCondition") {
  readonly #wire: FormatRuleWire;

  constructor(wire: FormatRuleWire) {
    super();
    this.#wire = wire;
  }

  override getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return enumValue(BooleanCriteria, this.#wire.kind);
  }
  override getCriteriaValues(): unknown[] {
    return [...this.#wire.values];
  }
  override getBackground(): string | null {
    return this.#wire.background;
  }
  override getFontColor(): string | null {
    return this.#wire.fontColor;
  }
  override getBold(): boolean | null {
    return this.#wire.bold;
  }
}

const EMPTY: FormatRuleWire = {
  rects: [],
  kind: "",
  values: [],
  background: null,
  fontColor: null,
  bold: null,
};

export class ConditionalFormatRuleBuilder extends lacking<GBuilder>(
  "ConditionalFormatRuleBuilder",
) {
  #wire: FormatRuleWire;
  #sheetId: number;

  constructor(wire: FormatRuleWire = EMPTY, sheetId = 0) {
    super();
    this.#wire = wire;
    this.#sheetId = sheetId;
  }

  override build(): GRule {
    return new ConditionalFormatRule(this.#wire, this.#sheetId);
  }
  override copy(): GBuilder {
    return new ConditionalFormatRuleBuilder(this.#wire, this.#sheetId);
  }
  override setRanges(ranges: GRange[]): this {
    this.#sheetId = ranges[0]?.getGridId() ?? this.#sheetId;
    return this.#set({ rects: ranges.map(rectOf) });
  }
  override setBackground(background: string | null): this {
    return this.#set({ background });
  }
  override setFontColor(fontColor: string | null): this {
    return this.#set({ fontColor });
  }
  override setBold(bold: boolean): this {
    return this.#set({ bold });
  }
  override whenTextEqualTo(text: string): this {
    return this.#set({ kind: "TEXT_EQUAL_TO", values: [text] });
  }
  override whenTextContains(text: string): this {
    return this.#set({ kind: "TEXT_CONTAINS", values: [text] });
  }
  override whenTextStartsWith(text: string): this {
    return this.#set({ kind: "TEXT_STARTS_WITH", values: [text] });
  }
  override whenFormulaSatisfied(formula: string): this {
    return this.#set({ kind: "CUSTOM_FORMULA", values: [formula] });
  }
  override whenCellEmpty(): this {
    return this.#set({ kind: "CELL_EMPTY", values: [] });
  }
  override whenCellNotEmpty(): this {
    return this.#set({ kind: "CELL_NOT_EMPTY", values: [] });
  }

  #set(patch: Partial<FormatRuleWire>): this {
    this.#wire = { ...this.#wire, ...patch };
    return this;
  }
}
