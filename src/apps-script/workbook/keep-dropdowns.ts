// A dropdown for each closed list. What is not in the list is refused while it is typed.
import { belowHeader, type Dressing } from "./headers";

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** The columns whose list was missing or another one. */
export function keepDropdowns(dressing: Dressing): readonly string[] {
  const { sheet, tab, positions } = dressing;
  const mended: string[] = [];
  for (const [name, at] of positions) {
    const column = tab.columns[name];
    if (column?.kind !== "choice") continue;
    if (offers(sheet.getRange(2, at).getDataValidation(), column.choices)) continue;
    belowHeader(dressing, at).setDataValidation(dropdownOf(column.choices));
    mended.push(name);
  }
  return mended;
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
