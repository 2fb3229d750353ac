// The window "Audit": what stands, what Events and Sends say, why; and one press that repairs what is shown.
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { AUDIT, AUDIT_TITLE, UNTOLD_WHY } from "../../words/audit";
import { DIALOG } from "../../words/dialog";
import { type Audited, audited, type Difference, reopens } from "../audit/audit";
import type { Differing } from "../audit/audit-compare";
import { keepFound } from "../audit/audit-daily";
import { repairRows } from "../audit/audit-repair";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite } from "../owner-only";
import { type DialogKind, openDialog } from "./dialog";

const SHOWN_MAX = 25;

export const AUDIT_DIALOG: DialogKind = {
  name: "audit",
  title: AUDIT_TITLE,
  widthPx: 760,
  heightPx: 560,
  act(ports, { go, ids = "" }) {
    const shown = ids.split("\n").filter((id) => id !== "");
    const message = go === "repair" ? repairRows(ports, shown) : "";
    return { ...(message === "" ? {} : { message }), view: lookedAt(ports) };
  },
};

export function openAudit(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, AUDIT_DIALOG, lookedAt(ports), language);
}

/** What is found now is what Start here says. */
function lookedAt(ports: Ports): Markup {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const found = audited(ports, kept);
  keepFound(ports, kept, found, language);
  return viewOf(ports, found, language);
}

function viewOf(ports: Ports, { differences, rows, untold }: Audited, language: Language): Markup {
  const said = AUDIT[language];
  const close = html`<button class="close" type="button">${DIALOG[language].close}</button>`;
  const old = untold === 0 ? null : html`<p class="quiet">${said.untold(untold)}</p>`;
  if (differences.length === 0) return html`<p>${said.agrees(rows)}</p>${old}${close}`;
  const shown = differences.slice(0, SHOWN_MAX);
  const more = differences.length - shown.length;
  const ids = shown.map(({ stands }) => stands.row.id).join("\n");
  return html`<form><p>${said.intro}</p>
<table><thead><tr>${said.headers.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${shown.map((one) => linesOf(ports, one, language))}</tbody></table>
${more > 0 ? html`<p>${said.more(more)}</p>` : null}${old}
<textarea name="ids" hidden>${ids}</textarea>
<button class="go" name="go" value="repair">${said.repair}</button>${close}</form>`;
}

function linesOf(ports: Ports, one: Difference, language: Language): Markup {
  const said = AUDIT[language];
  const { email, flow } = one.stands.row;
  const name = `${email} · ${flow}`;
  if (one.says === null) {
    return html`<tr><td>${name}</td><td>status</td><td>${one.stands.row.status}</td>
<td>${said.nothing}</td><td>${UNTOLD_WHY[language]} (${said.review})</td></tr>`;
  }
  const why = reopens(one) ? `${one.says.row.why} (${said.reopens})` : one.says.row.why;
  const lines = one.cells.map((cell, at) => {
    const { stands, says } = shownCell(ports, cell, said.nothing);
    return html`<tr><td>${at === 0 ? name : ""}</td><td>${cell.column}</td><td>${stands}</td>
<td>${says}</td><td>${at === 0 ? why : ""}</td></tr>`;
  });
  return html`${lines}`;
}

function shownCell({ workbook }: Ports, { column, stands, says }: Differing, nothing: string) {
  const text = (value: Differing["stands"]) => {
    if (value === null || value === "") return nothing;
    return column.endsWith("_at") ? workbook.wallTime(Number(value), "").text : String(value);
  };
  return { stands: text(stands), says: text(says) };
}
