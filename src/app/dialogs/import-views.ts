// What the window of importing shows, step by step.

import { writeCsv } from "../../events/csv";
import { guessImportColumns, IMPORT_FIELDS } from "../../events/import-columns";
import { BASES } from "../../model/basis";
import { html, type Markup } from "../../pages/html";
import type { DialogView } from "../../pages/index";
import type { Language, OtherCell } from "../../ports";
import { IMPORT } from "../../words/import";
import { failedFlow, PEOPLE_ONLY } from "../adopt/adopt-flow";
import type { AdoptChoice, AdoptPlan } from "../adopt/adopt-plan";
import type { AdoptReport } from "../adopt/adopt-report";
import type { Office } from "../office";
import { columnChoices, hiddenColumns, option, samplesOf } from "./adopt-columns";
import { countsTable, faultsList, faultWords } from "./adopt-views";
import { remarksList } from "./remarks-list";

type Values = readonly (readonly OtherCell[])[];
/** Whoever imports a list looks for these. */
const NEEDED = ["email", "name", "basis"] as const;
const NAME_MAX = 60;
const WORDS_MAX = 200;
const REFUSED_MAX = 2_000;

export function sourceView(
  tabs: readonly string[],
  { name, tab }: { readonly name: string; readonly tab: string },
  language: Language,
): DialogView {
  const said = IMPORT[language];
  const options = tabs.map((one) => option(one, one, one === tab));
  const choice =
    tabs.length === 0
      ? null
      : html`<label>${said.tab}<select name="tab">${option("", said.noTab, tab === "")}${options}</select></label>`;
  return html`<p>${said.intro}</p><form>
<label>${said.text}<textarea name="text" rows="9" data-keep data-first spellcheck="false"></textarea></label>
<label>${said.file}<input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" data-into="text"></label>${choice}
<label>${said.name}<input name="list" maxlength="${NAME_MAX}" value="${name}" placeholder="${said.nameHint}" data-named></label>
<button class="go" name="go" value="columns">${said.next}</button></form>`;
}

export function mappingView(
  choice: AdoptChoice,
  values: Values,
  { rules }: Office,
  chosen: boolean,
  language: Language,
): DialogView {
  const said = IMPORT[language];
  const [first = [], ...rows] = values;
  const headers = first.map(({ text }) => text.trim());
  const asked = {
    ...{ fields: IMPORT_FIELDS, headers, needed: NEEDED },
    chosen: chosen ? choice.columns : guessImportColumns(headers),
    ...{ none: said.noColumn, other: said.otherColumns },
    samples: samplesOf(headers, rows),
  };
  const flows = [...rules.keys()].filter((flow) => flow !== failedFlow(rules));
  const basis = choice.list?.basis ?? "";
  const bases = (["", ...BASES] as const).map((one) => option(one, said.bases[one], one === basis));
  return html`<h2>${said.lines(choice.list?.name ?? "", rows.length)}</h2><form>${hiddenSource(choice)}
<label>${said.flow}<select name="flow">${option(PEOPLE_ONLY, said.nobody, choice.flow === PEOPLE_ONLY)}${flows.map((flow) => option(flow, said.intoFlow(flow), flow === choice.flow))}</select></label>
<label>${said.basis}<select name="basis">${bases}</select></label>
<label>${said.words}<input name="words" maxlength="${WORDS_MAX}" value="${choice.basis}" placeholder="${said.wordsHint}"></label>
<p class="quiet">${said.columnsHint}</p>
<h2>${said.columns}</h2>${columnChoices(asked, language)}
<button class="go" name="go" value="dry">${said.dryRun}</button><button name="go" value="source">${said.back}</button></form>`;
}

function hiddenSource({ tab, list }: AdoptChoice): Markup {
  return html`<input type="hidden" name="tab" value="${tab}"><input type="hidden" name="list" value="${list?.name ?? ""}">`;
}

export interface ImportReport {
  readonly plan: AdoptPlan;
  readonly report: AdoptReport;
  /** As a clock shows it, "" where nothing goes at once. */
  readonly until: string;
}

export function dryView(
  { plan, report, until }: ImportReport,
  choice: AdoptChoice,
  values: Values,
  { settings, rules }: Office,
): DialogView {
  const { language } = settings;
  const said = IMPORT[language];
  const count = plan.people.length;
  const kept = html`${hiddenSource(choice)}<input type="hidden" name="flow" value="${choice.flow}">
<input type="hidden" name="basis" value="${choice.list?.basis ?? ""}"><input type="hidden" name="words" value="${choice.basis}">${hiddenColumns(choice.columns)}`;
  const go =
    count === 0
      ? html`<p>${said.nothing}</p>`
      : html`<button class="go" name="go" value="write">${said.import(count)}</button>`;
  const noFlow = choice.flow === PEOPLE_ONLY;
  const notes = [
    noFlow ? said.mailsNobody : "",
    noFlow ? "" : said.ramp(choice.flow, until),
    !noFlow && rules.get(choice.flow)?.on !== true ? said.flowOff(choice.flow) : "",
    !noFlow && settings.mode === "REHEARSAL" ? said.rehearsal : "",
  ].filter((note) => note !== "");
  const noConsent = noFlow ? said.noBasis : said.noBasisRow;
  return html`<h2>${said.lines(choice.list?.name ?? "", report.lines)}</h2>${countsTable(report, language, { noConsent })}
${notes.map((note) => html`<p>${note}</p>`)}${remarksList(report.remarks, language)}
${faultsList(report.faults, language, { leftOut: said.refused, again: said.again })}${refusedLink(report, values, language)}
<form>${kept}${go}<button name="go" value="columns">${said.back}</button></form>`;
}

/** The rows as they came, with the reason behind each: mended, they can be imported. */
function refusedLink({ faults }: AdoptReport, values: Values, language: Language): Markup | null {
  if (faults.length === 0) return null;
  const said = IMPORT[language];
  const [header = []] = values;
  const texts = (cells: readonly OtherCell[] = []) => cells.map(({ text }) => text);
  const rows = [...new Set(faults.map(({ row }) => row))].slice(0, REFUSED_MAX).map((row) => {
    const why = faults.filter((one) => one.row === row).map((one) => faultWords(one, language));
    const cells = texts(values[row - 1]);
    const filled = header.map((_, at) => cells[at] ?? "");
    return [...filled, why.join("; "), ...cells.slice(header.length)];
  });
  const text = writeCsv([[...texts(header), said.why], ...rows]);
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"))}`;
  return html`<p><a download="not-imported.csv" target="_blank" href="${href}">${said.save}</a></p>`;
}
