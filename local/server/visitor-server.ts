// The second origin, as script.googleusercontent.com is Google's.
import type { Host } from "../host/contract.ts";
import { errorPage, refusedPage } from "./google-pages.ts";
import { admitHost, admitOrigin } from "./guard.ts";
import { type Call, createHttpServer, html, json, type Reply } from "./http.ts";
import { runForVisitor, scriptRunClient } from "./script-run.ts";
import type { HtmlAnswer, VisitorContent } from "./visitor-content.ts";

export interface VisitorWorld {
  readonly content: VisitorContent;
  /** Where the outer page may come from. */
  readonly frameOrigins: readonly string[];
  readonly host: Host;
  /** The script's functions that any visitor may call. */
  readonly visibleFunctions: readonly string[];
}

const CLIENT_PATH = "/local/google-script-run.js";

export function createVisitorServer(port: () => number, world: () => Promise<VisitorWorld>) {
  return createHttpServer(
    (call) => admitHost(call, port()),
    async (call) => answerVisitor(call, await world()),
  );
}

function answerVisitor(call: Call, world: VisitorWorld): Reply {
  const { path } = call;
  if (path === "/local/gsr") return answerScriptRun(call, world);
  const text = /^\/local\/content\/([\w-]+)$/.exec(path)?.[1];
  if (text !== undefined) return answerText(call, world.content, text);
  if (call.method !== "GET") return html(refusedPage("405", "Only GET is answered here."), 405);
  if (path === CLIENT_PATH) return script(scriptRunClient(world.visibleFunctions));
  const id = /^\/local\/frame\/([\w-]+)$/.exec(path)?.[1];
  const page = id === undefined ? undefined : world.content.page(id);
  return page ? framedPage(page, world.frameOrigins) : gone();
}

function framedPage(page: HtmlAnswer, frameOrigins: readonly string[]): Reply {
  const ancestors = page.frameAnywhere
    ? {}
    : { "content-security-policy": `frame-ancestors ${frameOrigins.join(" ")}` };
  return html(withScriptRun(page.html), 200, ancestors);
}

/** In front of the page's own scripts, after its doctype. */
function withScriptRun(page: string): string {
  const tag = `<script src="${CLIENT_PATH}"></script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(page) ?? /^\s*<!doctype[^>]*>/i.exec(page);
  const at = head ? head.index + head[0].length : 0;
  return page.slice(0, at) + tag + page.slice(at);
}

/** The follow-up must be GET, and the address works once (facts 1.11). */
function answerText(call: Call, content: VisitorContent, id: string): Reply {
  if (call.method !== "GET") {
    const reply = html(refusedPage("405", "The follow-up to this redirect must be GET."), 405);
    return { ...reply, headers: { ...reply.headers, allow: "GET" } };
  }
  const answer = content.takeText(id);
  if (!answer) return gone();
  const file = encodeURIComponent(answer.fileName);
  return {
    status: 200,
    headers: {
      "content-type": `${answer.mimeType}; charset=utf-8`,
      "access-control-allow-origin": "*",
      "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
      ...(file ? { "content-disposition": `attachment; filename*=UTF-8''${file}` } : {}),
    },
    body: answer.content,
  };
}

function answerScriptRun(call: Call, { host, visibleFunctions }: VisitorWorld): Reply {
  admitOrigin(call);
  if (call.method !== "POST") return json({ error: "google.script.run posts." }, 405);
  return json(runForVisitor(host, visibleFunctions, call.body.toString("utf8")));
}

function script(text: string): Reply {
  return {
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
    body: text,
  };
}

function gone(): Reply {
  return html(errorPage("Sorry, the file you have requested does not exist."), 404);
}
