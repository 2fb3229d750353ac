// Preview cadence change: what would move is said before it holds, and the old wait restores the old times (R80).
import { beforeEach, describe, expect, it } from "vitest";
import { CADENCE_DIALOG, previewCadence } from "../../src/app/dialogs/preview-cadence";
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
const shown = () => office.ports.person.shown.at(-1)?.html ?? "";
const told = () => office.ports.person.told.at(-1)?.text ?? "";
/** Opens the window, and presses its button where it has one. */
const take = () => {
  previewCadence(office.ports);
  const seen = /name="seen" value="([^"]*)"/.exec(shown())?.[1]?.replace(/&quot;/g, '"');
  return seen === undefined ? null : CADENCE_DIALOG.act(office.ports, { seen });
};
const geo1 = () => office.ports.store.row("Cadence", "geo-1");

describe("Preview cadence change", () => {
  it("says how many rows move, how many become due today and how many a person holds", () => {
    const { id } = office.row("cem@shop.test");
    office.ports.store.edit("Queue", id, "next_at", new Date(START + 80 * HOUR));
    office.pass(12 * MINUTE);
    propose("6 h");
    previewCadence(office.ports);
    expect(shown()).toContain("geo-1: 48 h → 6 h");
    expect(shown()).toContain("Rows that would move: 2; of these due today: 2");
    expect(shown()).toContain("Timed by hand, and staying as they are: 1");
  });

  it("counts as due today what falls on this day in the sheet's zone, and nothing later", () => {
    propose("20 h");
    previewCadence(office.ports);
    expect(shown()).toContain("Rows that would move: 3; of these due today: 0");
  });

  it("closed without a press changes nothing", () => {
    const before = nextAt("ada");
    propose("6 h");
    previewCadence(office.ports);
    office.pass(2 * MINUTE);
    expect(geo1()).toMatchObject({ wait: "48 h", proposed_wait: "6 h" });
    expect(nextAt("ada")).toBe(before);
  });

  it("pressed after the proposal was changed does nothing, and shows what it says now", () => {
    propose("6 h");
    previewCadence(office.ports);
    const seen = /name="seen" value="([^"]*)"/.exec(shown())?.[1]?.replace(/&quot;/g, '"') ?? "";
    propose("7 h");
    const answer = CADENCE_DIALOG.act(office.ports, { seen });
    expect(answer.message).toContain("was changed since");
    expect(answer.view?.source).toContain("7 h");
    expect(geo1()).toMatchObject({ wait: "48 h", proposed_wait: "7 h" });
  });

  it("pressed makes the proposal the wait and re-times those who wait; the old wait restores them", () => {
    const before = ["ada", "bob"].map(nextAt);
    propose(" 6 h ");
    expect(take()?.message).toContain("It holds from now on");
    expect(geo1()).toMatchObject({ wait: "6 h", proposed_wait: "", check: "" });
    expect(["ada", "bob"].map(nextAt)).toEqual(before.map((at) => (at ?? 0) - 42 * HOUR));
    propose("48 h");
    take();
    expect(["ada", "bob"].map(nextAt)).toEqual(before);
  });

  it("names a wait that cannot be read, by its cell, and asks nothing", () => {
    propose("-3 h");
    expect(take()).toBeNull();
    expect(told()).toContain('Cadence row 3, proposed_wait is "-3 h"');
    expect(office.ports.person.shown).toEqual([]);
    expect(geo1()).toMatchObject({ wait: "48 h" });
  });

  it("without a proposal says where to write one", () => {
    previewCadence(office.ports);
    expect(told()).toContain("proposed_wait");
    expect(office.ports.person.shown).toEqual([]);
  });

  it("is for the owner alone", () => {
    propose("6 h");
    previewCadence(office.ports);
    office.ports.person.user = "editor@shop.test";
    expect(take()?.message).toContain("Only the account");
    expect(geo1()).toMatchObject({ wait: "48 h" });
  });
});
