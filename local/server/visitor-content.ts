// What visitors fetch from the second origin: framed pages, and each text answer exactly once.
// A second port is a second origin in every browser, so a hosted page keeps an origin of its own
// (allow-same-origin, as at Google) and still can reach neither the Studio nor the control API.
import { randomBytes } from "node:crypto";
import type { WebAnswer } from "../host/contract.ts";

export type HtmlAnswer = Extract<WebAnswer, { kind: "html" }>;
export type TextAnswer = Extract<WebAnswer, { kind: "text" }>;

interface Window {
  readonly html: string;
  readonly word: string;
}

/** Enough for every tab a person has open; older pages must be asked for again at /exec. */
const KEPT_MAX = 500;

export class VisitorContent {
  readonly #pages = new Map<string, HtmlAnswer>();
  readonly #windows = new Map<string, Window>();
  readonly #texts = new Map<string, TextAnswer>();

  constructor(readonly origin: string) {}

  keepPage(answer: HtmlAnswer): string {
    return `${this.origin}/local/frame/${keep(this.#pages, answer)}`;
  }

  /** A page over the sheet. Only who was given the word speaks for it, whatever else its frame comes to show. */
  keepWindow(html: string): { url: string; word: string } {
    const word = randomBytes(18).toString("base64url");
    return { url: `${this.origin}/local/window/${keep(this.#windows, { html, word })}`, word };
  }

  window(id: string): Window | undefined {
    return this.#windows.get(id);
  }

  keepText(answer: TextAnswer): string {
    return `${this.origin}/local/content/${keep(this.#texts, answer)}`;
  }

  page(id: string): HtmlAnswer | undefined {
    return this.#pages.get(id);
  }

  takeText(id: string): TextAnswer | undefined {
    const answer = this.#texts.get(id);
    this.#texts.delete(id);
    return answer;
  }
}

function keep<T>(store: Map<string, T>, answer: T): string {
  const id = randomBytes(18).toString("base64url");
  store.set(id, answer);
  for (const oldest of store.keys()) {
    if (store.size <= KEPT_MAX) break;
    store.delete(oldest);
  }
  return id;
}
