// The mark inside every mail by which a draft or a sent mail is known to be ours.

const TOKEN_LENGTH = 20;
const IN_TEXT = /\bref ([0-9a-f]{20})\b/;

/** The same send key gives the same token, so a mail that went unnoticed is found again. */
export function sendToken(sendKey: string, hmac: (message: string) => string): string {
  return hmac(`send:${sendKey}`).slice(0, TOKEN_LENGTH);
}

export function tokenLine(token: string): string {
  return `ref ${token}`;
}

export function findToken(text: string): string | null {
  return IN_TEXT.exec(text)?.[1] ?? null;
}
