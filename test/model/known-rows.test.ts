// What a contact's cell knows of its Queue rows.
import { describe, expect, it } from "vitest";
import { FRESH } from "../../src/model/enrollment";
import { knownRows, withKnownRow, withoutKnownRows } from "../../src/model/known-rows";
import { blankContact, EMPTY_ROW } from "../../src/state/blank";

const contact = blankContact("e_1", false);
const enrollment = (id: string, test = false) => ({
  ...FRESH,
  row: { ...EMPTY_ROW, id },
  entryEvent: "e_1",
  test,
});

describe("the list of a person's rows:", () => {
  it("keeps each row once, in the order they came", () => {
    const one = withKnownRow(contact, enrollment("c_1.geo.1-aaaaaa"));
    const two = withKnownRow(one, enrollment("c_1.lite.1-bbbbbb"));
    expect(withKnownRow(two, enrollment("c_1.geo.1-aaaaaa"))).toBe(two);
    expect(two.rows).toBe("geo.1-aaaaaa lite.1-bbbbbb");
    expect(knownRows(two).map(({ id }) => id)).toEqual(["c_1.geo.1-aaaaaa", "c_1.lite.1-bbbbbb"]);
  });

  it("tells rows of a rehearsal, also when a person keeps one", () => {
    const test = withKnownRow(contact, enrollment("c_1.geo.1-aaaaaa", true));
    expect(knownRows(test)).toEqual([{ id: "c_1.geo.1-aaaaaa", test: true }]);
    const kept = withKnownRow(test, enrollment("c_1.geo.1-aaaaaa"));
    expect(knownRows(kept)).toEqual([{ id: "c_1.geo.1-aaaaaa", test: false }]);
  });

  it("bears names of flows with spaces and signs", () => {
    for (const flow of ["my flow", "50% off", "a%20b"]) {
      const id = `c_1.${flow}.1-aaaaaa`;
      expect(knownRows(withKnownRow(contact, enrollment(id)))).toEqual([{ id, test: false }]);
    }
  });

  it("lists no row of somebody else, and forgets what was meant to go", () => {
    expect(withKnownRow(contact, enrollment("c_2.geo.1-aaaaaa"))).toBe(contact);
    const one = withKnownRow(contact, enrollment("c_1.geo.1-aaaaaa"));
    expect(withoutKnownRows(one, new Set(["c_1.geo.1-aaaaaa"])).rows).toBe("");
    expect(withoutKnownRows(one, new Set(["c_1.lite.1-x"]))).toBe(one);
  });
});
