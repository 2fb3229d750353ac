// doGet: shows a page. Changes no state but its own address, learnt once from a live request.
import type { Answer, WebRequest } from "../model/web";
import {
  type FormValues,
  freeAuditForm,
  geoForm,
  health,
  notFound,
  type Page,
  type Site,
  stopPage,
  tokenProblem,
} from "../pages/index";
import type { Language, Ports } from "../ports";
import { readDoorConfig } from "./door-config";
import { contactOfToken } from "./stop-link";
import { VERSION } from "./version";

/** The address of this very web app, as the platform knows it in a live request ("" elsewhere). */
export function showPage(ports: Ports, request: WebRequest, ownUrl: string): Answer {
  const kept = ports.properties.all();
  const door = readDoorConfig(kept);
  const { parameters } = request;
  if (door.webAppUrl === "" && kept.seen_url !== ownUrl && ownUrl.endsWith("/exec")) {
    ports.properties.set("seen_url", ownUrl);
  }
  const site: Site = {
    language: languageOf(parameters, door.language),
    senderName: door.senderName,
    execUrl: door.webAppUrl || ownUrl,
  };
  switch (parameters.p) {
    case "geo":
      return page(geoForm(site, visitOf(parameters)));
    case "free_audit":
      return page(freeAuditForm(site, visitOf(parameters)));
    case "stop":
      return stopAnswer(ports, parameters.t ?? "", kept.token_secret ?? "", site);
    case "health":
      return parameters.as === "text" ? { kind: "retry", text: "OK" } : page(health(site, VERSION));
    default:
      return page(notFound(site));
  }
}

/** Where the visit came from, carried through the form. */
function visitOf(parameters: Readonly<Record<string, string>>): FormValues {
  const marks = Object.entries(parameters).filter(([name]) => name.startsWith("utm_"));
  return { source: parameters.source ?? "", utm: Object.fromEntries(marks) };
}

function stopAnswer(ports: Ports, token: string, secret: string, site: Site): Answer {
  const contact = contactOfToken(token, ports.clock.now(), secret, ports.secrets);
  return page(contact === null ? tokenProblem(site) : stopPage(site, token));
}

function languageOf(parameters: Readonly<Record<string, string>>, fallback: Language): Language {
  const asked = (parameters.l ?? "").toLowerCase();
  if (asked.startsWith("zh")) return "zh";
  return asked.startsWith("en") ? "en" : fallback;
}

function page({ title, html }: Page): Answer {
  return { kind: "page", title, html };
}
