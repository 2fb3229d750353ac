// Whose link was followed, and what a page that it leads to carries on.
import { MINUTE_MS } from "../../model/time";
import type { BackLink } from "../../pages/index";
import type { Asked } from "../site";
import { keyNow, keysTaken } from "./kept-keys";
import { contactOfLink, linkToken, type Purpose } from "./link-token";

/** The contact, or null: the link is forged, damaged, too old or for something else. */
export function whoFollowed(
  purpose: Purpose,
  { ports, kept, parameters, now }: Asked,
): string | null {
  const taken = keysTaken(kept, "link_secret", now);
  return contactOfLink(purpose, parameters.t ?? "", now, taken, ports.secrets);
}

/** Where the same person is led on to. */
export function tokenFor(purpose: Purpose, contact: string, { ports, kept, now }: Asked): string {
  return linkToken(purpose, contact, now, keyNow(kept, "link_secret"), ports.secrets);
}

/** For the buttons of a page. */
export function buttonLink({ ports }: Asked, token: string): BackLink {
  return { token, mark: ports.secrets.uuid().slice(0, 8) };
}

/** One page pressed twice is one wish; without its mark, one minute is. */
export function pressMark({ parameters, now }: Asked): string {
  const mark = parameters.v ?? "";
  return /^[0-9a-f]{8}$/.test(mark) ? mark : String(Math.floor(now / MINUTE_MS));
}
