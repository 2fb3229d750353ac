// What a script gets when it fetches its own web app, answered as Google would (facts 1.11 to 1.14).
import type { FetchAnswer, FetchRequest, WebAnswer } from "./contract.ts";
import type { Platform } from "./platform.ts";

export function fetchOwnUrl(
  platform: Platform,
  request: FetchRequest,
  followRedirects: boolean,
): FetchAnswer {
  const method = request.method.toUpperCase();
  if (method === "HEAD") return page(403, "Forbidden");
  if (method !== "GET" && method !== "POST") return page(405, "Method not allowed");
  const [path = "", query = ""] = splitQuery(request.url);
  if (path !== platform.execUrl) return page(200, "Sign in");
  const contentType = headerOf(request, "content-type");
  const answer = platform.request({
    method,
    query,
    ...(method === "POST" ? { contentType: contentType ?? "", body: request.payload } : {}),
  });
  return answered(answer, followRedirects);
}

export function isOwnUrl(platform: Platform, url: string): boolean {
  const [path = ""] = splitQuery(url);
  return path === platform.execUrl || path.startsWith(`${platform.execUrl}/`);
}

function answered(answer: WebAnswer, followRedirects: boolean): FetchAnswer {
  if (answer.kind === "html") return page(200, answer.html, answer.title);
  if (answer.kind === "error") return page(200, answer.message, "Error");
  if (followRedirects) {
    return { status: 200, headers: { "Content-Type": answer.mimeType }, body: answer.content };
  }
  const location = "https://script.googleusercontent.com/macros/echo?user_content_key=once";
  return { ...page(302, "Moved Temporarily"), headers: { Location: location } };
}

/** The outer page holds the script's own HTML as data for its inner frame, never as markup. */
function page(status: number, content: string, title = ""): FetchAnswer {
  const data = JSON.stringify(content).replace(/</g, "\\u003c");
  const body = `<!doctype html><html><head><title>${escaped(title)}</title></head><body><script>init(${data})</script></body></html>`;
  return { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function headerOf(request: FetchRequest, name: string): string | undefined {
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function splitQuery(url: string): [string, string] {
  const bare = url.split("#")[0] ?? "";
  const at = bare.indexOf("?");
  return at === -1 ? [bare, ""] : [bare.slice(0, at), bare.slice(at + 1)];
}
