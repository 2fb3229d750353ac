// The timer books its runs and slows down by itself; doors go on, and Start here says so.
import { describe, expect, it } from "vitest";
import { runBatch } from "../../src/app/run-batch";
import { runTick } from "../../src/app/tick";
import { besideLedger, onLedger, runMsLeft } from "../../src/app/timer/run-ledger";
import { type Ledger, RESTS } from "../../src/cadence/quota-minutes";
import type { Ports } from "../../src/ports";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

function ledgerOf(office: MemoryOffice): Ledger | null {
  return JSON.parse(office.ports.properties.values.get("ledger") ?? "null") as Ledger | null;
}
const tick = (office: MemoryOffice) => onLedger(office.ports, runTick);
function pass(office: MemoryOffice, minutes: number): void {
  for (let minute = 0; minute < minutes; minute += 1) {
    office.ports.clock.advance(MINUTE);
    tick(office);
  }
}
/** So many of the day's minutes are gone. */
function spend(office: MemoryOffice, minutes: number, everyMin = 1): void {
  const ledger = ledgerOf(office);
  if (ledger === null) throw new Error("nothing is booked");
  const hour = Math.floor(office.ports.clock.now() / HOUR);
  const hours = { ...ledger.hours, [hour]: [minutes * MINUTE, 0] };
  office.ports.properties.set("ledger", JSON.stringify({ ...ledger, hours, everyMin }));
}
const timer = (office: MemoryOffice) =>
  office.ports.store.rows("Start here").find(({ id }) => id === "timer");

function settled(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo();
  pass(office, 12);
  return office;
}

describe("the ledger", () => {
  it("is written by runs that do something, never by an idle tick", () => {
    const office = settled();
    const before = office.ports.properties.values.get("ledger");
    expect(before).toBeDefined();
    pass(office, 5);
    expect(office.ports.properties.values.get("ledger")).toBe(before);
    office.geo("ben@example.org");
    pass(office, 1);
    expect(office.ports.properties.values.get("ledger")).not.toBe(before);
  });

  it("counts a run that was cut as the six minutes it may have taken", () => {
    const office = settled();
    office.ports.properties.set("sending_run", String(office.ports.clock.now() + MINUTE));
    office.ports.clock.advance(10 * MINUTE);
    pass(office, 1);
    const worked = Object.values(ledgerOf(office)?.hours ?? {}).map(([ms]) => ms);
    expect(worked.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(6 * MINUTE);
  });
});

describe("what runs beside the tick", () => {
  const worked = (office: MemoryOffice) =>
    Object.values(ledgerOf(office)?.hours ?? {}).reduce((sum, [ms]) => sum + ms, 0);

  it.each(["watch", "edit"] as const)("is booked with the tick's next run: %s", (job) => {
    const office = settled();
    const before = worked(office);
    const slow = (ports: Ports) => {
      ports.properties.all();
      office.ports.clock.advance(7 * MINUTE);
    };
    besideLedger(office.ports, job, slow);
    besideLedger(office.ports, job, slow);
    office.geo("ben@example.org");
    pass(office, 1);
    expect(worked(office) - before).toBeGreaterThanOrEqual(14 * MINUTE);
    expect(worked(office) - before).toBeLessThan(15 * MINUTE);
    office.geo("cem@example.org");
    pass(office, 1);
    expect(worked(office) - before).toBeLessThan(15 * MINUTE);
  });

  it("shortens the next run that sends, before it is booked", () => {
    const office = settled();
    spend(office, 55);
    const left = () =>
      runMsLeft(Object.fromEntries(office.ports.properties.values), office.ports.clock.now());
    const before = left();
    besideLedger(office.ports, "edit", (ports) => {
      ports.properties.all();
      office.ports.clock.advance(3 * MINUTE);
    });
    expect(before - left()).toBeGreaterThanOrEqual(3 * MINUTE);
  });

  it("costs no call where it was over at once", () => {
    const office = settled();
    const before = [...office.ports.properties.values];
    besideLedger(office.ports, "edit", (ports) => void ports.properties.all());
    expect([...office.ports.properties.values]).toEqual(before);
  });
});

describe("when the day's minutes run short", () => {
  function slow(): MemoryOffice {
    const office = settled();
    spend(office, 50);
    office.geo("ben@example.org");
    pass(office, 1);
    return office;
  }

  it("the timer works less often, and its line on Start here says so and why", () => {
    const office = slow();
    expect(ledgerOf(office)?.everyMin).toBeGreaterThan(1);
    expect(timer(office)?.state).toBe("✓");
    expect(timer(office)?.what_to_do).toMatch(/runs every \d+ minutes for now: 5\d of the 80/);
    office.geo("cem@example.org");
    const before = office.ports.mailer.sent.length;
    pass(office, 15);
    expect(office.ports.mailer.sent.length).toBe(before + 1);
  });

  it("a tick that rests reads the properties and nothing else", () => {
    const office = slow();
    const { store, properties, clock } = office.ports;
    const written = [...properties.values];
    const calls = store.calls.length;
    let rested = 0;
    for (let minute = 0; minute < 4; minute += 1) {
      clock.advance(MINUTE);
      const before = store.calls.length;
      tick(office);
      if (store.calls.length === before) rested += 1;
    }
    expect(rested).toBeGreaterThanOrEqual(1);
    expect(store.calls.length - calls).toBeLessThan(12);
    expect([...properties.values]).toEqual(written);
  });

  it("doors take in forms and payments as always, and a payment still stops", () => {
    const office = slow();
    expect(office.geo("dee@example.org")).toMatchObject({ kind: "page" });
    office.pay("ben@example.org");
    pass(office, 16);
    expect(office.row("ben@example.org")).toMatchObject({ status: "PAID" });
  });

  it("mails still go at the slowest pace, and at a person's press whatever the pace", () => {
    const office = settled();
    spend(office, 64, 15);
    office.geo("ben@example.org");
    pass(office, 16);
    expect(office.queue("ben@example.org")).toMatchObject([{ stage: 1 }]);
    spend(office, 79, RESTS);
    office.geo("cem@example.org");
    runBatch(office.ports, "menu");
    expect(office.queue("cem@example.org")).toMatchObject([{ stage: 1 }]);
  });

  it("nothing at all goes once they are gone, and all goes on when they are back", () => {
    const office = settled();
    spend(office, 79, RESTS);
    office.geo("ben@example.org");
    const before = office.ports.mailer.sent.length;
    pass(office, 60);
    expect(office.ports.mailer.sent).toHaveLength(before);
    expect(Number(office.ports.properties.values.get("beat"))).toBeGreaterThan(
      office.ports.clock.now() - 31 * MINUTE,
    );
    office.ports.clock.advance(25 * HOUR);
    pass(office, 2);
    expect(office.ports.mailer.sent).toHaveLength(before + 1);
  });
});
