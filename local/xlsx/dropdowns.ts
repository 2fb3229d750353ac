// Dropdowns and other limits of what a cell takes, as a spreadsheet program knows them.
import type { Grid } from "../host/grid/grid.ts";
import { columnLetters } from "../host/grid/rect.ts";
import type { ValidationRule } from "../host/grid/validation.ts";
import { attributes, escaped } from "./xml.ts";

/** A list in the rule itself may be so long; a longer one stands in a sheet of its own. */
const LIST_MAX = 255;

/** Lists that need cells, one to a column. */
export class LongLists {
  readonly lists: (readonly string[])[] = [];
  constructor(readonly sheetName: string) {}

  rangeOf(values: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.lists.findIndex((list) => JSON.stringify(list) === key);
    const at = known < 0 ? this.lists.push(values) - 1 : known;
    const column = columnLetters(at + 1);
    return `${this.sheetName}!$${column}$1:$${column}$${values.length}`;
  }
}

export function dropdownsXml(grid: Grid, width: number, lists: LongLists): string {
  const areas = ruleAreas(grid, width);
  const rules = [...areas].flatMap(([key, ranges]) => {
    const body = ruleXml(JSON.parse(key) as ValidationRule, ranges.join(" "), lists);
    return body === "" ? [] : [body];
  });
  if (rules.length === 0) return "";
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/** Rule as JSON → the ranges it holds for. */
function ruleAreas(grid: Grid, width: number): ReadonlyMap<string, string[]> {
  const areas = new Map<string, string[]>();
  for (let col = 1; col <= width; col += 1) {
    for (const { rule, from, to } of stretches(grid, col)) {
      const letters = columnLetters(col);
      const range = from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`;
      areas.set(rule, [...(areas.get(rule) ?? []), range]);
    }
  }
  return areas;
}

function stretches(grid: Grid, col: number) {
  const found: { rule: string; from: number; to: number }[] = [];
  let seen: unknown = null;
  for (let row = 1; row <= grid.props.maxRows; row += 1) {
    const rule = grid.plane("rule", row, col);
    const last = found.at(-1);
    if (rule !== null && rule === seen && last) last.to = row;
    else if (rule !== null) found.push({ rule: JSON.stringify(rule), from: row, to: row });
    seen = rule;
  }
  return found;
}

function ruleXml(rule: ValidationRule, sqref: string, lists: LongLists): string {
  const limit = limitOf(rule, lists);
  if (limit === null) return "";
  const [kind, ...formulas] = limit;
  const shown = attributes({
    ...kind,
    allowBlank: 1,
    showDropDown: rule.showDropdown || kind.type !== "list" ? undefined : 1,
    showInputMessage: rule.helpText === null ? undefined : 1,
    showErrorMessage: rule.allowInvalid ? undefined : 1,
    prompt: rule.helpText?.slice(0, 255),
    sqref,
  });
  const inside = formulas.map(
    (text, index) => `<formula${index + 1}>${escaped(text)}</formula${index + 1}>`,
  );
  return `<dataValidation${shown}>${inside.join("")}</dataValidation>`;
}

type Limit = readonly [
  kind: { readonly type: string; readonly operator?: string },
  ...formulas: readonly string[],
];

/** Kinds without a like are left out: the script looks at what was typed anyway. */
function limitOf({ kind, values }: ValidationRule, lists: LongLists): Limit | null {
  if (kind === "CHECKBOX") return [{ type: "list" }, '"TRUE,FALSE"'];
  if (kind === "VALUE_IN_LIST") return [{ type: "list" }, listFormula(values.map(String), lists)];
  if (kind === "DATE_IS_VALID_DATE") {
    return [{ type: "date", operator: "greaterThanOrEqual" }, "0"];
  }
  const operator = OPERATORS[kind];
  return operator === undefined ? null : [{ type: "decimal", operator }, ...values.map(String)];
}

function listFormula(values: readonly string[], lists: LongLists): string {
  const text = values.join(",");
  const fits = text.length <= LIST_MAX && !values.some((value) => /[,"]/.test(value));
  return fits ? `"${text}"` : lists.rangeOf(values);
}

const OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_GREATER_THAN: "greaterThan",
  NUMBER_GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
  NUMBER_LESS_THAN: "lessThan",
  NUMBER_LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
  NUMBER_EQUAL_TO: "equal",
  NUMBER_NOT_EQUAL_TO: "notEqual",
  NUMBER_BETWEEN: "between",
  NUMBER_NOT_BETWEEN: "notBetween",
};
