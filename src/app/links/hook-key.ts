// The secret in the address of keyed posts: Google hands no headers to a script, so it is the first gate.
import type { Answer } from "../../model/web";
import type { Ports } from "../../ports";
import { keysTaken } from "./kept-keys";
import { sameText } from "./link-token";

type Kept = Readonly<Record<string, string>>;

/** Not stored: a status other than 200, so that whoever sent it sees a failure and comes again (facts 1.16, 1.19). */
export const COME_AGAIN: Answer = { kind: "retry", text: "not stored, come again" };

export function holdsKey({ clock }: Ports, kept: Kept, seen = ""): boolean {
  return keysTaken(kept, "hook_key", clock.now()).some((key) => sameText(seen, key));
}

/** Counted, so that Start here can say that somebody tries, or that an old address is still in use. */
export function wrongKey(ports: Ports, kept: Kept): Answer {
  const count = Number(kept.wrong_hook_keys ?? "0") + 1;
  ports.properties.set("wrong_hook_keys", String(count));
  return { kind: "retry", text: "wrong key" };
}
