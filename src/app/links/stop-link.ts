// Links that stop mails.
import type { Secrets } from "../../ports";
import { contactOfLink, linkToken } from "./link-token";

export function stopToken(
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken("stop", contactId, now, secret, secrets);
}

/** The contact a token names, or null when it stops nobody. */
export function contactOfToken(
  token: string,
  now: number,
  taken: readonly string[],
  secrets: Secrets,
): string | null {
  return contactOfLink("stop", token, now, taken, secrets);
}

export function stopUrl(webAppUrl: string, token: string, locale: string): string {
  const language = locale.toLowerCase().startsWith("zh") ? "&l=zh" : "";
  return `${webAppUrl}?p=stop&t=${encodeURIComponent(token)}${language}`;
}
