// Bytes of a mail as text: quoted-printable, base64, encoded words in headers (RFC 2045, 2047), and the two charsets
// nearly every mail server writes. Never throws.

/** Bytes, one character each, in a charset that is neither UTF-8 nor Latin: what the platform makes of them. */
export type Decode = (bytes: string, charset: string) => string;

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LATIN =
  /^(|us-ascii|ascii|iso-8859-1|latin1|windows-1252|cp1252|ansi.*|unknown.*|x-unknown)$/;
const WORD = /=\?([\w.-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;

/** The bytes of a part as its transfer encoding holds them. */
export function bytesOf(body: string, encoding: string): string {
  if (encoding === "base64") return fromBase64(body);
  return encoding === "quoted-printable" ? fromQuoted(body) : body;
}

export function textOf(bytes: string, charset: string, decode: Decode): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes are what is looked for
  const isBytes = /^[\x00-\xff]*$/.test(bytes) && /[\x80-\xff]|\x1b[$(]/.test(bytes);
  if (!isBytes) return bytes;
  const name = charset.toLowerCase();
  if (!/^utf-?8$/.test(name) && !LATIN.test(name)) return otherwise(bytes, name, decode);
  // Servers that name no charset write UTF-8 by now; what is none shows it.
  return fromUtf8(bytes) ?? bytes;
}

/** A header's encoded words as they are read; words that follow each other are one text. */
export function headerText(value: string, decode: Decode): string {
  const joined = value.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(WORD, (_word, charset: string, encoding: string, text: string) => {
    const quoted = encoding.toLowerCase() === "q";
    const bytes = quoted ? fromQuoted(text.replace(/_/g, " ")) : fromBase64(text);
    return textOf(bytes, charset, decode);
  });
}

function otherwise(bytes: string, charset: string, decode: Decode): string {
  try {
    return decode(bytes, charset);
  } catch {
    return fromUtf8(bytes) ?? bytes;
  }
}

function fromUtf8(bytes: string): string | null {
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${hexOf(byte)}`));
  } catch {
    return null;
  }
}

function hexOf(byte: string): string {
  return `0${byte.charCodeAt(0).toString(16)}`.slice(-2);
}

function fromQuoted(text: string): string {
  const whole = text.replace(/=[ \t]{0,8}\r?\n/g, "");
  return whole.replace(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Whatever is no base64 in between is skipped, as RFC 2045 asks. */
function fromBase64(text: string): string {
  const bytes: string[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = BASE64.indexOf(letter);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(String.fromCharCode((held >> bits) & 0xff));
  }
  return bytes.join("");
}
