// A key that was just typed: from now on what happens at Stripe is heard; what was before is the history's.
import type { Ports } from "../../ports";
import { beginAgain, keyKind } from "../history/history-state";
import { createdOf, eventsPage, type Listed } from "./reconcile-page";
import { begunHearing, type Hearing, hearingOf, keepHearing } from "./reconcile-state";

type Kept = Readonly<Record<string, string>>;

/** `body`: the list of events as this key sees it. True: another account's key, whose past is read as well. */
export function armByKey(ports: Ports, kept: Kept, key: string, body: unknown): boolean {
  const kind = keyKind(key);
  const { events } = eventsPage(body);
  const before = hearingOf(kept, kind);
  const goesOn = before !== null && before.since !== null;
  if (goesOn && (key === kept.stripe_key || sameAccount(ports, key, before, events))) {
    // What kept it from asking may have been the old key.
    keepHearing(ports, kept, kind, { ...before, retryAt: 0 });
    return false;
  }
  if (goesOn) beginAgain(ports, kept, kind);
  keepHearing(ports, kept, kind, begunHearing(createdOf(events), ports.clock.now()));
  return goesOn;
}

/** It knows an event that was heard of before. */
function sameAccount(
  { stripe }: Ports,
  key: string,
  { seen, before }: Hearing,
  events: readonly Listed[],
): boolean {
  const known = [...seen, ...before];
  if (events.some(({ id }) => known.includes(id))) return true;
  const [newest] = known;
  return newest !== undefined && stripe.get(`events/${newest}`, key).kind === "found";
}
