// The mark inside every mail by which a draft or a sent mail is known to be ours.

const KEY_LENGTH = 14;
const OFFICE_LENGTH = 6;
/** A line of its own: where a person answers, our line is quoted behind a mark. */
const IN_TEXT = /^ref ([0-9a-f]{20})\s*$/gm;

type Hmac = (message: string) => string;

/** The same send key gives the same token, so a mail that went unnoticed is found again. */
export function sendToken(sendKey: string, hmac: Hmac): string {
  return hmac(`send:${sendKey}`).slice(0, KEY_LENGTH) + officeMark(hmac);
}

/** True for a token of this very office: one Gmail account may hold the drafts of two sheets. */
export function isOwnToken(token: string, hmac: Hmac): boolean {
  return token.endsWith(officeMark(hmac));
}

function officeMark(hmac: Hmac): string {
  return hmac("office").slice(0, OFFICE_LENGTH);
}

export function tokenLine(token: string): string {
  return `ref ${token}`;
}

/** Ours ends the mail; whatever a stranger's name may hold comes before it. */
export function findToken(text: string): string | null {
  const [last] = [...text.matchAll(IN_TEXT)].reverse();
  return last?.[1] ?? null;
}
