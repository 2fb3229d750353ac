// Why mails may go to the people of a list, as events that keep it: one for each basis as it was stated. The same list, pressed
// again after a cut, finds them there.
import type { EventRow } from "../../../sheets-schema/index";
import { consentStated } from "../../model/consent";
import { IMPORT } from "../../words/import";
import { appendEvents, eventRow } from "../doors/record-event";
import { type AdoptChoice, type Planning, planAdoption } from "./adopt-plan";
import type { Agreement } from "./import-person";

type Values = Parameters<typeof planAdoption>[1];
/** Of words that differ in every row only the basis is kept: an event for each would fill Events. */
const STATED_MAX = 40;

export type ProofOf = Planning["proofOf"];

/** Null: Events was busy. */
export function recordProofs(dry: Planning, values: Values, choice: AdoptChoice): ProofOf | null {
  const { ports } = dry;
  const run = runOf(dry, values, choice);
  const shown = asKept(values, choice);
  const counts = new Map<string, Stated>();
  const count = (agreement: Agreement | null) => {
    const key = keyOf(agreement);
    counts.set(key, { agreement, people: (counts.get(key)?.people ?? 0) + 1 });
    return "";
  };
  const proofOf = (agreement: Agreement) => count(shown(agreement));
  const { people } = planAdoption({ ...dry, proofOf }, values, choice);
  for (const { known, contact } of people) if (!known && contact.consent !== "YES") count(null);
  const stand = standing(dry, run);
  const missing = [...counts].filter(([key]) => !stand.has(run + key));
  const rows = missing.map(([key, stated]) => proofEvent(dry, choice, run + key, stated));
  if (rows.length > 0 && !appendEvents(ports, rows)) return null;
  const ids = new Map([...stand, ...rows.map(({ key, id }) => [key, id] as const)]);
  return (agreement) => ids.get(run + keyOf(shown(agreement))) ?? "";
}

/** Of a press before this one. */
export function recordedProofs(dry: Planning, values: Values, choice: AdoptChoice): ProofOf {
  const run = runOf(dry, values, choice);
  const shown = asKept(values, choice);
  const ids = standing(dry, run);
  return (agreement) => ids.get(run + keyOf(shown(agreement))) ?? "";
}

interface Stated {
  readonly agreement: Agreement | null;
  readonly people: number;
}

function standing({ ports }: Planning, run: string): ReadonlyMap<string, string> {
  const found = ports.store.find("Events", "key", run);
  return new Map(found.map(({ cells }) => [cells.key, cells.id]));
}

function asKept([header = [], ...rows]: Values, { columns }: AdoptChoice) {
  const at = header.findIndex(({ text }) => text.trim() === columns.basis);
  const stated = new Set(rows.map((cells) => cells[at]?.text ?? ""));
  const many = stated.size > STATED_MAX;
  return ({ basis, words }: Agreement): Agreement => ({ basis, words: many ? "" : words });
}

function keyOf(agreement: Agreement | null): string {
  return agreement === null ? "none" : `${agreement.basis}:${agreement.words}`;
}

/** Of this very list and choice. */
function runOf({ ports }: Planning, values: Values, choice: AdoptChoice): string {
  const texts = values.map((cells) => cells.map(({ text }) => text));
  return `imported:${ports.secrets.digest(JSON.stringify([choice, texts])).slice(0, 16)}:`;
}

function proofEvent(
  { ports, office, now }: Planning,
  { list, flow, columns }: AdoptChoice,
  key: string,
  { agreement, people }: Stated,
): EventRow {
  const { language } = office.settings;
  const name = list?.name ?? "";
  const said = IMPORT[language];
  const agreed =
    agreement === null
      ? {}
      : { agreed: consentStated(agreement.basis, agreement.words, `“${name}”`, language) };
  return eventRow(ports, {
    ...{ source: "import", type: "imported", key, outcome: "APPLIED", stops: false },
    who: ports.properties.all().owner ?? "",
    payload: JSON.stringify({ list: name, flow, columns, people, ...agreed }).slice(0, 45_000),
    occurredAt: now,
    reason: said.told(name, people, agreement?.basis ?? said.none),
  });
}
