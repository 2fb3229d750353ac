// Blocks → the text part, which says the same as the HTML part.
import type { HeldValues } from "./held-values";
import { linkTarget, showsAddress } from "./link-target";
import type { Block, Span } from "./markdown";

// What a mail program would not take for a part of the address before it.
const ENDS_ADDRESS = /^(?:[\s.,;:!?)\]'"]|$)/;

export function textPart(blocks: readonly Block[], held: HeldValues): string {
  return blocks
    .map((block) => blockText(block, held))
    .filter((part) => part !== "")
    .join("\n\n");
}

function blockText(block: Block, held: HeldValues): string {
  return block.kind === "list" ? listText(block, held) : spansText(block.spans, held).trim();
}

function listText(list: Extract<Block, { kind: "list" }>, held: HeldValues): string {
  return list.items
    .map((item, index) => {
      const mark = list.start === null ? "- " : `${list.start + index}. `;
      const lines = item.map((block) => blockText(block, held)).join("\n");
      return mark + lines.replace(/\n/g, `\n${" ".repeat(mark.length)}`);
    })
    .join("\n");
}

function spansText(spans: readonly Span[], held: HeldValues): string {
  return spans.reduce((line, span, index) => {
    const words = spanText(span, held);
    const apart = spans[index - 1]?.kind === "link" && !ENDS_ADDRESS.test(words) ? " " : "";
    return line + apart + words;
  }, "");
}

function spanText(span: Span, held: HeldValues): string {
  switch (span.kind) {
    case "text":
      return held.putBack(span.text);
    case "break":
      return "\n";
    case "strong":
    case "em":
      return spansText(span.spans, held);
    case "link":
      return linkText(span, held);
  }
}

function linkText(link: Extract<Span, { kind: "link" }>, held: HeldValues): string {
  const target = linkTarget(link.target, held);
  const words = spansText(link.spans, held);
  const bare = target.replace(/^mailto:/i, "");
  const saysAddress = showsAddress(link) || words === "" || words === target || words === bare;
  return saysAddress ? bare : `${words}: ${target}`;
}
