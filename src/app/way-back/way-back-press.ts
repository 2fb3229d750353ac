// The way back, pressed: what a reader wishes becomes one event; the next run applies it.
import { mailAddress } from "../../events/address";
import {
  addressAgain,
  notFound,
  notSaved,
  type Page,
  type Site,
  stopped,
  tokenProblem,
  type Wish,
  wishDone,
} from "../../pages/index";
import type { DoorConfig } from "../doors/door-config";
import { recordEvent } from "../doors/record-event";
import { buttonLink, pressMark, whoFollowed } from "../links/followed";
import { askErase, downloadOwn, eraseOwn } from "../persons-data/own-data";
import { type Asked, linksOf } from "../site";
import { recordStop } from "../stop-event";
import { backUrl } from "./way-back-link";

interface Pressed extends Asked {
  readonly door: DoorConfig;
  readonly contact: string;
  readonly token: string;
}

export function receiveWish(asked: Asked, door: DoorConfig): Page {
  const { site, parameters } = asked;
  const contact = whoFollowed("back", asked);
  if (contact === null) return tokenProblem(site);
  const pressed = { ...asked, door, contact, token: parameters.t ?? "" };
  const wish = parameters.w ?? "";
  if (wish === "stop") return stops(pressed);
  if (wish === "download") return downloadOwn(asked, contact, linkOf(pressed));
  if (wish === "erase") return askErase(asked, contact, linkOf(pressed));
  if (wish === "erase-now") return eraseOwn(asked, contact, linkOf(pressed));
  if (wish === "address") return readsAt(pressed);
  if (wish === "leave" || wish === "join") return about(pressed, wish);
  if (wish === "language") return readsIn(pressed);
  return isPlain(wish) ? taken(pressed, wish, "", site) : notFound(site);
}

function stops(pressed: Pressed): Page {
  const { ports, kept, site, contact, now } = pressed;
  const stored = recordStop(ports, contact, now, kept);
  return stored ? stopped(site, linkOf(pressed)) : notSaved(site);
}

/** The same answer whoever has that address: it tells nothing about others. */
function readsAt(pressed: Pressed): Page {
  const typed = pressed.parameters.to ?? "";
  const address = mailAddress(typed);
  if (address !== null) return taken(pressed, "address", address, pressed.site);
  return addressAgain(pressed.site, linkOf(pressed), typed.slice(0, 254));
}

/** A flow by its name in the sheet; one that nobody knows changes nothing. */
function about(pressed: Pressed, wish: "leave" | "join"): Page {
  const { to = "" } = pressed.parameters;
  if (!/^[^\p{Cc}]{1,60}$/u.test(to)) return notFound(pressed.site);
  return taken(pressed, wish, to, pressed.site);
}

/** Answered in the language that was asked for. */
function readsIn(pressed: Pressed): Page {
  const { to } = pressed.parameters;
  if (to !== "en" && to !== "zh") return notFound(pressed.site);
  return taken(pressed, "language", to, { ...pressed.site, language: to });
}

function taken(pressed: Pressed, wish: Exclude<Wish, "stop">, to: string, site: Site): Page {
  const { ports, kept, contact, now, door, token } = pressed;
  const type = `reader.${wish}`;
  const stored = recordEvent(
    ports,
    {
      source: "page",
      type,
      key: [type, contact, pressMark(pressed), to].join(":"),
      who: contact,
      payload: JSON.stringify({ contact, to }),
      occurredAt: now,
      stops: true,
    },
    kept,
  );
  if (!stored) return notSaved(site);
  const back = backUrl(linksOf(site, door), token, site.language);
  return wishDone(site, linkOf(pressed), wish, { to, back });
}

function linkOf(pressed: Pressed) {
  return buttonLink(pressed, pressed.token);
}

const PLAIN = ["on", "pause", "less", "often"] as const;

function isPlain(wish: string): wish is (typeof PLAIN)[number] {
  return (PLAIN as readonly string[]).includes(wish);
}
