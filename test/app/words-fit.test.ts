// Words that were found fit are not tried again until one of them changes; then they are.
import { describe, expect, it } from "vitest";
import { runBatch } from "../../src/app/run-batch";
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

  it("lose a word that a person wrote beside them, though they are fit", () => {
    const { write, check } = checked();
    write("check", "looks good");
    expect(check()).toBe("");
  });
});
