// What may stand in a mail's fields: one address, one line, no character the platform garbles.

/** One address and nothing that a mail program reads as a second one or as another header. */
const ONE_ADDRESS = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/;

// GmailApp turns four-byte characters of a subject or a plain body into "??": better none at all.
const PICTOGRAPHS = /[\u{1F000}-\u{1FAFF}\u{E0000}-\u{E007F}][\u200D\uFE0F]*/gu;
const FOUR_BYTES = /[\u{10000}-\u{10FFFF}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a header.
const LINE_BREAKS = /[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g;

export function requireOneAddress(address: string): string {
  if (ONE_ADDRESS.test(address)) return address;
  throw new Error(`Mail refused: ${JSON.stringify(address)} is not one plain address.`);
}

/** A header value: a line break in it would begin another header. */
export function oneLine(text: string): string {
  return text.replace(PICTOGRAPHS, "").replace(LINE_BREAKS, " ").replace(/ {2,}/g, " ").trim();
}

export function plainBody(text: string): string {
  return text.replace(PICTOGRAPHS, "");
}

export function htmlBody(html: string): string {
  return html.replace(FOUR_BYTES, (sign) => `&#${sign.codePointAt(0)};`);
}
