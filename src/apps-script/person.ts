// The person at the sheet. Timers and web requests have nobody to talk to: they write to the log.
import type { Person } from "../ports";
import { type SelectedTabs, selectedRows, selectRow } from "./selection";
import { findUi } from "./ui";

export const personAtSheet = (selected: SelectedTabs): Person => ({
  effectiveUser: () => Session.getEffectiveUser().getEmail(),
  show({ title, html, widthPx, heightPx }) {
    const page = HtmlService.createHtmlOutput(html).setWidth(widthPx).setHeight(heightPx);
    findUi()?.showModalDialog(page, title);
  },
  selection: () => selectedRows(selected),
  goTo: selectRow,
  tell(title, text) {
    const ui = findUi();
    if (ui === null) console.log(`${title}: ${text}`);
    else ui.alert(title, text, ui.ButtonSet.OK);
  },
  notice(title, text) {
    SpreadsheetApp.getActiveSpreadsheet().toast(text, title, -1);
  },
  ask(title, text) {
    const ui = findUi();
    if (ui === null) return null;
    const response = ui.prompt(title, text, ui.ButtonSet.OK_CANCEL);
    return response.getSelectedButton() === ui.Button.OK ? response.getResponseText() : null;
  },
});
