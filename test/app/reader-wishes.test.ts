// What a reader asks for on the way-back page (R113), applied by the engine: pause, pace, address, language, going on.
import { describe, expect, it } from "vitest";
import { recordEvent } from "../../src/app/doors/record-event";
import type { ReaderWish } from "../../src/model/fact";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, type MemoryOffice, MINUTE } from "./memory-office";

const ADA = "ada@example.org";

function wishes(office: MemoryOffice, wish: ReaderWish, to = ""): void {
  press(office, `reader.${wish}`, to);
}

function press(office: MemoryOffice, type: string, to = ""): void {
  const { id = "" } = office.contact() ?? office.ports.store.rows("Contacts")[0] ?? {};
  const occurredAt = office.ports.clock.now();
  const payload = JSON.stringify({ contact: id, to });
  const key = `${type}:${id}:${occurredAt}`;
  const event = { source: "page" as const, type, key, who: id, payload, occurredAt, stops: true };
  expect(recordEvent(office.ports, event, office.ports.properties.all())).toBe(true);
  office.ports.clock.advance(MINUTE);
  office.tick();
}

function reading(): FounderOffice {
  const office = new FounderOffice("geo", "lite");
  office.post({ form: "lite", email: ADA, name: "Ada", consent: "yes", locale: "en" });
  office.tick();
  return office;
}

describe("a pause of 30 days", () => {
  it("moves the marketing mails behind it and says so; then they go on", () => {
    const office = reading();
    const sent = office.subjects().length;
    wishes(office, "pause");
    expect(office.row().why).toContain("pause");
    office.pass(29 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(sent);
    office.pass(2 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(sent + 1);
  });

  it("holds no mail that the reader asks for meanwhile", () => {
    const office = reading();
    wishes(office, "pause");
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent.at(-1)?.mail.subject).toMatch(/GEO/);
    office.pass(20 * DAY, HOUR);
    expect(office.queue().find(({ flow }) => flow === "geo")).toMatchObject({ stage: 1 });
  });

  it("ends when the reader goes on, not within the hour", () => {
    const office = reading();
    wishes(office, "pause");
    office.pass(10 * DAY, DAY);
    const sent = office.subjects().length;
    wishes(office, "on");
    office.pass(50 * MINUTE);
    expect(office.subjects()).toHaveLength(sent);
    office.pass(HOUR);
    expect(office.subjects()).toHaveLength(sent + 1);
  });
});

describe("less often", () => {
  it("doubles every marketing wait, also of the mails to come; often brings the table back", () => {
    const office = reading();
    office.pass(73 * HOUR, HOUR);
    const first = office.row().last_at ?? 0;
    expect((office.row().next_at ?? 0) - first).toBe(7 * DAY);
    wishes(office, "less");
    expect((office.row().next_at ?? 0) - first).toBe(14 * DAY);
    office.pass(14 * DAY, HOUR);
    const second = office.row().last_at ?? 0;
    expect((office.row().next_at ?? 0) - second).toBe(14 * DAY);
    wishes(office, "often");
    expect((office.row().next_at ?? 0) - second).toBe(7 * DAY);
  });

  it("holds for a flow entered later, and for nothing that was asked for", () => {
    const office = reading();
    wishes(office, "less");
    office.geo();
    office.tick();
    const row = office.queue().find(({ flow }) => flow === "geo");
    expect(row).toMatchObject({ stage: 1 });
    expect((row?.next_at ?? 0) - (row?.last_at ?? 0)).toBe(4 * DAY);
  });
});

describe("going on after a stop", () => {
  it("opens the rows where they stood, never within the hour, and mails go again", () => {
    const office = reading();
    const { stage, status } = office.row();
    press(office, "unsubscribe");
    expect(office.row()).toMatchObject({ status: "STOPPED" });
    office.pass(10 * DAY, DAY);
    const sent = office.subjects().length;
    wishes(office, "on");
    expect(office.row()).toMatchObject({ stage, status, stop_reason: "" });
    expect(office.contact()).toMatchObject({ suppressed: "" });
    expect((office.row().next_at ?? 0) - office.ports.clock.now()).toBeGreaterThan(55 * MINUTE);
    office.pass(2 * HOUR);
    expect(office.subjects()).toHaveLength(sent + 1);
  });

  it.each(["bounced", "complained", "by hand"] as const)("does not lift what was %s", (what) => {
    const office = reading();
    office.ports.store.edit("Contacts", office.contact()?.id ?? "", "suppressed", what);
    office.ports.properties.set("stop_mark", "typed");
    office.tick();
    wishes(office, "on");
    expect(office.contact()).toMatchObject({ suppressed: what });
    expect(office.row()).toMatchObject({ status: "STOPPED" });
  });

  it("reopens nothing that a payment has closed", () => {
    const office = reading();
    office.pay(ADA);
    office.tick();
    press(office, "unsubscribe");
    wishes(office, "on");
    expect(office.row()).toMatchObject({ status: "PAID", next_at: null });
    const sent = office.subjects().length;
    office.pass(30 * DAY, DAY);
    expect(office.subjects()).toHaveLength(sent);
  });

  it("reopens nothing that a person has stopped", () => {
    const office = reading();
    office.ports.store.edit("Queue", office.row().id, "status", "STOPPED");
    office.ports.properties.set("stop_mark", "typed");
    office.tick();
    wishes(office, "on");
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "by hand" });
  });

  it("can be followed by another stop, which holds", () => {
    const office = reading();
    press(office, "unsubscribe");
    wishes(office, "on");
    press(office, "unsubscribe");
    const sent = office.subjects().length;
    office.pass(30 * DAY, DAY);
    expect(office.row()).toMatchObject({ status: "STOPPED" });
    expect(office.subjects()).toHaveLength(sent);
  });
});

describe("another address", () => {
  it("gets the mails from then on; the old one stays theirs for payments", () => {
    const office = reading();
    wishes(office, "address", "Ada@New.example");
    expect(office.ports.store.rows("Contacts")[0]).toMatchObject({
      email: "ada@new.example",
      aliases: ADA,
    });
    office.pass(73 * HOUR, HOUR);
    expect(office.ports.mailer.sent.at(-1)?.mail.to).toBe("ada@new.example");
    office.pay(ADA);
    office.tick();
    expect(office.ports.store.rows("Queue")[0]).toMatchObject({ status: "PAID" });
  });

  it("of somebody else here changes nothing and tells the owner", () => {
    const office = reading();
    office.geo("bob@example.org");
    office.tick();
    wishes(office, "address", "bob@example.org");
    expect(office.contact()).toMatchObject({ email: ADA });
    expect(office.lastEvent()).toMatchObject({ outcome: "IGNORED" });
  });

  it.each(["", "nonsense", "a@b, c@d.org", "ada@example.org\nbcc: x@y.org"])(
    "that is none (%j) changes nothing",
    (to) => {
      const office = reading();
      wishes(office, "address", to);
      expect(office.contact()).toMatchObject({ email: ADA });
      expect(office.lastEvent()).toMatchObject({ outcome: "IGNORED" });
    },
  );
});

describe("another language", () => {
  it("is that of the next mail", () => {
    const office = reading();
    wishes(office, "language", "zh");
    expect(office.contact()).toMatchObject({ locale: "zh" });
    office.pass(73 * HOUR, HOUR);
    expect(office.ports.mailer.sent.at(-1)?.mail.subject).toMatch(/[一-鿿]/);
  });

  it("that is none changes nothing", () => {
    const office = reading();
    wishes(office, "language", "=1+1");
    expect(office.contact()).toMatchObject({ locale: "en" });
  });
});
