import { describe, expect, it } from "vitest";
import { type Row, SCHEMA_VERSION, TABS, type TabName } from "../../sheets-schema/index";
import { runNow } from "../../src/app/menu-commands";
import { runBatch } from "../../src/app/run-batch";
import { setUp } from "../../src/app/set-up";
import { DAY, HOUR, MemoryOffice, MINUTE, OWNER } from "./memory-office";

const sent = (office: MemoryOffice) => office.ports.mailer.sent.map(({ mail }) => mail);

/** Everything a person or another run could see. */
function everything(office: MemoryOffice) {
  const tabs = (Object.keys(TABS) as TabName[]).map((tab) => [tab, office.ports.store.rows(tab)]);
  return { tabs, properties: [...office.ports.properties.values], mails: sent(office) };
}
/** A second flow that works, to see what a fault of the first leaves alone. */
function addTalkFlow(office: MemoryOffice): void {
  const { store } = office.ports;
  store.put("Flows", { flow: "talk", on: "YES", entry: "form:talk", stops_on: "payment" });
  store.put("Steps", {
    step: "talk_1",
    flow: "talk",
    stage: 0,
    template: "geo_1",
    class: "service",
  });
  store.put("Cadence", {
    row: "talk-0",
    flow: "talk",
    stage_from: 0,
    stage_to: 0,
    wait: "0",
    counts_from: "entry",
  });
  office.ports.properties.set("stop_mark", "rows added by hand");
  office.tick();
}

describe("in REHEARSAL (design 4.10)", () => {
  it("every mail goes to the owner and says whom it was for; LIVE meets none of these rows", () => {
    const office = new MemoryOffice();
    office.set("mode", "REHEARSAL");
    office.geo();
    office.tick();
    expect(sent(office)).toMatchObject([
      { to: OWNER, subject: expect.stringMatching(/^\[for ada@example\.org\] /) },
    ]);
    office.set("mode", "LIVE");
    office.pass(49 * HOUR, HOUR);
    expect(sent(office)).toHaveLength(1);
    expect(office.row()).toMatchObject({ tags: "test", why: expect.stringContaining("keep") });
  });

  it("is not what an unreadable mode means: nothing goes, to nobody, until it is mended", () => {
    const office = new MemoryOffice();
    office.set("mode", "live!");
    office.geo();
    office.tick();
    expect(sent(office)).toEqual([]);
    expect(office.row().why).toContain("REHEARSAL, LIVE");
    setUp(office.ports);
    expect(office.ports.store.row("Settings", "mode")?.check).toContain("REHEARSAL, LIVE");
  });
});

describe("nothing is sent", () => {
  it.each([
    ["from a copied file", "armed_file", "another-file", "copy"],
    [
      "from a sheet of a newer version",
      "schema_version",
      String(SCHEMA_VERSION + 1),
      "newer Dripsheet",
    ],
    ["while the master switch is off", "sending", "OFF", "sending is OFF"],
    ["while the master switch is unreadable", "sending", "on please", "ON, OFF"],
  ])("%s, and the row says so", (_, key, value, why) => {
    const office = new MemoryOffice();
    office.set(key, value);
    office.geo();
    office.pass(3 * DAY, HOUR);
    expect(sent(office)).toEqual([]);
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 0 });
    expect(office.row().why).toContain(why);
    expect(office.lastEvent()).toMatchObject({ outcome: "APPLIED" });
  });

  it("from a copy even after Set up, until the owner says so", () => {
    const office = new MemoryOffice();
    office.set("armed_file", "another-file");
    setUp(office.ports);
    expect(office.ports.person.told.at(-1)?.text).toContain("copy");
    expect(office.ports.store.row("Settings", "sending")?.value).toBe("OFF");
    office.geo();
    office.pass(HOUR, MINUTE);
    expect(sent(office)).toEqual([]);
    office.set("sending", "ON");
    office.tick();
    expect(sent(office)).toHaveLength(1);
  });

  it("by Set up of an older version: it says why and touches nothing", () => {
    const office = new MemoryOffice();
    office.set("schema_version", "99");
    const before = everything(office);
    setUp(office.ports);
    expect(everything(office)).toEqual(before);
    expect(office.ports.person.told.at(-1)?.text).toContain("99");
  });
});

describe("another editor of the sheet (design 5)", () => {
  it("can neither send nor set up: mails never go from another mailbox", () => {
    const office = new MemoryOffice();
    office.geo();
    office.ports.person.user = "editor@shop.test";
    const before = everything(office);
    expect(office.tick()).toBe("not the owner");
    expect(runNow(office.ports)).toBe("not the owner");
    setUp(office.ports);
    expect(office.ports.person.told.map(({ text }) => text).join()).toContain(OWNER);
    expect(everything(office)).toEqual(before);
    office.ports.person.user = OWNER;
    office.tick();
    expect(sent(office)).toHaveLength(1);
  });

  it("nor can anybody in a file that is not set up", () => {
    const office = new MemoryOffice();
    office.ports.properties.remove("owner");
    expect(runBatch(office.ports, "menu")).toBe("not set up");
  });
});

describe("a sheet in Chinese", () => {
  it("says why, notes, reasons and checks in Chinese, tab and column names in English", () => {
    const office = new MemoryOffice();
    office.set("language", "zh");
    office.tick();
    office.geo("ada@example.org", { consent: "" });
    office.geo("nobody");
    office.tick();
    const { id } = office.row();
    office.ports.store.edit("Queue", id, "stage", "seven");
    office.ports.store.edit("Steps", "geo_2", "class", "loud");
    runNow(office.ports);
    const { store, person } = office.ports;
    const check = store.row("Steps", "geo_2")?.check ?? "";
    const events = store.rows("Events").map(({ reason }) => reason);
    const told = person.told.at(-1)?.text ?? "";
    for (const text of [
      office.row().why,
      store.note("Queue", id, "stage"),
      check,
      told,
      ...events,
    ]) {
      expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
    }
    expect(check).toContain("Steps");
  });
});

describe("Set up", () => {
  it("run again changes nothing and says so", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    setUp(office.ports);
    const before = everything(office);
    setUp(office.ports);
    const after = everything(office);
    expect(after.tabs).toEqual(before.tabs);
    expect(after.mails).toEqual(before.mails);
    expect(office.ports.person.told.at(-1)?.text).toContain("Everything was in place");
  });

  it("leaves what the owner wrote, deleted and switched off", () => {
    const office = new MemoryOffice();
    office.ports.store.edit("Templates", "geo_1.en", "subject", "My own words");
    office.ports.store.remove("Templates", "geo_2.zh");
    office.ports.store.edit("Flows", "geo", "on", "NO");
    setUp(office.ports);
    expect(office.ports.store.row("Templates", "geo_1.en")?.subject).toBe("My own words");
    expect(office.ports.store.row("Templates", "geo_2.zh")).toBeUndefined();
    expect(office.ports.store.row("Flows", "geo")?.on).toBe("NO");
  });
});

describe("a missing setting", () => {
  it.each(["web_app_url", "sender_name", "postal_address"])(
    "%s stops marketing and is named; filled in, mail 2 goes",
    (key) => {
      const office = new MemoryOffice();
      office.geo();
      office.tick();
      const value = office.ports.store.row("Settings", key)?.value ?? "";
      office.set(key, "");
      office.pass(3 * DAY, HOUR);
      expect(sent(office)).toHaveLength(1);
      expect(office.row().why).toContain(key);
      expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1 });
      office.set(key, value);
      office.pass(2 * MINUTE);
      expect(sent(office)).toHaveLength(2);
    },
  );

  it("that a template needs stops its mail and is named", () => {
    const office = new MemoryOffice();
    office.set("geo_download_url", "");
    office.geo();
    office.tick();
    expect(sent(office)).toHaveLength(0);
    expect(office.row().why).toContain("links.download");
    office.set("geo_download_url", "https://files.test/x.pdf");
    office.pass(MINUTE);
    expect(sent(office)).toHaveLength(1);
  });
});

type Wrong = readonly [TabName, string, string, unknown, string];
const WRONG: readonly Wrong[] = [
  ["Flows", "geo", "on", "maybe", "YES, NO"],
  ["Flows", "geo", "reentry", "soon", "never, 30 d"],
  ["Flows", "geo", "reentry", "-3", "never, 30 d"],
  ["Flows", "geo", "stops_on", "unsubscribe", "payment"],
  ["Flows", "geo", "stops_on", "", "payment"],
  ["Flows", "geo", "stops_on", "payment, weather", "payment"],
  ["Steps", "geo_1", "stage", "first", "whole number"],
  ["Steps", "geo_1", "stage", -1, "whole number"],
  ["Steps", "geo_1", "template", "nope", "geo_1"],
  ["Steps", "geo_1", "class", "loud", "service, marketing"],
  ["Cadence", "geo-0", "wait", "soon", "48 h"],
  ["Cadence", "geo-0", "counts_from", "birth", "entry, last mail"],
  ["Cadence", "geo-0", "stage_from", "x", "whole number"],
  ["Cadence", "geo-0", "stage_to", "x", "whole number"],
];

describe("a wrong row (R266)", () => {
  it.each(WRONG)(
    "%s %s, %s %j is named with what is allowed, stops its flow and no other",
    (tab, id, column, typed, allowed) => {
      const office = new MemoryOffice();
      addTalkFlow(office);
      const before = office.ports.store.row(tab, id) as Readonly<Record<string, unknown>>;
      office.ports.store.edit(tab, id, column as never, typed);
      office.geo("ada@example.org");
      office.post({ form: "talk", email: "ben@example.org" });
      runNow(office.ports);
      expect(sent(office).map(({ to }) => to)).toEqual(["ben@example.org"]);
      const { check } = office.ports.store.row(tab, id) as Row<"Flows">;
      for (const part of [tab, "row 2", column, `${typed === "" ? "empty" : typed}`, allowed])
        expect(check).toContain(part);
      expect(office.row("ada@example.org").why).toContain(`waits: ${tab} row 2`);

      office.ports.store.edit(tab, id, column as never, before[column]);
      runNow(office.ports);
      expect(sent(office).map(({ to }) => to)).toEqual(["ben@example.org", "ada@example.org"]);
      expect((office.ports.store.row(tab, id) as Row<"Flows">).check).toBe("");
    },
  );

  it("that is missing is named as well", () => {
    const office = new MemoryOffice();
    office.ports.store.remove("Cadence", "geo-1");
    office.geo();
    runNow(office.ports);
    expect(sent(office)).toEqual([]);
    expect(office.ports.store.row("Steps", "geo_2")?.check).toContain("a Cadence row covers");
  });

  it("of a template stops that mail, and says where", () => {
    const office = new MemoryOffice();
    addTalkFlow(office);
    office.ports.store.edit("Templates", "geo_2.en", "body", "Hello {{ nobody }}");
    office.geo();
    runNow(office.ports);
    office.pass(3 * DAY, HOUR);
    expect(sent(office)).toHaveLength(1);
    expect(office.row().why).toContain("geo_2");
    setUp(office.ports);
    expect(office.ports.store.row("Templates", "geo_2.en")?.check).toContain("nobody");
  });

  it("where the flow is gone altogether leaves its rows waiting, and says so", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.ports.store.remove("Flows", "geo");
    office.ports.properties.set("stop_mark", "row deleted by hand");
    office.pass(3 * DAY, HOUR);
    expect(sent(office)).toHaveLength(1);
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1 });
    expect(office.row().why).toContain("Flows has no row geo");
  });
});
