// One person's data as it is handed over: a page that reads without any program, and the same as JSON.
import type { TABS, Words } from "../../sheets-schema/index";
import { PERSON_FILE } from "../words/person-data";
import { html, Markup } from "./html";

type Cell = string | number | null;
export interface PersonSection {
  readonly tab: keyof typeof TABS;
  readonly what: "rows" | "consent";
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}
export interface PersonFile {
  readonly address: string;
  /** Epoch ms. */
  readonly at: number;
  /** Erased before, and known by a hash alone. */
  readonly left: boolean;
  readonly sections: readonly PersonSection[];
}

type Language = keyof Words;

export function personContent(language: Language, file: PersonFile): Markup {
  const said = PERSON_FILE[language];
  return html`<p>${said.made(timeOf(file.at))}</p>${file.left ? html`<p>${said.left}</p>` : null}
${file.sections.map((one) => sectionOf(language, one))}`;
}

/** The whole document, to be saved. */
export function personDocument(language: Language, file: PersonFile): string {
  const title = PERSON_FILE[language].title(file.address);
  return html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${STYLE}</head>
<body><main><h1>${title}</h1>
${personContent(language, file)}</main></body></html>
`.source;
}

/** Links that save it from within the page: nothing is kept of it anywhere else. */
export function personLinks(language: Language, file: PersonFile): Markup {
  const said = PERSON_FILE[language];
  const page = `data:text/html;charset=utf-8,${encoded(personDocument(language, file))}`;
  const plain = `data:application/json;charset=utf-8,${encoded(personJson(file))}`;
  return html`<p><a download="my-data.html" target="_blank" href="${page}">${said.asPage}</a> · <a download="my-data.json" target="_blank" href="${plain}">${said.asData}</a></p>`;
}

function personJson({ address, at, sections }: PersonFile): string {
  const tabs = sections.map(({ tab, what, rows }) => ({ tab, what, rows: rows.map(shownCells) }));
  return JSON.stringify({ address, at: timeOf(at), tabs }, null, 1);
}

/** Half a character stands in no address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

function sectionOf(language: Language, { tab, what, rows }: PersonSection): Markup {
  const said = PERSON_FILE[language];
  const title = what === "consent" ? said.consent : ownTitle(said.tabs, tab);
  const note = tab === "Sends" ? html`<p>${said.mails}</p>` : null;
  const body = rows.length === 0 ? html`<p>${said.none}</p>` : rows.map((row) => rowOf(tab, row));
  return html`<h2>${title}</h2>\n${note}${body}\n`;
}

function ownTitle(titles: Readonly<Partial<Record<string, string>>>, tab: string): string {
  return titles[tab] ?? tab;
}

function rowOf(tab: keyof typeof TABS, row: PersonSection["rows"][number]): Markup {
  const cells = Object.entries(shownCells(row)).map(
    ([name, text]) => html`<dt>${name}</dt><dd>${name === "payload" ? payloadOf(text) : text}</dd>`,
  );
  return html`<dl data-tab="${tab}">${cells}</dl>\n`;
}

/** What came with an event, a line for each value. */
function payloadOf(text: string): Markup {
  try {
    return html`${linesOf(JSON.parse(text), "").map((line) => html`${line}<br>`)}`;
  } catch {
    return html`${text}`;
  }
}

function linesOf(value: unknown, name: string): readonly string[] {
  if (value === "" || value === null) return [];
  if (typeof value !== "object") return [`${name}: ${String(value)}`];
  const parts = Object.entries(value as Readonly<Record<string, unknown>>);
  return parts.flatMap(([part, one]) => linesOf(one, name === "" ? part : `${name} ${part}`));
}

/** Not the machine's own marks: they say nothing of the person, and open what is not theirs. */
const MARKS = ["sealed", "token", "rows", "draft_id"];

function shownCells(row: PersonSection["rows"][number]): Readonly<Record<string, string>> {
  const filled = Object.entries(row).filter(
    ([name, value]) => value !== "" && value !== null && !MARKS.includes(name),
  );
  return Object.fromEntries(filled.map(([name, value]) => [name, shown(name, value)]));
}

function shown(name: string, value: Cell): string {
  const isTime = typeof value === "number" && /_(at|until|deadline)$/.test(name);
  return isTime ? timeOf(value) : String(value ?? "");
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

const STYLE = new Markup(`<style>
body { margin: 0; color: #1f2933; font: 16px/1.55 -apple-system, "Segoe UI", Roboto, Arial,
  "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 24px 22px 64px; }
h1 { font-size: 28px; line-height: 1.25; } h2 { margin: 34px 0 12px; font-size: 20px; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; margin: 0 0 18px;
  padding-top: 8px; border-top: 1px solid #c9d0d6; gap: 2px 14px; }
dt { color: #5b6772; } dd { margin: 0; }
</style>`);
