// Links around an offer: a person's own offer page, and from there to the checkout.
import { languageOf } from "../../model/locale";
import type { Secrets } from "../../ports";
import { linkToken } from "../links/link-token";

export function offerToken(
  contactId: string,
  offer: string,
  now: number,
  secret: string,
  secrets: Secrets,
): string {
  return linkToken(`offer:${offer}`, contactId, now, secret, secrets);
}

/** Without a token: the page as anybody sees it. */
export function offerUrl(webAppUrl: string, offer: string, token: string, locale: string): string {
  const own = token === "" ? "" : `&t=${encodeURIComponent(token)}`;
  return `${webAppUrl}?p=offer&o=${encodeURIComponent(offer)}${own}&l=${languageOf(locale)}`;
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
