// The page a mail that asks leads to: a look shows what is asked, a press says yes, and is an event.
import { consentConfirmed } from "../../model/consent";
import { MINUTE_MS } from "../../model/time";
import { notSaved, type Page, tokenProblem, yesPage, yesSaid } from "../../pages/index";
import { keyNow, keysTaken } from "../links/kept-keys";
import { contactOfYes, type Question } from "../links/yes-link";
import type { Asked } from "../offers/offer-page";
import { linksOf } from "../site";
import { backToken, backUrl } from "../way-back/way-back-link";
import type { DoorConfig } from "./door-config";
import { recordEvent } from "./record-event";

export function showYes(asked: Asked, question: Question): Page {
  const { ports, site, parameters } = asked;
  if (contactOf(asked, question) === null) return tokenProblem(site);
  const link = { token: parameters.t ?? "", mark: ports.secrets.uuid().slice(0, 8) };
  return yesPage(site, question, link);
}

export function receiveYes(asked: Asked, door: DoorConfig, question: Question): Page {
  const { ports, kept, site, now } = asked;
  const contact = contactOf(asked, question);
  if (contact === null) return tokenProblem(site);
  const type = `reader.${question}`;
  const base = linksOf(site, door);
  const proof = consentConfirmed(`${base}?p=${question}`, site.language);
  const agreed = question === "confirm" ? { agreed: proof } : {};
  const stored = recordEvent(
    ports,
    {
      source: "page",
      type,
      key: `${type}:${contact}:${pressMark(asked)}`,
      who: contact,
      payload: JSON.stringify({ contact, to: "", ...agreed }),
      occurredAt: now,
      stops: false,
    },
    kept,
  );
  if (!stored) return notSaved(site);
  const back = backToken(contact, now, keyNow(kept, "link_secret"), ports.secrets);
  return yesSaid(site, question, backUrl(base, back, site.language));
}

/** One page pressed twice is one yes; without its mark, one minute is. */
function pressMark({ parameters, now }: Asked): string {
  const mark = parameters.v ?? "";
  return /^[0-9a-f]{8}$/.test(mark) ? mark : String(Math.floor(now / MINUTE_MS));
}

function contactOf({ ports, kept, parameters, now }: Asked, question: Question): string | null {
  const taken = keysTaken(kept, "link_secret", now);
  return contactOfYes(question, parameters.t ?? "", now, taken, ports.secrets);
}
