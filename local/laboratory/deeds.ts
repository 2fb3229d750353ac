// Does what a step says, through the real doors. A door that does not say "stored" has promised nothing.
import type { WebAnswer } from "../host/contract.ts";
import { linksOf, readForm } from "../tour/pages.ts";
import { attempt } from "./attempt.ts";
import { HAND_DEEDS } from "./deeds-of-hands.ts";
import { writeBack } from "./deeds-of-mail.ts";
import { MONEY_DEEDS } from "./deeds-of-money.ts";
import type { Deed } from "./history.ts";
import type { Stage } from "./stage.ts";

type Do = Deed["do"];
type Of<D extends Do> = Extract<Deed, { readonly do: D }>;
export type Deeds<D extends Do = Do> = { readonly [K in D]: (stage: Stage, deed: Of<K>) => void };

const DEEDS: Deeds = {
  form,
  press,
  leave: (stage, { who }) => leave(stage, who),
  "come back": (stage, { who }) => comeBack(stage, who),
  result: (stage, { who }) => result(stage, who),
  conclude: (stage, { who }) => {
    const { email } = stage.person(who);
    stage.lab.keyed("lite.conclusion", { email, conclusion: "order" });
  },
  tick: (stage) => {
    attempt(() => stage.lab.host.run({ function: "jobs.tick" }));
  },
  "write back": writeBack,
  ...MONEY_DEEDS,
  ...HAND_DEEDS,
};

export function perform(stage: Stage, deed: Deed): void {
  const act = DEEDS[deed.do] as (stage: Stage, deed: Deed) => void;
  act(stage, deed);
}

/** Whoever reads "not saved" presses once more, and then gives up. */
function form(stage: Stage, { who: wanted, form: name, consent }: Of<"form">): void {
  const who = stage.numberOf(wanted);
  const person = stage.person(who);
  const at = stage.now;
  if (name === "geo") stage.witness.triedGeo.add(who);
  const fields = {
    form: name,
    email: at % 2 === 0 ? person.email : person.typed,
    name: person.name,
    locale: person.locale,
    timezone: person.zone,
    url: "https://site.test/",
    as: "json",
    ...(consent ? { consent: "yes" } : {}),
  };
  if (saysOk(stage.lab.post(fields)) || saysOk(stage.lab.post(fields))) {
    stage.witness.takes({ kind: "form", who, at, form: name, consent });
  }
}

function saysOk(answer: WebAnswer): boolean {
  if (answer.kind !== "text") return false;
  return (JSON.parse(answer.content) as { readonly ok?: boolean }).ok === true;
}

function press(stage: Stage, { who: wanted, offer }: Of<"press">): void {
  const who = stage.numberOf(wanted);
  const [link] = linksOf(stage.mailsTo(who), "offer", offer);
  const shown = link === undefined ? null : stage.lab.host.request({ method: "GET", query: link });
  if (shown?.kind !== "html") return;
  const { query, fields } = readForm(shown.html);
  const at = stage.now;
  const answer = stage.lab.post(fields, query);
  // The page it leads to carries the checkout link.
  if (answer.kind === "html" && answer.html.includes("buy.test")) {
    stage.witness.takes({ kind: "press", who, at, form: offer });
  }
}

const DONE = ["Done", "好了"];
const STOPPED = ["Stopped", "已停止"];

function leave(stage: Stage, wanted: number): void {
  const who = stage.numberOf(wanted);
  const [link] = linksOf(stage.mailsTo(who), "stop");
  if (link === undefined) return;
  const at = stage.now;
  const answer = stage.lab.post(Object.fromEntries(new URLSearchParams(link)));
  if (answer.kind !== "html" || !STOPPED.includes(answer.title)) return;
  stage.witness.stopsNow(who, "leave", at);
  stage.witness.takes({ kind: "leave", who, at });
}

function comeBack(stage: Stage, wanted: number): void {
  const who = stage.numberOf(wanted);
  const [link] = linksOf(stage.mailsTo(who), "back");
  if (link === undefined) return;
  const at = stage.now;
  const shown = stage.lab.host.request({ method: "GET", query: link });
  const mark = shown.kind === "html" ? (readForm(shown.html).fields.m ?? "") : "";
  const wish = { ...Object.fromEntries(new URLSearchParams(link)), w: "on", m: mark };
  const answer = stage.lab.post(wish);
  // No page: it was cut, perhaps after it was stored.
  const refused = answer.kind === "html" && !DONE.includes(answer.title);
  if (!refused) stage.witness.takes({ kind: "come back", who, at });
}

function result(stage: Stage, wanted: number): void {
  const who = stage.numberOf(wanted);
  const { email } = stage.person(who);
  const url = `https://results.test/${who}`;
  const answer = stage.lab.keyed("free_check.result", { email, result_url: url });
  if (answer.kind === "html") stage.witness.takes({ kind: "result", who, at: stage.now, url });
}
