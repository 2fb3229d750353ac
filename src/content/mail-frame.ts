// The quiet end of every mail: who writes and why, where they live, how to stop it, the send token.

import { escapeHtml } from "../model/escape-html";
import { languageOf } from "../model/locale";
import { cleanLine } from "../model/one-line";
import { MAIL_FRAME } from "../words/mail-frame";
import { HEAD_STYLE, LOOK } from "./mail-style";
import type { RenderedMail } from "./render";

export interface MailFrame {
  readonly locale: string;
  readonly senderName: string;
  readonly postalAddress: string;
  /** The owner's own lines below the words, by language; "" for none. */
  readonly signature: Readonly<Record<keyof typeof MAIL_FRAME, string>>;
  /** Nobody knows yet whether it was its reader who left the address. */
  readonly unsure: boolean;
  /** Null while the web app has no stored address; then a reply is the only way. */
  readonly stopUrl: string | null;
  /** The way back: where the reader stands, and what they may wish for. */
  readonly backUrl: string | null;
  /** Which data is kept, and where. */
  readonly privacyUrl: string | null;
  readonly tokenLine: string;
}

type FrameWords = (typeof MAIL_FRAME)[keyof typeof MAIL_FRAME];

export function frameMail(mail: RenderedMail, frame: MailFrame): { text: string; html: string } {
  const language = languageOf(frame.locale);
  const words = MAIL_FRAME[language];
  const signed = linesOf(frame.signature[language]);
  const text = [mail.text, signed.join("\n")].filter((part) => part !== "").join("\n");
  const html = signed.length === 0 ? mail.html : `${mail.html}\n${signatureHtml(signed)}`;
  return {
    text: `${text}\n\n-- \n${footerText(frame, words)}\n`,
    html: document(language, `${html}\n${footerHtml(frame, words)}`),
  };
}

function linesOf(signature: string): readonly string[] {
  return signature
    .split(/\r?\n/)
    .map(cleanLine)
    .filter((line) => line !== "");
}

function signatureHtml(lines: readonly string[]): string {
  return `<p style="margin:0 0 18px">${lines.map(escapeHtml).join("<br>")}</p>`;
}

function footerText(frame: MailFrame, words: FrameWords): string {
  const stop =
    frame.stopUrl === null ? words.reply : `${words.stop}: ${frame.stopUrl}\n${ownLine(words)}`;
  const back = frame.backUrl === null ? [] : [`${words.back}: ${frame.backUrl}`];
  const privacy = frame.privacyUrl === null ? [] : [`${words.privacy}: ${frame.privacyUrl}`];
  return [...aboutLines(frame, words), ...back, stop, ...privacy, "", frame.tokenLine].join("\n");
}

/** In the text part the link ends its line, so that nothing sticks to it. */
function ownLine(words: FrameWords): string {
  return words.orReply.replace(/^[,，]\s*/, "").replace(/^o/, "O");
}

function footerHtml(frame: MailFrame, words: FrameWords): string {
  const stop =
    frame.stopUrl === null
      ? escapeHtml(words.reply)
      : quietLink(frame.stopUrl, words.stop) + words.orReply;
  const back = frame.backUrl === null ? [] : [quietLink(frame.backUrl, words.back)];
  const privacy = frame.privacyUrl === null ? [] : [quietLink(frame.privacyUrl, words.privacy)];
  const about = aboutLines(frame, words).map(escapeHtml);
  const lines = [...about, ...back, stop, ...privacy].join("<br>");
  const token = `<div ${LOOK.token}>${escapeHtml(frame.tokenLine)}</div>`;
  return `<div ${LOOK.foot}>${lines}${token}</div>`;
}

function quietLink(url: string, words: string): string {
  return `<a href="${escapeHtml(url)}" ${LOOK.footLink}>${words}</a>`;
}

function aboutLines(frame: MailFrame, words: FrameWords): string[] {
  const sender = cleanLine(frame.senderName);
  const address = cleanLine(frame.postalAddress);
  const because = frame.unsure ? words.somebody : words.because;
  return [because(sender), [sender, address].filter((part) => part !== "").join(" · ")];
}

function document(language: string, inner: string): string {
  return [
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">${HEAD_STYLE}</head>`,
    `<body ${LOOK.body}><div ${LOOK.page}>`,
    inner,
    "</div></body></html>",
  ].join("\n");
}
