// The window "Archive": what is old enough, one press that moves it, and where it lies.
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { ARCHIVE, ARCHIVE_TITLE } from "../../words/archive";
import { DIALOG } from "../../words/dialog";
import { archiveOf, archiveSome, type Old, oldIn, ROWS_AT_ONCE } from "../archive";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite, refusalOf } from "../owner-only";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const ARCHIVE_DIALOG: DialogKind = {
  name: "archive",
  title: ARCHIVE_TITLE,
  widthPx: 560,
  heightPx: 380,
  act: pressed,
};

export function openArchive(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, ARCHIVE_DIALOG, viewOf(ports, oldIn(ports), language), language);
}

/** Presses again by itself until everything is moved. `done`: by the presses before. */
function pressed(ports: Ports, { go, done = "0" }: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const old = oldIn(ports);
  if (go !== "move") return { view: viewOf(ports, old, language) };
  const said = ARCHIVE[language];
  const waiting = sizeOf(old);
  const moved = archiveSome(ports, old);
  const before = Number(done) || 0;
  const all = before + moved;
  if (waiting > ROWS_AT_ONCE && moved > 0) {
    const more = { args: { go: "move", done: String(all) }, done: all, of: before + waiting };
    return { more };
  }
  const left = waiting - moved;
  const message = [said.moved(all), ...(left > 0 ? [said.left(left)] : [])].join("\n");
  return { message, view: viewOf(ports, oldIn(ports), language) };
}

function sizeOf({ events, sends }: Old): number {
  return events.length + sends.length;
}

function viewOf(ports: Ports, old: Old, language: Language): Markup {
  const said = ARCHIVE[language];
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  const file = archiveOf(ports.properties.all());
  const where = file === null ? null : html`<p class="quiet">${said.where(file.url)}</p>`;
  if (sizeOf(old) === 0) return html`<p>${said.nothing}</p>${where}${close}`;
  return html`<p>${said.intro(old.people, old.events.length, old.sends.length)}</p>${where}
<form><button class="go" name="go" value="move">${said.move}</button>${close}</form>`;
}
