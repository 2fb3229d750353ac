// Words that were found fit are not tried again until one of them changes; then they are.
import { describe, expect, it } from "vitest";
import { runBatch } from "../../src/app/run-batch";
import { ADA, FounderOffice } from "./founder-office";
import { MemoryOffice } from "./memory-office";

const ROW = "geo_2.en";

function checked() {
  const office = new MemoryOffice();
  const { store, properties } = office.ports;
  const body = String(store.row("Templates", ROW)?.body);
  const write = (column: "body" | "check", text: string) =>
    store.edit("Templates", ROW, column, text);
  const check = () => {
    runBatch(office.ports, "edit");
    return store.row("Templates", ROW)?.check;
  };
  return { body, write, check, mark: () => properties.values.get("words_fit") };
}

describe("the words of all mails", () => {
  it("are known to be fit after setting up, and a look at them changes nothing", () => {
    const { check, mark } = checked();
    const before = mark();
    expect(before).toBeTruthy();
    expect(check()).toBe("");
    expect(mark()).toBe(before);
  });

  it("are tried again as soon as some have changed, and as often as some are wrong", () => {
    const { body, write, check } = checked();
    write("body", "{{ nobody }}");
    expect(check()).toContain("nobody");
    write("check", "");
    expect(check()).toContain("nobody");
    write("body", body);
    expect(check()).toBe("");
  });

  it("wait, and say so, while they tell more of the reader than personal_max allows", () => {
    const office = new FounderOffice("geo");
    office.set("personal_max", "0");
    office.geo();
    office.tick();
    expect(office.steps(ADA)).toEqual([]);
    expect(office.row().why).toContain("Settings personal_max allows 0");
    runBatch(office.ports, "menu");
    expect(office.ports.store.row("Templates", "geo_1.en")?.check).toContain("(name)");
    office.set("personal_max", "");
    office.tick();
    expect(office.steps(ADA)).toEqual(["geo_1"]);
  });

  it("lose a word that a person wrote beside them, though they are fit", () => {
    const { write, check } = checked();
    write("check", "looks good");
    expect(check()).toBe("");
  });
});
