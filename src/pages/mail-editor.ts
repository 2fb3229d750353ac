// The window that edits one mail, and the list it is chosen from.
import { DOUBTS, MOVES, type TemplateRow, type Words } from "../../sheets-schema/index";
import { CHOICES, EDIT_MAIL, LANGUAGES } from "../words/edit-mail";
import { MAIL_VALUES } from "../words/mail-values";
import { html, type Markup } from "./html";
import { MAIL_EDITOR_STYLE } from "./mail-style";

type Language = keyof Words;

export interface MailEditor {
  readonly words: TemplateRow;
  /** Column → digest of what was shown; empty for a line that is not in Templates yet. */
  readonly seen: string;
  /** Every language this mail has, and the two it might. */
  readonly locales: readonly string[];
  /** Set when there is no such version: the language its readers get instead. */
  readonly instead: string;
  readonly reader: Readers;
  readonly preview: Markup;
}

export function mailEditor(language: Language, editor: MailEditor): Markup {
  const { words } = editor;
  const said = EDIT_MAIL[language];
  return html`${MAIL_EDITOR_STYLE}<form class="mail-edit">
<button class="hid" name="go" value="preview" tabindex="-1" aria-hidden="true"></button>
<input type="hidden" name="row" value="${words.row}"><input type="hidden" name="template" value="${words.template}"><input type="hidden" name="locale" value="${words.locale}">
<div class="bar"><h2>${words.template}</h2>${localeButtons(editor, language)}
<button name="go" value="list">${said.allMails}</button></div>
<div id="faults"></div><div class="two"><div>${missing(editor, language)}${fields(language, words)}
<div id="seen">${seenField(editor.seen)}</div></div>
<div><div id="reader">${readerField(language, editor.reader)}</div>
${segments(language)}<div id="preview">${editor.preview}</div></div></div>
<div class="acts"><button name="go" value="preview">${said.preview}</button>
<button name="go" value="save" class="go">${said.save}</button>
<button name="go" value="test">${said.test}</button>
<button type="button" class="close">${said.cancel}</button></div></form>`;
}

/** Who the mail is shown for: value and words of each, the chosen one first. */
export interface Readers {
  readonly people: readonly (readonly [string, string])[];
  readonly chosen: string;
  /** Others may be asked for; a long Queue takes a moment to read. */
  readonly more: boolean;
}

export function readerField(language: Language, { people, chosen, more }: Readers): Markup {
  const said = EDIT_MAIL[language];
  const all = [["", said.invented] as const, ...people];
  const ask = html`<button name="go" value="readers">${said.readers}</button>`;
  return html`<label for="who">${said.reader}</label><div class="who"><select name="reader" id="who">${options(all, chosen)}</select>${more ? ask : null}</div>`;
}

export function seenField(seen: string): Markup {
  return html`<input type="hidden" name="seen" value="${seen}">`;
}

export function languageName(locale: string, language: Language): string {
  return LANGUAGES[locale.toLowerCase()]?.[language] ?? locale;
}

function localeButtons({ words, locales }: MailEditor, language: Language): Markup[] {
  return locales.map((locale) => {
    const current = locale === words.locale;
    const go = `open:${words.template}:${locale}`;
    const name = languageName(locale, language);
    return current
      ? html`<button type="button" aria-current="true">${name}</button>`
      : html`<button name="go" value="${go}">${name}</button>`;
  });
}

function missing({ words, instead }: MailEditor, language: Language): Markup | null {
  if (instead === "") return null;
  const [wanted, other] = [words.locale, instead].map((one) => languageName(one, language));
  const text = EDIT_MAIL[language].missingLanguage(wanted ?? "", other ?? "");
  return html`<p class="note">${text}</p>`;
}

function fields(language: Language, words: TemplateRow): Markup {
  const said = EDIT_MAIL[language];
  // A browser drops a line break that follows the tag; the words may begin with one.
  return html`<label>${said.subject}<input name="subject" value="${words.subject}" autocomplete="off"></label>
<label>${said.body}<textarea name="body" class="body">
${words.body}</textarea></label>
${help(language)}<div class="pair">
<label>${said.why_now} <small>{{ why_now }}</small><textarea name="why_now" rows="3">
${words.why_now}</textarea></label>
<label>${said.cost_of_not} <small>{{ cost_of_not }}</small><textarea name="cost_of_not" rows="3">
${words.cost_of_not}</textarea></label>
<label>${said.move}<select name="move">${choices(language, MOVES, words.move)}</select></label>
<label>${said.doubt}<select name="doubt">${choices(language, DOUBTS, words.doubt)}</select></label></div>`;
}

function help(language: Language): Markup {
  const said = EDIT_MAIL[language];
  const values = Object.entries(MAIL_VALUES).map(
    ([name, what]) => html`<dt><code>{{ ${name} }}</code></dt><dd>${what[language]}</dd>`,
  );
  return html`<details><summary>${said.values}</summary><p>${said.markdown}</p><dl>${values}</dl></details>`;
}

/** Plain radio buttons, so that a press on them costs no question to the sheet. */
function segments(language: Language): Markup {
  const said = EDIT_MAIL[language];
  const radio = (name: string, id: string, words: string, checked: boolean) =>
    html`<input type="radio" class="seg" name="${name}" id="${id}" ${checked ? "checked" : ""}><label for="${id}">${words}</label>`;
  return html`${radio("w", "w-phone", said.phone, false)}${radio("w", "w-desktop", said.desktop, true)}<span class="gap"></span>
${radio("l", "l-light", said.light, true)}${radio("l", "l-dark", said.dark, false)}${radio("l", "l-plain", said.plain, false)}`;
}

function choices(language: Language, values: readonly string[], chosen: string): Markup[] {
  const all = values.map((value) => [value, CHOICES[value]?.[language] ?? value] as const);
  return options([["", ""], ...all], chosen);
}

function options(all: readonly (readonly [string, string])[], chosen: string): Markup[] {
  return all.map(([value, words]) =>
    value === chosen
      ? html`<option value="${value}" selected>${words}</option>`
      : html`<option value="${value}">${words}</option>`,
  );
}
