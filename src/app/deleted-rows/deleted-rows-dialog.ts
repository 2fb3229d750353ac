// The window that lists rows deleted by hand: bring them back, or leave them deleted.
import { flowOf } from "../../model/enrollment";
import { html } from "../../pages/html";
import type { DialogView } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { DELETED, DELETED_TITLE } from "../../words/deleted";
import { DIALOG } from "../../words/dialog";
import { Book } from "../book";
import { type DialogKind, openDialog } from "../dialogs/dialog";
import { readDoorConfig } from "../doors/door-config";
import { deletedIn } from "./deleted-rows";
import { leaveDeleted, restoreRows } from "./deleted-rows-restore";

const SHOWN_MAX = 30;

export const DELETED_DIALOG: DialogKind = {
  name: "deleted",
  title: DELETED_TITLE,
  widthPx: 560,
  heightPx: 460,
  act(ports, { go }) {
    const { language } = readDoorConfig(ports.properties.all());
    const message = go === "leave" ? leaveDeleted(ports) : restoreRows(ports);
    return { message, view: viewOf(ports, language) };
  },
};

export function openDeleted(ports: Ports): void {
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, DELETED_DIALOG, viewOf(ports, language), language);
}

function viewOf(ports: Ports, language: Language): DialogView {
  const said = DELETED[language];
  const { rows, contacts } = deletedIn(new Book(ports));
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  const names = [
    ...contacts.map(({ id, email, waits }) => (waits ? said.contact : said.closed)(email || id)),
    ...rows.map(({ id, email, askedAnew }) =>
      (askedAnew ? said.asked_anew : said.row)(email, flowOf(id)),
    ),
  ];
  if (names.length === 0) return html`<p>${said.nothing}</p>${close}`;
  const shown = names.slice(0, SHOWN_MAX).map((name) => html`<li>${name}</li>`);
  const more = names.length - SHOWN_MAX;
  return html`<p>${said.intro}</p><ul>${shown}</ul>${more > 0 ? html`<p>${said.more(more)}</p>` : null}
<form><button class="go" name="go" value="restore">${said.restore}</button>
<button name="go" value="leave">${said.leave}</button>${close}</form>`;
}
