// What Stripe told of a payment, told once more: by its own copy while it keeps one, which is thirty days; after that by
// what the Events row holds, which was compared with the copy when it was applied.
import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { readStripeEvent } from "../../events/stripe-payment";
import { countedPayments } from "../../model/payment";
import type { Ports } from "../../ports";
import type { Office } from "../office";
import { claimsOf, readBack } from "../stripe/ask-stripe";
import type { Told } from "../stripe/payment-details";

/** Null: it said nothing about money. `contact`: as it stands now; it knows what was bought. */
export function toldAgain(
  ports: Ports,
  event: EventRow,
  apiKey: string,
  { settings, offers }: Pick<Office, "settings" | "offers">,
  contact: ContactRow | null,
): Told | null {
  const read = readBack(ports, event, apiKey, settings.mode, offers);
  if (read.kind === "money") return read;
  const again = readStripeEvent(copyOf(event), settings.mode);
  if (again.kind !== "money") return null;
  const { payment } = again;
  const counted = countedPayments(contact?.payments ?? "").find(
    ({ key }) => key === payment.key || payment.ids.includes(key),
  );
  const bought = offers.get(counted?.offer ?? "")?.stripeIds.slice(0, 1) ?? [];
  const offerIds = payment.offerIds.length > 0 ? payment.offerIds : bought;
  // Whose it was stands beside it: Stripe's copy, which named them, is not kept for ever.
  const emails = payment.emails.length > 0 ? payment.emails : [event.who];
  const told = { ...payment, emails, offerIds, key: counted?.key ?? payment.key };
  return { kind: "money", what: again.what, payment: told };
}

type Branch = { [name: string]: unknown };

/** Paths and values back into the object they came from. */
function copyOf(event: EventRow): unknown {
  const copy: Branch = {};
  for (const [path, value] of Object.entries(claimsOf(event))) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const branch = names.reduce<Branch>((at, name) => {
      const below = at[name];
      const next: Branch = typeof below === "object" && below !== null ? (below as Branch) : {};
      at[name] = next;
      return next;
    }, copy);
    branch[last] = value;
  }
  return copy;
}
