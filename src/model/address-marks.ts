// What an address tells of its mailbox: thrown away after use, or read by whoever has that post. Marks, never a refusal by
// themselves: a person may well ask from either.
import { DISPOSABLE_DOMAINS } from "./disposable-domains";

export type AddressMark = "disposable" | "role";

/** RFC 2142, and what businesses name their posts in practice. */
const ROLES = new Set(
  `abuse|accounting|accounts|admin|administrator|all|billing|careers|contact|enquiries|enquiry|
  feedback|finance|ftp|hello|help|helpdesk|hostmaster|hr|info|inquiries|inquiry|jobs|legal|mail|
  mailer-daemon|marketing|media|news|no-reply|noc|noreply|donotreply|do-not-reply|office|order|
  orders|postmaster|press|privacy|purchasing|reception|recruiting|root|sales|security|service|
  support|team|usenet|uucp|webmaster|welcome|www|buero|kontakt|vertrieb|rechnung|bewerbung|
  ventas|kefu|xiaoshou|caiwu`.split(/[|\s]+/),
);

export function addressMarks(address: string): readonly AddressMark[] {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  const [mailbox = ""] = local.split("+");
  return [
    ...(isDisposable(domain) ? (["disposable"] as const) : []),
    ...(ROLES.has(mailbox) ? (["role"] as const) : []),
  ];
}

/** Such services give out names below their own, too. */
function isDisposable(domain: string): boolean {
  const labels = domain.split(".");
  return labels.some((_, at) => DISPOSABLE_DOMAINS.has(labels.slice(at).join(".")));
}
