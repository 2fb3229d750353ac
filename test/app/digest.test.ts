// The owner's daily mail: at about 08:00 of the sheet's zone, once a day exactly, with what happened up to then.
import { beforeEach, describe, expect, it } from "vitest";
import { digestIfDue } from "../../src/app/digest/digest";
import type { Ports } from "../../src/ports";
import { everyFault, faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

let office: MemoryOffice;
/** 2 March 2026, 10:00 in Berlin, where the file lies; the daily mail is switched on. */
function opened(): MemoryOffice {
  const made = new MemoryOffice();
  made.set("digest", "daily");
  made.tick();
  return made;
}
beforeEach(() => {
  office = opened();
});

const told = (of = office) => of.ports.mailer.told.map(({ mail }) => mail);
const at = (of = office) =>
  of.ports.mailer.told.map(({ sentAt }) => new Date(sentAt).toISOString().slice(0, 16));
const last = () => told().at(-1) ?? { subject: "", text: "" };

describe("the daily mail", () => {
  it("goes once a day at 08:00, from the morning after", () => {
    office.pass(3 * DAY, 10 * MINUTE);
    expect(at()).toEqual(["2026-03-03T07:00", "2026-03-04T07:00", "2026-03-05T07:00"]);
  });

  it("goes at 08:00 also after the clocks were put on", () => {
    office.ports.clock.set("2026-03-27T12:00:00Z");
    office.pass(4 * DAY, 10 * MINUTE);
    const mornings = ["2026-03-28T07:00", "2026-03-29T06:00", "2026-03-30T06:00"];
    expect(at().slice(1, 4)).toEqual(mornings);
  });

  it("says what came in, went out, stopped and waits, by name and number", () => {
    for (const who of ["ada", "bo", "cy"]) office.geo(`${who}@example.org`);
    office.pass(2 * HOUR, 10 * MINUTE);
    office.pay("ada@example.org");
    office.pass(DAY, 10 * MINUTE);
    expect(last().subject).toBe("Dripsheet: 4 came in, 3 went out, 1 stopped");
    expect(last().text).toContain("Since 2026-03-02 10:00:");
    expect(last().text).toContain("Came in: 4\n  3 × form:geo\n  1 × checkout.session.completed");
    expect(last().text).toContain("Went out: 3\n  3 × geo");
    expect(last().text).toContain("Stopped: 1\n  1 × geo PAID");
    expect(last().text).toContain("Wait for their next mail: 2\n  2 × geo");
    expect(last().text).toMatch(/https:\/\/docs\.google\.com\/spreadsheets\/d\/\S+\/edit/);
  });

  it("says what holds mails back, and who was stopped", () => {
    office.geo("bo@example.org", { consent: "" });
    office.geo();
    office.tick();
    office.ports.store.edit("Queue", office.row().id, "do", "stop");
    office.pass(DAY, 10 * MINUTE);
    expect(last().text).toContain("1 × geo STOPPED");
    office.pass(2 * DAY, 10 * MINUTE);
    expect(last().text).toContain("Held back, and by what:\n  1 × geo_2 is blocked");
  });

  it("tells each thing in one of them", () => {
    office.pass(21 * HOUR + 59 * MINUTE, 10 * MINUTE);
    office.geo("late@example.org");
    office.pass(MINUTE);
    expect(last().subject).toContain("1 came in");
    office.geo("later@example.org");
    office.pass(DAY, 10 * MINUTE);
    expect(last().subject).toContain("1 came in");
    office.pass(DAY, 10 * MINUTE);
    expect(last().subject).toContain("0 came in");
  });

  it("names whom a person must look at, until somebody has", () => {
    office.geo();
    const { mailer } = office.ports;
    mailer.searchLagMs = 9 * DAY;
    mailer.failNext("send", "after");
    office.pass(2 * DAY, 10 * MINUTE);
    const lines = told().map(({ text }) => text.includes("Failed or in doubt: please look: 1"));
    expect(lines).toEqual([true, true]);
    expect(last().text).toContain("ada@example.org, geo:");
  });

  it("counts payments, stops and mails of nobody twice", () => {
    office.geo();
    office.geo();
    office.pay("ada@example.org", "evt_1");
    office.hook({ id: "evt_1", object: "event", type: "checkout.session.completed" });
    office.pass(DAY, 10 * MINUTE);
    expect(last().text).toContain("1 × checkout.session.completed");
  });

  it("speaks Chinese in a Chinese sheet", () => {
    office.set("language", "zh");
    office.geo();
    office.pass(DAY, 10 * MINUTE);
    expect(last().subject).toBe("Dripsheet：收到 1，发出 1，停止 0");
    expect(last().text).toContain("等待下一封：1");
  });
});

describe("the setting", () => {
  it("busy is silent on days when nothing happened", () => {
    office.set("digest", "busy");
    office.geo();
    office.pass(2 * DAY, 10 * MINUTE);
    expect(at()).toEqual(["2026-03-03T07:00"]);
  });

  it("off is silent, and on again tells only of what came since", () => {
    office.set("digest", "off");
    office.geo();
    office.pass(2 * DAY, 10 * MINUTE);
    office.set("digest", "daily");
    office.pass(DAY, 10 * MINUTE);
    expect(told()).toHaveLength(1);
    expect(last().subject).toContain("0 came in");
  });

  it("that nobody can read is named and taken for daily; in REHEARSAL nothing goes", () => {
    office.set("digest", "hourly");
    office.pass(DAY, 10 * MINUTE);
    expect(told()).toHaveLength(1);
    office.set("mode", "REHEARSAL");
    office.pass(2 * DAY, 10 * MINUTE);
    expect(told()).toHaveLength(1);
  });
});

describe("when things stand still", () => {
  it("a day without ticks is made up for by one mail, and the next morning has its own", () => {
    office.geo();
    office.ports.clock.advance(2 * DAY);
    office.pass(30 * MINUTE);
    expect(at()).toEqual(["2026-03-04T09:01"]);
    office.pass(DAY, 10 * MINUTE);
    expect(at()).toEqual(["2026-03-04T09:01", "2026-03-05T07:00"]);
  });

  it("without quota it waits, throws nothing, and goes once there is some", () => {
    office.ports.mailer.quota = 0;
    office.pass(30 * HOUR, 10 * MINUTE);
    expect([told(), office.ports.mailer.drafts.size]).toEqual([[], 0]);
    office.ports.mailer.quota = 10;
    office.pass(2 * HOUR, 10 * MINUTE);
    expect(told()).toHaveLength(1);
  });

  it("an idle tick pays nothing for it", () => {
    office.pass(2 * MINUTE);
    office.ports.properties.calls.length = 0;
    office.tick();
    expect(office.ports.properties.calls).toEqual(["all"]);
  });

  it("a run that has worked for long leaves it to the next", () => {
    office.ports.clock.advance(DAY);
    digestIfDue(office.ports, office.ports.properties.all(), office.ports.clock.now() - 5 * MINUTE);
    expect(told()).toEqual([]);
  });
});

it("cut or failing at any call, and then going on, it is one mail for its day", () => {
  office.geo();
  office.tick();
  office.ports.clock.advance(23 * HOUR);
  const { properties, mailer, clock } = office.ports;
  const [before, now] = [new Map(properties.values), clock.now()];
  const run = (ports: Ports = office.ports) => digestIfDue(ports, properties.all(), clock.now());
  const calls: string[] = [];
  run(faulty(office.ports, null, calls));
  expect(told()).toHaveLength(1);
  expect(calls.length).toBeGreaterThan(12);
  for (const fault of everyFault(calls.length, [true, false])) {
    properties.values.clear();
    for (const [key, value] of before) properties.values.set(key, value);
    mailer.told.length = 0;
    mailer.drafts.clear();
    clock.set(now);
    run(faulty(office.ports, fault));
    for (let minute = 0; minute < 180; minute += 5) {
      clock.advance(5 * MINUTE);
      run();
    }
    const found = [told().length, mailer.drafts.size, last().subject.includes("1 came in")];
    expect(found, `${calls[fault.at]} ${JSON.stringify(fault)}`).toEqual([1, 0, true]);
  }
});
