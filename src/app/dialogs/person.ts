// The window "A person's data": everything that is kept of somebody, to be read and saved.
import { html, type Markup } from "../../pages/html";
import { personContent, personLinks } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { PERSON_TITLE, PERSON_WINDOW } from "../../words/person-data";
import { readDoorConfig } from "../door-config";
import { mayWrite, refusalOf } from "../owner-only";
import { personFile } from "../person-data";
import { isNobody, type Whose, whoseIs } from "../person-whose";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const PERSON_DIALOG: DialogKind = {
  name: "person",
  title: PERSON_TITLE,
  widthPx: 720,
  heightPx: 620,
  act: pressed,
};

export function openPerson(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, PERSON_DIALOG, askView(language, selected(ports)), language);
}

function pressed(ports: Ports, { named = "" }: DialogArgs): DialogAnswer {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const whose = whoseNamed(ports, named.trim());
  if (isNobody(whose)) {
    return { message: PERSON_WINDOW[language].unknown, view: askView(language, named) };
  }
  const file = personFile(ports, kept, whose);
  return {
    view: html`${askView(language, named)}${personLinks(language, file)}${personContent(language, file)}`,
  };
}

function whoseNamed({ store }: Ports, named: string): Whose {
  const all = store.read("Contacts").map(({ cells }) => cells);
  return whoseIs(all, named);
}

/** Ids of rows begin with those of their people. */
function selected({ person }: Ports): string {
  const { tab, ids } = person.selection();
  const [first = ""] = ids;
  return tab === "Queue" || tab === "Contacts" ? (first.split(".")[0] ?? "") : "";
}

function askView(language: Language, named: string): Markup {
  const said = PERSON_WINDOW[language];
  return html`<form><label>${said.intro}<input name="named" value="${named}" data-first></label>
<button class="go" name="go" value="show">${said.show}</button>
<button class="close" type="button">${DIALOG[language].close}</button></form>`;
}
