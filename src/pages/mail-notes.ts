// What stands between somebody and the saving of a mail: a fault, another person's change, words not saved.
import { EDIT_MAIL } from "../words/edit-mail";
import { html, type Markup } from "./html";

type Language = keyof typeof EDIT_MAIL;
type Column = "subject" | "body" | "why_now" | "cost_of_not" | "move" | "doubt";

export const NO_NOTE = html``;

export function faultNote(language: Language, what: string): Markup {
  return html`<p class="problem" role="alert"><b>${EDIT_MAIL[language].faultFirst}</b> ${what}</p>`;
}

export function plainNote(what: string): Markup {
  return html`<p class="problem" role="alert">${what}</p>`;
}

/** Theirs in full: what was typed here stands above, and whoever saves decides. */
export function changedNote(
  language: Language,
  theirs: readonly (readonly [Column, string])[],
): Markup {
  const said = EDIT_MAIL[language];
  const notes = theirs.map(
    ([column, text]) => html`<p>${said.changedMeanwhile(said[column])}</p><pre>${text}</pre>`,
  );
  return html`<div class="problem" role="alert">${notes}<p>${said.yours}</p></div>`;
}

export function leaveNote(language: Language, go: string): Markup {
  const said = EDIT_MAIL[language];
  return html`<p class="problem" role="alert">${said.unsaved} <button name="go" value="drop:${go}">${said.leave}</button></p>`;
}
