// The part of a window that asks which column of a tab holds what.
import type { AdoptField, Columns } from "../../events/adopt-columns";
import { utcDay } from "../../model/time";
import { html, type Markup } from "../../pages/html";
import type { Language } from "../../ports";
import { ADOPT_FIELD_WORDS } from "../../words/adopt-fields";
import type { DialogArgs } from "./dialog";

const NAME = "column_";

export interface Asked {
  readonly fields: readonly AdoptField[];
  readonly headers: readonly string[];
  readonly chosen: Columns;
  /** First filled cell below each header, so that a person sees what is meant. */
  readonly samples: ReadonlyMap<string, string>;
  /** Shown also where no column was guessed. */
  readonly needed: readonly AdoptField[];
  /** "— no column —". */
  readonly none: string;
  /** "Other columns". */
  readonly other: string;
}

/** Two beside each other; what is neither guessed nor needed is folded away. */
export function columnChoices(asked: Asked, language: Language): Markup {
  const shown = asked.fields.filter((field) => isShown(asked, field));
  const folded = asked.fields.filter((field) => !isShown(asked, field));
  const more =
    folded.length === 0
      ? null
      : html`<details><summary>${asked.other}</summary>${choices(folded, asked, language)}</details>`;
  return html`${choices(shown, asked, language)}${more}`;
}

function isShown({ chosen, needed }: Asked, field: AdoptField): boolean {
  return chosen[field] !== undefined || needed.includes(field);
}

function choices(fields: readonly AdoptField[], asked: Asked, language: Language): Markup {
  const rows = fields.map((field) => {
    const words = ADOPT_FIELD_WORDS[field][language];
    return html`<label>${words}<select name="${NAME + field}">${options(asked, field)}</select></label>`;
  });
  return html`<div style="display:grid;grid-template-columns:1fr 1fr;gap:0 16px;align-items:end">${rows}</div>`;
}

function options({ headers, chosen, samples, none }: Asked, field: AdoptField): Markup {
  const named = headers.filter((header, at) => header !== "" && headers.indexOf(header) === at);
  const each = named.map((header) => {
    const sample = samples.get(header) ?? "";
    const shown = sample === "" ? header : `${header} (${sample})`;
    return option(header, shown, chosen[field] === header);
  });
  return html`${option("", none, chosen[field] === undefined)}${each}`;
}

export function option(value: string, shown: string, selected: boolean): Markup {
  return selected
    ? html`<option value="${value}" selected>${shown}</option>`
    : html`<option value="${value}">${shown}</option>`;
}

export function chosenColumns(args: DialogArgs, fields: readonly AdoptField[]): Columns {
  const chosen = fields.flatMap((field) => {
    const header = args[NAME + field] ?? "";
    return header === "" ? [] : [[field, header] as const];
  });
  return Object.fromEntries(chosen);
}

/** So that going on and back forgets nothing. */
export function hiddenColumns(columns: Columns): Markup {
  const inputs = Object.entries(columns).map(
    ([field, header]) => html`<input type="hidden" name="${NAME + field}" value="${header}">`,
  );
  return html`${inputs}`;
}

const SAMPLE_MAX = 24;

export function samplesOf(
  headers: readonly string[],
  rows: readonly (readonly { readonly text: string; readonly at: number | null }[])[],
): ReadonlyMap<string, string> {
  const samples = new Map<string, string>();
  headers.forEach((header, at) => {
    const cell = rows.find((cells) => (cells[at]?.text ?? "") !== "")?.[at];
    if (header === "" || cell === undefined || samples.has(header)) return;
    const text = cell.at === null ? cell.text : utcDay(cell.at);
    samples.set(header, text.length > SAMPLE_MAX ? `${text.slice(0, SAMPLE_MAX)}…` : text);
  });
  return samples;
}
