// What each column is for, as a note on its header, in the language of the settings.
import type { Tab } from "../../../sheets-schema/index";
import type { Language } from "../../ports";
import type { Dressing } from "./headers";

/** True: at least one note was written. */
export function keepNotes({ sheet, tab, positions }: Dressing, language: Language): boolean {
  const row = sheet.getRange("1:1");
  const notes = [...(row.getNotes()[0] ?? [])];
  const stale = [...positions].filter(
    ([name, at]) => notes[at - 1] !== noteOf(tab, name, language),
  );
  if (stale.length === 0) return false;
  for (const [name, at] of stale) notes[at - 1] = noteOf(tab, name, language);
  row.setNotes([notes]);
  return true;
}

/** The first column also tells what the tab is for. */
function noteOf(tab: Tab, name: string, language: Language): string {
  const note = tab.columns[name]?.note[language] ?? "";
  return name === Object.keys(tab.columns)[0] ? `${tab.about[language]}\n\n${note}` : note;
}
