// POST /local/api/stripe: makes an event or an object readable at the stand-in, delivers the event as Stripe would, or
// makes the stand-in silent.
import type { Host } from "../host/contract.ts";
import { type Input, readInput, readText, refuse } from "./api-input.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import { isObject, isStripeEvent, type StripeEvent } from "./stripe-store.ts";

export async function postStripe(local: Local, call: Call): Promise<Reply> {
  const input = readInput(call, ["event", "deliver", "body", "key", "objects", "reachable"]);
  putObjects(local, input.objects);
  setReachable(local, input.reachable);
  const event = readEvent(input);
  if (event) local.stripe.store.post(event);
  if (!readDeliver(input)) return json({ status: null, location: null });
  const reply = deliver(local, readBody(input, event), readText(input, "key"));
  await local.outbox.settled();
  return json(reply);
}

/** What Stripe has without telling: a payment whose webhook is lost, the lines of a checkout. */
function putObjects(local: Local, objects: unknown): void {
  if (objects === undefined) return;
  const allowed = "a list of Stripe objects, each with id and object";
  if (!Array.isArray(objects)) throw refuse("objects", objects, allowed);
  for (const object of objects) {
    if (!isObject(object) || !local.stripe.store.put(object)) {
      throw refuse("objects", object, allowed);
    }
  }
}

function setReachable(local: Local, reachable: unknown): void {
  if (reachable === undefined) return;
  if (typeof reachable !== "boolean") throw refuse("reachable", reachable, "true or false");
  local.stripe.reachable = reachable;
}

function readEvent(input: Input): StripeEvent | null {
  if (input.event === undefined || input.event === null) return null;
  if (isStripeEvent(input.event)) return input.event;
  throw refuse("event", input.event, "a Stripe event, an object with an id");
}

function readDeliver(input: Input): boolean {
  const { deliver } = input;
  if (deliver === undefined) return false;
  if (typeof deliver !== "boolean") throw refuse("deliver", deliver, "true or false");
  return deliver;
}

function readBody(input: Input, event: StripeEvent | null): string {
  const body = input.body ?? event;
  if (body === null) throw refuse("event", undefined, "an event, or a body to deliver instead");
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}

function deliver(local: Local, body: string, key: string | undefined) {
  const secret = key ?? local.host.property("hook_key");
  if (secret === null) throw new HttpError(400, "There is no hook_key yet. Run Set up first.");
  return answerOf(local, {
    method: "POST",
    query: `hook=stripe&key=${encodeURIComponent(secret)}`,
    contentType: "application/json; charset=utf-8",
    body,
  });
}

function answerOf(local: Local, request: Parameters<Host["request"]>[0]) {
  const answer = local.host.request(request);
  if (answer.kind !== "text") return { status: 200, location: null };
  return { status: 302, location: local.content.keepText(answer) };
}
