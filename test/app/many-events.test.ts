// Many events at once: the script lock is given back in between, and a run that was cut goes on where it stopped (R8).
import { beforeEach, describe, expect, it } from "vitest";
import { appendEvents, eventRow } from "../../src/app/doors/record-event";
import { historyRead } from "../../src/app/history/history-state";
import { pastePaidList } from "../../src/app/stripe/paid-list";
import { type MemoryOffice, MINUTE } from "./memory-office";
import { unreadOffice } from "./unread-office";

const ADDRESSES = Array.from({ length: 1_500 }, (_, at) => `p${at}@shop.test`);
const RUN_MS = 6 * MINUTE;
const APPEND_MS = 300;

let office: MemoryOffice;
beforeEach(() => {
  office = unreadOffice();
});
const events = () => office.ports.store.rows("Events");
const someRows = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    eventRow(office.ports, {
      ...{ source: "rule", type: "done:geo", key: `k${at}`, who: "", payload: "" },
      ...{ occurredAt: 0, stops: false },
    }),
  );

/** Appending takes the time it takes; Google ends the run at six minutes. */
function slowSheet(): () => void {
  const { store, clock } = office.ports;
  const append = store.append.bind(store);
  let diesAt = Infinity;
  store.append = (tab, rows) => {
    for (const row of rows) {
      if (clock.now() >= diesAt) throw new Error("Exceeded maximum execution time");
      clock.advance(APPEND_MS);
      append(tab, [row]);
    }
  };
  return () => {
    diesAt = clock.now() + RUN_MS;
  };
}

function paste(): void {
  office.ports.person.answers.push(ADDRESSES.join("\n"));
  pastePaidList(office.ports);
}

describe("many events", () => {
  it("go in under several locks, none of them held for 3 s", () => {
    slowSheet();
    const { clock, locks } = office.ports;
    const heldMs: number[] = [];
    const intake = locks.intake.bind(locks);
    locks.intake = (waitMs, work) => {
      const since = clock.now();
      const done = intake(waitMs, work);
      heldMs.push(clock.now() - since);
      return done;
    };
    expect(appendEvents(office.ports, someRows(20))).toBe(true);
    expect(events().map(({ key }) => key)).toEqual(someRows(20).map(({ key }) => key));
    expect(Math.max(...heldMs)).toBeLessThan(3_000);
  });

  it("of which some found Events busy are not said to be in", () => {
    const { locks } = office.ports;
    const intake = locks.intake.bind(locks);
    let left = 2;
    locks.intake = (waitMs, work) => {
      left -= 1;
      return left < 0 ? { held: false } : intake(waitMs, work);
    };
    expect(appendEvents(office.ports, someRows(20))).toBe(false);
    expect(events()).toHaveLength(16);
  });
});

describe("a pasted list too long for one run", () => {
  it("ends before Google ends it, says so, and is whole after the second paste", () => {
    const begin = slowSheet();
    begin();
    paste();
    const first = events().length;
    expect(first).toBeGreaterThan(800);
    expect(office.ports.person.told.at(-1)?.text).toContain(`Recorded: ${first} of 1500`);
    expect(historyRead(office.ports.properties.all(), "LIVE")).toBe(false);
    begin();
    paste();
    expect(new Set(events().map(({ who }) => who))).toEqual(new Set(ADDRESSES));
    expect(events()).toHaveLength(ADDRESSES.length);
    expect(historyRead(office.ports.properties.all(), "LIVE")).toBe(true);
  });

  it("goes on where it was, when it was killed in the middle", () => {
    const { store } = office.ports;
    const append = store.append.bind(store);
    store.append = (tab, rows) => {
      if (events().length + rows.length > 1_190) throw new Error("killed");
      append(tab, rows);
    };
    expect(paste).toThrow("killed");
    store.append = append;
    paste();
    expect(events()).toHaveLength(ADDRESSES.length);
  });
});
