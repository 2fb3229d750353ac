// What a reader asks for on the way-back page: go on, pause, hear less, another address or language (R113).
import type { Decision, Ground, PersonState, ReaderFact } from "../model/fact";
import { reason } from "../model/reason";

export function applyReader(person: PersonState, _fact: ReaderFact, _ground: Ground): Decision {
  return { ...person, outcome: "IGNORED", reason: reason("rowGone"), notes: [] };
}
