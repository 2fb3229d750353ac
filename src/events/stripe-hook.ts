// A webhook body: it counts for its event id only. What it claims is kept to be compared with Stripe's copy.
import type { Payment } from "../model/payment";
import { SECOND_MS } from "../model/time";
import { paymentOf } from "./stripe-object";
import { valueAt } from "./stripe-value";

const EVENT_ID = /^evt_[A-Za-z0-9_]{1,200}$/;
const CLAIMS_MAX = 1_500;

export interface HookBody {
  readonly eventId: string;
  /** As claimed; nothing is decided by it. */
  readonly type: string;
  readonly claims: Claims;
}
/** Path of a scalar in the event → its value. */
export type Claims = Readonly<Record<string, string | number | boolean>>;

/** What names the payer or says that money moved. The same in every API version that has the path. */
const COMPARED = [
  "type",
  "created",
  "livemode",
  "data.object.id",
  "data.object.object",
  "data.object.mode",
  "data.object.status",
  "data.object.payment_status",
  "data.object.paid",
  "data.object.captured",
  "data.object.refunded",
  "data.object.amount",
  "data.object.amount_total",
  "data.object.amount_paid",
  "data.object.amount_due",
  "data.object.amount_received",
  "data.object.amount_captured",
  "data.object.amount_refunded",
  "data.object.currency",
  "data.object.customer",
  "data.object.customer_email",
  "data.object.customer_details.email",
  "data.object.billing_details.email",
  "data.object.receipt_email",
  "data.object.email",
  "data.object.client_reference_id",
  "data.object.payment_intent",
  "data.object.payment_link",
  "data.object.invoice",
  "data.object.latest_invoice",
  "data.object.charge",
] as const;

export function readHookBody(body: string): HookBody | null {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    return null;
  }
  const eventId = valueAt(event, "id");
  if (typeof eventId !== "string" || !EVENT_ID.test(eventId)) return null;
  const type = valueAt(event, "type");
  return {
    eventId,
    type: typeof type === "string" ? type.slice(0, 100) : "",
    claims: claimsOf(event),
  };
}

/** The first compared path where body and Stripe's copy disagree; null when none does. A path missing on either side is a version's business. */
export function differingPath(claims: Claims, stripeCopy: unknown): string | null {
  for (const [path, claimed] of Object.entries(claims)) {
    const real = valueAt(stripeCopy, path);
    if (isScalar(real) && real !== claimed) return path;
    if (real === null) return path;
  }
  return null;
}

/** What the body would say if it were true: enough to hold somebody's mail back, never to decide anything else. */
export function claimedPayment(claims: Claims): Payment {
  const object: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(claims)) {
    const [, , name = "", inner] = path.split(".");
    object[name] = inner === undefined ? value : { [inner]: value };
  }
  return paymentOf(object, Number(claims.created ?? 0) * SECOND_MS);
}

function claimsOf(event: unknown): Claims {
  const claims: Record<string, string | number | boolean> = {};
  for (const path of COMPARED) {
    const value = valueAt(event, path);
    if (!isScalar(value)) continue;
    claims[path] = value;
    if (JSON.stringify(claims).length > CLAIMS_MAX) delete claims[path];
  }
  return claims;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
