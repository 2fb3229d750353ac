// Links to the way back: where a reader stands, and what they may wish for (R113).
import { languageOf } from "../../model/locale";
import type { Secrets } from "../../ports";
import { linkToken } from "../links/link-token";

export function backToken(
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken("back", contactId, now, secret, secrets);
}

/** `base`: where links of ours lead (link-base.ts). */
export function backUrl(base: string, token: string, locale: string): string {
  return `${base}?p=back&t=${encodeURIComponent(token)}&l=${languageOf(locale)}`;
}
