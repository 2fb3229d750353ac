import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../local/host/contract.ts";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { Founder } from "../bundle/founder.ts";
import { HOUR, MINUTE } from "../bundle/office.ts";
import { chanceOf, deedsOfDoors, Somebody } from "./crowd";
import { seen } from "./engine";
import { type Expected, expectedOf, rowLine } from "./model";

// 2,000 people, each with a story of their own, told through the doors of the built bundle in random order, with
// repetitions, in batches as they come: what stands in Queue and Contacts is what the set of facts says (design 4.8).
const OFFICES = 20;
const PEOPLE = 100;
const HOURS = 12;

let base: Founder;
beforeAll(() => {
  base = Founder.open();
  // Nothing goes, so that no mail ends a flow meanwhile.
  base.type("Settings", "sending", "value", "OFF");
  base.ticks(1);
});
afterAll(() => base.close());

function peopleOf(seed: number): readonly Somebody[] {
  const chance = chanceOf(seed);
  return Array.from({ length: PEOPLE }, (_, index) => new Somebody(`${seed}x${index}`, chance));
}

function play(own: Founder, people: readonly Somebody[], seed: number): number {
  const chance = chanceOf(-seed);
  const since = Math.floor(own.host.now() / 1_000) * 1_000;
  for (let hour = 0; hour < HOURS; hour += 1) {
    own.jumpTo(since + hour * HOUR);
    for (const somebody of people) {
      somebody.deliver(own, hour, since);
      if (chance() < 0.03) own.host.run({ function: "jobs.tick" });
    }
    // Some hours go by without a batch, so that several facts of a person are applied by one.
    if (hour === 0 || chance() < 0.6) own.host.run({ function: "jobs.tick" });
  }
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

describe("random orders through the bundle", () => {
  it.each(Array.from({ length: OFFICES }, (_, index) => index + 1))(
    `of ${PEOPLE} people, seed %i, leave what the facts of each say (design 4.8)`,
    (seed) => {
      const own = base.copy();
      const people = peopleOf(seed);
      const since = play(own, people, seed);
      const wrong = people.flatMap((somebody) => {
        const deeds = [...somebody.told, ...deedsOfDoors(own, somebody.email)];
        const contact = typed(own.contact(somebody.email) ?? {}) as unknown as ContactRow;
        const rows = own.queue(somebody.email).map(typed) as unknown as readonly QueueRow[];
        const [expected, found] = [expectedOf(deeds), seen(contact, rows)];
        if (JSON.stringify(expected) === JSON.stringify(found)) return [];
        const story = somebody.deliveries.join(", ");
        return [[story, lines(expected, since), lines(found, since)].join("\n   ")];
      });
      own.close();
      expect(wrong).toEqual([]);
    },
  );
});
