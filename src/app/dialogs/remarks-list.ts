// What is worth a look in the rows of a sheet or a list, and how rows are named one after another.
import { html, type Markup } from "../../pages/html";
import type { Language } from "../../ports";
import { ADOPT } from "../../words/adopt";
import { IMPORT } from "../../words/import";
import type { Remark } from "../adopt/import-remarks";

/** Named after one another before a count says the rest. */
const NAMED_MAX = 40;

/** The same remark of many rows in one line. */
export function remarksList(remarks: readonly Remark[], language: Language): Markup | null {
  if (remarks.length === 0) return null;
  const said = IMPORT[language];
  const lines = new Map<string, number[]>();
  for (const { row, kind, seen, meant } of remarks) {
    const told = kind === "typo" ? said.typo(seen, meant) : said[kind](seen);
    lines.set(told, [...(lines.get(told) ?? []), row]);
  }
  const shown = [...lines].slice(0, NAMED_MAX);
  const items = shown.map(([told, rows]) => html`<li>${told}${rowList(rows, language)}</li>`);
  const more = lines.size - shown.length;
  return html`<h2>${said.remarks}</h2><ul>${items}</ul>${more > 0 ? html`<p>${said.more(more)}</p>` : null}`;
}

export function rowList(rows: readonly number[], language: Language): string {
  const said = ADOPT[language];
  const shown = said.rows(rows.slice(0, NAMED_MAX).join(", "));
  const more = rows.length - NAMED_MAX;
  return more > 0 ? `${shown} ${said.more(more)}` : shown;
}
