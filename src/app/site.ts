// What all pages of one request have in common.
import type { Answer } from "../model/web";
import type { FormValues, Page, Site } from "../pages/index";
import type { Language } from "../ports";
import type { DoorConfig } from "./door-config";

type Parameters = Readonly<Record<string, string>>;

/** `ownUrl` is used until the owner's own is known. */
export function siteOf(door: DoorConfig, parameters: Parameters, ownUrl: string): Site {
  return {
    language: languageOf(parameters, door.language),
    senderName: door.senderName,
    execUrl: door.webAppUrl || ownUrl,
  };
}

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

function languageOf(parameters: Parameters, fallback: Language): Language {
  const asked = (parameters.l ?? parameters.locale ?? "").toLowerCase();
  if (asked.startsWith("zh")) return "zh";
  return asked.startsWith("en") ? "en" : fallback;
}
