// ContentService: text answers, which Google sends by way of a redirect.
import { registerOutput } from "./answers.ts";
import { enumeration } from "./enums.ts";
import { lacking } from "./lacking.ts";

const MimeType = enumeration<typeof GoogleAppsScript.Content.MimeType>(
  "ATOM CSV ICAL JAVASCRIPT JSON RSS TEXT VCARD XML",
);

type GText = GoogleAppsScript.Content.TextOutput;
type GMimeType = GoogleAppsScript.Content.MimeType;

const types: Readonly<Record<string, string>> = {
  ATOM: "application/atom+xml",
  CSV: "text/csv",
  ICAL: "text/calendar",
  JAVASCRIPT: "application/javascript",
  JSON: "application/json",
  RSS: "application/rss+xml",
  TEXT: "text/plain",
  VCARD: "text/vcard",
  XML: "text/xml",
};

class TextOutput extends lacking<GText>("TextOutput") {
  #content: string;
  #mimeType: GMimeType = MimeType.TEXT;
  #fileName = "";

  constructor(content: string) {
    super();
    this.#content = content;
    registerOutput(this, () => ({
      kind: "text",
      mimeType: types[String(this.#mimeType)] ?? "text/plain",
      content: this.#content,
      fileName: this.#fileName,
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
    this.#content += String(added);
    return this;
  }
  override clear(): this {
    this.#content = "";
    return this;
  }
  override getMimeType(): GMimeType {
    return this.#mimeType;
  }
  override setMimeType(mimeType: GMimeType): this {
    this.#mimeType = mimeType;
    return this;
  }
  override getFileName(): string {
    return this.#fileName;
  }
  override downloadAsFile(fileName: string): this {
    this.#fileName = String(fileName);
    return this;
  }
}

export class ContentService extends lacking<GoogleAppsScript.Content.ContentService>(
  "ContentService",
) {
  override MimeType = MimeType;

  override createTextOutput(content: unknown = ""): GText {
    return new TextOutput(String(content));
  }
}
