// The window "A person's data": everything that is kept of somebody, to be read and saved.
import { normalAddress } from "../../events/address";
import { contactIdOf } from "../../model/enrollment";
import { html, type Markup } from "../../pages/html";
import { personContent, personLinks } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { PERSON_TITLE, PERSON_WINDOW } from "../../words/person-data";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite, refusalOf } from "../owner-only";
import { eraseWanted } from "../persons-data/erase";
import { wantErased } from "../persons-data/erase-wanted";
import { personFile } from "../persons-data/person-data";
import { isNobody, type Whose, whoseIs } from "../persons-data/person-whose";
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

function pressed(ports: Ports, { named = "", again, go }: DialogArgs): DialogAnswer {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const whose = whoseNamed(ports, named.trim());
  if (isNobody(whose)) {
    return { message: PERSON_WINDOW[language].unknown, view: askView(language, named) };
  }
  if (go === "erase") return eraseNow(ports, language, whose, again ?? "");
  const file = personFile(ports, kept, whose);
  return {
    view: html`${askView(language, named)}${personLinks(language, file)}${personContent(language, file)}
${eraseView(language, named)}`,
  };
}

function eraseNow(ports: Ports, language: Language, whose: Whose, again: string): DialogAnswer {
  const said = PERSON_WINDOW[language];
  const [address = ""] = whose.addresses;
  const typed = normalAddress(again);
  if (typed === null || !whose.addresses.includes(typed)) return { message: said.notSame };
  wantErased(ports, address || again, "owner");
  const waits = eraseWanted(ports) > 0;
  return { message: waits ? said.waits : said.erased, view: askView(language, "") };
}

function eraseView(language: Language, named: string): Markup {
  const said = PERSON_WINDOW[language];
  return html`<form><input type="hidden" name="named" value="${named}">
<label>${said.erase}<input name="again" value=""></label>
<button name="go" value="erase">${said.press}</button></form>`;
}

function whoseNamed({ store }: Ports, named: string): Whose {
  const all = store.read("Contacts").map(({ cells }) => cells);
  return whoseIs(all, named);
}

/** Ids of rows begin with those of their people. */
function selected({ person }: Ports): string {
  const { tab, ids } = person.selection();
  const [first = ""] = ids;
  return tab === "Queue" || tab === "Contacts" ? contactIdOf(first) : "";
}

function askView(language: Language, named: string): Markup {
  const said = PERSON_WINDOW[language];
  return html`<form><label>${said.intro}<input name="named" value="${named}" data-first></label>
<button class="go" name="go" value="show">${said.show}</button>
<button class="close" type="button">${DIALOG[language].close}</button></form>`;
}
