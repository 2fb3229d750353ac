// Explanations as a window shows them: the answer first, then the rules, facts and clocks it rests on.
import type { Words } from "../../../sheets-schema/index";
import { isOpen } from "../../model/enrollment";
import { type Flow, waitAt } from "../../model/flow";
import { html, type Markup } from "../../pages/html";
import type { Language } from "../../ports";
import { EXPLAIN_WINDOW } from "../../words/explain";
import { filled } from "../../words/filled";
import { ZONE_FROM } from "../../words/reasons-held";
import { clocks, stateWords } from "../explain/explain-line";
import type { Explanation } from "../explain/explain-rows";
import { clocksOf, shownBy } from "../sending/hold-back";

/** What one look can take in. */
const ROWS_MAX = 20;
/** What may be pressed here; "mark paid" asks first, and has its own place in the menu. */
export const PRESSES = ["send now", "hold", "release", "undo", "keep"] as const;

export function explainView(explanations: readonly Explanation[], language: Language): Markup {
  const shown = explanations.slice(0, ROWS_MAX);
  const more = explanations.length - shown.length;
  const only = explanations.length === 1;
  const said = filled(EXPLAIN_WINDOW.more, { count: String(more) })[language];
  const rows = shown.map(({ enrollment }) => enrollment.row.id).join(" ");
  return html`${shown.map((one) => section(one, rows, language, only))}
${more > 0 ? html`<p class="quiet">${said}</p>` : null}`;
}

function section(one: Explanation, rows: string, language: Language, open: boolean): Markup {
  const { row } = one;
  const details = html`${rules(one, language)}${clock(one, language)}${inputs(one, language)}`;
  const folded = html`<details><summary>${EXPLAIN_WINDOW.rules[language]} …</summary>${details}</details>`;
  return html`<h2>${row.email} · ${row.flow} · ${row.status}</h2>
${answer(one, language)}${buttons(one, rows, language)}${last(one, language)}${open ? details : folded}`;
}

/** The one line a person opens the window for, and what would change it. */
function answer(one: Explanation, language: Language): Markup {
  const { outcome, goes, planning, enrollment, way } = one;
  const rehearsal = planning.office.settings.mode === "REHEARSAL";
  const verdict = verdictOf(one, rehearsal)[language];
  const mails = goes.map(({ send, mail }) => html`<br>${send.step}: ${mail.subject}`);
  const state =
    goes.length > 0 ? mails : html`<br>${stateWords(planning, enrollment, outcome)[language]}`;
  const colour = goes.length > 0 ? "good" : outcome.kind === "blocked" ? "problem" : "plain";
  const title = outcome.kind === "later" ? EXPLAIN_WINDOW.foreseen : EXPLAIN_WINDOW.remedies;
  const steps = way.remedies.map((words) => html`<li>${words[language]}</li>`);
  return html`<p class="${colour}"><strong>${verdict}</strong>${state}</p>
${steps.length > 0 ? html`<p><strong>${title[language]}</strong></p><ol>${steps}</ol>` : null}
${way.end === null ? null : html`<p>${way.end[language]}</p>`}`;
}

function buttons(
  { row, enrollment, outcome, planning }: Explanation,
  rows: string,
  language: Language,
): Markup {
  const { undo, test } = enrollment;
  const live = planning.office.settings.mode === "LIVE";
  const held = row.status === "PAUSED" || (row.status === "REVIEW" && row.paid !== "YES");
  const offered: Readonly<Record<(typeof PRESSES)[number], boolean>> = {
    "send now": outcome.kind === "later" || outcome.kind === "goes",
    hold: isOpen(row.status),
    release: held,
    undo: undo !== null,
    keep: test && live,
  };
  const pressable = PRESSES.filter((one) => offered[one]);
  if (pressable.length === 0) return html``;
  const press = (one: (typeof PRESSES)[number]) =>
    html`<button name="do" value="${one}">${EXPLAIN_WINDOW.press[one][language]}</button>`;
  return html`<form class="acts"><input type="hidden" name="row" value="${row.id}"><input type="hidden" name="rows" value="${rows}">
${pressable.map(press)}</form>`;
}

function verdictOf({ outcome, goes }: Explanation, rehearsal: boolean): Words {
  if (goes.length > 0) return rehearsal ? EXPLAIN_WINDOW.goesToYou : EXPLAIN_WINDOW.goes;
  switch (outcome.kind) {
    case "later":
    case "asks":
      return EXPLAIN_WINDOW.waits;
    case "blocked":
    case "held":
    case "late":
      return EXPLAIN_WINDOW.held;
    default:
      return EXPLAIN_WINDOW.over;
  }
}

function last({ last: send, planning, enrollment }: Explanation, language: Language): Markup {
  if (send === undefined || send.sent_at === null) return html``;
  const at = clocks(planning, enrollment.row, send.sent_at);
  const why = whyItWent(planning.office.rules.get(send.flow), send)[language];
  return html`<p><strong>${EXPLAIN_WINDOW.last[language]}</strong>: ${send.step} · ${send.template} · ${send.class} · ${at}<br>
<span class="quiet">${why}</span></p>`;
}

function whyItWent(
  flow: Flow | undefined,
  { step: name, send_key }: NonNullable<Explanation["last"]>,
): Words {
  const step = flow?.steps.find((one) => one.step === name);
  const mark = /@([^~]*)/.exec(send_key)?.[1] ?? "";
  if (step?.sentOn === "paid") return EXPLAIN_WINDOW.lastPaid;
  if (step?.sentOn === "conclusion") return EXPLAIN_WINDOW.lastConclusion;
  const repeats = step !== undefined && step.stageTo > step.stage;
  if (mark !== "" && !repeats) return EXPLAIN_WINDOW.lastAgain;
  const atOnce = flow !== undefined && mark === "" && waitAt(flow, step?.stage ?? 0)?.waitMs === 0;
  if (step?.sentOn === "entry" || atOnce) return EXPLAIN_WINDOW.lastEntry;
  const stage = mark === "" ? String(step?.stage ?? 0) : mark;
  return filled(EXPLAIN_WINDOW.lastStage, { stage });
}

function rules({ rules: used }: Explanation, language: Language): Markup {
  const lines = used.map(
    ({ tab, name, says, version }) =>
      html`<tr><th scope="row">${tab}</th><td class="name">${name}</td><td>${says}</td><td class="mark">${version}</td></tr>`,
  );
  return html`<p><strong>${EXPLAIN_WINDOW.rules[language]}</strong></p><table class="facts rules">${lines}</table>`;
}

function clock({ planning, row, enrollment }: Explanation, language: Language): Markup {
  const { workbook } = planning.ports;
  const reader = clocksOf(planning)({ enrollment });
  const own = workbook.wallTime(planning.now, "").zone;
  const theirs = `${reader.clock.zone} · ${ZONE_FROM[reader.from][language]}`;
  const line = (name: string, at: number | null) =>
    at === null
      ? null
      : html`<tr><th scope="row">${name}</th><td>${workbook.wallTime(at, "").text}</td><td>${shownBy(reader, at)}</td></tr>`;
  const { next_at, offer_deadline } = row;
  const head = html`<tr><td></td><th scope="col">${EXPLAIN_WINDOW.here[language]} (${own})</th><th scope="col">${EXPLAIN_WINDOW.there[language]} (${theirs})</th></tr>`;
  return html`<p><strong>${EXPLAIN_WINDOW.clock[language]}</strong></p>
<table class="facts">${head}${line(EXPLAIN_WINDOW.now[language], planning.now)}${line("next_at", next_at)}${line("offer_deadline", offer_deadline)}</table>`;
}

/** Under the names of their columns, so that they are found in the sheet. */
function inputs(one: Explanation, language: Language): Markup {
  const known = factsOf(one).filter(([, value]) => value !== "");
  const lines = known.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  );
  return html`<p><strong>${EXPLAIN_WINDOW.inputs[language]}</strong></p><table class="facts">${lines}</table>`;
}

function factsOf({
  row,
  enrollment,
  contact,
  planning,
  others,
}: Explanation): readonly (readonly [string, string])[] {
  const { timedBy, entryEvent, test } = enrollment;
  const time = (at: number | null) =>
    at === null ? "" : planning.ports.workbook.wallTime(at, "").text;
  return [
    ["Queue why", row.why],
    ["Queue stage", String(row.stage ?? 0)],
    ["Queue entered_at", `${time(row.entered_at)} · ${row.source} · ${entryEvent}`],
    ["Queue last_at", time(row.last_at)],
    ["Queue next_at", timedBy === "hand" ? `${time(row.next_at)} · by hand` : ""],
    ["Queue paid", row.paid],
    ["Queue result_url", row.result_url],
    ["Queue conclusion", row.conclusion],
    ["Queue payment", row.payment],
    ["Queue price", row.price],
    ["Queue tags", test ? row.tags || "test" : row.tags],
    ...contactFacts(contact, time),
    ...others.map((one) => [`Queue ${one.flow}`, `${one.status} · ${one.why}`] as const),
  ];
}

function contactFacts(
  contact: Explanation["contact"],
  time: (at: number | null) => string,
): readonly (readonly [string, string])[] {
  if (contact === null) return [["Contacts", "—"]];
  const consent = [contact.consent || "—", time(contact.consent_at)].join(" ").trim();
  return [
    ["Contacts consent", consent],
    ["Contacts consent_confirmed_at", time(contact.consent_confirmed_at)],
    ["Contacts suppressed", [contact.suppressed, time(contact.suppressed_at)].join(" ").trim()],
    ["Contacts paid", [contact.paid, time(contact.paid_at), contact.paid_for].join(" ").trim()],
    ["Contacts reversals", contact.reversals],
    ["Contacts pending", contact.pending],
    ["Contacts paused_until", time(contact.paused_until)],
    ["Contacts pace", contact.pace],
    ["Contacts time_zone", contact.time_zone],
  ];
}
