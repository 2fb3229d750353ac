// The owner's links and how each answers.
import { LINKS } from "../words/links";
import { html, Markup } from "./html";

type Language = keyof typeof LINKS;

export interface ListedLink {
  readonly url: string;
  readonly stands: readonly string[];
}

const STYLE = new Markup(`<style>
.links td { font-size: 13px; }
.links .bad { color: #8f3f06; font-weight: 600; }
body { display: flex; flex-direction: column; }
#said, #progress { position: sticky; top: 0; order: -1; }
</style>`);

export function linkList(language: Language, links: readonly ListedLink[]): Markup {
  const said = LINKS[language];
  const close = html`<button type="button" class="close">${said.close}</button>`;
  if (links.length === 0) return html`<p>${said.none}</p>${close}`;
  const rows = links.map(
    ({ url, stands }, index) =>
      html`<tr><td><a href="${url}">${url}</a></td><td>${stands.join("; ")}</td><td id="link${index}" class="quiet">${said.waiting}</td></tr>`,
  );
  return html`${STYLE}<form class="links"><p>${said.intro}</p><table>
<thead><tr><th>${said.address}</th><th>${said.stands}</th><th>${said.answer}</th></tr></thead>
<tbody>${rows}</tbody></table>
<button name="go" value="check" class="go">${said.check}</button>${close}</form>`;
}

export function linkMark(words: string): Markup {
  return words.startsWith("✓") ? html`${words}` : html`<span class="bad">${words}</span>`;
}
