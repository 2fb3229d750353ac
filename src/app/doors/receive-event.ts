// Keyed posts from the owner's own tools: the result or the conclusion that a row waits for.
import { CONCLUSIONS } from "../../../sheets-schema/index";
import { normalAddress } from "../../events/address";
import { OWN_ID_MAX, ownIds } from "../../events/form-post";
import type { OwnIds } from "../../model/form";
import { cleanLine, cutText } from "../../model/one-line";
import { MINUTE_MS } from "../../model/time";
import type { Answer } from "../../model/web";
import type { Ports } from "../../ports";
import { COME_AGAIN, holdsKey, wrongKey } from "../links/hook-key";
import { isContactId } from "../links/link-token";
import type { DoorConfig } from "./door-config";
import { recordEvent } from "./record-event";

type Kept = Readonly<Record<string, string>>;

interface Told extends OwnIds {
  readonly event: string;
  /** An address or a contact id. */
  readonly who: string;
  readonly email: string;
  readonly resultUrl: string;
  readonly conclusion: string;
}

const URL_MAX = 2_000;

export function receiveEvent(ports: Ports, parameters: Kept, kept: Kept, door: DoorConfig): Answer {
  if (!holdsKey(ports, kept, parameters.key)) return wrongKey(ports, kept);
  const told = readTold(parameters, door.events);
  if (typeof told === "string") return { kind: "retry", text: told };
  const { event, who, ...rest } = told;
  const now = ports.clock.now();
  const text = JSON.stringify([event, who, rest.resultUrl, rest.conclusion, minuteOf(now)]);
  const stored = recordEvent(
    ports,
    {
      source: "api",
      type: event,
      key: `${event}:${ports.secrets.digest(text).slice(0, 24)}`,
      who,
      payload: JSON.stringify({ event, ...rest }),
      occurredAt: now,
      stops: false,
    },
    kept,
  );
  return stored ? { kind: "page", title: "OK", html: "OK" } : COME_AGAIN;
}

/** A tool that tries again is one post; whoever says the same again after something else means it anew. */
function minuteOf(now: number): number {
  return Math.floor(now / MINUTE_MS);
}

/** Or what is wrong, for whoever builds the tool. */
function readTold(parameters: Kept, known: readonly string[]): Told | string {
  const field = (name: string) => cleanLine(parameters[name] ?? "");
  const event = field("event");
  if (!known.includes(event)) {
    return `event is "${cutText(event, 60)}"; known: ${known.join(", ") || "none"}`;
  }
  const idOf = (name: string) => cutText(field(name), OWN_ID_MAX);
  const ids = ownIds(idOf("user_id"), idOf("device_id"));
  const email = normalAddress(field("email")) ?? "";
  const contact = field("contact");
  if (email === "" && !isContactId(contact)) {
    return "email or contact is missing or malformed";
  }
  const who = { who: email === "" ? contact : email, email, ...ids };
  if (event.endsWith(".conclusion")) {
    const conclusion = field("conclusion").toLowerCase();
    const fits = (CONCLUSIONS as readonly string[]).includes(conclusion);
    if (fits) return { event, ...who, resultUrl: "", conclusion };
    return `conclusion is "${cutText(conclusion, 60)}"; known: ${CONCLUSIONS.join(", ")}`;
  }
  const resultUrl = field("result_url");
  const fits = /^https?:\/\/[^\s<>"/?#][^\s<>"]*$/i.test(resultUrl) && resultUrl.length <= URL_MAX;
  return fits
    ? { event, ...who, resultUrl, conclusion: "" }
    : `result_url must be an address with http:// or https:// of at most ${URL_MAX} characters`;
}
