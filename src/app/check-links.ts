// The owner's links, opened as a reader would open them: none may be dead (R190).
import { linksOf } from "../content/links-of";
import { placeholderIn } from "../model/placeholder";
import type { Ports } from "../ports";
import type { Desk } from "./edit-mail/edit-mail-desk";

export interface OwnLink {
  readonly url: string;
  /** Tab, row and column of each place. */
  readonly stands: readonly string[];
}

export interface LinkFinding {
  readonly state: "ok" | "gone" | "signIn" | "circle" | "noAnswer" | "unsure" | "placeholder";
  readonly status: number;
  readonly why: string;
}

/** More than a business of this size has; the rest would keep somebody waiting for minutes. */
const LINKS_MAX = 60;
const HOPS_MAX = 5;
/** Where Google, Microsoft, Dropbox and Notion send whoever may not see a file. */
const SIGN_IN =
  /^https:\/\/(?:accounts\.google\.com|login\.(?:microsoftonline|live)\.com|www\.dropbox\.com\/login|www\.notion\.so\/login)/i;
/** There, though it gives nothing more: an empty file asked for its beginning. */
const EMPTY_RANGE = 416;
const GONE = [404, 410];

export function ownLinks({ settings, offers, templates }: Desk): readonly OwnLink[] {
  const all = new Map<string, string[]>();
  const note = (url: string, stands: string) => {
    if (url === "") return;
    const places = all.get(url) ?? [];
    places.push(stands);
    all.set(url, places);
  };
  const health = (base: string) => (base === "" ? "" : `${base}?p=health`);
  note(health(settings.webAppUrl), "Settings, web_app_url");
  note(health(settings.linkBase), "Settings, link_base");
  note(settings.geoDownloadUrl, "Settings, geo_download_url");
  note(settings.recoveryUrl, "Settings, recovery_url");
  for (const { offer, before, after, deliveryLink } of offers.values()) {
    note(before.link, `Offers ${offer}, checkout_link`);
    note(after.link, `Offers ${offer}, checkout_link_after`);
    note(deliveryLink, `Offers ${offer}, delivery_link`);
  }
  for (const row of templates) {
    for (const url of linksOf(row)) note(url, `Templates ${row.row}`);
  }
  return [...all].slice(0, LINKS_MAX).map(([url, stands]) => ({ url, stands }));
}

export function lookAt({ links }: Pick<Ports, "links">, url: string): LinkFinding {
  if (placeholderIn(url) !== null) return found("placeholder");
  let at = url;
  for (let hops = 0; hops < HOPS_MAX; hops += 1) {
    const answer = links.answer(at);
    if ("problem" in answer) return { state: "noAnswer", status: 0, why: answer.problem };
    if (answer.leadsTo === "") return byStatus(answer.status);
    at = resolved(at, answer.leadsTo);
    if (SIGN_IN.test(at)) return found("signIn");
  }
  return found("circle");
}

function byStatus(status: number): LinkFinding {
  const fine = (status >= 200 && status < 400) || status === EMPTY_RANGE;
  const state = fine ? "ok" : GONE.includes(status) ? "gone" : "unsure";
  return { state, status, why: "" };
}

function found(state: LinkFinding["state"]): LinkFinding {
  return { state, status: 0, why: "" };
}

/** Where a redirect leads, seen from the page that sent it. */
function resolved(from: string, to: string): string {
  if (/^https?:\/\//i.test(to)) return to;
  const [origin = "", scheme = ""] = /^(https?:)\/\/[^/?#]+/i.exec(from) ?? [];
  if (to.startsWith("//")) return scheme + to;
  if (to.startsWith("/")) return origin + to;
  const folder = /^[^?#]*\//.exec(from.slice(origin.length))?.[0] ?? "/";
  return origin + folder + to;
}
