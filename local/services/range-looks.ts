// Range: formats, notes, colours, alignment and dropdowns.
import { type RuleWire, ruleFrom, ruleWire } from "./data-validation.ts";
import { enumValue } from "./enums.ts";
import { AREA } from "./range-area.ts";
import { RangeValues } from "./range-values.ts";
import { WrapStrategy } from "./sheet-enums.ts";
import { checkShape } from "./wire.ts";

type GRule = GoogleAppsScript.Spreadsheet.DataValidation;
type GWrap = GoogleAppsScript.Spreadsheet.WrapStrategy;
type GWeight = GoogleAppsScript.Spreadsheet.FontWeight;
type GStyle = GoogleAppsScript.Spreadsheet.FontStyle;
type Horizontal = "left" | "center" | "normal" | "right" | null;
type Vertical = "top" | "middle" | "bottom" | null;

export class RangeLooks extends RangeValues {
  override getNumberFormat(): string {
    return this.#one("getNumberFormat");
  }
  override getNumberFormats(): string[][] {
    return this.ask("getNumberFormats");
  }
  override setNumberFormat(format: string): this {
    return this.#fill("setNumberFormat", format);
  }
  override setNumberFormats(formats: string[][]): this {
    return this.#each("setNumberFormats", formats);
  }
  override getNote(): string {
    return this.#one("getNote");
  }
  override getNotes(): string[][] {
    return this.ask("getNotes");
  }
  override setNote(note: string | null): this {
    return this.#fill("setNote", note);
  }
  override setNotes(notes: (string | null)[][]): this {
    return this.#each("setNotes", notes);
  }
  override clearNote(): this {
    return this.#fill("clearNote", null);
  }
  override getBackground(): string {
    return this.#one("getBackground");
  }
  override getBackgrounds(): string[][] {
    return this.ask("getBackgrounds");
  }
  override setBackground(color: string | null): this {
    return this.#fill("setBackground", color);
  }
  override setBackgrounds(colors: (string | null)[][]): this {
    return this.#each("setBackgrounds", colors);
  }
  override setFontColor(color: string | null): this {
    return this.#fill("setFontColor", color);
  }
  override setFontColors(colors: unknown[][]): this {
    return this.#each("setFontColors", colors);
  }
  override getFontWeight(): GWeight {
    return this.#one("getFontWeight");
  }
  override getFontWeights(): GWeight[][] {
    return this.ask("getFontWeights");
  }
  override setFontWeight(weight: GWeight | null): this {
    return this.#fill("setFontWeight", weight);
  }
  override setFontWeights(weights: (GWeight | null)[][]): this {
    return this.#each("setFontWeights", weights);
  }
  override setFontStyle(style: GStyle | null): this {
    return this.#fill("setFontStyle", style);
  }
  override getFontSize(): number {
    return this.#one("getFontSize");
  }
  override setFontSize(size: number): this {
    return this.#fill("setFontSize", size);
  }
  override getWrap(): boolean {
    return this.#one("getWrap") === "WRAP";
  }
  override setWrap(wraps: boolean): this {
    return this.#fill("setWrap", wraps ? "WRAP" : "OVERFLOW");
  }
  override getWrapStrategy(): GWrap {
    return enumValue(WrapStrategy, this.#one("getWrapStrategy"));
  }
  override setWrapStrategy(strategy: GWrap): this {
    return this.#fill("setWrapStrategy", String(strategy));
  }
  override getHorizontalAlignment(): string {
    return this.#one("getHorizontalAlignment");
  }
  override setHorizontalAlignment(alignment: Horizontal): this {
    return this.#fill("setHorizontalAlignment", alignment);
  }
  override getVerticalAlignment(): string {
    return this.#one("getVerticalAlignment");
  }
  override setVerticalAlignment(alignment: Vertical): this {
    return this.#fill("setVerticalAlignment", alignment);
  }
  override getDataValidation(): GRule | null {
    return ruleFrom(this.#one<RuleWire | null>("getDataValidation"));
  }
  override getDataValidations(): (GRule | null)[][] {
    return this.ask<(RuleWire | null)[][]>("getDataValidations").map((line) => line.map(ruleFrom));
  }
  override setDataValidation(rule: GRule | null): this {
    return this.#fill("setDataValidation", rule === null ? null : ruleWire(rule));
  }
  override setDataValidations(rules: (GRule | null)[][]): this {
    const wires = rules.map((line) => line.map((rule) => (rule === null ? null : ruleWire(rule))));
    return this.#each("setDataValidations", wires);
  }
  override clearDataValidations(): this {
    return this.#fill("clearDataValidations", null);
  }
  override insertCheckboxes(): this {
    const rule: RuleWire = {
      kind: "CHECKBOX",
      values: [],
      showDropdown: true,
      allowInvalid: false,
      helpText: null,
    };
    return this.#fill("insertCheckboxes", rule);
  }

  #one<Value>(method: string): Value {
    return this.ask<Value[][]>(method)[0]?.[0] as Value;
  }

  #fill(method: string, value: unknown): this {
    this.ask(method, value);
    return this;
  }

  #each(method: string, values: unknown[][]): this {
    const { rows, cols } = this[AREA];
    checkShape(values, rows, cols, `SpreadsheetApp.Range.${method}`);
    this.ask(method, values);
    return this;
  }
}
