// The pages Google itself shows around and instead of a script's own page.
import type { WebAnswer } from "../host/contract.ts";
import { escapeHtml } from "./html-text.ts";

type HtmlAnswer = Extract<WebAnswer, { kind: "html" }>;

/** What Google sets for a script bound to a sheet: no navigation of the top page, ever (facts 2.2). */
const SANDBOX = [
  "allow-same-origin",
  "allow-forms",
  "allow-scripts",
  "allow-popups",
  "allow-downloads",
  "allow-modals",
  "allow-popups-to-escape-sandbox",
].join(" ");

const OUTER_STYLE = `html,body{margin:0;height:100%;font-family:Roboto,Arial,sans-serif}
body{display:flex;flex-direction:column}
#warning{background:#f1f3f4;color:#3c4043;font-size:13px;line-height:20px;padding:6px 16px}
iframe{flex:1;width:100%;border:0;display:block}`;

/** The outer page. The script's own page runs in the frame, on another origin. */
export function outerPage(answer: HtmlAnswer, frameUrl: string): string {
  const tags = answer.metaTags.map(
    (tag) => `<meta name="${escapeHtml(tag.name)}" content="${escapeHtml(tag.content)}">`,
  );
  const title = escapeHtml(answer.title);
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title>${tags.join("")}
<style>${OUTER_STYLE}</style></head>
<body><div id="warning" role="note">This application was created by a Google Apps Script user</div>
<iframe id="sandboxFrame" title="${title || "Application"}" sandbox="${SANDBOX}" src="${escapeHtml(frameUrl)}"></iframe>
</body></html>`;
}

/** Google answers an uncaught error with this page and status 200 (facts 1.14). */
export function errorPage(message: string): string {
  return plainPage("Error", `<p id="message">${escapeHtml(message)}</p>`);
}

/** `/exec/anything` asks strangers to sign in, however the app is deployed (facts 1.5). */
export function signInPage(): string {
  return plainPage(
    "Sign in",
    "<p>Sign in to continue to this application.</p>" +
      "<p>Google shows its sign-in page for any path after /exec. Use /exec itself.</p>",
  );
}

export function refusedPage(title: string, message: string): string {
  return plainPage(title, `<p>${escapeHtml(message)}</p>`);
}

function plainPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font-family:Roboto,Arial,sans-serif;margin:15vh auto 0;max-width:40em;padding:0 1em;color:#202124}
h1{font-size:1.4em;font-weight:500}</style></head>
<body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}
