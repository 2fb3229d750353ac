// UrlFetchApp: requests by blocking calls.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";

type GResponse = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

interface AnswerWire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

class HTTPResponse extends lacking<GResponse>("HTTPResponse") {
  readonly #wire: AnswerWire;

  constructor(wire: AnswerWire) {
    super();
    this.#wire = wire;
  }

  override getResponseCode(): number {
    return this.#wire.status;
  }
  override getContentText(): string {
    return this.#wire.body;
  }
  override getHeaders(): object {
    return { ...this.#wire.headers };
  }
  override getAllHeaders(): object {
    return { ...this.#wire.headers };
  }
  override getContent(): number[] {
    return call("Utilities.textToBytes", this.#wire.body);
  }
}

export class UrlFetchApp extends lacking<GoogleAppsScript.URL_Fetch.UrlFetchApp>("UrlFetchApp") {
  override fetch(url: string, options: Options = {}): GResponse {
    return new HTTPResponse(call<AnswerWire>("UrlFetchApp.fetch", request(url, options)));
  }
  override fetchAll(
    requests: (string | GoogleAppsScript.URL_Fetch.URLFetchRequest)[],
  ): GResponse[] {
    const wires = requests.map((one) =>
      typeof one === "string" ? request(one, {}) : request(one.url, one),
    );
    return call<AnswerWire[]>("UrlFetchApp.fetchAll", wires).map((wire) => new HTTPResponse(wire));
  }
}

function request(url: string, options: Options): object {
  const method = String(options.method ?? "get").toUpperCase();
  const headers = Object.fromEntries(
    Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const payload = bodyOf(options.payload);
  const given = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (options.contentType !== undefined) headers["Content-Type"] = options.contentType;
  else if (payload !== "" && !given) headers["Content-Type"] = "application/x-www-form-urlencoded";
  return {
    url: String(url),
    method,
    headers,
    payload,
    muteHttpExceptions: options.muteHttpExceptions === true,
    followRedirects: options.followRedirects !== false,
  };
}

/** An object becomes a form. */
function bodyOf(payload: unknown): string {
  if (payload === undefined || payload === null) return "";
  if (typeof payload === "string") return payload;
  if (Array.isArray(payload)) return call("Utilities.bytesToText", payload);
  return Object.entries(payload)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
}
