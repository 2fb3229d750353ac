// The quiet end of every mail: who writes and why, where they live, how to stop it, the send token.
import { escapeHtml } from "../model/escape-html";
import { cleanLine } from "../model/one-line";
import { MAIL_FRAME } from "../words/mail-frame";
import type { RenderedMail } from "./render";

export interface MailFrame {
  readonly locale: string;
  readonly senderName: string;
  readonly postalAddress: string;
  /** Null while the web app has no stored address; then a reply is the only way. */
  readonly stopUrl: string | null;
  /** The way back: where the reader stands, and what they may wish for. */
  readonly backUrl: string | null;
  readonly tokenLine: string;
}

const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC'," +
  "'Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const PAGE = `margin:0 auto;max-width:600px;padding:12px 10px;font:16px/1.65 ${FONT};color:#1f2933`;
const FOOTER =
  "margin-top:36px;padding-top:14px;border-top:1px solid #d8dee4;font-size:13px;line-height:1.6;" +
  "color:#5f6b76";
const TOKEN = "margin-top:10px;font-size:11px;color:#9aa5b1";

type FrameWords = (typeof MAIL_FRAME)[keyof typeof MAIL_FRAME];

export function frameMail(mail: RenderedMail, frame: MailFrame): { text: string; html: string } {
  const language = /^zh\b/i.test(frame.locale.replace("_", "-")) ? "zh" : "en";
  return {
    text: `${mail.text}\n\n-- \n${footerText(frame, MAIL_FRAME[language])}\n`,
    html: document(language, `${mail.html}\n${footerHtml(frame, MAIL_FRAME[language])}`),
  };
}

function footerText(frame: MailFrame, words: FrameWords): string {
  const stop =
    frame.stopUrl === null ? words.reply : `${words.stop}: ${frame.stopUrl}\n${ownLine(words)}`;
  const back = frame.backUrl === null ? [] : [`${words.back}: ${frame.backUrl}`];
  return [...aboutLines(frame, words), ...back, stop, "", frame.tokenLine].join("\n");
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
  const lines = [...aboutLines(frame, words).map(escapeHtml), ...back, stop].join("<br>");
  const token = `<div style="${TOKEN}">${escapeHtml(frame.tokenLine)}</div>`;
  return `<div style="${FOOTER}">${lines}${token}</div>`;
}

function quietLink(url: string, words: string): string {
  return `<a href="${escapeHtml(url)}" style="color:#5f6b76">${words}</a>`;
}

function aboutLines(frame: MailFrame, words: FrameWords): string[] {
  const sender = cleanLine(frame.senderName);
  const address = cleanLine(frame.postalAddress);
  return [words.because(sender), [sender, address].filter((part) => part !== "").join(" · ")];
}

function document(language: string, inner: string): string {
  return [
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    `<body style="margin:0"><div style="${PAGE}">`,
    inner,
    "</div></body></html>",
  ].join("\n");
}
