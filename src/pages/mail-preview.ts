// A mail as it will look: its line in the inbox, and the mail itself by day, by night and as plain text.
import { EDIT_MAIL } from "../words/edit-mail";
import { MAIL_VALUES } from "../words/mail-values";
import { html, type Markup } from "./html";

export interface SeenMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly light: string;
  readonly dark: string;
  /** Names of values that stand in for what is not there. */
  readonly lent: readonly string[];
  readonly hints: readonly string[];
}

/** No script, no form and no navigation of its own; links open beside it. */
const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

type Language = keyof typeof EDIT_MAIL;

export function mailPreview(language: Language, mail: SeenMail): Markup {
  const said = EDIT_MAIL[language];
  const frame = (scheme: "light" | "dark") =>
    html`<iframe class="${scheme}" sandbox="${SANDBOX}" title="${said.mailAs}, ${said[scheme]}" srcdoc="${mail[scheme]}"></iframe>`;
  return html`<div class="inbox"><span class="quiet">${mail.from}</span><b>${mail.subject}</b></div>
${lentNote(language, mail.lent)}${hintsNote(language, mail.hints)}
<div class="stage">${frame("light")}${frame("dark")}<pre tabindex="0">${mail.text}</pre></div>
<small>${said.linksAreSafe}</small>`;
}

function lentNote(language: Language, lent: readonly string[]): Markup | null {
  if (lent.length === 0) return null;
  const lines = lent.map(
    (name) => html`<li><code>{{ ${name} }}</code> ${MAIL_VALUES[name]?.[language] ?? ""}</li>`,
  );
  return html`<div class="note">${EDIT_MAIL[language].lent}<ul>${lines}</ul></div>`;
}

function hintsNote(language: Language, hints: readonly string[]): Markup | null {
  if (hints.length === 0) return null;
  const lines = hints.map((hint) => html`<li>${hint}</li>`);
  return html`<div class="note"><b>${EDIT_MAIL[language].hints}</b><ul>${lines}</ul></div>`;
}
