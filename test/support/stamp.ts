// Recorded webhook bodies, and the same as a customer we know would cause them now.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Json = { readonly [key: string]: unknown };
export interface Customer {
  readonly id: string;
  readonly email: string;
}
interface Stamp {
  /** Makes every id of this body its own. */
  readonly unique: string;
  readonly now: number;
  readonly customer: Customer;
  /** Also the address, in every field the shape has for it. */
  readonly withEmail?: boolean;
}

const FOLDER = fileURLToPath(new URL("../data/stripe-ruby-mock-events/", import.meta.url));
const MADE_UP_ID = /^(\w+_)(?:0{8,}\w*|VALID)$/;
const EMAILS = [
  ["customer_email"],
  ["receipt_email"],
  ["customer_details", "email"],
  ["billing_details", "email"],
];

/** File name without its ending → the body. */
export function recordedEvents(): ReadonlyMap<string, Json> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  const read = (file: string) => JSON.parse(readFileSync(FOLDER + file, "utf8")) as Json;
  return new Map(files.map((file) => [file.replace(/\.json$/, ""), read(file)]));
}

/** Unique ids, references between them kept; now; live; the customer's. */
export function stamped(body: Json, stamp: Stamp): Json {
  const ids = new Map<string, string>();
  const own = (old: string, prefix: string) => {
    const known = ids.get(old) ?? `${prefix}${stamp.unique}${ids.size}`;
    ids.set(old, prefix === "cus_" ? stamp.customer.id : known);
    return ids.get(old) ?? old;
  };
  const event = JSON.parse(JSON.stringify(body), (key, value: unknown) => {
    if (key === "livemode") return true;
    const prefix = typeof value === "string" ? MADE_UP_ID.exec(value)?.[1] : undefined;
    return prefix === undefined ? value : own(String(value), prefix);
  }) as Json;
  const created = Math.floor(stamp.now / 1_000);
  const object = ofCustomer(objectOf(event), stamp);
  const timed = "created" in object ? { ...object, created } : object;
  return { ...event, livemode: true, created, data: { ...(event.data as Json), object: timed } };
}

function objectOf(event: Json): Json {
  return (event.data as { object: Json }).object;
}

function ofCustomer(object: Json, { customer, withEmail }: Stamp): Json {
  const owned = "customer" in object ? { ...object, customer: customer.id } : object;
  if (object.object === "customer") return { ...owned, id: customer.id, email: customer.email };
  if (withEmail !== true) return EMAILS.reduce((to, path) => put(to, path, null), owned);
  return EMAILS.reduce((to, path) => put(to, path, customer.email), owned);
}

/** Only where the shape has the field. */
function put(object: Json, [name = "", ...rest]: readonly string[], value: unknown): Json {
  const inner = object[name];
  if (!(name in object)) return object;
  if (rest.length === 0) return { ...object, [name]: value };
  if (typeof inner !== "object" || inner === null) return object;
  return { ...object, [name]: put(inner as Json, rest, value) };
}
