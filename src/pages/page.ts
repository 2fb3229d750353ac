// What every page has in common: its frame, its language and who it speaks for.
import type { Words } from "../../sheets-schema/index";
import { FRAME } from "../words/pages";
import { html, type Markup } from "./html";
import { style } from "./style";

export interface Page {
  readonly title: string;
  /** The whole document. */
  readonly html: string;
}

/** Where the pages stand; the same for all pages of one request. */
export interface Site {
  readonly language: keyof Words;
  /** Settings brand or sender_name; may be empty. */
  readonly senderName: string;
  /** The stored /exec address; every form posts there. */
  readonly execUrl: string;
  /** This very page in the other language; "" for the answer to a press, which has no address. */
  readonly otherLanguageUrl: string;
}

export function makePage(site: Site, title: string, content: Markup): Page {
  const { language } = site;
  const page = html`<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">
<title>${title}</title>${style}</head><body>
${header(site)}<main lang="${language}"><h1>${title}</h1>${content}</main></body></html>`;
  return { title, html: page.source };
}

function header(site: Site): Markup | null {
  const { language, senderName, otherLanguageUrl } = site;
  if (senderName === "" && otherLanguageUrl === "") return null;
  const other = language === "en" ? "zh" : "en";
  const link =
    otherLanguageUrl === ""
      ? null
      : html`<a lang="${other}" hreflang="${other}" href="${otherLanguageUrl}" target="_blank">${FRAME[language].otherLanguage}</a>`;
  return html`<header lang="${language}"><p>${senderName}</p>${link}</header>`;
}
