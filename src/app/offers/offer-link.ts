// Links around an offer: a person's own offer page, and from there to the checkout.
import type { Secrets } from "../../ports";
import { contactOfLink, linkToken } from "../links/link-token";

export function offerToken(
  contactId: string,
  offer: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken(`offer:${offer}`, contactId, now, secret, secrets);
}

/** The contact a token names for this offer, or null. */
export function contactOfOfferToken(
  token: string,
  offer: string,
  now: number,
  taken: readonly string[],
  secrets: Secrets,
): string | null {
  return contactOfLink(`offer:${offer}`, token, now, taken, secrets);
}

/** Without a token: the page as anybody sees it. */
export function offerUrl(webAppUrl: string, offer: string, token: string, locale: string): string {
  const own = token === "" ? "" : `&t=${encodeURIComponent(token)}`;
  const language = locale.toLowerCase().startsWith("zh") ? "zh" : "en";
  return `${webAppUrl}?p=offer&o=${encodeURIComponent(offer)}${own}&l=${language}`;
}

/**
 * The owner's checkout link with whose it is, so that the payment is known by our id and not by an address typed there.
 * What the link says of its own, also behind "#", stays.
 */
export function checkoutUrl(link: string, contactId: string, email: string): string {
  const [, page = "", query, fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(link) ?? [];
  const kept = (query ?? "?")
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !/^(client_reference_id|prefilled_email)(=|$)/.test(part));
  const ours = [`client_reference_id=${encodeURIComponent(contactId)}`];
  if (email !== "") ours.push(`prefilled_email=${encodeURIComponent(email)}`);
  return `${page}?${[...kept, ...ours].join("&")}${fragment}`;
}
