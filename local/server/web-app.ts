// /exec, answered the way Google answers for a web app that anyone may call.
import type { Host, WebRequest } from "../host/contract.ts";
import { webEvent } from "../host/web-event.ts";
import { errorPage, outerPage, refusedPage, signInPage } from "./google-pages.ts";
import { type Call, html, type Reply } from "./http.ts";
import type { VisitorContent } from "./visitor-content.ts";

export const EXEC_PATH = "/exec";

export function answerExec(call: Call, host: Host, content: VisitorContent): Reply {
  if (call.method === "HEAD") return html(refusedPage("403", "Access denied."), 403);
  if (call.method !== "GET" && call.method !== "POST") {
    return html(refusedPage("405", `${call.method} is not answered here.`), 405);
  }
  if (call.path !== EXEC_PATH) return html(signInPage());
  const request = toWebRequest(call);
  if (webEvent(request) === null) {
    return html(refusedPage("Sorry", "The file you have requested does not exist."), 405);
  }
  return answerScript(request, host, content);
}

function answerScript(request: WebRequest, host: Host, content: VisitorContent): Reply {
  const answer = host.request(request);
  switch (answer.kind) {
    case "html":
      return html(
        outerPage(answer, content.keepPage(answer)),
        200,
        answer.frameAnywhere ? {} : { "x-frame-options": "SAMEORIGIN" },
      );
    case "text":
      return redirect(content.keepText(answer));
    case "error":
      return html(errorPage(answer.message), 200, { "x-frame-options": "SAMEORIGIN" });
  }
}

export function toWebRequest(call: Call): WebRequest {
  if (call.method !== "POST") return { method: "GET", query: call.query };
  const contentType = call.headers["content-type"];
  return {
    method: "POST",
    query: call.query,
    body: call.body.toString("utf8"),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

function redirect(location: string): Reply {
  const reply = html(refusedPage("Moved Temporarily", location), 302);
  return { ...reply, headers: { ...reply.headers, location, "access-control-allow-origin": "*" } };
}
