// The mails of the sheet, to choose one.
import type { Words } from "../../sheets-schema/index";
import { EDIT_MAIL } from "../words/edit-mail";
import { html, type Markup } from "./html";
import { languageName } from "./mail-editor";
import { MAIL_EDITOR_STYLE } from "./mail-style";

export interface ListedMail {
  readonly template: string;
  readonly subject: string;
  readonly locales: readonly string[];
  /** "geo_1 (geo)", with what is to be said of its flow. */
  readonly usedBy: string;
}

export function mailList(
  language: keyof Words,
  mails: readonly ListedMail[],
  note: string,
): Markup {
  const said = EDIT_MAIL[language];
  const line = ({ template, subject, locales, usedBy }: ListedMail) =>
    html`<tr><td><b>${template}</b><div class="subject">${subject}</div></td><td class="quiet">${usedBy}</td><td>${locales.map(
      (locale) =>
        html`<button name="go" value="open:${template}:${locale}">${languageName(locale, language)}</button> `,
    )}</td></tr>`;
  return html`${MAIL_EDITOR_STYLE}<p>${note}</p><form class="mail-list"><table>
<thead><tr><th>${said.mail}</th><th>${said.usedBy}</th><th>${said.language}</th></tr></thead>
<tbody>${mails.map(line)}</tbody></table>
<button type="button" class="close">${said.cancel}</button></form>`;
}
