// Audit, archive and an older version of the file, through the bundle's own windows on the simulated platform.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

type Args = Readonly<Record<string, string>>;
interface Answer {
  readonly message?: string;
  readonly problem?: string;
  readonly html?: string;
  readonly token?: string;
}

/** Opens a window of the menu; each press is one, with the token that the press before gave. */
function windowOf({ host }: BundleOffice, method: string) {
  const page = host.run({ function: `menu.${method}` }).dialogs[0]?.html ?? "";
  const own = JSON.parse(/var dripsheet = (\{.*?\});/.exec(page)?.[1] ?? "{}");
  let { token } = own;
  const press = (args: Args): Answer => {
    const event = { dialog: own.name, token, args };
    const { result } = host.run({ function: "doPost", args: [event], from: "dialog" });
    ({ token } = result as Answer);
    return result as Answer;
  };
  return { page, press, token: (): string => token };
}

const rows = (office: BundleOffice, tab: string) => office.host.sheet(tab).rows;

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  base.geo();
  base.pass(2 * MINUTE, MINUTE);
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

describe("Audit", () => {
  it("agrees with a business that only lived, and costs some reads", () => {
    office.pass(3 * DAY, 6 * HOUR);
    expect(windowOf(office, "audit").page).toContain("Every row agrees with Events and Sends");
    expect(office.lastCalls().length).toBeLessThanOrEqual(25);
  });

  it("finds and repairs a row that was pasted from an older one, seal and all", () => {
    const [older] = rows(office, "Queue");
    office.pass(3 * DAY, 6 * HOUR);
    office.set("sending", "OFF");
    for (const column of ["status", "stage", "sealed", "last_at", "next_at", "next_step"]) {
      office.type("Queue", "id", String(older?.id), column, String(older?.[column] ?? ""));
    }
    const { page, press } = windowOf(office, "audit");
    expect(page).toContain("records say");
    expect(press({ go: "repair", ids: String(older?.id) }).message).toBe("Repaired: 1.");
    expect(rows(office, "Queue")).toMatchObject([{ status: "DONE", stage: 2 }]);
    expect(windowOf(office, "audit").page).toContain("Every row agrees");
  });
});

describe("Archive", () => {
  it("moves what is old into a second spreadsheet, and the next day goes on as before", () => {
    office.pass(3 * DAY, 6 * HOUR);
    office.pass(100 * DAY, 20 * DAY);
    const keys = rows(office, "Sends").map(({ send_key }) => send_key);
    const { page, press } = windowOf(office, "archive");
    expect(page).toContain("closed for 90 days: 1");
    const { message, problem, html } = press({ go: "move" });
    expect([message, problem]).toEqual(["Moved: 3.", undefined]);
    expect(html).toContain("/local/files/");
    expect(rows(office, "Sends").map(({ send_key }) => send_key)).toEqual(keys);
    expect(rows(office, "Sends")[0]).toMatchObject({ token: "", status: "SENT" });
    expect(office.host.sheets().filter(({ name }) => name === "Events")).toHaveLength(1);
    office.geo("ben@example.org");
    office.pass(3 * DAY, 6 * HOUR);
    expect(office.mails("ben@example.org")).toHaveLength(2);
    expect(office.mails()).toHaveLength(2);
    expect(windowOf(office, "audit").page).toContain("Every row agrees");
  });
});

describe("A person's data", () => {
  it("is shown whole and erased from the sheet and from the archive, at a bounded cost", () => {
    office.pass(3 * DAY, 6 * HOUR);
    office.pass(100 * DAY, 20 * DAY);
    windowOf(office, "archive").press({ go: "move" });
    const { press } = windowOf(office, "personData");
    const named = "ada@example.org";
    expect(press({ named, go: "show" }).html).toContain("form:geo");
    expect(press({ named, again: named, go: "erase" })).toMatchObject({ message: "Erased." });
    expect(office.lastCalls().length).toBeLessThanOrEqual(160);
    const { html = "" } = press({ named, go: "show" });
    expect(html.match(/<p>Nothing\.<\/p>/g)).toHaveLength(6);
    expect([office.queue(), rows(office, "Contacts")]).toEqual([[], []]);
    expect(JSON.stringify([rows(office, "Events"), rows(office, "Sends")])).not.toContain(named);
    office.geo();
    office.pass(3 * DAY, 6 * HOUR);
    expect(office.mails()).toHaveLength(2);
  });
});

describe("Duplicates and Outdated rows", () => {
  it("join two addresses and part them again, and lead to the row, at a bounded cost", () => {
    const second = "ada+shop@example.org";
    office.geo(second);
    office.pass(2 * MINUTE, MINUTE);
    const before = rows(office, "Queue").map(({ status, email }) => [status, email]);
    const outdated = windowOf(office, "outdated");
    const row = `Contacts ${rows(office, "Contacts")[1]?.id}`;
    const event = { dialog: "outdated", token: outdated.token(), args: { go: row } };
    const shown = office.host.run({ function: "doPost", args: [event], from: "dialog" });
    expect(shown.cursor).toEqual({ sheet: "Contacts", row: 3 });
    const { page, press } = windowOf(office, "duplicates");
    const pair = /name="pair" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(press({ go: "join", pair }).message).toBe("Joined: 1.");
    expect(office.lastCalls().length).toBeLessThanOrEqual(60);
    expect(rows(office, "Contacts")[1]).toMatchObject({ merged_into: pair.split(" ")[0] });
    const joined = rows(office, "Queue").map(({ status, email }) => [status, email]);
    expect(joined.map(([, email]) => email)).toEqual(["ada@example.org", "ada@example.org"]);
    expect(windowOf(office, "audit").page).toContain("Every row agrees");
    expect(press({ go: "part", pair }).message).toContain("two again");
    expect(rows(office, "Queue").map(({ status, email }) => [status, email])).toEqual(before);
    office.pass(3 * DAY, 6 * HOUR);
    expect([office.mails(), office.mails(second)].map((mails) => mails.length)).toEqual([2, 2]);
    expect(windowOf(office, "audit").page).toContain("Every row agrees");
  });
});

describe("an older version of the file", () => {
  it("mails nobody, learns from Gmail's Sent what it sent, and mails nobody twice", () => {
    const version = office.host.fork();
    office.geo("cem@example.org");
    office.pass(3 * DAY, 6 * HOUR);
    const sent = office.host.outbox().length;
    office.host.restore(version);
    office.pass(DAY, HOUR);
    expect(office.host.outbox()).toHaveLength(sent);
    const { page, press } = windowOf(office, "useThisFile");
    expect(page).toContain("Sends 4 → 1");
    const looked = press({ go: "refill" });
    expect([looked.problem, looked.message]).toEqual([
      undefined,
      expect.stringContaining("Written into Sends: 1"),
    ]);
    expect(looked.message).toContain("cem@example.org");
    expect(press({ go: "arm" }).message).toBe("Mails go from this file now.");
    office.pass(3 * DAY, 6 * HOUR);
    expect(office.host.outbox()).toHaveLength(sent);
    expect(office.queue()).toMatchObject([{ status: "DONE", stage: 2 }]);
  });
});
