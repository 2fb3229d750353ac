// doPost: check, append one event, answer. No mail, no fetch.
import { FORM_BODY_MAX, jsonParameters } from "../../events/form-post";
import { readHookBody } from "../../events/stripe-hook";
import { reason, say } from "../../model/reason";
import type { Answer, WebRequest } from "../../model/web";
import {
  formProblem,
  notFound,
  notSaved,
  problemAnswer,
  stopped,
  tokenProblem,
} from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { buttonLink, tokenFor, whoFollowed } from "../links/followed";
import { COME_AGAIN, holdsKey, wrongKey } from "../links/hook-key";
import { QUESTIONS } from "../links/yes-link";
import { receivePress } from "../offers/offer-page";
import { heardAnswer } from "../self-test/self-test-safer";
import { type Asked, data, page, siteOf, wantsData } from "../site";
import { recordStop } from "../stop-event";
import { tellIfLate } from "../timer/watch";
import { receiveWish } from "../way-back/way-back-press";
import { type DoorConfig, readDoorConfig } from "./door-config";
import { receiveEvent } from "./receive-event";
import { receiveForm } from "./receive-form";
import { type NewEvent, recordEvent } from "./record-event";
import { receiveYes } from "./yes-page";

type Kept = Readonly<Record<string, string>>;

export function receivePost(ports: Ports, request: WebRequest): Answer {
  try {
    return received(ports, request);
  } catch (error) {
    // Uncaught, the platform would answer 200, and Stripe would not come again (facts 1.14).
    ports.log.warn(`a post could not be taken: ${String(error)}`);
    const { hook, event } = request.parameters;
    if (hook !== undefined || event !== undefined) return COME_AGAIN;
    const site = siteOf(readDoorConfig({}), request.parameters, "");
    return wantsData(request.parameters)
      ? data(problemAnswer(site, "not-saved", {}))
      : page(notSaved(site));
  }
}

function received(ports: Ports, request: WebRequest): Answer {
  const kept = ports.properties.all();
  const answer = answered(ports, request, kept);
  // What came is stored by now.
  tellIfLate(ports, kept);
  return isProgram(request) ? heardAnswer(kept, answer) : answer;
}

function answered(ports: Ports, request: WebRequest, kept: Kept): Answer {
  const door = readDoorConfig(kept);
  if (request.parameters.hook !== undefined) return receiveHook(ports, request, kept);
  if (request.contentLength > FORM_BODY_MAX || request.body.length > FORM_BODY_MAX) {
    return tooLarge(request.parameters, door);
  }
  const parameters = parametersOf(request);
  const site = siteOf(door, parameters, "");
  const asked = { ports, kept, site, parameters, now: ports.clock.now() };
  if (parameters.p === "stop") return receiveStop(asked);
  if (parameters.p === "back") return page(receiveWish(asked, door));
  const question = QUESTIONS.find((one) => one === parameters.p);
  if (question !== undefined) return page(receiveYes(asked, door, question));
  if (parameters.p === "offer") return page(receivePress(asked, door));
  if (isEvent(parameters)) return receiveEvent(ports, parameters, kept, door);
  // A post without a form's name but with an address may be a lead: it is kept.
  const nameless = parameters.form === undefined && parameters.email === undefined;
  if (nameless) return page(notFound(site));
  return receiveForm(ports, parameters, kept, door, site);
}

function isProgram({ parameters }: WebRequest): boolean {
  return parameters.hook !== undefined || isEvent(parameters);
}

/** A form may have a field of that name; a tool's post names no form. */
function isEvent({ event, form }: Kept): boolean {
  return event !== undefined && form === undefined;
}

function tooLarge(parameters: Kept, door: DoorConfig): Answer {
  if (isEvent(parameters)) return { kind: "retry", text: "more than 64 KB" };
  const form = door.forms.find((name) => name === parameters.form) ?? null;
  const site = siteOf(door, parameters, "");
  if (wantsData(parameters)) return data(problemAnswer(site, "too-large", {}));
  return page(formProblem(site, form, "too-large", {}));
}

/** From the page of ours, or by a mail program without one (RFC 8058): 200 and no redirect, once it is stored. */
function receiveStop(asked: Asked): Answer {
  const { ports, kept, site, parameters, now } = asked;
  const contact = whoFollowed("stop", asked);
  if (contact === null) return page(tokenProblem(site));
  const oneClick = parameters["List-Unsubscribe"] !== undefined;
  // A program reads no page: only the status tells it to come again.
  if (!recordStop(ports, contact, now, kept)) return oneClick ? COME_AGAIN : page(notSaved(site));
  return page(stopped(site, buttonLink(asked, tokenFor("back", contact, asked))));
}

/** The body counts for its event id only. */
function receiveHook(ports: Ports, request: WebRequest, kept: Kept): Answer {
  const known = request.parameters.hook === "stripe";
  if (!known || !holdsKey(ports, kept, request.parameters.key)) return wrongKey(ports, kept);
  const body = readHookBody(request.body);
  const now = ports.clock.now();
  const language = readDoorConfig(kept).language;
  const stored = recordEvent(
    ports,
    {
      source: "stripe",
      type: body?.type ?? "",
      key: body?.eventId ?? `unread:${ports.secrets.digest(request.body).slice(0, 20)}`,
      who: "",
      payload: JSON.stringify(body === null ? {} : { id: body.eventId, claims: body.claims }),
      occurredAt: now,
      stops: true,
      ...(body === null ? unreadable(language) : {}),
    },
    kept,
  );
  return stored ? page({ title: "OK", html: "OK" }) : COME_AGAIN;
}

function unreadable(language: Language): Pick<NewEvent, "outcome" | "reason"> {
  return { outcome: "REFUSED", reason: say(reason("stripeNoId"), language) };
}

function parametersOf(request: WebRequest): Kept {
  return { ...request.parameters, ...(jsonParameters(request.body) ?? {}) };
}
