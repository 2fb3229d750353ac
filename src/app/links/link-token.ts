// Tokens of links: whose a link is, what for and until when, proved by an HMAC that is good for nothing else.
import { DAY_MS } from "../../model/time";
import type { Secrets } from "../../ports";

/** What a link is for: "stop", "back" (the way back), a yes to what a mail asks, or the offer page of one offer. */
export type Purpose = "stop" | "back" | "confirm" | "stay" | `offer:${string}`;

/** As in a token or a keyed post. "_" stands in ids that an earlier version gave to payers of the past. */
const CONTACT_ID = "c_[0-9a-z_]{4,40}";
const TOKEN = new RegExp(`^(${CONTACT_ID})\\.(\\d{1,7})\\.([0-9a-f]{32})$`);
const WHOLE_ID = new RegExp(`^${CONTACT_ID}$`);

/** Long, because mails lie in mailboxes for years and their links must still work. */
const VALID_DAYS = 3 * 365;
const PROOF_LENGTH = 32;

export function linkToken(
  purpose: Purpose,
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  const lastDay = Math.floor(now / DAY_MS) + VALID_DAYS;
  return `${contactId}.${lastDay}.${proof(purpose, contactId, lastDay, secret, secrets)}`;
}

/** `taken`: keys that hold. The contact a token names, or null when it is forged, damaged, too old or for something else. */
export function contactOfLink(
  purpose: Purpose,
  token: string,
  now: number,
  taken: readonly string[],
  secrets: Secrets,
): string | null {
  const match = TOKEN.exec(token);
  const [, contactId, lastDay, seen] = match ?? [];
  if (contactId === undefined || lastDay === undefined || seen === undefined) return null;
  if (Number(lastDay) * DAY_MS + DAY_MS < now) return null;
  const reals = taken.map((one) => proof(purpose, contactId, Number(lastDay), one, secrets));
  return reals.some((real) => sameText(seen, real)) ? contactId : null;
}

export function isContactId(text: string): boolean {
  return WHOLE_ID.test(text);
}

/** Looks at every character, so that time tells nothing about where two texts differ. */
export function sameText(a: string, b: string): boolean {
  let different = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) different |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return different === 0;
}

function proof(
  purpose: Purpose,
  contactId: string,
  lastDay: number,
  secret: string,
  secrets: Secrets,
): string {
  return secrets.hmac(`${purpose}:${contactId}:${lastDay}`, secret).slice(0, PROOF_LENGTH);
}
