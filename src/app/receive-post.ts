// doPost: check, append one event, answer. No mail, no fetch, no other tab.
import {
  FORM_BODY_MAX,
  type FormPost,
  formKeyText,
  formPayload,
  jsonParameters,
  readFormPost,
} from "../events/form-post";
import { readHookBody } from "../events/stripe-hook";
import { type Reason, reason, say } from "../model/reason";
import type { Answer, WebRequest } from "../model/web";
import {
  type FormName,
  formProblem,
  formUnknown,
  notFound,
  notSaved,
  type Page,
  type Site,
  stopped,
  thankYou,
  tokenProblem,
} from "../pages/index";
import type { Language, Ports } from "../ports";
import { type DoorConfig, readDoorConfig } from "./door-config";
import { type NewEvent, recordEvent } from "./record-event";
import { contactOfToken, sameText } from "./stop-link";

type Kept = Readonly<Record<string, string>>;

export function receivePost(ports: Ports, request: WebRequest): Answer {
  try {
    return received(ports, request);
  } catch (error) {
    // Uncaught, the platform would answer 200, and Stripe would not come again (facts 1.14).
    ports.log.warn(`a post could not be taken: ${String(error)}`);
    if (request.parameters.hook !== undefined) return COME_AGAIN;
    return page(notSaved(siteOf(readDoorConfig({}), request.parameters)));
  }
}

const COME_AGAIN: Answer = { kind: "retry", text: "not stored, come again" };

function received(ports: Ports, request: WebRequest): Answer {
  const kept = ports.properties.all();
  const door = readDoorConfig(kept);
  if (request.parameters.hook !== undefined) return receiveHook(ports, request, kept);
  if (request.contentLength > FORM_BODY_MAX || request.body.length > FORM_BODY_MAX) {
    const site = siteOf(door, request.parameters);
    return page(formProblem(site, formNameOf(request.parameters.form), "too-large", {}));
  }
  const parameters = parametersOf(request);
  const site = siteOf(door, parameters);
  if (parameters.p === "stop") return receiveStop(ports, parameters, kept, site);
  // A post without a form's name but with an address may be a lead: it is kept.
  const nameless = parameters.form === undefined && parameters.email === undefined;
  if (nameless) return page(notFound(site));
  return receiveForm(ports, parameters, kept, door, site);
}

function receiveForm(
  ports: Ports,
  parameters: Kept,
  kept: Kept,
  door: DoorConfig,
  site: Site,
): Answer {
  const now = ports.clock.now();
  const post = readFormPost(parameters, door.forms);
  const event = {
    source: "form" as const,
    type: `form:${post.submission.form}`,
    key: ports.secrets.digest(formKeyText(post.submission, now) + post.typedAddress).slice(0, 32),
    who: post.submission.email || post.typedAddress,
    payload: formPayload(post),
    occurredAt: now,
    stops: false,
    ...refusal(post, door),
  };
  const stored = recordEvent(ports, event, kept);
  return page(formAnswer(post, door, site, { stored, utm: marksOf(parameters) }));
}

/** A form that cannot be acted on is kept all the same, so that no lead is lost. */
function refusal(post: FormPost, door: DoorConfig): Pick<NewEvent, "outcome" | "reason"> {
  if (post.problem === null) return {};
  return { outcome: "REFUSED", reason: say(whyRefused(post, door), door.language) };
}

function whyRefused({ problem, submission, typedAddress }: FormPost, door: DoorConfig): Reason {
  if (problem === "form-unknown") {
    return reason("formUnknown", { seen: submission.form, allowed: door.forms.join(", ") });
  }
  if (problem === "address-missing") return reason("addressMissing");
  return reason("addressMalformed", { seen: typedAddress });
}

/** Campaign marks, to be carried on when the form is shown again. */
function marksOf(parameters: Kept): Kept {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name.startsWith("utm_")));
}

function formAnswer(
  post: FormPost,
  door: DoorConfig,
  site: Site,
  { stored, utm }: { readonly stored: boolean; readonly utm: Kept },
): Page {
  const { submission, typedAddress } = post;
  const form = formNameOf(submission.form);
  const { name, url, source, consent, timeZone } = submission;
  const values = { name, url, source, consent, timezone: timeZone, email: typedAddress, utm };
  if (!stored) return formProblem(site, form, "not-saved", values);
  if (post.problem === "form-unknown") return formUnknown(site);
  if (post.problem !== null) return formProblem(site, form, post.problem, values);
  const downloadUrl = form === "geo" ? door.geoDownloadUrl : "";
  return thankYou(site, { form, repeated: false, email: submission.email, downloadUrl });
}

function formNameOf(seen: string | undefined): FormName {
  return seen === "geo" ? "geo" : "free_audit";
}

function receiveStop(ports: Ports, parameters: Kept, kept: Kept, site: Site): Answer {
  const now = ports.clock.now();
  const token = parameters.t ?? "";
  const contact = contactOfToken(token, now, kept.token_secret ?? "", ports.secrets);
  if (contact === null) return page(tokenProblem(site));
  const event = {
    source: "page" as const,
    type: "unsubscribe",
    key: `unsubscribe:${contact}:${now}`,
    who: contact,
    payload: JSON.stringify({ contact }),
    occurredAt: now,
    stops: true,
  };
  return page(recordEvent(ports, event, kept) ? stopped(site) : notSaved(site));
}

/** The body counts for its event id only. Nothing stored: 302, so that Stripe comes again (facts 1.16, 1.19). */
function receiveHook(ports: Ports, request: WebRequest, kept: Kept): Answer {
  const key = kept.hook_key ?? "";
  const known = request.parameters.hook === "stripe" && key !== "";
  if (!known || !sameText(request.parameters.key ?? "", key)) return wrongKey(ports, kept);
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

function wrongKey(ports: Ports, kept: Kept): Answer {
  const count = Number(kept.wrong_hook_keys ?? "0") + 1;
  ports.properties.set("wrong_hook_keys", String(count));
  return { kind: "retry", text: "wrong key" };
}

function parametersOf(request: WebRequest): Kept {
  return { ...request.parameters, ...(jsonParameters(request.body) ?? {}) };
}

function siteOf(door: DoorConfig, parameters: Kept): Site {
  const asked = (parameters.l ?? parameters.locale ?? "").toLowerCase();
  const language: Language = asked.startsWith("zh")
    ? "zh"
    : asked.startsWith("en")
      ? "en"
      : door.language;
  return { language, senderName: door.senderName, execUrl: door.webAppUrl };
}

function page({ title, html }: Page): Answer {
  return { kind: "page", title, html };
}
