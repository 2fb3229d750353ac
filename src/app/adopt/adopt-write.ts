// Adopts some hundred people of a plan: one event that tells of them, their rows, then they themselves. Cut anywhere, the
// next run goes on with whoever is missing.
import type { QueueRow } from "../../../sheets-schema/index";
import { type Seed, seedPayloads } from "../../events/adopt-seeds";
import type { Enrollment } from "../../model/enrollment";
import type { Ports } from "../../ports";
import { seal } from "../../state/seal";
import { appendEvents, eventRow, markStop, type NewEvent } from "../doors/record-event";
import type { Adopted } from "./adopt-person";
import type { AdoptPlan, Planning } from "./adopt-plan";

/** Two blocks and some events: a minute at most, and a person sees it go on. Fewer would read all tabs more often. */
export const PEOPLE_AT_ONCE = 400;

/** False: Events was busy, nothing was written. */
export function adoptSome(planning: Planning, plan: AdoptPlan): boolean {
  const { ports, book, office } = planning;
  const some = plan.people.slice(0, PEOPLE_AT_ONCE);
  const seeds = some.filter(({ rows }) => rows.length > 0).map(seedOf);
  const events = seedPayloads(seeds).map((payload) => seedEvent(ports, payload));
  if (!appendEvents(ports, events)) return false;
  // Rows before people: a row without its person sends nothing, a person without a row looks adopted.
  ports.store.appendBlock(
    "Queue",
    seeds.flatMap(({ rows }) => rows),
  );
  const fresh = some.filter(({ known }) => !known).map(({ contact }) => contact);
  ports.store.appendBlock("Contacts", fresh);
  for (const { known, contact, stopped } of some) {
    if (known) book.putContact(contact);
    for (const one of stopped) book.putEnrollment(one);
  }
  book.save(ports, office.settings.language);
  ports.store.flush();
  markStop(ports);
  return true;
}

function seedOf({ contact, rows }: Adopted): Seed {
  return { contact, rows: rows.map(sealedRow) };
}

function sealedRow(enrollment: Enrollment): QueueRow {
  return { ...enrollment.row, sealed: seal(enrollment) };
}

function seedEvent(ports: Ports, payload: string) {
  const key = `adopted.rows:${ports.secrets.digest(payload).slice(0, 24)}`;
  return eventRow(ports, { ...IMPORTED, type: "adopted.rows", key, payload, ...happened(ports) });
}

/** The run itself, once, with its words of consent: what Contacts names as proof. Null: Events was busy. */
export function recordRun(ports: Ports, owner: string, what: object, told: string): string | null {
  const event = eventRow(ports, {
    ...{ ...IMPORTED, type: "adopted", who: owner },
    key: `adopted:${ports.secrets.uuid()}`,
    payload: JSON.stringify(what).slice(0, 45_000),
    ...happened(ports),
    reason: told,
  });
  return appendEvents(ports, [event]) ? event.id : null;
}

function happened({ clock }: Ports): Pick<NewEvent, "occurredAt"> {
  return { occurredAt: clock.now() };
}

const IMPORTED = {
  source: "import",
  who: "",
  outcome: "APPLIED",
  stops: false,
} as const;
