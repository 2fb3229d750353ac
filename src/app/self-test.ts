// Menu and cell "Self-test": tries the platform and says on Start here what it found.
import type { Probe } from "../model/probe";
import type { Language, Ports } from "../ports";
import { PROBE_WORDS, SELF_TEST } from "../words/self-test";
import type { StartLine } from "./check-words";
import { readDoorConfig } from "./door-config";
import { languageOf } from "./owner-only";
import { writeStartHere } from "./report-run";

export function selfTest(ports: Ports): void {
  const language = languageOf(ports);
  const lines = testedLines(ports, language);
  const told = lines.map(({ check, state, what_to_do }) => `${state} ${check}: ${what_to_do}`);
  ports.person.tell(SELF_TEST.title[language], told.join("\n"));
}

/** In one sentence, for a cell. */
export function selfTestAnswer(ports: Ports, language: Language): string {
  const lines = testedLines(ports, language);
  const passed = lines.filter(({ state }) => state === "✓").length;
  return SELF_TEST.summary(passed, lines.length)[language];
}

function testedLines(ports: Ports, language: Language): readonly StartLine[] {
  const kept = ports.properties.all();
  const probes = ports.platform.probe(readDoorConfig(kept).webAppUrl, kept.owner ?? "");
  const lines = probes.map((probe) => lineOf(probe, language, ports.clock.now()));
  writeStartHere(ports, lines);
  return lines;
}

function lineOf({ name, ok, seen }: Probe, language: Language, now: number): StartLine {
  const words = PROBE_WORDS[name];
  return {
    id: `self-test: ${name}`,
    check: words.name[language],
    state: ok ? "✓" : "✗",
    what_to_do: `${words.means[language]} (${seen[language]})`,
    at: now,
  };
}
