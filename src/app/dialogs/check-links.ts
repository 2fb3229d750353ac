// The window "Check links": some at a time, each result in its line, and the sum of them on Start here.
import { linkList, linkMark } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { LINKS } from "../../words/links";
import { type LinkFinding, lookAt, type OwnLink, ownLinks } from "../check-links";
import { lineOf } from "../check-words";
import { loadDesk } from "../edit-mail/edit-mail-desk";
import { writeStartHere } from "../report-run";
import { type DialogAnswer, type DialogKind, openDialog } from "./dialog";

export const LINKS_DIALOG: DialogKind = {
  name: "checkLinks",
  title: { en: LINKS.en.title, zh: LINKS.zh.title },
  widthPx: 820,
  heightPx: 560,
  act(ports, args) {
    const desk = loadDesk(ports);
    const links = ownLinks(desk);
    const from = Math.min(Number.parseInt(args.from ?? "0", 10) || 0, links.length);
    const bad = (args.bad ?? "").match(/\d+/g) ?? [];
    return checkSome(ports, desk.settings.language, links, { from, bad });
  },
};

export function checkLinks(ports: Ports): void {
  const desk = loadDesk(ports);
  const { language } = desk.settings;
  openDialog(ports, LINKS_DIALOG, linkList(language, ownLinks(desk)), language);
}

/** A press must come back before whoever waits gives up; slow sites share it with nobody. */
const AT_ONCE = 4;
const PRESS_MAX_MS = 15_000;

interface Progress {
  readonly from: number;
  /** Where in the list those stand that do not lead where they should. */
  readonly bad: readonly string[];
}

function checkSome(
  ports: Ports,
  language: Language,
  links: readonly OwnLink[],
  { from, bad }: Progress,
): DialogAnswer {
  const began = ports.clock.now();
  const parts: Record<string, ReturnType<typeof linkMark>> = {};
  const wrong = [...bad];
  let at = from;
  while (at < Math.min(links.length, from + AT_ONCE)) {
    const finding = lookAt(ports, links[at]?.url ?? "");
    parts[`link${at}`] = linkMark(sayFinding(finding, language));
    if (finding.state !== "ok") wrong.push(String(at));
    at += 1;
    if (ports.clock.now() - began > PRESS_MAX_MS) break;
  }
  if (at < links.length) {
    const more = { args: { from: String(at), bad: wrong.join(" ") }, done: at, of: links.length };
    return { parts, more };
  }
  const where = wrong.flatMap((index) => links[Number(index)]?.stands ?? []);
  writeStartHere(ports, [lineOf(checkOf(where, links.length), language, ports.clock.now())]);
  const said = LINKS[language];
  const count = links.length;
  const message = wrong.length === 0 ? said.allOk(count) : said.some(wrong.length, count);
  return { parts, message };
}

function sayFinding({ state, status, why }: LinkFinding, language: Language): string {
  const said = LINKS[language];
  if (state === "gone" || state === "unsure") return said[state](status);
  return state === "noAnswer" ? said.noAnswer(why) : said[state];
}

function checkOf(where: readonly string[], count: number) {
  const open = (language: Language) => LINKS[language].lineOpen(where.join(LINKS[language].comma));
  return {
    id: "links",
    ok: where.length === 0,
    ready: { en: LINKS.en.lineOk(count), zh: LINKS.zh.lineOk(count) },
    open: { en: open("en"), zh: open("zh") },
  };
}
