// The timers look after each other, and whoever meets a late beat tells the owner (facts 9.6–9.8).
import { beforeEach, describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { setUp } from "../../src/app/set-up";
import { watch } from "../../src/app/timer/watch";
import { everyFault, faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
  office.pass(HOUR + 2 * MINUTE);
});

const property = (name: string) => office.ports.properties.values.get(name) ?? "";
const told = () => office.ports.mailer.told.map(({ mail }) => mail.subject);
const wait = (ms: number) => office.ports.clock.advance(ms);
/** Install is asked for these names afresh, each time. */
function installs(): (readonly string[])[] {
  const asked: (readonly string[])[] = [];
  const { triggers } = office.ports;
  const install = triggers.install.bind(triggers);
  triggers.install = (afresh) => {
    asked.push(afresh);
    return install(afresh);
  };
  return asked;
}
function health(parameters: Readonly<Record<string, string>> = { as: "text" }) {
  const request = { body: "", contentType: "", contentLength: -1 };
  return showPage(
    office.ports,
    { method: "GET", parameters: { p: "health", ...parameters }, ...request },
    "",
  );
}

describe("the beat", () => {
  it("is written every ten minutes, whatever runs in between", () => {
    const beats = new Set<string>();
    office.geo();
    for (let minute = 0; minute < 60; minute += 1) {
      office.pass(MINUTE);
      if (minute % 7 === 0) office.geo(`lead${minute}@example.org`);
      beats.add(property("beat"));
      expect(office.ports.clock.now() - Number(property("beat"))).toBeLessThanOrEqual(20 * MINUTE);
    }
    expect(beats.size).toBeLessThanOrEqual(7);
    expect(beats.size).toBeGreaterThanOrEqual(3);
  });

  it("begins with Set up, so that a timer that never fires is noticed", () => {
    const fresh = new MemoryOffice();
    fresh.ports.clock.advance(31 * MINUTE);
    fresh.geo();
    expect(fresh.ports.mailer.told).toHaveLength(1);
  });
});

describe("the hourly watch", () => {
  it("makes anew what is gone, and takes away doubles", () => {
    office.ports.triggers.standing.clear();
    office.watch();
    expect(office.ports.triggers.missing()).toEqual([]);
  });

  it("leaves a timer alone that beats", () => {
    const asked = installs();
    office.pass(3 * HOUR);
    expect(asked.every((afresh) => afresh.length === 0)).toBe(true);
    expect(told()).toEqual([]);
  });

  it("makes a timer anew that stands and does not beat; once it beats nobody is told", () => {
    const asked = installs();
    wait(HOUR);
    office.watch();
    expect(asked).toEqual([["tick"]]);
    office.pass(2 * HOUR);
    expect(asked.slice(1).every((afresh) => afresh.length === 0)).toBe(true);
    expect([told(), property("remade_tick")]).toEqual([[], ""]);
  });

  it("tells the owner once a day while the new one does not beat either, and goes on trying", () => {
    const asked = installs();
    for (let hour = 0; hour < 49; hour += 1) {
      wait(HOUR);
      office.watch();
    }
    expect(told()).toHaveLength(2);
    expect(asked).toHaveLength(49);
  });

  it("tells the owner, too, where a trigger can only be taken away and not be made", () => {
    office.ports.triggers.install = () => {
      office.ports.triggers.standing.clear();
      throw new Error("We're sorry, a server error occurred.");
    };
    wait(HOUR);
    office.watch();
    wait(HOUR);
    office.watch();
    expect(told()).toHaveLength(1);
  });

  it("does nothing for another account, or before Set up", () => {
    office.ports.triggers.standing.clear();
    office.ports.person.user = "editor@shop.test";
    watch(office.ports);
    expect(office.ports.triggers.standing.size).toBe(0);
  });

  it("is made anew by the tick when it stays away, and its absence is told a while later", () => {
    const asked = installs();
    const ticks = (hours: number) => {
      for (let minute = 0; minute < hours * 60; minute += 5) {
        wait(5 * MINUTE);
        office.tick();
      }
    };
    ticks(4);
    expect(asked).toEqual([["watch"]]);
    expect(told()).toEqual([]);
    ticks(3);
    expect(told()).toEqual(["Dripsheet: nobody watches the timer"]);
    office.watch();
    expect(property("remade_watch")).toBe("");
  });

  it("cut anywhere leaves three triggers in the end, and the owner told once", () => {
    wait(HOUR);
    office.watch();
    wait(HOUR);
    const { properties, triggers, mailer, clock } = office.ports;
    const [before, at] = [new Map(properties.values), clock.now()];
    const calls: string[] = [];
    watch(faulty(office.ports, null, calls));
    for (const fault of everyFault(calls.length, [true, false])) {
      properties.values.clear();
      for (const [key, value] of before) properties.values.set(key, value);
      mailer.told.length = 0;
      mailer.drafts.clear();
      clock.set(at);
      attempt(() => watch(faulty(office.ports, fault)));
      for (let hour = 0; hour < 3; hour += 1) {
        wait(HOUR);
        office.watch();
      }
      const found = [triggers.missing(), mailer.drafts.size, told().length];
      expect(found, `${calls[fault.at]} ${JSON.stringify(fault)}`).toEqual([[], 0, 1]);
    }
  });
});

describe("a door", () => {
  it("that finds the beat over 30 min old stores what came, and mails the owner once a day", () => {
    wait(3 * HOUR);
    expect(office.geo()).toMatchObject({ kind: "page" });
    for (let n = 0; n < 40; n += 1) office.geo(`lead${n}@example.org`);
    expect(told()).toEqual(["Dripsheet: the timer stands still"]);
    expect(office.ports.store.rows("Events").length).toBe(41);
    wait(DAY);
    health();
    expect(told()).toHaveLength(2);
  });

  it("never makes a trigger", () => {
    const asked = installs();
    wait(3 * HOUR);
    office.ports.triggers.standing.clear();
    office.geo();
    health();
    expect([asked, office.ports.triggers.standing.size]).toEqual([[], 0]);
  });

  it("costs nothing more while the timer beats, and answers though no mail can go", () => {
    const { properties, mailer } = office.ports;
    properties.calls.length = 0;
    health();
    expect(properties.calls).toEqual(["all"]);
    mailer.quota = 0;
    wait(3 * HOUR);
    expect(office.geo()).toMatchObject({ kind: "page" });
    mailer.failNext("createDraft", "before");
    expect(office.geo("bo@example.org")).toMatchObject({ kind: "page" });
    expect(told()).toEqual([]);
  });

  it("speaks the sheet's language", () => {
    office.set("language", "zh");
    office.pass(2 * MINUTE);
    wait(3 * HOUR);
    office.geo();
    expect(told()).toEqual(["Dripsheet：定时器停了"]);
  });

  it("says nothing before Set up", () => {
    office.ports.properties.values.delete("owner");
    wait(DAY);
    office.geo();
    expect(told()).toEqual([]);
  });
});

describe("?p=health", () => {
  it("says ok, late or paused, as text and on the page, and nothing of anybody", () => {
    expect(health()).toEqual({ kind: "retry", text: "dripsheet: ok" });
    office.ports.properties.set("paused", JSON.stringify({ why: "refused", at: 1, tryAt: 2 }));
    expect(health()).toEqual({ kind: "retry", text: "dripsheet: paused" });
    wait(HOUR);
    expect(health()).toEqual({ kind: "retry", text: "dripsheet: late" });
    const page = health({});
    expect(page.kind === "page" && page.html).toContain("dripsheet: late");
    expect(JSON.stringify(page)).not.toContain("owner@");
    setUp(office.ports);
    office.ports.properties.values.delete("paused");
    expect(health()).toEqual({ kind: "retry", text: "dripsheet: ok" });
  });

  it("before Set up says so", () => {
    office.ports.properties.values.delete("owner");
    expect(health()).toEqual({ kind: "retry", text: "dripsheet: not set up" });
  });
});

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // As a person would see.
  }
}
