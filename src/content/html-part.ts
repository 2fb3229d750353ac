// Blocks → the HTML part: inline styles only, because mail programs drop the rest.
import { escapeHtml } from "../model/escape-html";
import type { HeldValues } from "./held-values";
import { linkTarget, showsAddress } from "./link-target";
import { LOOK } from "./mail-style";
import type { Block, Span } from "./markdown";

const PARAGRAPH = "margin:0 0 18px";
const LIST = "margin:0 0 18px;padding-left:24px";
const ITEM = "margin:0 0 6px";

export function htmlPart(blocks: readonly Block[], held: HeldValues): string {
  return blocks
    .map((block) => blockHtml(block, held))
    .filter(isSomething)
    .join("\n");
}

function isSomething(part: string): boolean {
  return part !== "";
}

function blockHtml(block: Block, held: HeldValues): string {
  if (block.kind === "list") return listHtml(block, held);
  const words = spansHtml(block.spans, held, isStep(block.spans));
  return words.trim() === "" ? "" : `<p style="${PARAGRAPH}">${words}</p>`;
}

/** A link alone in its paragraph is the mail's next step, and looks like one. */
function isStep(spans: readonly Span[]): boolean {
  return spans.length === 1 && spans[0]?.kind === "link";
}

function listHtml(list: Extract<Block, { kind: "list" }>, held: HeldValues): string {
  const items = list.items
    .map((item) => `<li style="${ITEM}">${itemHtml(item, held)}</li>`)
    .join("");
  if (list.start === null) return `<ul style="${LIST}">${items}</ul>`;
  return `<ol start="${list.start}" style="${LIST}">${items}</ol>`;
}

function itemHtml(item: readonly Block[], held: HeldValues): string {
  return item
    .map((block, index) => {
      if (block.kind === "list") return listHtml(block, held);
      return (index === 0 ? "" : "<br>") + spansHtml(block.spans, held);
    })
    .join("");
}

function spansHtml(spans: readonly Span[], held: HeldValues, step = false): string {
  return spans.map((span) => spanHtml(span, held, step)).join("");
}

function spanHtml(span: Span, held: HeldValues, step: boolean): string {
  switch (span.kind) {
    case "text":
      return held.putBack(escapeHtml(span.text), escapeHtml);
    case "break":
      return "<br>";
    case "strong":
    case "em":
      return `<${span.kind}>${spansHtml(span.spans, held)}</${span.kind}>`;
    case "link": {
      const target = escapeHtml(linkTarget(span.target, held));
      const bare = target.replace(/^mailto:/i, "");
      const words = showsAddress(span) ? bare : spansHtml(span.spans, held) || bare;
      return `<a href="${target}" ${step ? LOOK.step : LOOK.link}>${words}</a>`;
    }
  }
}
