// Links to the way back: where a reader stands, and what they may wish for (R113).
import type { Secrets } from "../../ports";
import { contactOfLink, linkToken } from "../links/link-token";

export function backToken(
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken("back", contactId, now, secret, secrets);
}

/** The contact a token names, or null when it shows nobody anything. */
export function contactOfBackToken(
  token: string,
  now: number,
  taken: readonly string[],
  secrets: Secrets,
): string | null {
  return contactOfLink("back", token, now, taken, secrets);
}

/** `base`: where links of ours lead (link-base.ts). */
export function backUrl(base: string, token: string, locale: string): string {
  const language = locale.toLowerCase().startsWith("zh") ? "zh" : "en";
  return `${base}?p=back&t=${encodeURIComponent(token)}&l=${language}`;
}
