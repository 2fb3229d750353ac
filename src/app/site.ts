// What all pages of one request have in common.
import type { Answer } from "../model/web";
import type { FormAnswer, FormValues, Page, Site } from "../pages/index";
import type { Language, Ports } from "../ports";
import type { DoorConfig } from "./doors/door-config";

type Parameters = Readonly<Record<string, string>>;

/** One request for a page. */
export interface Asked {
  readonly ports: Ports;
  readonly kept: Parameters;
  readonly site: Site;
  readonly parameters: Parameters;
  readonly now: number;
}

/** `ownUrl` is used until the owner's own is known. */
export function siteOf(door: DoorConfig, parameters: Parameters, ownUrl: string): Site {
  return {
    language: pageLanguage(parameters, door.language),
    senderName: door.senderName,
    execUrl: door.webAppUrl || ownUrl,
    otherLanguageUrl: "",
  };
}

/** For what a GET shows: the same address in the other language. */
export function withOtherLanguage(site: Site, door: DoorConfig, parameters: Parameters): Site {
  const base = linksOf(site, door);
  if (base === "" || parameters.p === undefined) return site;
  const other = { ...parameters, l: site.language === "en" ? "zh" : "en" };
  const query = Object.entries(other)
    .filter(([name, value]) => CARRIED.test(name) && value.length <= CARRIED_MAX)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return { ...site, otherLanguageUrl: `${base}?${query.join("&")}` };
}

/** Where links that a page shows lead. */
export function linksOf({ execUrl }: Site, { linkBase }: DoorConfig): string {
  return linkBase || execUrl;
}

const CARRIED = /^(p|o|t|l|source|utm_[a-z_]{1,30})$/;
/** An address that a stranger filled up is not passed on. */
const CARRIED_MAX = 300;

/** Where the visit came from, carried through the form. */
export function visitOf(parameters: Parameters): FormValues {
  return { source: parameters.source ?? "", utm: marksOf(parameters) };
}

/** Campaign marks of the visit. */
export function marksOf(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name.startsWith("utm_")));
}

export function page({ title, html }: Page): Answer {
  return { kind: "page", title, html };
}

/** A form on the owner's site shows the answer itself. */
export function wantsData({ as }: Parameters): boolean {
  return as === "json";
}

export function data(answer: FormAnswer): Answer {
  return { kind: "data", json: JSON.stringify(answer) };
}

function pageLanguage(parameters: Parameters, fallback: Language): Language {
  const asked = (parameters.l ?? parameters.locale ?? "").toLowerCase();
  if (asked.startsWith("zh")) return "zh";
  return asked.startsWith("en") ? "en" : fallback;
}
