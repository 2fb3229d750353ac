// The event object of doGet and doPost, field by field as Google makes it (facts 1.1 to 1.4).
import type { WebRequest } from "./contract.ts";

const FORM_TYPE = "application/x-www-form-urlencoded";
/** The platform keeps these parameter names for itself and answers with an error page. */
const RESERVED = ["c", "sid"];

type Pairs = readonly (readonly [string, string])[];

/** Null when the request uses a reserved parameter name. */
export function webEvent(request: WebRequest): Readonly<Record<string, unknown>> | null {
  const body = request.body ?? "";
  const type = mediaType(request.contentType ?? "");
  const isForm = request.method === "POST" && type.toLowerCase() === FORM_TYPE;
  const pairs = [...parsePairs(request.query), ...(isForm ? parsePairs(body) : [])];
  if (pairs.some(([name]) => RESERVED.includes(name))) return null;
  const bytes = Buffer.byteLength(body);
  return {
    parameter: firstOf(pairs),
    parameters: allOf(pairs),
    queryString: request.query,
    contextPath: "",
    contentLength: request.method === "GET" ? -1 : bytes,
    ...(request.method === "POST"
      ? { postData: { length: bytes, type, contents: body, name: "postData" } }
      : {}),
  };
}

/** Without "; charset=…", as seen in published event objects. */
function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim();
}

function parsePairs(text: string): Pairs {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at === -1
        ? ([decode(part), ""] as const)
        : ([decode(part.slice(0, at)), decode(part.slice(at + 1))] as const);
    });
}

/** Broken escapes are left as they stand, broken UTF-8 becomes the replacement character. */
function decode(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replace(/%/g, ""), "hex").toString("utf8"),
  );
}

function firstOf(pairs: Pairs): Record<string, string> {
  const first = new Map<string, string>();
  for (const [name, value] of pairs) if (!first.has(name)) first.set(name, value);
  return Object.fromEntries(first);
}

function allOf(pairs: Pairs): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}
