// Menu and cell "Self-test": tries the platform, switches on what is safer there, and says what it found.
import type { Probe, Probed } from "../../model/probe";
import type { Language, Ports } from "../../ports";
import { FOUND, PROBE_WORDS, SELF_TEST } from "../../words/self-test";
import type { StartLine } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";
import { switchSafer } from "./self-test-safer";
import { stripeHeard } from "./self-test-stripe";
import { timerRuns } from "./self-test-timer";

/** What only a person can see, or nobody from inside. */
const BY_HAND: readonly Probe[] = [
  { name: "narrow scope", ok: null, seen: FOUND.wideScope },
  { name: "door minutes", ok: null, seen: FOUND.doorMinutes },
];

/** In one sentence, for a cell. */
export function selfTestAnswer(ports: Ports, language: Language): string {
  const judged = tested(ports, language).probes.filter(({ ok }) => ok !== null);
  return SELF_TEST.summary(judged.filter(({ ok }) => ok).length, judged.length)[language];
}

/** Start here keeps what something depends on. */
export function tested(ports: Ports, language: Language): Probed {
  const kept = ports.properties.all();
  const found = ports.platform.probe(readDoorConfig(kept).webAppUrl, kept.owner ?? "");
  const asked = [timerRuns(ports, kept), stripeHeard(ports, kept)];
  const probes = switchSafer(ports, kept, [...found.probes, ...asked, ...BY_HAND]);
  const judged = probes.filter(({ ok }) => ok !== null);
  writeStartHere(
    ports,
    judged.map((probe) => probeLine(probe, language, ports.clock.now())),
  );
  return { ...found, probes };
}

export const probeId = (name: Probe["name"]) => `self-test: ${name}`;

export function probeLine({ name, ok, seen }: Probe, language: Language, now: number): StartLine {
  const words = PROBE_WORDS[name];
  return {
    id: probeId(name),
    check: words.name[language],
    state: ok ? "✓" : "✗",
    what_to_do: `${words.means[language]} (${seen[language]})`,
    at: now,
  };
}
