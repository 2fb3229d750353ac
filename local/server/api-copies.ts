// Copies of the spreadsheet: where they lie, and how one is opened.
import { escapeHtml } from "./html-text.ts";
import { HttpError, html, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

export const COPY_PREFIX = "/local/copies/";

export function listCopies({ host, url }: Local): Reply {
  return json(host.copies().map((copy) => ({ ...copy, url: url + COPY_PREFIX + copy.id })));
}

/** A copy is a data folder of its own, so it is opened as one. */
export function copyPage({ host, lang }: Local, id: string): Reply {
  const copy = host.copies().find((one) => one.id === id);
  if (copy === undefined) throw new HttpError(404, "There is no such copy here.");
  const { name, at, folder } = copy;
  const command = `npm start -- --data "${folder}"`;
  const said =
    lang === "zh"
      ? `制作于 ${at}，存放在这台电脑上。它不会发送任何邮件。打开方法：`
      : `Made at ${at}, kept on this computer. It sends nothing. To open it:`;
  return html(`<!DOCTYPE html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(name)}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:12vh auto 0;padding:0 1.2rem;color:#16241f}
pre{padding:12px 14px;background:#f2f6f0;border:1px solid #d3dfd4;border-radius:5px;white-space:pre-wrap;
overflow-wrap:anywhere;user-select:all}</style></head>
<body><main><h1>${escapeHtml(name)}</h1><p>${escapeHtml(said)}</p><pre>${escapeHtml(command)}</pre></main></body></html>`);
}
