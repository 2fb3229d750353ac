// A local page for links that lead elsewhere on a real install: a checkout, a booking page, a shop.
import { escapeHtml } from "./html-text.ts";

export function linkPage(name: string): string {
  const shown = escapeHtml(name.replace(/[^\w-]/g, " ").slice(0, 60));
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${shown}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:17px/1.6 Georgia,"Songti SC",serif;margin:18vh auto 0;max-width:34em;padding:0 1.2em;color:#222}
h1{font-size:1.3em}code{font-size:.9em}</style></head>
<body><h1>${shown}</h1>
<p>On your own sheet this link leads to your own page. Here it stays on this computer, so nothing is bought.</p>
<p lang="zh">在你自己的表格里，这个链接会打开你自己的页面。这里的一切都只在这台电脑上，不会产生任何购买。</p>
</body></html>`;
}
