// The event of somebody who stops all mails, from whichever page they press.
import type { Ports } from "../ports";
import { recordEvent } from "./doors/record-event";

/** False: it could not be stored, and the reader must be told to press again. */
export function recordStop(
  ports: Ports,
  contact: string,
  now: number,
  kept: Readonly<Record<string, string>>,
): boolean {
  const event = {
    source: "page" as const,
    type: "unsubscribe",
    key: `unsubscribe:${contact}:${now}`,
    who: contact,
    payload: JSON.stringify({ contact }),
    occurredAt: now,
    stops: true,
  };
  return recordEvent(ports, event, kept);
}
