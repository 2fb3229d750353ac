// HtmlService and its pages. Templates and files are not here: the bundle is one file of code.
import { registerOutput } from "./answers.ts";
import { Exception } from "./door.ts";
import { enumeration } from "./enums.ts";
import { lacking } from "./lacking.ts";

const XFrameOptionsMode =
  enumeration<typeof GoogleAppsScript.HTML.XFrameOptionsMode>("DEFAULT ALLOWALL");
const SandboxMode = enumeration<typeof GoogleAppsScript.HTML.SandboxMode>("EMULATED IFRAME NATIVE");

type GHtml = GoogleAppsScript.HTML.HtmlOutput;

/** Google's own list; any other name throws (facts 2.7). */
const META_NAMES = [
  "apple-mobile-web-app-capable",
  "google-site-verification",
  "mobile-web-app-capable",
  "viewport",
];

export function contentOf(html: GHtml | string): string {
  return typeof html === "string" ? html : html.getContent();
}

class HtmlOutput extends lacking<GHtml>("HtmlOutput") {
  #content: string;
  #title = "";
  #width: number | null = null;
  #height: number | null = null;
  #faviconUrl = "";
  #frameAnywhere = false;
  readonly #metaTags: { name: string; content: string }[] = [];

  constructor(content: string) {
    super();
    this.#content = content;
    registerOutput(this, () => ({
      kind: "html",
      title: this.#title,
      html: this.#content,
      metaTags: this.#metaTags,
      frameAnywhere: this.#frameAnywhere,
    }));
  }

  override getContent(): string {
    return this.#content;
  }
  override setContent(content: string): this {
    this.#content = String(content);
    return this;
  }
  override append(added: string): this {
    this.#content += added;
    return this;
  }
  override appendUntrusted(added: string): this {
    const named: Record<string, string> = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;",
    };
    this.#content += added.replace(/[&<>"']/g, (char) => named[char] ?? char);
    return this;
  }
  override clear(): this {
    this.#content = "";
    return this;
  }
  override getTitle(): string {
    return this.#title;
  }
  override setTitle(title: string): this {
    this.#title = String(title);
    return this;
  }
  override addMetaTag(name: string, content: string): this {
    if (!META_NAMES.includes(name)) {
      throw new Exception(`The meta tag you specified is not allowed in this context: ${name}`);
    }
    this.#metaTags.push({ name, content: String(content) });
    return this;
  }
  override setXFrameOptionsMode(mode: GoogleAppsScript.HTML.XFrameOptionsMode): this {
    this.#frameAnywhere = mode === XFrameOptionsMode.ALLOWALL;
    return this;
  }
  override setSandboxMode(): this {
    return this;
  }
  override getWidth(): number {
    return this.#width as number;
  }
  override setWidth(width: number): this {
    this.#width = width;
    return this;
  }
  override getHeight(): number {
    return this.#height as number;
  }
  override setHeight(height: number): this {
    this.#height = height;
    return this;
  }
  override getFaviconUrl(): string {
    return this.#faviconUrl;
  }
  override setFaviconUrl(url: string): this {
    this.#faviconUrl = String(url);
    return this;
  }
}

export class HtmlService extends lacking<GoogleAppsScript.HTML.HtmlService>("HtmlService") {
  override XFrameOptionsMode = XFrameOptionsMode;
  override SandboxMode = SandboxMode;

  override createHtmlOutput(content: unknown = ""): GHtml {
    return new HtmlOutput(String(content));
  }
  override getUserAgent(): string {
    return "";
  }
}
