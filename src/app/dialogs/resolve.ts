// "Resolve unmatched": one payment after another gets its payer, through the same cell a person may type into.
import type { UnmatchedRow } from "../../../sheets-schema/index";
import { listOf } from "../../model/list-cell";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { filled } from "../../words/filled";
import { RESOLVE } from "../../words/resolve";
import { Book } from "../book";
import { readDoorConfig } from "../doors/door-config";
import { markStop } from "../doors/record-event";
import { NOT_RUN, refusalOf } from "../owner-only";
import { runBatch } from "../run-batch";
import { NOBODYS, namedIn, openRows } from "../unmatched/unmatched";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

/** More are shown once these are settled. */
const PAYMENTS_MAX = 15;

export const RESOLVE_DIALOG: DialogKind = {
  name: "resolve",
  title: RESOLVE.title,
  widthPx: 620,
  heightPx: 560,
  act: settle,
};

export function resolveUnmatched(ports: Ports): void {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const ready = (kept.owner ?? "") !== "";
  const open = ready ? openRows(ports).map(({ cells }) => cells) : [];
  if (open.length > 0) {
    openDialog(ports, RESOLVE_DIALOG, resolveView(ports, open, language), language);
    return;
  }
  const nothing = ready ? RESOLVE.none : NOT_RUN["not set up"];
  ports.person.tell(RESOLVE.title[language], nothing[language]);
}

function settle(ports: Ports, args: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const typed = typedBy(args);
  if (typed === "") return { message: RESOLVE.choose[language] };
  const payment = openRows(ports).find(({ cells }) => cells.payment === args.payment);
  if (payment === undefined) return leftOver(ports, RESOLVE.gone[language], language);
  if (namedIn(typed, new Book(ports)).kind === "wrong") {
    return { message: filled(RESOLVE.wrong, { seen: typed.slice(0, 100) })[language] };
  }
  const { payment: id } = payment.cells;
  ports.store.update("Unmatched", [{ id, cells: { this_is: typed } }]);
  markStop(ports);
  runBatch(ports, "edit");
  const settled = ports.store.read("Unmatched").find(({ cells }) => cells.payment === id)?.cells;
  const told = settled?.resolved_at == null ? RESOLVE.later[language] : settled.what_to_do;
  return leftOver(ports, told, language);
}

/** Whoever only types an address means it. */
function typedBy({ who = OTHER, other = "" }: DialogArgs): string {
  return (who === OTHER ? other : who).trim();
}

/** What is still open, with the answer to the last press. */
function leftOver(ports: Ports, message: string, language: Language): DialogAnswer {
  const open = openRows(ports).map(({ cells }) => cells);
  if (open.length > 0) return { message, view: resolveView(ports, open, language) };
  return { message, view: html`<h2>${RESOLVE.done[language]}</h2>` };
}

function resolveView(ports: Ports, open: readonly UnmatchedRow[], language: Language): Markup {
  const shown = open.slice(0, PAYMENTS_MAX);
  const count = String(open.length - shown.length);
  const more = filled(RESOLVE.more, { count })[language];
  return html`<p class="quiet">${RESOLVE.about[language]}</p>
${shown.map((row, at) => paymentForm(ports, row, at, language))}
${open.length > shown.length ? html`<p class="quiet">${more}</p>` : null}`;
}

const OTHER = "other";

function paymentForm(
  { workbook }: Ports,
  row: UnmatchedRow,
  at: number,
  language: Language,
): Markup {
  const paidAt = row.paid_at ?? row.seen_at;
  const when = paidAt === null ? "" : workbook.wallTime(paidAt, "").text;
  const known = [row.name || RESOLVE.nameless[language], row.amount, when, row.offer];
  const suspects = listOf(row.suspects);
  const choice = (value: string, words: string) =>
    html`<label class="choice"><input type="radio" name="who" value="${value}"> ${words}</label>`;
  const held = suspects.length > 0 ? html`<p class="quiet">${RESOLVE.held[language]}</p>` : null;
  return html`<form><h2 id="payment${at}">${known.filter((cell) => cell !== "").join(" · ")}</h2>
<p class="quiet">${row.payment}</p>${held}<fieldset aria-labelledby="payment${at}">
<input type="hidden" name="payment" value="${row.payment}">
${suspects.map((email) => choice(email, filled(RESOLVE.suspect, { email })[language]))}
${choice(OTHER, RESOLVE.other[language])}
<input name="other" aria-label="${RESOLVE.other[language]}" autocomplete="off">
${choice(NOBODYS, RESOLVE.nobody[language])}
<button class="go">${RESOLVE.settle[language]}</button></fieldset></form>`;
}
