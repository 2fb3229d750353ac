// The menu in the sheet.
import type { Language } from "../ports";
import { MENU, type MenuGroup } from "../words/menu";
import { handlerName } from "./handlers";
import { findUi } from "./ui";

/** A visitor may call onOpen too; where there is no sheet on a screen, nothing is built. */
export function buildMenu(language: Language): void {
  const ui = findUi();
  if (ui === null) return;
  const menu = ui.createMenu("Dripsheet");
  for (const group of MENU) {
    if (group.words === null) fill(menu, group, language);
    else menu.addSubMenu(fill(ui.createMenu(group.words[language]), group, language));
  }
  menu.addToUi();
}

function fill(
  menu: GoogleAppsScript.Base.Menu,
  { items }: MenuGroup,
  language: Language,
): GoogleAppsScript.Base.Menu {
  for (const { method, words } of items) {
    menu.addItem(words[language], handlerName("menu", method));
  }
  return menu;
}
