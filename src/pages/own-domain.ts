// The one static page for the owner's own domain: whatever stands after "?" goes on to the web app, and to nowhere else.
import { OWN_DOMAIN } from "../words/snippet";
import { html, Markup } from "./html";

/**
 * It leads on instead of embedding. A page that any site may frame can be laid under somebody's click, and every button of ours
 * acts; a frame inside Google's frames also fails where a browser keeps the cookies of other sites away.
 */
export function ownDomainPage(execUrl: string): string {
  const { title, goOn, stays } = OWN_DOMAIN;
  const target = JSON.stringify(execUrl).replace(/</g, "\\u003c");
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title.en} · ${title.zh}</title>
${new Markup(`<script>
  var pages = ${target};
  location.replace(pages + location.search);
</script>`)}
<style>
body { margin: 0; background: #f8f7f3; color: #1f2933; font: 17px/1.65 system-ui, sans-serif; }
main { max-width: 35rem; margin: 0 auto; padding: 18vh 22px 0; }
h1 { margin: 0 0 14px; font-size: 27px; }
a { color: #0b5c66; }
</style>
</head>
<body>
<main>
<h1>${title.en} … <span lang="zh">${title.zh}……</span></h1>
<p><a id="on" href="${execUrl}" rel="noreferrer">${goOn.en} · <span lang="zh">${goOn.zh}</span></a></p>
<p>${stays.en}</p>
<p lang="zh">${stays.zh}</p>
</main>
<script>
  document.getElementById("on").href = pages + location.search;
</script>
</body>
</html>
`.source;
}
