// The window "Change keys": a new key for links or for posts; the old one goes on for a while, or ends at once.
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { KEYS, KEYS_TITLE } from "../../words/keys";
import { readDoorConfig } from "../doors/door-config";
import { changeKey, formerUntil, type KeyName } from "../links/kept-keys";
import { mayWrite, refusalOf } from "../owner-only";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const KEYS_DIALOG: DialogKind = {
  name: "keys",
  title: KEYS_TITLE,
  widthPx: 600,
  heightPx: 560,
  act: pressed,
};

const NAMES: readonly KeyName[] = ["link_secret", "hook_key"];

export function openKeys(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, KEYS_DIALOG, viewOf(ports, language), language);
}

function pressed(ports: Ports, { key, go, sure }: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const name = NAMES.find((one) => one === key);
  if (name === undefined) return { view: viewOf(ports, language) };
  const leaked = go === "leak";
  if (leaked && sure === undefined) return { message: KEYS[language].tick };
  changeKey(ports, name, leaked);
  const said = KEYS[language][name];
  return { message: leaked ? said.stopped : said.changed, view: viewOf(ports, language) };
}

function viewOf(ports: Ports, language: Language): Markup {
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  const keys = NAMES.map((name) => keyView(ports, name, language));
  return html`<p>${KEYS[language].intro}</p>${keys}${close}`;
}

function keyView(ports: Ports, name: KeyName, language: Language): Markup {
  const words = KEYS[language];
  const said = words[name];
  const until = formerUntil(ports.properties.all(), name, ports.clock.now());
  const former =
    until === null
      ? null
      : html`<p class="quiet">${words.former(ports.workbook.wallTime(until, "").text.slice(0, 10))}</p>`;
  return html`<h2>${said.title}</h2><p>${said.what}</p>${former}
<form><input type="hidden" name="key" value="${name}"><button class="go" name="go" value="change">${words.change}</button></form>
<details><summary>${words.hasLeaked}</summary><form><input type="hidden" name="key" value="${name}"><label class="choice"><input type="checkbox" name="sure" value="yes"> ${said.leaked}</label>
<button name="go" value="leak">${words.leak}</button></form></details>`;
}
