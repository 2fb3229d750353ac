// What UrlFetchApp meets beyond the web app itself. Nothing leaves this computer.
import type { FetchAnswer, FetchRequest } from "../host/contract.ts";
import { STRIPE_ORIGIN, type StripeStandIn } from "./stripe-stand-in.ts";

export function fetchOutside(
  stripe: StripeStandIn | undefined,
  request: FetchRequest,
): FetchAnswer {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (stripe && url?.origin === STRIPE_ORIGIN) return stripe.answer(request);
  throw new Error(
    `DNS error: ${url ? url.origin : request.url} (Dripsheet Local reaches nothing outside this ` +
      `computer; it stands in for ${STRIPE_ORIGIN} only)`,
  );
}
