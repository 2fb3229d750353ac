// Colours that follow a value: PAID, FAILED, REVIEW. Rules that a person has made stay.
import type { Highlight } from "../../../sheets-schema/column";
import { belowHeader, type Dressing } from "./headers";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** True: at least one rule was added. */
export function keepHighlights(dressing: Dressing): boolean {
  const { sheet, tab, positions } = dressing;
  const wanted = tab.highlights ?? [];
  if (wanted.length === 0) return false;
  const rules = sheet.getConditionalFormatRules();
  const missing = wanted.filter(
    ({ column, equals }) => !rules.some((rule) => colours(rule, positions.get(column), equals)),
  );
  if (missing.length === 0) return false;
  const made = missing.map((highlight) => ruleOf(dressing, highlight));
  sheet.setConditionalFormatRules([...rules, ...made]);
  return true;
}

function colours(rule: Rule, at: number | undefined, equals: string): boolean {
  const condition = rule.getBooleanCondition();
  if (condition === null || String(condition.getCriteriaType()) !== "TEXT_EQUAL_TO") return false;
  const [value] = condition.getCriteriaValues();
  return value === equals && rule.getRanges().some((range) => range.getColumn() === at);
}

function ruleOf(dressing: Dressing, { column, equals, background }: Highlight): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo(equals)
    .setBackground(background)
    .setRanges([belowHeader(dressing, dressing.positions.get(column) ?? 1)])
    .build();
}
