// What the window "Duplicates" shows: each pair with what it shares and what differs, and who was joined so far.
import type { ContactRow } from "../../../sheets-schema/index";
import { type MayBeOne, mayBeOne } from "../../events/same-person";
import { isOpen } from "../../model/enrollment";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { DUPLICATES } from "../../words/duplicates";
import { Book } from "../book";
import { apartIn } from "../clean-data/join-events";

/** More are shown once these are settled. */
const PAIRS_MAX = 20;

interface Looking {
  readonly ports: Ports;
  readonly book: Book;
  readonly language: Language;
}

export function duplicatesView(ports: Ports, language: Language): Markup {
  const said = DUPLICATES[language];
  const book = new Book(ports);
  const looking = { ports, book, language };
  const events = ports.store.read("Events").map(({ cells }) => cells);
  const pairs = mayBeOne(book.contacts(), apartIn(events));
  const shown = pairs.slice(0, PAIRS_MAX);
  const more = pairs.length - shown.length;
  const ask = html`<form><p>${said.intro}</p>${shown.map((one) => pairView(looking, one))}
${more > 0 ? html`<p class="quiet">${said.more(more)}</p>` : null}
<button class="go" name="go" value="join">${said.join}</button>
<button name="go" value="apart">${said.apart}</button></form>`;
  return html`${pairs.length === 0 ? html`<p>${said.none}</p>` : ask}${joinedView(looking)}
<button class="close" type="button">${DIALOG[language].close}</button>`;
}

function pairView(looking: Looking, { kept, other, shares }: MayBeOne): Markup {
  const said = DUPLICATES[looking.language];
  const shared = shares.map(({ by, value }) => `${said.by[by]} ${value}`).join(said.comma);
  const lines = factsOf(looking, kept).flatMap(([name, own], at) => {
    const [, theirs = ""] = factsOf(looking, other)[at] ?? [];
    return own === theirs ? [] : [[name, own, theirs] as const];
  });
  return html`<h2><label class="choice"><input type="checkbox" name="pair" value="${kept.id} ${other.id}">
${kept.email} ← ${other.email}</label></h2><p class="quiet">${said.share(shared)}</p>
${lines.length === 0 ? "" : differing(looking, kept, other, lines)}`;
}

function differing(
  { language }: Looking,
  kept: ContactRow,
  other: ContactRow,
  lines: readonly (readonly [string, string, string])[],
): Markup {
  const said = DUPLICATES[language];
  return html`<table class="facts"><thead><tr><td>${said.differs}</td><th scope="col">${said.stays(kept.email)}</th>
<th scope="col">${said.joins(other.email)}</th></tr></thead><tbody>${lines.map(
    ([name, own, theirs]) =>
      html`<tr><th scope="row">${name}</th><td>${own}</td><td>${theirs}</td></tr>`,
  )}</tbody></table>`;
}

function factsOf({ ports, book, language }: Looking, contact: ContactRow) {
  const { rows } = DUPLICATES[language];
  const { first_seen_at: since } = contact;
  const flows = book.person(contact).enrollments.map(({ row }) => {
    const at = isOpen(row.status) ? ` ${row.stage ?? 0}` : "";
    return `${row.flow} ${row.status}${at}`;
  });
  return [
    [rows.name, contact.name],
    [rows.phone, contact.phone],
    [rows.source, contact.source],
    [rows.since, since === null ? "" : ports.workbook.wallTime(since, "").text],
    [rows.consent, contact.consent],
    [rows.paid, contact.paid === "YES" ? contact.paid_for || "YES" : ""],
    [rows.suppressed, contact.suppressed],
    [rows.flows, flows.join(DUPLICATES[language].comma)],
  ] as const;
}

/** Of a chain only its end: who was joined with whoever counts as another is parted after it. */
function joinedView({ book, language }: Looking): Markup | null {
  const said = DUPLICATES[language];
  const joined = book.contacts().flatMap((other) => {
    const kept = other.merged_into === "" ? null : book.own(other.merged_into);
    return kept === null || kept.merged_into !== "" ? [] : [{ kept, other }];
  });
  if (joined.length === 0) return null;
  return html`<h2>${said.undoTitle}</h2>${joined.map(
    ({
      kept,
      other,
    }) => html`<form class="acts"><input type="hidden" name="pair" value="${kept.id} ${other.id}">
${kept.email} ← ${other.email} <button name="go" value="part">${said.undo}</button></form>`,
  )}`;
}
