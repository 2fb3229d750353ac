// Preview cadence change: what would move is said before it holds, and the old wait restores the old times (R80).
import { beforeEach, describe, expect, it } from "vitest";
import { previewCadence } from "../../src/app/preview-cadence";
import { HOUR, MemoryOffice, MINUTE, START } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
  for (const name of ["ada", "bob", "cem"]) office.geo(`${name}@shop.test`);
  office.tick();
});
const nextAt = (name: string) => office.row(`${name}@shop.test`).next_at;
const propose = (wait: string, row = "geo-1") =>
  office.ports.store.edit("Cadence", row, "proposed_wait", wait);
const answer = (text: string | null) => {
  office.ports.person.answers.push(text);
  previewCadence(office.ports);
};
const asked = () => office.ports.person.asked.at(-1)?.text ?? "";
const told = () => office.ports.person.told.at(-1)?.text ?? "";
const geo1 = () => office.ports.store.row("Cadence", "geo-1");

describe("Preview cadence change", () => {
  it("says how many rows move, how many become due today and how many a person holds", () => {
    const { id } = office.row("cem@shop.test");
    office.ports.store.edit("Queue", id, "next_at", new Date(START + 80 * HOUR));
    office.pass(12 * MINUTE);
    propose("6 h");
    answer(null);
    expect(asked()).toContain("geo-1: 48 h → 6 h");
    expect(asked()).toContain("Rows that would move: 2; of these due today: 2");
    expect(asked()).toContain("Timed by hand, and staying as they are: 1");
  });

  it("counts as due today what falls on this day in the sheet's zone, and nothing later", () => {
    propose("20 h");
    answer(null);
    expect(asked()).toContain("Rows that would move: 3; of these due today: 0");
  });

  it.each([null, "", "no", "yes please"])("answered %j changes nothing", (text) => {
    const before = nextAt("ada");
    propose("6 h");
    answer(text);
    office.pass(2 * MINUTE);
    expect(geo1()).toMatchObject({ wait: "48 h", proposed_wait: "6 h" });
    expect(nextAt("ada")).toBe(before);
    expect(told()).toBe("Nothing was changed.");
  });

  it("answered YES makes the proposal the wait and re-times those who wait; the old wait restores them", () => {
    const before = ["ada", "bob"].map(nextAt);
    propose(" 6 h ");
    answer("yes");
    expect(geo1()).toMatchObject({ wait: "6 h", proposed_wait: "", check: "" });
    expect(["ada", "bob"].map(nextAt)).toEqual(before.map((at) => (at ?? 0) - 42 * HOUR));
    propose("48 h");
    answer("YES");
    expect(["ada", "bob"].map(nextAt)).toEqual(before);
  });

  it("names a wait that cannot be read, by its cell, and asks nothing", () => {
    propose("-3 h");
    answer("YES");
    expect(told()).toContain('Cadence row 3, proposed_wait is "-3 h"');
    expect(office.ports.person.asked).toEqual([]);
    expect(geo1()).toMatchObject({ wait: "48 h" });
  });

  it("without a proposal says where to write one", () => {
    previewCadence(office.ports);
    expect(told()).toContain("proposed_wait");
    expect(office.ports.person.asked).toEqual([]);
  });

  it("is for the owner alone", () => {
    propose("6 h");
    office.ports.person.user = "editor@shop.test";
    answer("YES");
    expect(geo1()).toMatchObject({ wait: "48 h" });
  });
});
