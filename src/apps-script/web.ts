// The platform's web event as a plain request, and an answer as what the platform sends.
// A visitor of any page can call doGet and doPost with an event of their own making.
import type { Answer, WebRequest } from "../model/web";

type Output = GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput;

/** Never throws, whatever `event` is. */
export function readWebRequest(method: WebRequest["method"], event: unknown): WebRequest {
  try {
    const post = objectAt(event, "postData");
    const body = textAt(post, "contents");
    return {
      method,
      parameters: readParameters(objectAt(event, "parameter")),
      body,
      contentType: textAt(post, "type"),
      contentLength: Math.max(body.length, lengthAt(event)),
    };
  } catch {
    return { method, parameters: readParameters({}), body: "", contentType: "", contentLength: 0 };
  }
}

export function toOutput(answer: Answer): Output {
  if (answer.kind === "retry") {
    const text = ContentService.createTextOutput(answer.text);
    return text.setMimeType(ContentService.MimeType.TEXT);
  }
  if (answer.kind === "data") {
    const data = ContentService.createTextOutput(answer.json);
    return data.setMimeType(ContentService.MimeType.JSON);
  }
  return HtmlService.createHtmlOutput(answer.html)
    .setTitle(answer.title)
    .addMetaTag("viewport", "width=device-width, initial-scale=1")
    .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.DEFAULT);
}

type Bag = Readonly<Record<string, unknown>>;

function objectAt(from: unknown, name: string): Bag {
  const value = isBag(from) ? from[name] : undefined;
  return isBag(value) ? value : {};
}

function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null;
}

function textAt(from: Bag, name: string): string {
  const value = from[name];
  return typeof value === "string" ? value : "";
}

/** Minus one on a GET, and anything at all in a forged event. */
function lengthAt(event: unknown): number {
  const length = isBag(event) ? event.contentLength : 0;
  return typeof length === "number" && Number.isFinite(length) ? Math.max(0, length) : 0;
}

/** Without a prototype a parameter named "constructor" is only there when it was sent. */
function readParameters(from: Bag): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === "string") parameters[name] = value;
  }
  return parameters;
}
