// What each column is for, as a note on its header, in the language of the settings.
import type { Tab } from "../../../sheets-schema/index";
import type { Language } from "../../ports";
import type { Positions } from "./headers";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function keepNotes(
  sheet: Sheet,
  tab: Tab,
  positions: Positions,
  language: Language,
): readonly string[] {
  const [notes = []] = sheet.getRange("1:1").getNotes();
  const stale = [...positions].filter(
    ([name, at]) => notes[at - 1] !== noteOf(tab, name, language),
  );
  for (const [name, at] of stale) sheet.getRange(1, at).setNote(noteOf(tab, name, language));
  return stale.length === 0
    ? []
    : [`explained ${tab.name}: ${stale.map(([name]) => name).join(", ")}`];
}

/** The first column also tells what the tab is for. */
function noteOf(tab: Tab, name: string, language: Language): string {
  const note = tab.columns[name]?.note[language] ?? "";
  return name === Object.keys(tab.columns)[0] ? `${tab.about[language]}\n\n${note}` : note;
}
