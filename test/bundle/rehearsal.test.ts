// The bundle from REHEARSAL to LIVE and back, by windows and by cells, in the calls that a press may cost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OpenWindow } from "../app/open-window.ts";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

const CALLS_MAX = 12;
const PER_ROW = 2;
/** Once in a sheet's life: two whole passes, two removals, the mode; however many rows there are. */
const GO_LIVE_CALLS_MAX = 140;

function opened(method: string): OpenWindow {
  const { dialogs } = office.host.run({ function: `menu.${method}` });
  expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX);
  return new OpenWindow(dialogs[0]?.html ?? "", ({ name, token, args }) => {
    const event = { dialog: name, token, args };
    return office.host.run({ function: "doPost", args: [event], from: "dialog" }).result;
  });
}

const line = (id: string) => office.host.sheet("Start here").rows.find((row) => row.id === id);
const setting = (key: string) =>
  office.host.sheet("Settings").rows.find((row) => row.key === key)?.value;
const choose = (action: string) => office.type("Start here", "id", "mode", "do", action);
const owner = () => office.host.property("owner") ?? "";

function rehearsed(...emails: readonly string[]): void {
  office.set("mode", "REHEARSAL");
  for (const email of emails) office.geo(email);
  office.pass(3 * MINUTE, MINUTE);
}

describe("going LIVE by its window", () => {
  it("removes what is a test, keeps whom a person ticks, and mails only them", () => {
    rehearsed("ada@example.org", "bob@example.org", "eve@example.org");
    expect(office.mails(owner())).toHaveLength(3);
    const bob = office.queue("bob@example.org")[0];
    expect(bob?.tags).toBe("test");
    const window = opened("goLive");
    expect(window.text()).toContain("eve@example.org");
    window.type({ keep: String(bob?.id) });
    window.press("live");
    expect(window.said).toMatch(/removed: 2, kept as real people: 1/);
    expect(office.lastCalls().length).toBeLessThanOrEqual(GO_LIVE_CALLS_MAX);
    expect(setting("mode")).toBe("LIVE");
    expect(office.host.sheet("Queue").rows.map(({ email }) => email)).toEqual(["bob@example.org"]);
    expect(office.host.sheet("Contacts").rows.map(({ email }) => email)).toEqual([
      "bob@example.org",
    ]);
    office.pass(3 * DAY, HOUR);
    expect(office.mails("bob@example.org")).not.toEqual([]);
    expect(office.mails("ada@example.org")).toEqual([]);
    expect(office.mails("eve@example.org")).toEqual([]);
    expect(line("deleted rows")?.state).toBe("✓");
    office.geo("ada@example.org");
    office.pass(3 * MINUTE, MINUTE);
    expect(office.mails("ada@example.org")).toHaveLength(1);
  });
});

describe("a phone", () => {
  it("rehearses, goes LIVE after one question, and reads what came of it in the cell", () => {
    choose("rehearse");
    expect(setting("mode")).toBe("REHEARSAL");
    office.geo();
    office.pass(2 * MINUTE, MINUTE);
    choose("go LIVE");
    expect(line("mode")).toMatchObject({ do: "" });
    expect(line("mode")?.answer).toContain("(ada@example.org)");
    expect(setting("mode")).toBe("REHEARSAL");
    choose("go LIVE");
    expect(setting("mode")).toBe("LIVE");
    expect(office.queue()).toEqual([]);
    expect(line("mode")?.answer).toContain("removed: 1");
  });

  it("runs the self-test, a backup and mail 1 without a menu", () => {
    office.type("Start here", "id", "timer", "do", "self-test");
    expect(line("timer")?.answer).toMatch(/ (\d+) of \1 passed/);
    office.type("Start here", "id", "timer", "do", "back up");
    expect(office.host.copies()).toHaveLength(1);
    office.type("Start here", "id", "timer", "do", "send me mail 1");
    expect(office.mails(owner()).at(-1)).toMatch(/^\[test\] /);
    expect(line("mail 1")?.state).toBe("✓");
  });
});

describe("service calls", () => {
  it("of the sender's window are within 12, and two more for each row it writes", () => {
    const window = opened("sender");
    window.type({ brand: "Lin & Co", signature_en: "Founder" });
    window.press("save");
    expect(window.said).toContain("Saved");
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX + 2 * PER_ROW);
    expect(setting("signature_en")).toBe("Founder");
  });

  it("of Connect Stripe's window are within 12, and two more for each line it writes", () => {
    const window = opened("stripe");
    window.type({ key: "rk_live_new" });
    window.press("store");
    expect(window.said).toContain("a live key");
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX + 3 * PER_ROW);
    expect(office.host.property("stripe_key")).toBe("rk_live_new");
  });

  it("of a flow that is put back leave its row, its note and its reason", () => {
    office.host.setProperty("stripe_key", "");
    office.type("Flows", "flow", "stripe_failed", "on", "YES");
    const row = office.host.sheet("Flows").rows.find(({ flow }) => flow === "stripe_failed");
    expect(row).toMatchObject({ on: "NO" });
    expect(row?.check).toContain("Stripe");
  });
});
