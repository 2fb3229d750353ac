// Reads one event back from a Stripe that knows exactly these paths.
import type { EventRow } from "../../sheets-schema/index";
import { readBack } from "../../src/app/stripe/ask-stripe";
import { readHookBody } from "../../src/events/stripe-hook";
import type { Offer, Offers } from "../../src/model/offer";
import type { Stripe, StripeAnswer } from "../../src/ports";
import { memoryPorts } from "../memory/memory-ports";
import type { Json } from "../support/stamp";

export const KEY = "rk_live_1";
const NOTHING: Offers = new Map();

export function offersWith(stripeIds: readonly string[]): Offers {
  const offer: Offer = {
    offer: "lite",
    name: "Lite",
    flow: "lite",
    before: { price: "€49", link: "" },
    after: { price: "€79", link: "" },
    windowMs: null,
    windowEnds: null,
    stripeIds,
    stripeIdsAfter: [],
    deliveryLink: "",
    freeCounts: false,
    allows: new Map(),
  };
  return new Map([["lite", offer]]);
}

/** Stripe knows these paths; the others it does not, or does not answer, or not to this key. */
export class Asked implements Stripe {
  readonly paths: string[] = [];
  constructor(
    private readonly known: Readonly<Record<string, unknown>>,
    private readonly otherwise: StripeAnswer = { kind: "unknown" },
  ) {}
  get(path: string): StripeAnswer {
    this.paths.push(path);
    const body = this.known[path];
    return body === undefined ? this.otherwise : { kind: "found", body };
  }
}

function row(posted: Json): EventRow {
  const { eventId, claims } = readHookBody(JSON.stringify(posted)) ?? { eventId: "", claims: {} };
  return { key: eventId, payload: JSON.stringify({ claims }) } as EventRow;
}

export function ask(stripe: Asked, posted: Json, offers = NOTHING) {
  return readBack({ ...memoryPorts(), stripe }, row(posted), KEY, "LIVE", offers);
}
export function read(copy: Json, more: Json = {}, offers = NOTHING) {
  const stripe = new Asked({ "events/evt_1": copy, ...more });
  return { read: ask(stripe, copy, offers), asked: stripe.paths.slice(1) };
}
export const silent: StripeAnswer = { kind: "unreachable", why: "Stripe answered 500" };
export const refused: StripeAnswer = { kind: "unreachable", why: "may not", refused: true };
export const list = (...data: readonly Json[]): Json => ({ object: "list", data });
