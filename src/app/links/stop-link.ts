// Links that stop mails.
import { languageOf } from "../../model/locale";
import type { Secrets } from "../../ports";
import { linkToken } from "./link-token";

export function stopToken(
  contactId: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken("stop", contactId, now, secret, secrets);
}

export function stopUrl(webAppUrl: string, token: string, locale: string): string {
  const language = languageOf(locale) === "zh" ? "&l=zh" : "";
  return `${webAppUrl}?p=stop&t=${encodeURIComponent(token)}${language}`;
}
