// The key to Stripe: taken from a window, never from a cell; tried once before it counts.
import type { Ports } from "../../ports";
import { STRIPE } from "../../words/stripe";
import { readDoorConfig } from "../doors/door-config";
import { beginHistory, keyKind } from "../history/history-state";
import { armByKey } from "../reconcile/reconcile-arm";
import { EVENTS_LIST } from "../reconcile/reconcile-page";

type Kept = Readonly<Record<string, string>>;

export interface KeyTaken {
  readonly stored: boolean;
  readonly told: string;
}

/** The caller holds the batch mutex: nobody else asks Stripe while the key is tried. */
export function takeKey(ports: Ports, kept: Kept, typed: string): KeyTaken {
  const { language, live } = readDoorConfig(kept);
  const key = typed.trim();
  if (!/^(rk|sk)_(live|test)_[A-Za-z0-9_]+$/.test(key)) {
    return { stored: false, told: STRIPE.wrong[language] };
  }
  ports.properties.set("stripe_key", key);
  // A key with the right to read events can answer this; what it lists is what has been before.
  const answer = ports.stripe.get(EVENTS_LIST, key);
  if (answer.kind === "unreachable") {
    putBack(ports, kept.stripe_key ?? "");
    return { stored: false, told: STRIPE.refused(answer.why)[language] };
  }
  const kind = keyKind(key);
  const another = answer.kind === "found" && armByKey(ports, kept, key, answer.body);
  const begins = another || beginHistory(ports, { ...kept, stripe_key: key });
  const said = [
    STRIPE.stored(STRIPE[kind]),
    ...(live && kind === "test" ? [STRIPE.testInLive] : []),
    ...(begins ? [STRIPE.history] : []),
  ];
  return { stored: true, told: said.map((words) => words[language]).join(" ") };
}

function putBack({ properties }: Ports, before: string): void {
  if (before === "") properties.remove("stripe_key");
  else properties.set("stripe_key", before);
}
