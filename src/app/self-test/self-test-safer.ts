// Self-test: the other way is switched on where the usual one does not work here.
import type { Probe } from "../../model/probe";
import type { Answer } from "../../model/web";
import type { Ports } from "../../ports";
import { SAFER } from "../../words/self-test";

type Kept = Readonly<Record<string, string>>;

/** "text": programs hear a text as stored, and a page as "come again". */
const ANSWERS = "answers";

/** The same findings; what was switched is said with them. */
export function switchSafer(ports: Ports, kept: Kept, probes: readonly Probe[]): readonly Probe[] {
  const of = (name: Probe["name"]) => probes.find((probe) => probe.name === name);
  if (of("timer runs")?.ok === false) ports.triggers.installOtherwise();
  const [page, text] = [of("page"), of("text")];
  const swapped = /\b302\b/.test(page?.seen.en ?? "") && /\b200\b/.test(text?.seen.en ?? "");
  if (!swapped) {
    if (kept[ANSWERS] !== undefined && page?.ok) ports.properties.remove(ANSWERS);
    return probes;
  }
  ports.properties.set(ANSWERS, "text");
  return probes.map((probe) => (probe === page ? { ...probe, seen: SAFER.answers } : probe));
}

/** To a program that posts. */
export function heardAnswer(kept: Kept, answer: Answer): Answer {
  if (kept[ANSWERS] !== "text") return answer;
  if (answer.kind === "page") return { kind: "retry", text: answer.title };
  return answer.kind === "retry" ? { kind: "page", title: answer.text, html: answer.text } : answer;
}
