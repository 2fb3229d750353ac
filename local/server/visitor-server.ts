// The second origin, as script.googleusercontent.com is Google's.
import type { Host } from "../host/contract.ts";
import { errorPage, refusedPage } from "./google-pages.ts";
import { admitHost, admitOrigin } from "./guard.ts";
import { type Call, createHttpServer, html, json, type Reply } from "./http.ts";
import { runForVisitor } from "./script-run.ts";
import { visitorClient, windowClient } from "./script-run-client.ts";
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
  if (path === CLIENT_PATH) return script(visitorClient(world.visibleFunctions));
  const [, kind, id = ""] = /^\/local\/(frame|window)\/([\w-]+)$/.exec(path) ?? [];
  if (kind === "window") return windowPage(world, id);
  const page = world.content.page(id);
  return page ? framedPage(page, world.frameOrigins) : gone();
}

/** Nobody but the Studio may frame it: it acts as whoever has the sheet open. */
function windowPage({ content, frameOrigins, visibleFunctions }: VisitorWorld, id: string): Reply {
  const page = content.window(id);
  if (!page) return gone();
  const client = `<script>${windowClient(visibleFunctions, page.word, frameOrigins)}</script>`;
  return html(withScript(page.html, client), 200, framedBy(frameOrigins));
}

function framedPage(page: HtmlAnswer, frameOrigins: readonly string[]): Reply {
  const ancestors = page.frameAnywhere ? {} : framedBy(frameOrigins);
  return html(withScript(page.html, `<script src="${CLIENT_PATH}"></script>`), 200, ancestors);
}

function framedBy(origins: readonly string[]): Record<string, string> {
  return { "content-security-policy": `frame-ancestors ${origins.join(" ")}` };
}

/** In front of the page's own scripts, after its doctype. */
function withScript(page: string, tag: string): string {
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
