// The page a mail that asks leads to: a look shows what is asked, a press says yes, and is an event.
import { consentConfirmed } from "../../model/consent";
import { notSaved, type Page, tokenProblem, yesPage, yesSaid } from "../../pages/index";
import { buttonLink, pressMark, tokenFor, whoFollowed } from "../links/followed";
import type { Question } from "../links/yes-link";
import { type Asked, linksOf } from "../site";
import { backUrl } from "../way-back/way-back-link";
import type { DoorConfig } from "./door-config";
import { recordEvent } from "./record-event";

export function showYes(asked: Asked, question: Question): Page {
  const { site, parameters } = asked;
  if (whoFollowed(question, asked) === null) return tokenProblem(site);
  return yesPage(site, question, buttonLink(asked, parameters.t ?? ""));
}

export function receiveYes(asked: Asked, door: DoorConfig, question: Question): Page {
  const { ports, kept, site, now } = asked;
  const contact = whoFollowed(question, asked);
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
  const back = backUrl(base, tokenFor("back", contact, asked), site.language);
  return yesSaid(site, question, back);
}
