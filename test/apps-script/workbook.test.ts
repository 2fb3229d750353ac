// Set up's part in the file: what it makes, what it mends, and what it leaves alone.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TABS, type Tab } from "../../sheets-schema/index";
import { type LocalBench, openLocal } from "../contract/local-bench";

let local: LocalBench;
beforeEach(() => {
  local = openLocal();
});
afterEach(() => local.close());

const prepare = (language = "en") => local.call("workbook", "prepare", language) as string[];
const tabNames = () => local.host.sheets().map(({ name }) => name);
const columnsOf = (tab: string) => local.host.look(tab).columns;
const column = (tab: string, header: string) => columnsOf(tab).find((one) => one.header === header);
const headersOf = (tab: string) => local.host.sheet(tab).headers;
const all = Object.values(TABS) as readonly Tab[];

describe("on a new file", () => {
  beforeEach(() => {
    prepare();
  });

  it("makes every tab in order and removes the empty one", () => {
    expect(tabNames()).toEqual(all.map(({ name }) => name));
  });

  it("colours what a person works in and greys the rest", () => {
    const colours = local.host.sheets().map(({ tabColor }) => tabColor);
    expect(new Set(colours.slice(0, 6))).toEqual(new Set(["#2a9d8f"]));
    expect(new Set(colours.slice(6))).toEqual(new Set(["#b7b7b7"]));
  });

  it.each(all)("gives $name its headers, notes, widths and formats", ({ name, columns, about }) => {
    expect(columnsOf(name).map(({ header }) => header)).toEqual(Object.keys(columns));
    expect(local.host.look(name).frozenRows).toBe(1);
    const [first] = Object.keys(columns);
    for (const seen of columnsOf(name)) {
      const wanted = columns[seen.header];
      const note = wanted?.note.en ?? "";
      expect(seen.note).toBe(seen.header === first ? `${about.en}\n\n${note}` : note);
      expect(seen.width).toBe(wanted?.widthPx);
      expect(seen.hidden).toBe(wanted?.hidden ?? false);
      expect(seen.warns).toBe(wanted?.writer === "machine");
      expect(seen.choices).toEqual(wanted?.kind === "choice" ? wanted.choices : []);
      expect(seen.numberFormat.includes("yyyy")).toBe(wanted?.kind === "time");
      expect(seen.numberFormat).not.toBe("@");
    }
  });

  it("changes nothing when it runs again", () => {
    const before = all.map(({ name }) => local.host.look(name));
    expect(prepare()).toEqual([]);
    expect(all.map(({ name }) => local.host.look(name))).toEqual(before);
  });

  it("speaks another language when asked, and then changes nothing more", () => {
    const changed = prepare("zh");
    expect(changed).toHaveLength(all.length);
    expect(column("Queue", "status")?.note).toBe(TABS.Queue.columns.status.note.zh);
    expect(prepare("zh")).toEqual([]);
  });

  it("colours what is paid, failed and to be looked at", () => {
    local.call("store", "append", "Queue", [
      { id: "q-1", status: "PAID" },
      { id: "q-2", status: "FAILED" },
      { id: "q-3", status: "REVIEW" },
      { id: "q-4", status: "ACTIVE" },
    ]);
    const at = headersOf("Queue").indexOf("status");
    const colours = local.host.look("Queue").rows.map(({ backgrounds }) => backgrounds[at]);
    expect(colours.slice(0, 3)).toEqual(["#d9ead3", "#f4cccc", "#fff2cc"]);
    expect(["", "#ffffff"]).toContain(colours[3]);
  });

  it("refuses what is not in a closed list, and takes what is", () => {
    local.call("store", "append", "Queue", [{ id: "q-1", status: "ACTIVE" }]);
    expect(() => local.host.edit("Queue", 2, "status", "nonsense")).toThrow();
    local.host.edit("Queue", 2, "status", "PAID");
    local.host.edit("Queue", 2, "paid", "YES");
    expect(local.host.sheet("Queue").rows[0]).toMatchObject({ status: "PAID", paid: "YES" });
  });

  it("adds a column that a person has renamed away, and keeps theirs", () => {
    const headers = headersOf("Queue");
    local.host.edit("Queue", 1, "offer_deadline", "my column");
    local.call("store", "append", "Contacts", [{ id: "c-1" }]);
    expect(prepare()).toContain("column Queue.offer_deadline");
    expect(headersOf("Queue")).toEqual([
      ...headers.map((name) => (name === "offer_deadline" ? "my column" : name)),
      "offer_deadline",
    ]);
    expect(column("Queue", "offer_deadline")).toMatchObject({ warns: true, width: 140 });
    expect(prepare()).toEqual([]);
  });

  it("moves a person's column to the right to stand behind the last known one", () => {
    const headers = headersOf("Unmatched");
    local.host.edit("Unmatched", 1, "", "mine");
    local.host.edit("Unmatched", 2, "mine", "kept");
    local.host.edit("Unmatched", 1, "notes", "renamed");
    expect(prepare()).toContain("column Unmatched.notes");
    const expected = headers.flatMap((name) =>
      name === "what_to_do" ? [name, "notes"] : name === "notes" ? ["renamed"] : [name],
    );
    expect(headersOf("Unmatched")).toEqual([...expected, "mine"]);
    expect(local.host.sheet("Unmatched").rows[0]).toMatchObject({ mine: "kept" });
    expect(prepare()).toEqual([]);
  });

  it("finds its columns where a person has moved them", () => {
    const queue = { kind: "act", tab: "Queue" } as const;
    local.order({ ...queue, act: { act: "column to front", column: "status" } });
    local.order({ ...queue, act: { act: "own column first" } });
    prepare();
    expect(prepare()).toEqual([]);
    expect(column("Queue", "own")).toMatchObject({ warns: false, choices: [] });
    expect(column("Queue", "status")).toMatchObject({ warns: false });
    expect(column("Queue", "email")).toMatchObject({ warns: true });
    expect(headersOf("Queue").filter((name) => name === "status")).toHaveLength(1);
  });

  it("gives a column of an older version its new name where it stands, with what is below it", () => {
    const headers = headersOf("Flows");
    local.host.edit("Flows", 1, "reentry", "reentry_days");
    local.host.edit("Flows", 2, "reentry_days", 30);
    expect(prepare()).toContain("new name of column Flows.reentry");
    expect(headersOf("Flows")).toEqual(headers);
    expect(local.host.sheet("Flows").rows[0]).toMatchObject({ reentry: 30 });
    expect(prepare()).toEqual([]);
  });

  it("leaves a person's own column that has an old name", () => {
    local.host.edit("Flows", 1, "", "reentry_days");
    expect(prepare()).toEqual([]);
    expect(headersOf("Flows")).toContain("reentry_days");
  });

  it("takes a header with a space behind it for the same column", () => {
    local.host.edit("Queue", 1, "paid", "paid ");
    expect(prepare()).toEqual([]);
  });
});

it("is made whole by the next run, wherever the first was cut off", () => {
  prepare();
  const whole = all.map(({ name }) => local.host.look(name));
  const calls = local.host.executions().at(-1)?.calls.length ?? 0;
  expect(calls).toBeGreaterThan(100);
  for (let atCall = 1; atCall <= calls; atCall += 13) {
    local.close();
    local = openLocal();
    local.host.inject({ atCall, kind: "kill", when: "after" });
    expect(() => prepare()).toThrow();
    prepare();
    expect(all.map(({ name }) => local.host.look(name))).toEqual(whole);
    expect(tabNames()).toEqual(all.map(({ name }) => name));
    expect(prepare()).toEqual([]);
  }
});

describe("what is seldom touched", () => {
  const keys = () => local.host.sheet("Settings").rows.map(({ key }) => key);
  const row = (key: string) => ({ key, value: `${key} is mine`, meaning: "", check: "" });
  const fold = () =>
    local.call("workbook", "fold", "Settings", ["mode", "brand"], ["armed", "link"]);

  it("is folded below the rest, once; what came with a later version moves up to its like", () => {
    prepare();
    local.call("store", "append", "Settings", ["mode", "armed", "own", "brand", "link"].map(row));
    fold();
    expect(keys()).toEqual(["mode", "brand", "armed", "own", "link"]);
    for (const { key, value } of local.host.sheet("Settings").rows)
      expect(value).toBe(`${key} is mine`);
    const calls = () => local.host.executions().at(-1)?.calls ?? [];
    expect(calls().filter((call) => call === "Range.shiftRowGroupDepth")).toHaveLength(2);
    fold();
    expect(keys()).toEqual(["mode", "brand", "armed", "own", "link"]);
    expect(calls().filter((call) => /shift|moveRows|collapse/.test(call))).toEqual([]);
  });
});

it("lines of Start here from before they had an id keep their name", () => {
  prepare();
  local.call("store", "append", "Start here", [{ id: "timer", check: "timer", state: "✓" }]);
  local.host.edit("Start here", 1, "id", "");
  local.host.edit("Start here", 2, "", "");
  expect(headersOf("Start here")).not.toContain("id");
  prepare();
  const [line] = local.host.sheet("Start here").rows;
  expect(line).toMatchObject({ id: "timer", check: "timer", state: "✓" });
  expect(prepare()).toEqual([]);
});

it("keeps a first tab that holds something", () => {
  const [first = ""] = tabNames();
  local.host.edit(first, 1, "", "my notes");
  prepare();
  expect(tabNames()).toContain(first);
  expect(headersOf(first)).toEqual(["my notes"]);
});

it("takes over a tab of the same name without losing what is in it", () => {
  prepare();
  local.host.edit("Settings", 1, "key", "colour");
  local.host.edit("Settings", 1, "value", "shape");
  local.host.edit("Settings", 2, "colour", "red");
  expect(prepare()).toEqual(
    expect.arrayContaining(["column Settings.key", "column Settings.value"]),
  );
  expect(local.host.sheet("Settings").rows[0]).toMatchObject({ colour: "red", key: "" });
});
