// doGet: shows a page. Changes no state but its own address, learnt once from a live request.
import type { Answer, WebRequest } from "../model/web";
import {
  freeAuditForm,
  geoForm,
  health,
  notFound,
  notShown,
  type Site,
  stopPage,
  tokenProblem,
} from "../pages/index";
import type { Ports } from "../ports";
import { type DoorConfig, readDoorConfig } from "./door-config";
import { showOffer } from "./offer-page";
import { page, siteOf, visitOf } from "./site";
import { contactOfToken } from "./stop-link";
import { VERSION } from "./version";

type Kept = Readonly<Record<string, string>>;

/** The address of this very web app, as the platform knows it in a live request ("" elsewhere). */
export function showPage(ports: Ports, request: WebRequest, ownUrl: string): Answer {
  const kept = ports.properties.all();
  const door = readDoorConfig(kept);
  if (door.webAppUrl === "" && kept.seen_url !== ownUrl && ownUrl.endsWith("/exec")) {
    ports.properties.set("seen_url", ownUrl);
  }
  const site = siteOf(door, request.parameters, ownUrl);
  try {
    return shown(ports, request.parameters, { kept, door, site });
  } catch (error) {
    ports.log.warn(`a page could not be shown: ${String(error)}`);
    return page(notShown(site));
  }
}

interface Visit {
  readonly kept: Kept;
  readonly door: DoorConfig;
  readonly site: Site;
}

function shown(ports: Ports, parameters: Kept, { kept, door, site }: Visit): Answer {
  const now = ports.clock.now();
  switch (parameters.p) {
    case "geo":
      return page(geoForm(site, visitOf(parameters)));
    case "free_audit":
      return page(freeAuditForm(site, visitOf(parameters)));
    case "stop":
      return stopAnswer(ports, parameters.t ?? "", kept.token_secret ?? "", site);
    case "health":
      return parameters.as === "text" ? { kind: "retry", text: "OK" } : page(health(site, VERSION));
    case undefined:
      return page(notFound(site));
    default:
      // "offer", or the offer's own name as a short one.
      return page(showOffer({ ports, kept, site, parameters, now }, door));
  }
}

function stopAnswer(ports: Ports, token: string, secret: string, site: Site): Answer {
  const contact = contactOfToken(token, ports.clock.now(), secret, ports.secrets);
  return page(contact === null ? tokenProblem(site) : stopPage(site, token));
}
