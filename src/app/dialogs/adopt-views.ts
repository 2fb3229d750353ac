// What the window of adopting shows, step by step.
import { ADOPT_FIELDS, guessColumns } from "../../events/adopt-columns";
import type { AdoptFault } from "../../events/adopt-line";
import { html, type Markup } from "../../pages/html";
import type { DialogView } from "../../pages/index";
import type { Language, OtherCell } from "../../ports";
import { ADOPT } from "../../words/adopt";
import { ADOPT_FIELD_WORDS } from "../../words/adopt-fields";
import { DIALOG } from "../../words/dialog";
import { BY_COLUMN, failedFlow, PEOPLE_ONLY } from "../adopt/adopt-flow";
import type { AdoptChoice } from "../adopt/adopt-plan";
import type { AdoptReport } from "../adopt/adopt-report";
import type { Office } from "../office";
import { chosenColumns, columnChoices, hiddenColumns, option, samplesOf } from "./adopt-columns";
import type { DialogArgs } from "./dialog";
import { remarksList, rowList } from "./remarks-list";

/** Whoever adopts a sheet looks for these. */
const NEEDED = ["email", "stage", "last", "next", "paid", "consent"] as const;
const ORDERS = ["", "dmy", "mdy"] as const;
const BASIS_MAX = 500;
/** Named before a count says the rest. */
const NAMED_MAX = 40;

export function choiceOf(args: DialogArgs): AdoptChoice {
  return {
    tab: args.tab ?? "",
    columns: chosenColumns(args, ADOPT_FIELDS),
    flow: args.flow ?? "",
    order: ORDERS.find((order) => order === args.order) ?? "",
    basis: (args.basis ?? "").trim().slice(0, BASIS_MAX),
    list: null,
  };
}

export function tabView(names: readonly string[], chosen: string, language: Language): DialogView {
  const said = ADOPT[language];
  if (names.length === 0) return html`<p>${said.intro}</p><p class="problem">${said.noTabs}</p>`;
  const tabs = names.map((name) => option(name, name, name === chosen));
  return html`<p>${said.intro}</p><form><label>${said.tab}<select name="tab">${tabs}</select></label>
<button class="go" name="go" value="tab">${said.next}</button></form>`;
}

/** `chosen`: a person has chosen already; else the columns are guessed. */
export function columnsView(
  choice: AdoptChoice,
  values: readonly (readonly OtherCell[])[],
  flows: readonly string[],
  chosen: boolean,
  language: Language,
): DialogView {
  const said = ADOPT[language];
  const [first = [], ...rows] = values;
  const headers = first.map(({ text }) => text.trim());
  const columns = chosen ? choice.columns : guessColumns(headers);
  const asked = {
    ...{ fields: ADOPT_FIELDS, headers, chosen: columns, needed: NEEDED },
    ...{ none: said.none, other: said.otherColumns },
    samples: samplesOf(headers, rows),
  };
  const flow = choice.flow || (columns.flow === undefined ? likely(choice.tab, flows) : BY_COLUMN);
  const orders = ORDERS.map((order) => option(order, said.orders[order], order === choice.order));
  const filled = rows.filter((cells) => cells.some(({ text }) => text !== "")).length;
  return html`<h2>${said.lines(choice.tab, filled)}</h2><form><input type="hidden" name="tab" value="${choice.tab}">
<label>${said.flow}<select name="flow">${flowOptions(flows, flow, language)}</select></label>
<label>${said.basis}<input name="basis" maxlength="${BASIS_MAX}" value="${choice.basis}" placeholder="${said.basisHint}"></label>
<label>${said.order}<select name="order">${orders}</select></label>
<h2>${said.columns}</h2>${columnChoices(asked, language)}
<button class="go" name="go" value="dry">${said.dryRun}</button><button name="go" value="tabs">${said.back}</button></form>`;
}

function flowOptions(flows: readonly string[], chosen: string, language: Language): Markup {
  const said = ADOPT[language];
  const own = flows.map((flow) => option(flow, flow, flow === chosen));
  const byColumn = option(BY_COLUMN, said.byColumn, chosen === BY_COLUMN);
  return html`${own}${byColumn}${option(PEOPLE_ONLY, said.peopleOnly, chosen === PEOPLE_ONLY)}`;
}

/** A tab is often called as its product. */
function likely(tab: string, flows: readonly string[]): string {
  const seen = tab.toLowerCase();
  return flows.find((flow) => seen.includes(flow.replace(/_/g, " "))) ?? flows[0] ?? "";
}

export function reportView(
  report: AdoptReport,
  choice: AdoptChoice,
  { settings, rules }: Office,
): DialogView {
  const { language } = settings;
  const said = ADOPT[language];
  const count = report.counts.people + report.counts.joined + report.counts.stopped;
  const kept = html`<input type="hidden" name="tab" value="${choice.tab}">
<input type="hidden" name="flow" value="${choice.flow}"><input type="hidden" name="order" value="${choice.order}">
<input type="hidden" name="basis" value="${choice.basis}">${hiddenColumns(choice.columns)}`;
  const go =
    count === 0
      ? html`<p>${said.nothing}</p>`
      : html`<button class="go" name="go" value="write">${said.adopt(count)}</button>`;
  const offs = report.off.filter((flow) => flow !== failedFlow(rules) || rules.has(flow));
  const notes = [
    report.spreadUntil === "" ? "" : said.spread(report.spreadUntil),
    report.fullest === null ? "" : said.mostOnOneDay(report.fullest.day, report.fullest.count),
    ...offs.map((flow) => said.flowOff(flow)),
    settings.mode === "REHEARSAL" ? said.rehearsal : "",
  ].filter((note) => note !== "");
  return html`<h2>${said.lines(choice.tab, report.lines)}</h2>${countsTable(report, language)}
${notes.map((note) => html`<p>${note}</p>`)}${remarksList(report.remarks, language)}${faultsList(report.faults, language)}
<form>${kept}${go}<button name="go" value="columns">${said.back}</button></form>`;
}

/** `own`: counts that are called otherwise. */
export function countsTable(
  report: AdoptReport,
  language: Language,
  own: { readonly noConsent?: string } = {},
): Markup {
  const said = ADOPT[language];
  const named: Readonly<Record<string, readonly number[]>> = {
    twice: report.twiceRows,
    elsewhere: report.elsewhereRows,
  };
  const counts = Object.entries({ ...said.counts, ...own }).flatMap(([name, words]) => {
    const count = report.counts[name as keyof AdoptReport["counts"]];
    if (count === 0) return [];
    const rows = named[name] === undefined ? "" : rowList(named[name], language);
    return [countRow(count, words + rows)];
  });
  const stands = report.stands.map(([stand, count]) => countRow(count, stand));
  return html`<table>${counts}${stands}</table>`;
}

function countRow(count: number, words: string): Markup {
  return html`<tr><td style="white-space:nowrap;text-align:right">${count}</td><td>${words}</td></tr>`;
}

/** The same fault of many rows in one line. */
export function faultsList(
  faults: readonly AdoptFault[],
  language: Language,
  own: { readonly leftOut?: string; readonly again?: string } = {},
): Markup | null {
  if (faults.length === 0) return null;
  const said = { ...ADOPT[language], ...own };
  const lines = new Map<string, number[]>();
  for (const fault of faults) {
    const told = faultWords(fault, language);
    lines.set(told, [...(lines.get(told) ?? []), fault.row]);
  }
  const shown = [...lines].slice(0, NAMED_MAX);
  const items = shown.map(([told, rows]) => html`<li>${told}${rowList(rows, language)}</li>`);
  const more = lines.size - shown.length;
  return html`<h2>${said.leftOut}</h2><ul>${items}</ul>${more > 0 ? html`<p>${said.more(more)}</p>` : null}<p class="quiet">${said.again}</p>`;
}

export function faultWords(fault: AdoptFault, language: Language): string {
  const said = ADOPT[language].faults;
  if (!("field" in fault)) return said[fault.kind];
  const { field, seen, kind } = fault;
  if (kind === "unreadable" || kind === "ambiguous") {
    return said[kind](ADOPT_FIELD_WORDS[field][language], seen);
  }
  return said[kind](seen);
}

export function doneView(language: Language): DialogView {
  return html`<button class="close go" type="button">${DIALOG[language].close}</button>`;
}
