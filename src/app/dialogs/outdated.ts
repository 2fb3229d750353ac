// The window "Outdated rows": what has gone stale, what one may do about it, and a way to each row.
import type { TabName } from "../../../sheets-schema/index";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { OUTDATED, OUTDATED_TITLE, STALE } from "../../words/outdated";
import { outdatedIn, type Stale, type StaleRow } from "../clean-data/outdated";
import { readDoorConfig } from "../doors/door-config";
import { type DialogKind, openDialog } from "./dialog";

/** Of each kind; more are shown once these are settled. */
const SHOWN_MAX = 15;

export const OUTDATED_DIALOG: DialogKind = {
  name: "outdated",
  title: OUTDATED_TITLE,
  widthPx: 640,
  heightPx: 580,
  /** Any editor may look; nothing is written. */
  act(ports, { go = "" }) {
    const { language } = readDoorConfig(ports.properties.all());
    const [tab = "", id = ""] = go.split(" ");
    const known = tab === "Contacts" || tab === "Queue";
    if (known && ports.person.goTo(tab satisfies TabName, id)) return { close: true };
    return { message: OUTDATED[language].gone, view: viewOf(ports, language) };
  },
};

export function openOutdated(ports: Ports): void {
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, OUTDATED_DIALOG, viewOf(ports, language), language);
}

function viewOf(ports: Ports, language: Language): Markup {
  const said = OUTDATED[language];
  const all = Object.entries(outdatedIn(ports)) as [Stale, readonly StaleRow[]][];
  const found = all.filter(([, rows]) => rows.length > 0);
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  if (found.length === 0) return html`<p>${said.none}</p>${close}`;
  return html`<p>${said.intro}</p><form>${found.map((one) => kindView(one, language))}</form>${close}`;
}

function kindView(
  [stale, rows]: readonly [Stale, readonly StaleRow[]],
  language: Language,
): Markup {
  const said = OUTDATED[language];
  const { what, may } = STALE[stale];
  const more = rows.length - SHOWN_MAX;
  const lines = rows.slice(0, SHOWN_MAX).map(
    ({ tab, id, name }) => html`<tr><td>${name}</td>
<td><button name="go" value="${tab} ${id}" aria-label="${said.show}: ${name}">${said.show}</button></td></tr>`,
  );
  return html`<h2>${said.found(what, rows.length)}</h2><p class="quiet">${may[language]}</p>
<table><tbody>${lines}</tbody></table>${more > 0 ? html`<p class="quiet">${said.more(more)}</p>` : null}`;
}
