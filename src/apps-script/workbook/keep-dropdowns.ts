// A dropdown for each closed list. What is not in the list is refused while it is typed.
import type { ChoiceColumn, Tab } from "../../../sheets-schema/column";
import { belowHeader } from "./add-columns";
import type { Positions } from "./headers";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

export function keepDropdowns(sheet: Sheet, tab: Tab, positions: Positions): readonly string[] {
  const stale = [...positions].filter(([name, at]) => {
    const column = tab.columns[name];
    return column?.kind === "choice" && !offers(ruleAt(sheet, at), column.choices);
  });
  for (const [name, at] of stale) {
    const column = tab.columns[name] as ChoiceColumn;
    belowHeader(sheet, at).setDataValidation(dropdownOf(column.choices));
  }
  return stale.map(([name]) => `gave ${tab.name}.${name} its list`);
}

function ruleAt(sheet: Sheet, at: number): Validation | null {
  return sheet.getRange(2, at).getDataValidation();
}

function offers(rule: Validation | null, choices: readonly string[]): boolean {
  if (rule === null || String(rule.getCriteriaType()) !== "VALUE_IN_LIST") return false;
  const [list] = rule.getCriteriaValues();
  return JSON.stringify(list) === JSON.stringify(choices);
}

function dropdownOf(choices: readonly string[]): Validation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(false)
    .setHelpText(choices.join(" · "))
    .build();
}
