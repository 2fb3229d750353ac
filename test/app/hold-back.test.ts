// Quiet hours and limits in a running office: who waits, until when, what the row says, and that each goes once (R179–R187).
import { beforeEach, describe, expect, it } from "vitest";
import { audited } from "../../src/app/audit/audit";
import { explainLine } from "../../src/app/explain/explain-line";
import { explainRows } from "../../src/app/explain/explain-rows";
import { batchPreview } from "../../src/app/preview/preview-batch";
import { setUp } from "../../src/app/set-up";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";

const NIGHT = { quiet_hours: "21:00-08:00" };
let office: FounderOffice;
function open(settings: Readonly<Record<string, string>>): void {
  office = new FounderOffice("geo", "lite");
  for (const [key, value] of Object.entries(settings)) office.set(key, value);
}
const at = (iso: string) => Date.parse(iso);
/** Some minutes each way and the due ones between: what lies between days is idle. */
function until(iso: string, everyMs = 10 * MINUTE): void {
  const { clock } = office.ports;
  while (clock.now() < at(iso)) office.pass(Math.min(everyMs, at(iso) - clock.now()), everyMs);
}
const times = (step: string) =>
  office.ports.store
    .rows("Sends")
    .filter((one) => one.step === step && one.sent_at !== null)
    .map(({ sent_at }) => new Date(sent_at ?? 0).toISOString().slice(0, 16));

describe("quiet hours", () => {
  beforeEach(() => open(NIGHT));

  it("hold a marketing mail until 08:00 of its reader, and the row says so", () => {
    office.ports.clock.set(at("2026-03-02T15:00Z"));
    office.geo(ADA, { timezone: "Asia/Shanghai" });
    until("2026-03-04T16:00Z");
    expect(times("geo_1")).toEqual(["2026-03-02T15:10"]);
    expect(office.row()).toMatchObject({ status: "ACTIVE", next_at: at("2026-03-05T00:00Z") });
    expect(office.row().why).toBe(
      "geo_2 held until 08:00 in Asia/Shanghai (the reader's own zone): quiet hours",
    );
    until("2026-03-06T00:00Z");
    expect(times("geo_2")).toEqual(["2026-03-05T00:00"]);
    expect(office.row().status).toBe("DONE");
  });

  it("are those of the phone's country, else of Settings, else of the sheet, whatever nonsense came", () => {
    office.set("reader_zone", "Asia/Dubai");
    office.geo("tel@example.org", { phone: "+81 3 1234", timezone: "Mars/Olympus" });
    office.geo("none@example.org", { timezone: "nonsense" });
    office.ports.clock.set(at("2026-03-02T18:00Z"));
    office.tick();
    until("2026-03-04T18:20Z");
    expect(office.row("tel@example.org").why).toContain(
      "08:00 in Asia/Tokyo (by the country of their phone)",
    );
    expect(office.row("none@example.org").why).toContain("Asia/Dubai (Settings reader_zone)");
  });

  it.each([
    ["Berlin", 'is "Berlin"; allowed: empty or a zone'],
    ["Europe/Berlin", ""],
    ["GMT+8", ""],
  ])("of the zone %s in Settings: what no clock knows is told beside it", (zone, told) => {
    office.set("reader_zone", zone);
    setUp(office.ports);
    const check = office.ports.store.row("Settings", "reader_zone")?.check ?? "?";
    if (told === "") expect(check).toBe("");
    else expect(check).toContain(told);
  });

  it("leave what was asked for alone, and a time that a person gave", () => {
    office.ports.clock.set(at("2026-03-02T22:00Z"));
    office.geo();
    office.tick();
    expect(times("geo_1")).toEqual(["2026-03-02T22:00"]);
    office.type("Queue", office.row().id, "do", "send now");
    office.tick();
    expect(times("geo_2")).toEqual(["2026-03-02T22:00"]);
  });

  it("are followed by no burst: five a quarter of an hour, in the order they came", () => {
    const people = Array.from({ length: 12 }, (_, n) => `lead${n}@example.org`);
    office.ports.clock.set(at("2026-03-02T20:30Z"));
    for (const email of people) {
      office.geo(email);
      office.tick();
      office.ports.clock.advance(MINUTE);
    }
    until("2026-03-05T12:00Z");
    const sends = office.ports.store.rows("Sends").filter(({ step }) => step === "geo_2");
    expect(sends.map(({ email }) => email)).toEqual(people);
    const minutes = sends.map(({ sent_at }) => ((sent_at ?? 0) - at("2026-03-05T07:00Z")) / MINUTE);
    expect(minutes.map((minute) => Math.floor(minute / 15))).toEqual([
      ...[0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2],
    ]);
  });

  it("are no difference to the audit, and known to Preview and Explain", () => {
    office.ports.clock.set(at("2026-03-02T21:00Z"));
    office.geo();
    office.tick();
    const { ports } = office;
    const id = office.row().id;
    const explained = () => {
      const [one] = explainRows(ports, ports.properties.all(), () => [id]);
      return one === undefined ? "" : explainLine(one.planning, id);
    };
    expect(explained()).toContain("At that time: geo_2 held until 08:00 in Europe/Berlin");
    ports.clock.advance(2 * DAY);
    expect(batchPreview(ports, ports.properties.all())).toMatchObject({
      goes: [],
      held: [{ email: ADA, why: { code: "heldOver" } }],
    });
    office.tick();
    expect(explained()).toContain("geo_2 held until 08:00 in Europe/Berlin");
    expect(audited(ports, ports.properties.all()).differences).toEqual([]);
    until("2026-03-05T07:10Z");
    expect(times("geo_2")).toHaveLength(1);
    expect(audited(ports, ports.properties.all()).differences).toEqual([]);
  });

  it("end no wait for a payment: whoever pays while held gets nothing more", () => {
    office.ports.clock.set(at("2026-03-02T21:00Z"));
    office.geo();
    office.tick();
    until("2026-03-04T21:10Z");
    office.pay(ADA);
    until("2026-03-06T12:00Z");
    expect(times("geo_2")).toEqual([]);
    expect(office.row().status).toBe("PAID");
  });
});

describe("working days and a time of day", () => {
  it("move a weekend's mail to Monday morning", () => {
    open({ ...NIGHT, working_days: "Mon-Fri", holidays: "03-09" });
    office.ports.clock.set(at("2026-03-05T10:00Z"));
    office.geo();
    until("2026-03-07T10:20Z");
    expect(office.row().why).toContain("held until 2026-03-10 08:00 in Europe/Berlin");
    expect(office.row().why).toContain("no working day");
    until("2026-03-10T07:10Z");
    expect(times("geo_2")).toEqual(["2026-03-10T07:00"]);
  });

  it("of Cadence: after 2 d at 09:30 of the reader's clock, also where the clocks are changed", () => {
    open({});
    office.type("Cadence", "geo-1", "wait", "2 d at 09:30");
    office.ports.clock.set(at("2026-03-27T14:00Z"));
    office.geo(ADA, { timezone: "Europe/Berlin" });
    until("2026-03-29T15:00Z");
    expect(office.row().why).toContain("held until 09:30 in Europe/Berlin");
    until("2026-03-31T15:00Z");
    expect(times("geo_2")).toEqual(["2026-03-30T07:30"]);
  });
});

describe("a moderate randomness", () => {
  const people = Array.from({ length: 8 }, (_, n) => `lead${n}@example.org`);
  const minutesLate = () =>
    office.ports.store
      .rows("Sends")
      .filter(({ step }) => step === "geo_2")
      .map(({ sent_at }) => Math.floor(((sent_at ?? 0) - START - 2 * DAY) / MINUTE));

  it("sends each mail its own part later, never earlier, and counts as no difference to the audit", () => {
    open({ jitter: "40 min" });
    for (const email of people) office.geo(email);
    office.tick();
    office.ports.clock.set(START + 2 * DAY);
    office.tick();
    expect(office.row("lead1@example.org").why).toMatch(/^geo_2 held until .* Settings jitter$/);
    const { ports } = office;
    expect(audited(ports, ports.properties.all()).differences).toEqual([]);
    until("2026-03-04T10:00Z", MINUTE);
    const late = minutesLate();
    expect(late).toHaveLength(people.length);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(41);
    expect(new Set(late).size).toBeGreaterThan(4);
  });

  it("moves no mail into the night, and nothing that was asked for", () => {
    open({ ...NIGHT, jitter: "3 h" });
    office.ports.clock.set(at("2026-03-02T19:59Z"));
    for (const email of people) office.geo(email, { timezone: "Europe/Berlin" });
    office.tick();
    expect(times("geo_1")).toHaveLength(people.length);
    until("2026-03-05T06:00Z", MINUTE);
    expect(times("geo_2")).toEqual(people.map(() => "2026-03-04T19:59"));
  });

  it("costs no mail its deadline", () => {
    open({ jitter: "3 h" });
    office.ports.store.edit("Steps", "geo_2", "late_max", "1 min");
    for (const email of people) office.geo(email);
    office.tick();
    until("2026-03-04T12:00Z", MINUTE);
    expect(minutesLate()).toEqual(people.map(() => 0));
  });
});

describe("limits over all flows", () => {
  it("of a cap re-time a mail and say when it goes; what was asked for counts apart", () => {
    open({ cap_marketing: "1 per 7 d" });
    office.geo();
    office.lite();
    office.tick();
    expect([...office.steps(ADA)].sort()).toEqual(["geo_1", "lite_receipt"]);
    until("2026-03-05T09:30Z");
    expect(times("geo_2")).toEqual(["2026-03-04T09:00"]);
    const [lite] = office.queue().filter(({ flow }) => flow === "lite");
    expect(lite?.why).toContain(
      "lite_1 held until 2026-03-11 10:00 in Europe/Berlin: at most 1 in 7 days",
    );
    until("2026-03-12T00:00Z");
    expect(times("lite_1")).toEqual(["2026-03-11T09:00"]);
  });

  it("between flows let the upper one go first, and the other after its gap", () => {
    open({ flow_gap: "24 h" });
    office.type("Cadence", "lite-0", "wait", "48 h");
    office.lite();
    office.ports.clock.advance(5 * MINUTE);
    office.geo();
    office.tick();
    office.ports.clock.set(START + 48 * HOUR + 20 * MINUTE);
    office.tick();
    expect([times("geo_2").length, times("lite_1").length]).toEqual([1, 0]);
    until("2026-03-06T00:00Z");
    expect(times("lite_1")).toEqual(["2026-03-05T09:20"]);
  });

  it("keep the same offer away as long as it says, and drop none", () => {
    open({ offer_gap: "14 d" });
    office.lite();
    until("2026-04-03T00:00Z");
    const went = [...times("lite_1"), ...times("lite_2"), ...times("lite_3")];
    expect(went).toEqual(["2026-03-05T09:00", "2026-03-19T09:00", "2026-04-02T09:00"]);
  });
});

describe("whoever shows no sign of life", () => {
  it("hears more seldom, then pauses, then nothing; a sign of life brings the cadence back", () => {
    open({ cool_down: "2 rarer, 3 pause 40 d, 4 stop" });
    office.lite();
    until("2026-03-26T10:00Z", HOUR);
    // 7 d after the second would have been the 19th.
    expect([...times("lite_2"), ...times("lite_3")]).toEqual([
      "2026-03-12T09:00",
      "2026-03-26T09:00",
    ]);
    until("2026-04-03T10:00Z", HOUR);
    expect(office.one("lite").why).toContain("3 mails without a sign of life");
    until("2026-05-05T10:00Z", HOUR);
    expect(times("lite_4")).toEqual(["2026-05-05T09:00"]);
    until("2026-05-12T10:00Z", HOUR);
    expect(office.one("lite").why).toContain("4 mails without a sign of life");
    expect(times("lite_5")).toEqual([]);
    office.geo(ADA);
    office.tick();
    until("2026-08-10T12:00Z", HOUR);
    expect(times("lite_5")).toHaveLength(1);
  });

  it("hears at another rhythm than the engaged", () => {
    open({ rhythm: "1 h, 6 d" });
    for (const stage of [1, 5, 7, 9, 10]) {
      office.type("Cadence", `lite-${stage}`, "wait", "3 d");
    }
    office.lite();
    until("2026-03-08T10:00Z", HOUR);
    expect(times("lite_2")).toEqual(["2026-03-08T09:00"]);
    until("2026-04-04T10:00Z", HOUR);
    expect(times("lite_10")).toEqual(["2026-04-01T09:00"]);
    expect(office.one("lite").why).toMatch(/lite_again held until 2026-04-07 .* 6 days between/);
  });
});
