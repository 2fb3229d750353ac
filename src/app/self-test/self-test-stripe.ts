// Self-test: whether Stripe counts our answers as delivered, asked of Stripe by the last event that came from it.
import type { Probe } from "../../model/probe";
import type { Ports } from "../../ports";
import { FOUND, stripePending } from "../../words/self-test";

type Kept = Readonly<Record<string, string>>;

export function stripeHeard(ports: Ports, { stripe_key: key = "" }: Kept): Probe {
  const name = "stripe heard";
  const id = key === "" ? undefined : lastEvent(ports);
  if (id === undefined) return { name, ok: null, seen: FOUND.noStripeYet };
  const answer = ports.stripe.get(`events/${id}`, key);
  const pending = answer.kind === "found" ? pendingOf(answer.body) : null;
  if (pending === null) return { name, ok: null, seen: FOUND.stripeUnread };
  return { name, ok: pending === 0, seen: stripePending(pending) };
}

/** Several of the account's addresses may be waited for; ours is one of them. */
function pendingOf(event: unknown): number | null {
  const { pending_webhooks: count } = (event ?? {}) as { readonly pending_webhooks?: unknown };
  return typeof count === "number" ? count : null;
}

function lastEvent({ store }: Ports): string | undefined {
  const keys = store.read("Events").map(({ cells }) => cells.key);
  return keys.reverse().find((key) => key.startsWith("evt_"));
}
