// What UrlFetchApp meets beyond the web app itself. Nothing leaves this computer.
import type { FetchAnswer, FetchRequest } from "../host/contract.ts";
import { STRIPE_ORIGIN, type StripeStandIn } from "./stripe-stand-in.ts";

/** What stands in for the owner's own pages and files; the control API is none of them. */
const OWN_PAGES = /^\/local\/(?:link\/[\w-]+|files\/geo-sample\.pdf)$/;

/** `ownOrigin`: where those pages are served. */
export function fetchOutside(
  stripe: StripeStandIn | undefined,
  request: FetchRequest,
  ownOrigin = "",
): FetchAnswer {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (url?.origin === ownOrigin && OWN_PAGES.test(url.pathname)) {
    return { status: 200, headers: {}, body: "" };
  }
  if (stripe && url?.origin === STRIPE_ORIGIN) return stripe.answer(request);
  throw new Error(
    `DNS error: ${url ? url.origin : request.url} (Dripsheet Local reaches nothing outside this ` +
      `computer; it stands in for ${STRIPE_ORIGIN} only)`,
  );
}
