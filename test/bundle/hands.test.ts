// What hands do to a sheet that runs: typing, pasting, filling down, sorting, inserting, deleting, renaming (design 3).
// Each legal edit counts, each illegal one is put back and says so, and everybody else's mail goes on.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office";

const PEOPLE = ["ada", "bob", "cem", "dee", "eva"].map((name) => `${name}@example.org`);

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  for (const email of PEOPLE) base.geo(email);
  base.pass(2 * MINUTE, MINUTE);
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

const rowNumber = (email: string) =>
  office.host.sheet("Queue").rows.findIndex((row) => row.email === email) + 2;
const statuses = () =>
  Object.fromEntries(PEOPLE.map((email) => [email.slice(0, 3), office.queue(email)[0]?.status]));
const mails = () => PEOPLE.map((email) => office.mails(email).length);
const edits = () => office.host.sheet("Events").rows.filter(({ type }) => type === "edit");

const startLine = (id: string) =>
  office.host.sheet("Start here").rows.find((row) => row.id === id)?.what_to_do;

function notesOn(email: string): readonly string[] {
  const look = office.host.look("Queue");
  return (look.rows.find(({ row }) => row === rowNumber(email))?.notes ?? []).filter(Boolean);
}

describe("filling a status down over five rows", () => {
  it("stops all five, each with an event of its own, and nothing goes any more", () => {
    const values = PEOPLE.map(() => ["STOPPED"]);
    office.host.act({ kind: "paste", sheet: "Queue", row: 2, column: "status", values });
    expect(Object.values(statuses())).toEqual(PEOPLE.map(() => "STOPPED"));
    expect(edits()).toHaveLength(5);
    office.pass(3 * DAY, HOUR);
    expect(mails()).toEqual([1, 1, 1, 1, 1]);
  });
});

describe("pasting nonsense over half a row", () => {
  it("puts every cell back with a note, and the mails go as planned", () => {
    const values = PEOPLE.map(() => ["LATER", "perhaps", "minus one", "", "soon"]);
    office.host.act({ kind: "paste", sheet: "Queue", row: 2, column: "status", values });
    office.pass(2 * MINUTE, MINUTE);
    expect(Object.values(statuses())).toEqual(PEOPLE.map(() => "ACTIVE"));
    for (const email of PEOPLE) expect(notesOn(email).length, email).toBeGreaterThan(1);
    office.pass(49 * HOUR, HOUR);
    expect(mails()).toEqual([2, 2, 2, 2, 2]);
  });
});

describe("pasting a block over columns the machine writes", () => {
  it("takes nobody's place, stops nobody, and mails nobody wrong or twice", () => {
    const block = PEOPLE.map((_, at) => [`stranger${at}@x.example`, "lite", "ACTIVE", "NO", "0"]);
    office.host.act({ kind: "paste", sheet: "Queue", row: 2, column: "email", values: block });
    office.pass(50 * HOUR, HOUR);
    const strangers = office.host.outbox().filter(({ to }) => to.endsWith("@x.example"));
    expect(strangers).toEqual([]);
    for (const email of PEOPLE) expect(office.mails(email).length).toBeLessThanOrEqual(2);
  });
});

describe("sorting, and columns put in between", () => {
  it("change nothing: the same people get the same mails", () => {
    office.host.act({ kind: "sort", sheet: "Queue", column: "email", ascending: false });
    office.host.act({ kind: "insertColumn", sheet: "Queue", column: "status" });
    office.host.act({ kind: "insertRows", sheet: "Queue", row: 3, count: 2 });
    office.host.act({ kind: "sort", sheet: "Contacts", column: "email", ascending: false });
    office.pass(49 * HOUR, HOUR);
    expect(mails()).toEqual([2, 2, 2, 2, 2]);
    expect(Object.values(statuses())).toEqual(PEOPLE.map(() => "DONE"));
  });
});

describe("a column put in at any call of a run, beside one of the person's own", () => {
  it.each([
    ["Queue", "email"],
    ["Contacts", "email"],
    ["Sends", "email"],
    ["Events", "type"],
  ])("%s: the run ends well", (sheet, column) => {
    office.host.act({ kind: "insertColumn", sheet, column });
    office.pass(20 * MINUTE, 10 * MINUTE);
    office.geo("fay@example.org");
    const run = (at: number) => {
      const copy = office.copy();
      copy.host.onCall(({ index }) => {
        if (index === at) copy.host.act({ kind: "insertColumn", sheet, column });
        return undefined;
      });
      copy.host.advance(copy.host.now() + MINUTE);
      const { outcome, error, calls } = copy.host.executions().at(-1) ?? { calls: [] };
      copy.close();
      return { outcome, error, calls };
    };
    const { calls } = run(0);
    expect(calls.length).toBeGreaterThan(20);
    for (const at of calls.keys()) expect(run(at + 1)).toMatchObject({ outcome: "ok", error: "" });
  });
});

describe("a deleted row", () => {
  it("gets no mail, and the others go on", () => {
    office.host.act({ kind: "deleteRows", sheet: "Queue", row: rowNumber(PEOPLE[1] ?? "") });
    office.pass(49 * HOUR, HOUR);
    expect(mails()).toEqual([2, 1, 2, 2, 2]);
  });
});

describe("a header or a tab that was renamed or deleted", () => {
  it.each([
    ["Queue", "status"],
    ["Queue", "email"],
    ["Queue", "next_at"],
    ["Queue", "sealed"],
    ["Queue", "id"],
    ["Contacts", "tags"],
  ])(
    "%s ▸ %s: nothing goes while it is gone, Start here names it, and all goes on once it is back",
    (tab, header) => {
      office.host.edit(tab, 1, header, "my column");
      office.pass(49 * HOUR, HOUR);
      expect(mails()).toEqual([1, 1, 1, 1, 1]);
      const told = office.host.sheet("Start here").rows.map(({ what_to_do }) => what_to_do);
      expect(told.some((text) => String(text).includes(header))).toBe(true);
      office.host.edit(tab, 1, "my column", header);
      office.pass(2 * HOUR);
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
    },
  );

  it.each(["Queue", "Contacts", "Templates", "Settings", "Sends", "Flows"])(
    "%s renamed: nothing goes, a form is kept, and all goes on once it is back",
    (sheet) => {
      office.host.act({ kind: "renameSheet", sheet, to: "mine" });
      office.geo("new@example.org");
      office.pass(49 * HOUR, HOUR);
      expect(mails()).toEqual([1, 1, 1, 1, 1]);
      office.host.act({ kind: "renameSheet", sheet: "mine", to: sheet });
      office.pass(2 * HOUR);
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
      expect(office.mails("new@example.org").length).toBeGreaterThan(0);
    },
  );

  it.each([
    ["Queue", "why"],
    ["Queue", "do"],
    ["Contacts", "notes"],
    ["Flows", "about"],
    ["Templates", "doubt"],
  ])(
    "%s ▸ %s, from which nothing is decided: everybody is met, and Start here names it",
    (tab, header) => {
      office.host.edit(tab, 1, header, "my column");
      office.geo("new@example.org");
      office.pass(51 * HOUR, HOUR);
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
      expect(office.mails("new@example.org")).toHaveLength(2);
      expect(startLine("gone headers")).toContain(`${tab} ▸ ${header}`);
      office.host.edit(tab, 1, "my column", header);
      office.pass(HOUR, 10 * MINUTE);
      expect(startLine("gone headers")).toBe("every header is there");
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
    },
  );

  it.each(["Start here", "Runs", "Unmatched"])(
    "%s renamed: everybody is met all the same",
    (sheet) => {
      office.host.act({ kind: "renameSheet", sheet, to: "mine" });
      office.geo("new@example.org");
      office.pass(51 * HOUR, HOUR);
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
      expect(office.mails("new@example.org")).toHaveLength(2);
      office.host.act({ kind: "renameSheet", sheet: "mine", to: sheet });
      office.pass(HOUR, 10 * MINUTE);
      expect(mails()).toEqual([2, 2, 2, 2, 2]);
    },
  );

  it("Unmatched renamed: a payment of nobody's waits until it is back, and nothing goes meanwhile", () => {
    office.host.act({ kind: "renameSheet", sheet: "Unmatched", to: "mine" });
    office.pay("", "evt_nobody");
    office.pass(49 * HOUR, HOUR);
    expect(mails()).toEqual([1, 1, 1, 1, 1]);
    office.host.act({ kind: "renameSheet", sheet: "mine", to: "Unmatched" });
    office.pass(2 * HOUR);
    expect(office.host.sheet("Unmatched").rows).toHaveLength(1);
    expect(mails()).toEqual([2, 2, 2, 2, 2]);
  });

  it("Templates deleted: Set up brings it back as shipped, and the mails go on", () => {
    office.host.act({ kind: "deleteSheet", sheet: "Templates" });
    office.pass(HOUR);
    office.host.run({ function: "menu.setUp" });
    office.pass(49 * HOUR, HOUR);
    expect(mails()).toEqual([2, 2, 2, 2, 2]);
  });
});

describe("two owners typing at once into one row", () => {
  it("count both, one after the other, and the stricter holds", () => {
    const row = rowNumber(PEOPLE[0] ?? "");
    office.host.edit("Queue", row, "next_at", "2026-03-02 09:05:00");
    office.host.edit("Queue", row, "status", "PAUSED", "partner@shop.test");
    office.pass(49 * HOUR, HOUR);
    expect(office.queue()[0]).toMatchObject({ status: "PAUSED" });
    expect(mails()).toEqual([1, 2, 2, 2, 2]);
  });
});

describe("rows that are nobody's", () => {
  const told = () => office.host.sheet("Start here").rows.map(({ what_to_do }) => what_to_do);

  it("pasted below the last row are counted on Start here, and the line goes with them", () => {
    const values = Array.from({ length: 40 }, (_, at) => [`junk ${at}`, "more", "PAUSED"]);
    office.host.act({ kind: "paste", sheet: "Queue", row: 7, column: "email", values });
    office.pass(12 * MINUTE, MINUTE);
    expect(told().join()).toContain("40 rows of Queue, from row 7 on");
    office.host.act({ kind: "deleteRows", sheet: "Queue", row: 7, count: 40 });
    office.geo("new@example.org");
    office.pass(2 * MINUTE, MINUTE);
    expect(told().join()).toContain("every row is Dripsheet's");
    expect(office.mails("new@example.org")).toHaveLength(1);
  });

  it("by an id typed over: nobody else is met, and restore rows brings the person's row back", () => {
    office.host.edit("Queue", 2, "id", "nonsense");
    office.pass(12 * MINUTE, MINUTE);
    expect(told().join()).toContain("1 rows of Queue, from row 2 on");
    expect(told().join()).toContain(PEOPLE[0]);
    office.type("Start here", "id", "mode", "do", "restore rows");
    office.pass(51 * HOUR, HOUR);
    expect(mails()).toEqual([2, 2, 2, 2, 2]);
  });
});
