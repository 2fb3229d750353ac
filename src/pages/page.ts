// What every page has in common: its frame, its language and who it speaks for.
import type { Words } from "../../sheets-schema/index";
import { html, type Markup } from "./html";
import { style } from "./style";

export interface Page {
  readonly title: string;
  /** Everything inside the page's body, the style included. */
  readonly html: string;
}

/** Where the pages stand; the same for all pages of one request. */
export interface Site {
  readonly language: keyof Words;
  /** Settings sender_name; may be empty. */
  readonly senderName: string;
  /** The stored /exec address; every form posts there. */
  readonly execUrl: string;
}

export function makePage(site: Site, title: string, content: Markup): Page {
  const by = site.senderName === "" ? null : html`<p class="by">${site.senderName}</p>`;
  const page = html`${style}<main lang="${site.language}">${by}<h1>${title}</h1>${content}</main>`;
  return { title, html: page.source };
}
