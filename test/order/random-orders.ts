// 1,200 people, each with a story of their own, told through the doors of the built bundle in random order, with
// repetitions, in batches as they come: what stands in Queue and Contacts is what the set of facts says (design 4.8).
// In two files, so that both processors work on it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../local/host/contract.ts";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { Founder } from "../bundle/founder.ts";
import { HOUR, MINUTE } from "../bundle/office.ts";
import { chanceOf, deedsOfDoors, Somebody } from "./crowd";
import { seen } from "./engine";
import { type Expected, expectedOf, rowLine } from "./model";

const OFFICES = 6;
const PEOPLE = 100;
const HOURS = 10;

function peopleOf(seed: number): readonly Somebody[] {
  const chance = chanceOf(seed);
  return Array.from({ length: PEOPLE }, (_, index) => new Somebody(`${seed}x${index}`, chance));
}

function play(own: Founder, people: readonly Somebody[], seed: number): number {
  const chance = chanceOf(-seed);
  const since = Math.floor(own.host.now() / 1_000) * 1_000;
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (const somebody of people) somebody.happen(own, hour, since);
    own.jumpTo(since + hour * HOUR);
    for (const somebody of people) {
      somebody.deliver(own, hour, since);
      if (chance() < 0.01) own.host.run({ function: "jobs.tick" });
    }
    // Some hours go by without a batch, so that several facts of a person are applied by one.
    if (hour === 0 || chance() < 0.6) own.host.run({ function: "jobs.tick" });
  }
  // Long enough for Stripe to be asked what it has not told.
  own.pass(HOUR, 10 * MINUTE);
  for (let tick = 0; tick < 10 && waiting(own); tick += 1) own.pass(MINUTE, MINUTE);
  return since;
}
function waiting(own: Founder): boolean {
  return own.rows("Events").some(({ outcome }) => outcome === "");
}

function lines({ rows, ...rest }: Expected, since: number): string {
  return [...rows.map((row) => rowLine(row, since)), JSON.stringify(rest)].join(" | ");
}
type Cells = Readonly<Record<string, CellValue>>;
const TIMES = ["paid_at", "entered_at"];
/** As the code sees it: instants, and null for none. */
function typed(cells: Cells): Readonly<Record<string, CellValue | null>> {
  const entries = Object.entries(cells).map(([name, value]) => [
    name,
    TIMES.includes(name) ? (value === "" ? null : Date.parse(String(value))) : value,
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, CellValue | null>>;
}

/** The tests of that many offices, with the seeds from `first` on. */
export function randomOrders(first: number): void {
  let base: Founder;
  beforeAll(() => {
    base = Founder.open();
    // Nothing goes, so that no mail ends a flow meanwhile.
    base.type("Settings", "sending", "value", "OFF");
    base.ticks(1);
  });
  afterAll(() => base.close());

  describe("random orders through the bundle", () => {
    it.each(Array.from({ length: OFFICES }, (_, index) => first + index))(
      `of ${PEOPLE} people, seed %i, leave what the facts of each say (design 4.8)`,
      (seed) => {
        const own = base.copy();
        const people = peopleOf(seed);
        const since = play(own, people, seed);
        const sheets = {
          events: own.rows("Events"),
          contacts: own.rows("Contacts"),
          queue: own.rows("Queue"),
        };
        own.close();
        const wrong = people.flatMap((somebody) => difference(sheets, somebody, since));
        expect(wrong).toEqual([]);
      },
    );
  });
}

interface Sheets {
  readonly events: readonly Cells[];
  readonly contacts: readonly Cells[];
  readonly queue: readonly Cells[];
}

function difference(sheets: Sheets, somebody: Somebody, since: number): readonly string[] {
  const { email } = somebody;
  const known = sheets.contacts.find((row) => row.email === email);
  const deeds = [...somebody.told, ...deedsOfDoors(sheets.events, email, known?.id)];
  const contact = known === undefined ? null : (typed(known) as unknown as ContactRow);
  const own = sheets.queue.filter((row) => row.email === email);
  const rows = own.map(typed) as unknown as readonly QueueRow[];
  const [expected, found] = [expectedOf(deeds), seen(contact, rows)];
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  const story = somebody.deliveries.join(", ");
  return [[story, lines(expected, since), lines(found, since)].join("\n   ")];
}
