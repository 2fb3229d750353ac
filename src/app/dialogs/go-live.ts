// The window "Go LIVE": what of the rehearsal goes, who stays, and the way back.

import { html, type Markup } from "../../pages/html";
import type { Ports } from "../../ports";
import { LIVE } from "../../words/live";
import { readDoorConfig } from "../doors/door-config";
import { goLive, rehearse } from "../go-live";
import { NOT_RUN, refusalOf } from "../owner-only";
import { testEnrollments } from "../start-here/start-test-rows";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

/** More nobody looks through; each may be kept in its own row. */
const SHOWN_MAX = 100;

export const GO_LIVE_DIALOG: DialogKind = {
  name: "go-live",
  title: LIVE.title,
  widthPx: 620,
  heightPx: 480,
  act: pressed,
};

export function openGoLive(ports: Ports): void {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  if ((kept.owner ?? "") === "") {
    ports.person.tell(LIVE.title[language], NOT_RUN["not set up"][language]);
    return;
  }
  openDialog(ports, GO_LIVE_DIALOG, viewOf(ports), language);
}

function pressed(ports: Ports, args: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const real = new Set((args.keep ?? "").split("\n").filter((id) => id !== ""));
  if (args.go === "live") return answered(ports, goLive(ports, real));
  if (args.go === "rehearse") return answered(ports, rehearse(ports));
  return { view: viewOf(ports) };
}

/** What was done is said also where the sheet cannot be shown. */
function answered(ports: Ports, message: string): DialogAnswer {
  try {
    return { message, view: viewOf(ports) };
  } catch (error) {
    ports.log.warn(`go-live: ${String(error)}`);
    return { message };
  }
}

function viewOf(ports: Ports): Markup {
  const { language, live } = readDoorConfig(ports.properties.all());
  const rows = testEnrollments(ports).map(({ row }) => row);
  const closing = (word: string) => html`<button type="button" class="close">${word}</button>`;
  if (live && rows.length === 0) {
    return html`<p>${LIVE.already[language]}</p>
<form><button name="go" value="rehearse">${LIVE.rehearse[language]}</button>${closing(LIVE.close[language])}</form>`;
  }
  const open = openLines(ports);
  const still =
    open.length === 0
      ? null
      : html`<h2>${LIVE.open[language]}</h2><ul>${open.map((line) => html`<li>${line}</li>`)}</ul>`;
  const more = rows.length - SHOWN_MAX;
  return html`<form><p>${LIVE.intro[language]}</p>${still}
<p>${rows.length === 0 ? LIVE.noRows[language] : LIVE.rows[language]}</p>
${rows.length === 0 ? null : table(rows.slice(0, SHOWN_MAX), LIVE.headers[language])}
${more > 0 ? html`<p>${LIVE.more(more)[language]}</p>` : null}
<button class="go" name="go" value="live">${LIVE.press[language]}</button>${closing(LIVE.cancel[language])}</form>`;
}

type Shown = ReturnType<typeof testEnrollments>[number]["row"];

function table(rows: readonly Shown[], headers: readonly string[]): Markup {
  const [keep = "", ...others] = headers;
  const lines = rows.map(
    ({ id, email, flow, status }) => html`<tr><td><input type="checkbox" name="keep" value="${id}"
 aria-label="${keep}: ${email} ${flow}"></td><td>${email}</td><td>${flow}</td><td>${status}</td></tr>`,
  );
  return html`<table><thead><tr>${[keep, ...others].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table>`;
}

/** What is not ready yet is no reason to stay, but nobody should find it out from a reader. */
function openLines({ store }: Ports): readonly string[] {
  return store
    .read("Start here")
    .filter(({ cells }) => cells.state === "✗" && cells.id !== "mode")
    .map(({ cells }) => `${cells.check}: ${cells.what_to_do}`);
}
