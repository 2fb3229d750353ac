// "Preview next batch": looking is for every editor; from the window the owner may run it at once.
import { say } from "../../model/reason";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { filled } from "../../words/filled";
import { PREVIEW } from "../../words/preview";
import { readDoorConfig } from "../doors/door-config";
import { runWords } from "../menu-commands";
import { NOT_RUN, refusalOf } from "../owner-only";
import { type BatchPreview, batchPreview } from "../preview/preview-batch";
import { runBatch } from "../run-batch";
import { type DialogAnswer, type DialogKind, openDialog } from "./dialog";

/** Longer lists are cut, with a count: a window is no sheet. */
const LINES_MAX = 40;

export const PREVIEW_DIALOG: DialogKind = {
  name: "preview",
  title: PREVIEW.title,
  widthPx: 720,
  heightPx: 560,
  act: run,
};

export function previewNext(ports: Ports): void {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const ready = (kept.owner ?? "") !== "";
  const preview = ready ? batchPreview(ports, kept) : null;
  if (preview === null) {
    ports.person.tell(PREVIEW.title[language], NOT_RUN["not set up"][language]);
    return;
  }
  openDialog(ports, PREVIEW_DIALOG, previewView(preview, language), language);
}

function run(ports: Ports): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const report = runBatch(ports, "menu");
  const message =
    typeof report === "string" ? NOT_RUN[report][language] : runWords(report, language);
  const preview = batchPreview(ports, ports.properties.all());
  return preview === null ? { message } : { message, view: previewView(preview, language) };
}

function previewView(preview: BatchPreview, language: Language): Markup {
  const { rehearsal, goes, held, person, next, events } = preview;
  const said = (words: keyof typeof PREVIEW, count = 0) =>
    filled(PREVIEW[words], { count: String(count) })[language];
  const quiet = goes.length + held.length === 0;
  return html`<p class="quiet">${said("about")}</p>
${rehearsal ? html`<p><strong>${said("rehearsal")}</strong></p>` : null}
${events > 0 ? html`<p>${said("events", events)}</p>` : null}
${quiet ? html`<p><strong>${said("quiet")}</strong></p>` : null}
${table(
  said("goes", goes.length),
  goes.map(({ send, mail }) => [send.email, send.step, mail.subject]),
  language,
)}
${table(
  said("held", held.length),
  held.map(({ email, flow, why }) => [email, flow, say(why, language)]),
  language,
)}
${table(
  said("person", person.length),
  person.map(({ email, flow, why }) => [email, flow, why]),
  language,
)}
${table(
  said("next"),
  next.map(({ email, step, at }) => [email, step, at]),
  language,
)}
${quiet && events === 0 ? null : html`<form><button class="go" name="do" value="run">${said("run")}</button></form>`}`;
}

function table(
  title: string,
  lines: readonly (readonly string[])[],
  language: Language,
): Markup | null {
  if (lines.length === 0) return null;
  const rows = lines
    .slice(0, LINES_MAX)
    .map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  const more = lines.length - LINES_MAX;
  const rest = filled(PREVIEW.more, { count: String(more) })[language];
  return html`<h2>${title}</h2><table>${rows}</table>${more > 0 ? html`<p class="quiet">${rest}</p>` : null}`;
}
