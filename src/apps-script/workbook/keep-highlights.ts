// Colours that follow a value: PAID, FAILED, REVIEW. Rules that a person has made stay.
import type { Highlight, Tab } from "../../../sheets-schema/column";
import { belowHeader } from "./add-columns";
import type { Positions } from "./headers";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

export function keepHighlights(sheet: Sheet, tab: Tab, positions: Positions): readonly string[] {
  const wanted = tab.highlights ?? [];
  if (wanted.length === 0) return [];
  const rules = sheet.getConditionalFormatRules();
  const missing = wanted.filter(
    ({ column, equals }) => !rules.some((rule) => colours(rule, positions.get(column), equals)),
  );
  if (missing.length === 0) return [];
  const made = missing.map((highlight) => ruleOf(sheet, highlight, positions));
  sheet.setConditionalFormatRules([...rules, ...made]);
  return missing.map(({ column, equals }) => `coloured ${tab.name}.${column} ${equals}`);
}

function colours(rule: Rule, at: number | undefined, equals: string): boolean {
  const condition = rule.getBooleanCondition();
  if (condition === null || String(condition.getCriteriaType()) !== "TEXT_EQUAL_TO") return false;
  const [value] = condition.getCriteriaValues();
  return value === equals && rule.getRanges().some((range) => range.getColumn() === at);
}

function ruleOf(
  sheet: Sheet,
  { column, equals, background }: Highlight,
  positions: Positions,
): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo(equals)
    .setBackground(background)
    .setRanges([belowHeader(sheet, positions.get(column) ?? 1)])
    .build();
}
