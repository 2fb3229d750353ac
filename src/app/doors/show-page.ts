// doGet: shows a page. Changes no state but its own address, learnt once from a live request.
import type { Answer, WebRequest } from "../../model/web";
import {
  freeAuditForm,
  geoForm,
  health,
  notFound,
  notShown,
  type Page,
  type Site,
  stopPage,
  tokenProblem,
} from "../../pages/index";
import type { Ports } from "../../ports";
import { HEALTH } from "../../words/watch";
import { tokenFor, whoFollowed } from "../links/followed";
import { showLiteForm, showOffer } from "../offers/offer-page";
import { type Asked, linksOf, page, siteOf, visitOf, withOtherLanguage } from "../site";
import { healthOf, tellIfLate } from "../timer/watch";
import { VERSION } from "../version";
import { showWayBack } from "../way-back/way-back";
import { backUrl } from "../way-back/way-back-link";
import { type DoorConfig, readDoorConfig } from "./door-config";
import { showPrivacy } from "./privacy";
import { showYes } from "./yes-page";

type Kept = Readonly<Record<string, string>>;

/** The address of this very web app, as the platform knows it in a live request ("" elsewhere). */
export function showPage(ports: Ports, request: WebRequest, ownUrl: string): Answer {
  const kept = ports.properties.all();
  const door = readDoorConfig(kept);
  if (door.webAppUrl === "" && kept.seen_url !== ownUrl && ownUrl.endsWith("/exec")) {
    ports.properties.set("seen_url", ownUrl);
  }
  const site = withOtherLanguage(
    siteOf(door, request.parameters, ownUrl),
    door,
    request.parameters,
  );
  try {
    const answer = shown(ports, request.parameters, { kept, door, site });
    tellIfLate(ports, kept);
    return answer;
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
    case "lite_form":
      return page(showLiteForm({ ports, kept, site, parameters, now }, door));
    case "stop":
      return page(showStop({ ports, kept, site, parameters, now }, door));
    case "back":
      return page(showWayBack({ ports, kept, site, parameters, now }, door));
    case "privacy":
      return page(showPrivacy(ports, kept, site));
    case "confirm":
    case "stay":
      return page(showYes({ ports, kept, site, parameters, now }, parameters.p));
    case "health":
      return healthAnswer(kept, site, parameters.as === "text", now);
    case undefined:
      return page(notFound(site));
    default:
      // "offer", or the offer's own name as a short one.
      return page(showOffer({ ports, kept, site, parameters, now }, door));
  }
}

/** Nobody outside learns more than whether mails go. */
function healthAnswer(kept: Kept, site: Site, plain: boolean, now: number): Answer {
  const state = HEALTH[healthOf(kept, now)];
  return plain ? { kind: "retry", text: state } : page(health(site, VERSION, state));
}

function showStop(asked: Asked, door: DoorConfig): Page {
  const { site, parameters } = asked;
  const contact = whoFollowed("stop", asked);
  if (contact === null) return tokenProblem(site);
  const back = tokenFor("back", contact, asked);
  return stopPage(site, parameters.t ?? "", backUrl(linksOf(site, door), back, site.language));
}
