// Range: values, formulas and what a person sees.
import { isLong, readHeld } from "./held-values.ts";
import { AREA, RangeArea, SHEET_ID } from "./range-area.ts";
import { checkShape, fromWire, toWire, type Wire } from "./wire.ts";

type Value = string | number | boolean | Date;
const NAME = "SpreadsheetApp.Range";

export class RangeValues extends RangeArea {
  override getValue(): Value {
    return fromWire(this.ask<Wire[][]>("getValue")[0]?.[0] ?? null);
  }
  override getValues(): Value[][] {
    if (isLong(this[AREA])) {
      return readHeld(this[SHEET_ID], this[AREA], (...reading) => this.ask("getValues", reading));
    }
    return this.ask<Wire[][]>("getValues").map((line) => line.map(fromWire));
  }
  override getDisplayValue(): string {
    return this.ask<string[][]>("getDisplayValue")[0]?.[0] ?? "";
  }
  override getDisplayValues(): string[][] {
    return this.ask<string[][]>("getDisplayValues");
  }
  override getFormula(): string {
    return this.ask<string[][]>("getFormula")[0]?.[0] ?? "";
  }
  override getFormulas(): string[][] {
    return this.ask<string[][]>("getFormulas");
  }
  override isBlank(): boolean {
    return this.ask<string[][]>("isBlank").every((line) => line.every((shown) => shown === ""));
  }
  override setValue(value: unknown): this {
    this.ask("setValue", toWire(value));
    return this;
  }
  override setValues(values: unknown[][]): this {
    checkShape(values, this[AREA].rows, this[AREA].cols, `${NAME}.setValues`);
    this.ask(
      "setValues",
      values.map((line) => line.map(toWire)),
    );
    return this;
  }
  override setFormula(formula: string): this {
    const { rows, cols } = this[AREA];
    const line = Array.from({ length: cols }, () => String(formula));
    this.ask(
      "setFormula",
      Array.from({ length: rows }, () => line),
    );
    return this;
  }
  override setFormulas(formulas: string[][]): this {
    checkShape(formulas, this[AREA].rows, this[AREA].cols, `${NAME}.setFormulas`);
    this.ask(
      "setFormulas",
      formulas.map((line) => line.map(String)),
    );
    return this;
  }
  override check(): this {
    this.ask("check", true);
    return this;
  }
  override uncheck(): this {
    this.ask("uncheck", false);
    return this;
  }
  override isChecked(): boolean | null {
    const values = this.getValues().flat();
    if (values.every((value) => value === true)) return true;
    return values.every((value) => value === false) ? false : null;
  }
}
