// It notices its own death, in the bundle: triggers that the platform stops without a word, a day without ticks, no quota,
// and a cut at every call of the watch, of a door that finds the beat late, and of the daily mail.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract.ts";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

const SWEEP_MS = 120_000;
const LATE = 31 * MINUTE;
const KINDS: readonly Fault["kind"][] = ["kill", "throw"];
const WHEN: readonly Fault["when"][] = ["before", "after"];

let base: BundleOffice;
/** The timer has stood still for an hour, and still stands in the list. */
let still: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  base.pass(HOUR + 2 * MINUTE, 10 * MINUTE);
  still = base.copy();
  stop(still, "jobs.tick");
  stop(still, "jobs.watch");
  still.pass(HOUR, HOUR);
});
afterAll(() => base.close());

const told = ({ host }: BundleOffice) =>
  host
    .outbox()
    .filter(({ fromName }) => fromName === "Dripsheet")
    .map(({ subject }) => subject);
const handlers = ({ host }: BundleOffice) =>
  host
    .triggers()
    .map(({ handler }) => handler)
    .sort();
const THREE = ["jobs.edit", "jobs.tick", "jobs.watch"];

function stop({ host }: BundleOffice, handler: string): void {
  for (const one of host.triggers()) if (one.handler === handler) host.stopTrigger(one.id);
}
/** To the last minute before the hourly watch comes by itself and finds the beat late. */
function untilWatch({ host }: BundleOffice): number {
  const watch = host.triggers().find(({ handler }) => handler === "jobs.watch");
  const waitMs = Date.parse(watch?.nextAt ?? "") - host.now() - MINUTE;
  return waitMs > LATE ? waitMs : waitMs + HOUR;
}
function health(office: BundleOffice): string {
  const answer = office.get("p=health&as=text");
  return answer.kind === "text" ? answer.content : answer.kind;
}
/** `act` once for each of its calls, cut there, in an office of its own. */
function sweep(from: BundleOffice, act: (office: BundleOffice) => void, look: Look): number {
  const whole = from.copy();
  act(whole);
  const calls = whole.lastCalls();
  for (const kind of KINDS) {
    for (const when of WHEN) {
      calls.forEach((name, index) => {
        const office = from.copy();
        office.host.inject({ atCall: index + 1, kind, when });
        attempt(() => act(office));
        look(office, `${kind} ${when} call ${index + 1} of ${calls.length}, ${name}`);
        office.close();
      });
    }
  }
  return calls.length;
}
type Look = (office: BundleOffice, at: string) => void;

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // The killed execution failed, as a person or a sender would see.
  }
}

describe("a trigger that the platform stops without a word", () => {
  it("is made anew by the other, mails go on, and nobody is bothered", () => {
    for (const handler of ["jobs.tick", "jobs.watch"]) {
      const office = base.copy();
      stop(office, handler);
      office.geo();
      office.pass(6 * HOUR, 10 * MINUTE);
      expect(office.mails()).toHaveLength(1);
      expect([handlers(office), told(office), health(office)]).toEqual([
        THREE,
        [],
        "dripsheet: ok",
      ]);
    }
  });

  it("with the other: a visit stores what came and tells the owner, once a day", () => {
    const office = still.copy();
    for (let day = 0; day < 2; day += 1) {
      for (let n = 0; n < 10; n += 1) office.geo(`lead${day}${n}@example.org`);
      expect(health(office)).toBe("dripsheet: late");
      expect(told(office)).toHaveLength(day + 1);
      office.pass(DAY, DAY);
    }
    expect(handlers(office)).toEqual(THREE);
    office.host.run({ function: "menu.setUp" });
    office.pass(8 * HOUR, 10 * MINUTE);
    expect(health(office)).toBe("dripsheet: ok");
    // One late mail a quarter of an hour: no burst.
    expect(office.host.outbox().length).toBe(2 + 20);
  });

  it("and no quota: the visit is answered, and nothing is left in Drafts", () => {
    const office = still.copy();
    const { host } = office;
    for (let n = 0; n < 100; n += 1) host.run({ function: "menu.mailOne" });
    const before = told(office).length;
    expect(office.geo().kind).toBe("html");
    expect([told(office).length, host.drafts().length]).toEqual([before, 0]);
  });
});

it("a day without any trigger is followed by one mail at most, and all goes on by itself", () => {
  const office = base.copy();
  office.host.trouble({ ticks: "none" });
  office.pass(DAY, HOUR);
  office.geo();
  office.host.trouble({ ticks: "normal" });
  office.pass(3 * HOUR, 10 * MINUTE);
  expect(office.mails()).toHaveLength(1);
  expect([told(office).length, handlers(office), health(office)]).toEqual([
    1,
    THREE,
    "dripsheet: ok",
  ]);
});

describe("service calls", () => {
  it("of an idle tick, a form and a look at its health stay what they were", () => {
    const office = base.copy();
    office.pass(2 * MINUTE, MINUTE);
    office.tick();
    expect(office.lastCalls().length).toBeLessThanOrEqual(6);
    office.geo();
    expect(office.lastCalls().length).toBeLessThanOrEqual(10);
    health(office);
    expect(office.lastCalls()).toHaveLength(1);
  });

  it("of the hourly watch are three while all is well", () => {
    const office = base.copy();
    office.host.run({ function: "jobs.watch" });
    expect(office.lastCalls().length).toBe(3);
  });
});

describe("a cut at every call", () => {
  it(
    "of the watch that makes the timer anew: it beats in the end",
    () => {
      const asleep = base.copy();
      stop(asleep, "jobs.tick");
      const waitMs = untilWatch(asleep);
      asleep.pass(waitMs, waitMs);
      const act = ({ host }: BundleOffice) => void host.run({ function: "jobs.watch" });
      const calls = sweep(asleep, act, (office, at) => {
        office.pass(2 * HOUR, 20 * MINUTE);
        expect([health(office), handlers(office)], at).toEqual(["dripsheet: ok", THREE]);
        expect(told(office).length, at).toBeLessThanOrEqual(1);
      });
      expect(calls).toBeGreaterThan(4);
    },
    SWEEP_MS,
  );

  it(
    "of a form that finds the beat late: it is stored, and the owner is told once",
    () => {
      const calls = sweep(
        still,
        (office) => office.geo(),
        (office, at) => {
          office.geo();
          for (let half = 0; half < 4; half += 1) {
            office.pass(30 * MINUTE, 30 * MINUTE);
            health(office);
          }
          expect(told(office), at).toHaveLength(1);
          expect(office.host.drafts(), at).toEqual([]);
          const outcomes = office.host.sheet("Events").rows.filter(({ type }) => type !== "");
          expect(outcomes.length, at).toBeGreaterThanOrEqual(1);
        },
      );
      expect(calls).toBeGreaterThan(14);
    },
    SWEEP_MS,
  );

  it(
    "of the tick with the daily mail: it is one",
    () => {
      const eve = base.copy();
      eve.set("digest", "daily");
      eve.geo();
      eve.pass(3 * MINUTE, MINUTE);
      const { due } = JSON.parse(eve.host.property("digest") ?? "{}") as { due: number };
      stop(eve, "jobs.tick");
      eve.pass(due - eve.host.now() - 20 * MINUTE, DAY);
      eve.host.run({ function: "menu.setUp" });
      stop(eve, "jobs.tick");
      eve.tick();
      eve.pass(21 * MINUTE, DAY);
      const calls = sweep(
        eve,
        (office) => office.tick(),
        (office, at) => {
          office.host.advance(office.host.now() + HOUR);
          for (let n = 0; n < 3; n += 1) {
            office.tick();
            office.host.advance(office.host.now() + 5 * MINUTE);
          }
          expect(told(office), at).toHaveLength(1);
          expect(told(office)[0], at).toContain("1 came in, 1 went out");
          expect(office.host.drafts(), at).toEqual([]);
        },
      );
      expect(calls).toBeGreaterThan(20);
    },
    SWEEP_MS,
  );
});
