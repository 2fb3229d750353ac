// Unsubscribe links: whose they are and until when, proved by an HMAC that is good for nothing else.
import { DAY_MS } from "../model/time";
import type { Secrets } from "../ports";

/** Long, because mails lie in mailboxes for years and the way out must still work. */
const VALID_DAYS = 3 * 365;
const PROOF_LENGTH = 32;

export function stopToken(
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  const lastDay = Math.floor(now / DAY_MS) + VALID_DAYS;
  return `${contactId}.${lastDay}.${proof(contactId, lastDay, secret, secrets)}`;
}

/** The contact a token names, or null when it is forged, damaged or too old. */
export function contactOfToken(
  token: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string | null {
  const match = /^(c_[0-9a-z]{4,40})\.(\d{1,7})\.([0-9a-f]{32})$/.exec(token);
  const [, contactId, lastDay, seen] = match ?? [];
  if (contactId === undefined || lastDay === undefined || seen === undefined || secret === "") {
    return null;
  }
  if (Number(lastDay) * DAY_MS + DAY_MS < now) return null;
  return sameText(seen, proof(contactId, Number(lastDay), secret, secrets)) ? contactId : null;
}

export function stopUrl(webAppUrl: string, token: string, locale: string): string {
  const language = locale.toLowerCase().startsWith("zh") ? "&l=zh" : "";
  return `${webAppUrl}?p=stop&t=${encodeURIComponent(token)}${language}`;
}

/** Looks at every character, so that time tells nothing about where two texts differ. */
export function sameText(a: string, b: string): boolean {
  let different = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) different |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return different === 0;
}

function proof(contactId: string, lastDay: number, secret: string, secrets: Secrets): string {
  return secrets.hmac(`stop:${contactId}:${lastDay}`, secret).slice(0, PROOF_LENGTH);
}
