// The form in which a reader of the way back presses a wish.
import { html, type Markup } from "./html";
import type { Site } from "./page";

/** Whose page it is, and a mark of this very page: pressed twice, it counts once. */
export interface BackLink {
  readonly token: string;
  readonly mark: string;
}

export function pressed(site: Site, { token, mark }: BackLink, rows: readonly Markup[]): Markup {
  if (rows.length === 0) return html``;
  return html`<form class="wishes" method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
<input type="hidden" name="p" value="back"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="l" value="${site.language}"><input type="hidden" name="v" value="${mark}">
${rows}</form>\n`;
}
