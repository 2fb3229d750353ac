// The window "Use this file": what this file is, what is missing in it, a look in Gmail's Sent, and the question.
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { DISARMED, DISARMED_TITLE } from "../../words/disarmed";
import { whatIsMissing } from "../disarmed/disarmed";
import { thisFile, useThisFile } from "../disarmed/disarmed-arm";
import { type Refilled, refill } from "../disarmed/disarmed-refill";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite, refusalOf } from "../owner-only";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

const NAMED_MAX = 20;

export const DISARMED_DIALOG: DialogKind = {
  name: "this-file",
  title: DISARMED_TITLE,
  widthPx: 560,
  heightPx: 440,
  act: pressed,
};

export function openDisarmed(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, DISARMED_DIALOG, viewOf(ports, language), language);
}

function pressed(ports: Ports, { go }: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  if (go === "refill") return { message: toldOf(refill(ports), language) };
  const message = go === "arm" ? useThisFile(ports) : "";
  return { ...(message === "" ? {} : { message }), view: viewOf(ports, language) };
}

function toldOf({ added, strangers, more }: Refilled, language: Language): string {
  const said = DISARMED[language];
  const named = strangers.slice(0, NAMED_MAX).join(", ");
  return [
    said.refilled(added),
    ...(strangers.length > 0 ? [said.strangers(strangers.length, named)] : []),
    ...(more ? [said.more] : []),
  ].join("\n");
}

function viewOf(ports: Ports, language: Language): Markup {
  const said = DISARMED[language];
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  const { copied, off, disarmed } = thisFile(ports);
  const arm = html`<button class="go" name="go" value="arm">${said.arm}</button>`;
  if (!copied && disarmed === null) {
    if (!off) return html`<p>${said.mails}</p>${close}`;
    return html`<p>${said.off}</p><form>${arm}${close}</form>`;
  }
  const missing = disarmed === null ? null : html`<p>${said.missing(whatIsMissing(disarmed))}</p>`;
  const what = copied ? html`<p>${said.copied}</p>` : null;
  return html`${what}${missing}<ol><li>${said.first}</li><li>${said.second}</li></ol>
<form><button name="go" value="refill">${said.refill}</button>
${arm}${close}</form>`;
}
