// The window "Sender": name, address, alias, signatures and brand, saved to Settings.
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { SENDER } from "../../words/sender";
import { lineOf } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { markStop } from "../doors/record-event";
import { loadSettings } from "../office";
import { mayWrite, refusalOf } from "../owner-only";
import { writeStartHere } from "../report-run";
import { putSettings, type SettingValues, settingValues } from "../start-here/start-settings";
import { senderCheck } from "../start-here/start-setup";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

const LINES = ["sender_name", "postal_address", "reply_to", "brand"] as const;
const TEXTS = ["signature_en", "signature_zh"] as const;
const FIELDS = [...LINES, ...TEXTS, "sender_alias"] as const;
const HINTS = { reply_to: SENDER.replyEmpty, brand: SENDER.brandEmpty } as const;
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

export const SENDER_DIALOG: DialogKind = {
  name: "sender",
  title: SENDER.title,
  widthPx: 560,
  heightPx: 640,
  act: pressed,
};

export function openSender(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  const view = viewOf(settingValues(ports), ports.mailer.aliases(), language);
  openDialog(ports, SENDER_DIALOG, view, language);
}

function pressed(ports: Ports, args: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const typed = Object.fromEntries(FIELDS.map((key) => [key, plain(args[key] ?? "")]));
  const replyTo = typed.reply_to ?? "";
  if (replyTo !== "" && !ADDRESS.test(replyTo)) return { message: SENDER.wrongAddress[language] };
  const seen = Object.fromEntries(FIELDS.map((key) => [key, args[`was_${key}`] ?? ""]));
  const touched = putSettings(ports, typed, seen);
  const settings = loadSettings(ports);
  writeStartHere(ports, [lineOf(senderCheck(ports, settings), language, ports.clock.now())]);
  markStop(ports);
  if (touched.length === 0) return { message: SENDER.saved[language] };
  return { message: `${SENDER.meanwhile[language]} ${touched.join(", ")}` };
}

/** A browser sends its own line ends. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function viewOf(values: SettingValues, aliases: readonly string[], language: Language): Markup {
  const at = (key: string) => plain(values[key] ?? "");
  const lines = LINES.map((key) => {
    const hint = key in HINTS ? HINTS[key as keyof typeof HINTS][language] : "";
    return html`<label>${SENDER[key][language]} <small>${hint}</small>
<input name="${key}" value="${at(key)}" autocomplete="off"></label>`;
  });
  const texts = TEXTS.map(
    (key) => html`<label>${SENDER[key][language]}
<textarea name="${key}" rows="2">
${at(key)}</textarea></label>`,
  );
  const before = FIELDS.map(
    (key) => html`<input type="hidden" name="was_${key}" value="${at(key)}">`,
  );
  return html`<form><p>${SENDER.intro[language]}</p>${lines}
${aliasField(at("sender_alias").toLowerCase(), aliases, language)}${texts}${before}
<button class="go" name="go" value="save">${SENDER.save[language]}</button>
<button type="button" class="close">${SENDER.cancel[language]}</button></form>`;
}

function aliasField(chosen: string, aliases: readonly string[], language: Language): Markup {
  const known = chosen === "" || aliases.includes(chosen) ? aliases : [...aliases, chosen];
  const options = known.map((alias) => {
    const gone = aliases.includes(alias) ? "" : ` ${SENDER.gone[language]}`;
    return alias === chosen
      ? html`<option value="${alias}" selected>${alias}${gone}</option>`
      : html`<option value="${alias}">${alias}${gone}</option>`;
  });
  return html`<label>${SENDER.sender_alias[language]} <small>${SENDER.aliases[language]}</small>
<select name="sender_alias"><option value="">${SENDER.own[language]}</option>${options}</select></label>`;
}
