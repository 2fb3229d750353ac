// Plain text with a little Markdown → paragraphs, lists, links, emphasis. Everything else stays
// the text it is: a mail is not a document.
import { Lexer, type MarkedToken, type Token, Tokenizer, type Tokens } from "marked";

export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "strong" | "em"; readonly spans: readonly Span[] }
  | { readonly kind: "link"; readonly target: string; readonly spans: readonly Span[] };

export type Block =
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | {
      readonly kind: "list";
      /** The first number; null for a list with bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };

export function readMarkdown(source: string): readonly Block[] {
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: new MailTokenizer() });
  return readBlocks(lexer.lex(source));
}

// The usual rules want a space or a letter where Chinese has neither: **重点：**后面, 见https://a.b。
const STRONG = /^\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*/;
const NO_ADDRESS = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’]/;

/** Sees no headings, quotes, tables, code, HTML or images, so these are shown as written. */
class MailTokenizer extends Tokenizer {
  override code() {
    return undefined;
  }
  override fences() {
    return undefined;
  }
  override heading() {
    return undefined;
  }
  override lheading() {
    return undefined;
  }
  override hr() {
    return undefined;
  }
  override blockquote() {
    return undefined;
  }
  override table() {
    return undefined;
  }
  override html() {
    return undefined;
  }
  override def() {
    return undefined;
  }
  override tag() {
    return undefined;
  }
  override codespan() {
    return undefined;
  }
  override del() {
    return undefined;
  }
  override emStrong(source: string, masked: string, before?: string) {
    return this.plainStrong(source) ?? super.emStrong(source, masked, before);
  }
  override url(source: string) {
    const end = source.search(NO_ADDRESS);
    return super.url(end < 0 ? source : source.slice(0, end));
  }

  private plainStrong(source: string): Tokens.Strong | undefined {
    const [raw, text] = STRONG.exec(source) ?? [];
    if (raw === undefined || text === undefined) return undefined;
    return { type: "strong", raw, text, tokens: this.lexer.inlineTokens(text) };
  }
}

function readBlocks(tokens: readonly Token[]): Block[] {
  return (tokens as readonly MarkedToken[]).flatMap(readBlock);
}

function readBlock(token: MarkedToken): Block[] {
  if (token.type === "space") return [];
  if (token.type === "list") return [readList(token)];
  const spans = "tokens" in token && token.tokens ? readSpans(token.tokens) : [plain(token.raw)];
  return [{ kind: "paragraph", spans }];
}

function readList(list: Tokens.List): Block {
  const start = list.ordered && list.start !== "" ? list.start : null;
  return { kind: "list", start, items: list.items.map((item) => readBlocks(item.tokens)) };
}

function readSpans(tokens: readonly Token[]): Span[] {
  return (tokens as readonly MarkedToken[]).map(readSpan);
}

function readSpan(token: MarkedToken): Span {
  switch (token.type) {
    case "br":
      return { kind: "break" };
    case "strong":
    case "em":
      return { kind: token.type, spans: readSpans(token.tokens) };
    case "link":
      return { kind: "link", target: token.href, spans: readSpans(token.tokens) };
    case "image":
      return { kind: "link", target: token.href, spans: [plain(token.text)] };
    case "escape":
    case "text":
      return plain(token.text);
    default:
      return plain(token.raw);
  }
}

function plain(text: string): Span {
  return { kind: "text", text };
}
