// The way back: where a reader stands in plain words, and what they may wish for. Nothing here sells.
import type { Words } from "../../sheets-schema/index";
import { MAILS_IN, WAY_BACK } from "../words/way-back";
import { html, type Markup } from "./html";
import { ownDataForm } from "./own-data";
import { makePage, type Page, type Site } from "./page";
import { type BackLink, pressed } from "./wish-form";

export interface WayBack {
  /** Hidden in part: mails are passed on. */
  readonly address: string;
  /** Language of the mails. */
  readonly locale: string;
  readonly paid: boolean;
  /** "here": by the owner or by the post, which only the owner can take back. */
  readonly stopped: "no" | "by reader" | "here";
  /** A date, "" when nothing rests. */
  readonly pausedUntil: string;
  readonly less: boolean;
  readonly flows: readonly FlowStanding[];
}
export interface FlowStanding {
  readonly name: string;
  readonly flow: string;
  /** What a press on it may be: open rows can be left, left ones joined again. */
  readonly may: "leave" | "join" | "nothing";
  readonly stands: "next" | "soon" | "nothing" | "bought" | "complete";
  /** Of the next mail, for "next" only. */
  readonly date: string;
}

export type Wish =
  | "on"
  | "pause"
  | "less"
  | "often"
  | "address"
  | "language"
  | "leave"
  | "join"
  | "stop";

export function wayBackPage(site: Site, link: BackLink, standing: WayBack): Page {
  const words = WAY_BACK[site.language];
  return makePage(
    site,
    words.title,
    html`<p>${words.to(standing.address)}</p>
${notices(site, standing)}${flowList(site, link, standing)}
<p>${words.ready}</p>
<h2>${words.choices}</h2>
${choices(site, link, standing)}
<p class="quiet after">${words.minute}</p>`,
  );
}

/** What a press gives. `back`: the address of the page itself. */
export function wishDone(
  site: Site,
  link: BackLink,
  wish: Exclude<Wish, "stop">,
  { to, back }: { readonly to: string; readonly back: string },
): Page {
  const words = WAY_BACK[site.language];
  const said = wish === "address" ? words.done.address(to) : words.done[wish];
  const reverse = REVERSE[wish];
  return makePage(
    site,
    words.doneTitle,
    html`<p role="status">${said}</p>
${reverse === undefined ? null : pressed(site, link, [wishRow(site, reverse)])}
<p class="quiet after"><a href="${back}" target="_blank" rel="noopener">${words.back}</a></p>`,
  );
}

/** The address could not be read; it is shown again as it was typed. */
export function addressAgain(site: Site, link: BackLink, typed: string): Page {
  const words = WAY_BACK[site.language];
  return makePage(
    site,
    words.address,
    html`<div class="seen" role="alert"><p>${words.addressBad}</p></div>
${addressForm(site, link, typed)}`,
  );
}

/** After a stop: the one button that takes it back. */
export function goOnForm(site: Site, link: BackLink): Markup {
  return pressed(site, link, [wishRow(site, "on")]);
}

const REVERSE: Readonly<Partial<Record<Wish, "on" | "less" | "often">>> = {
  pause: "on",
  less: "often",
  often: "less",
};

function notices(site: Site, { paid, stopped, pausedUntil, less }: WayBack): Markup[] {
  const words = WAY_BACK[site.language];
  const said = [
    paid ? words.paid : "",
    stopped === "by reader" ? words.stopped : "",
    stopped === "here" ? words.stoppedHere : "",
    stopped === "no" && pausedUntil !== "" ? words.pausedUntil(pausedUntil) : "",
    stopped === "no" && less ? words.lessNow : "",
  ];
  return said.filter((text) => text !== "").map((text) => html`<p class="seen">${text}</p>\n`);
}

function flowList(site: Site, link: BackLink, { flows, stopped }: WayBack): Markup | null {
  const words = WAY_BACK[site.language];
  if (flows.length === 0) return stopped === "no" ? html`<p>${words.nobody}</p>` : null;
  const said = ({ stands, date }: FlowStanding) =>
    stands === "next" ? words.nextAt(date) : words[stands];
  const rows = flows.map(
    (one) => html`<dt>${one.name}</dt><dd>${said(one)}${topicForm(site, link, one)}</dd>\n`,
  );
  return html`<dl>${rows}</dl>`;
}

/** One flow alone. */
function topicForm(site: Site, link: BackLink, { flow, name, may }: FlowStanding): Markup | null {
  if (may === "nothing") return null;
  return pressed(site, link, [
    html`<input type="hidden" name="to" value="${flow}">
<button type="submit" class="plain" name="w" value="${may}">${WAY_BACK[site.language][may](name)}</button>`,
  ]);
}

function choices(site: Site, link: BackLink, standing: WayBack): Markup[] {
  const { stopped, pausedUntil, less, locale } = standing;
  const rests = stopped === "by reader" || pausedUntil !== "";
  const on = rests && stopped !== "here" ? [wishRow(site, "on", "main")] : [];
  const live =
    stopped !== "no"
      ? []
      : [
          ...(pausedUntil === "" ? [wishRow(site, "pause")] : []),
          wishRow(site, less ? "often" : "less"),
        ];
  const stop = stopped === "no" ? [pressed(site, link, [wishRow(site, "stop")])] : [];
  return [
    pressed(site, link, [...on, ...live]),
    addressForm(site, link, ""),
    ...otherLanguages(locale).map((to) => languageForm(site, link, to)),
    ...stop,
    ownDataForm(site, link, ""),
  ];
}

function otherLanguages(locale: string): readonly (keyof Words)[] {
  return (["en", "zh"] as const).filter((one) => !locale.toLowerCase().startsWith(one));
}

type Plain = "on" | "pause" | "less" | "often" | "stop";

/** "main" only where the page waits for it: after a stop nothing pulls back. */
function wishRow(site: Site, wish: Plain, look: "plain" | "main" = "plain"): Markup {
  const words = WAY_BACK[site.language];
  const plain = look === "plain" ? html` class="plain"` : null;
  return html`<div class="wish"><p>${words[`${wish}Note`]}</p>
<button type="submit" name="w" value="${wish}"${plain}>${words[wish]}</button></div>`;
}

function addressForm(site: Site, link: BackLink, typed: string): Markup {
  const words = WAY_BACK[site.language];
  return pressed(site, link, [
    html`<div class="wish field"><label>${words.address}
<input type="email" name="to" value="${typed}" required autocomplete="email" maxlength="254"></label>
<button type="submit" class="plain" name="w" value="address">${words.addressPress}</button></div>`,
  ]);
}

function languageForm(site: Site, link: BackLink, to: keyof Words): Markup {
  const words = WAY_BACK[site.language];
  return pressed(site, link, [
    html`<div class="wish"><p>${words.mailsIn[to]}</p>
<input type="hidden" name="to" value="${to}">
<button type="submit" class="plain" name="w" value="language" lang="${to}">${MAILS_IN[to]}</button></div>`,
  ]);
}
