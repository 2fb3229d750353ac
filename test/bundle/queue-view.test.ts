// Views of the Queue in the bundle itself (R63, R66): sorted and filtered by the sheet's own means, within the calls a press may cost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

const CALLS_MAX = 12;

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  for (const name of ["ada", "bob", "cem", "dan"]) {
    base.geo(`${name}@shop.test`);
    base.tick();
    base.pass(HOUR);
  }
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

const names = () => office.host.sheet("Queue").rows.map((row) => String(row.email).split("@")[0]);

/** Who can be seen, from the top. */
function view(method: string): readonly (string | undefined)[] {
  office.host.run({ function: `menu.${method}` });
  const hidden = new Set(office.host.look("Queue").hiddenRows);
  return names().filter((name, index) => name !== undefined && !hidden.has(index + 2));
}

function type(name: string, column: string, value: string): void {
  const row = office.host
    .sheet("Queue")
    .rows.findIndex(({ email }) => email === `${name}@shop.test`);
  office.host.edit("Queue", row + 2, column, value);
}

describe("a view chosen in the menu", () => {
  it("puts the soonest on top, for good, and the row that a person stopped below", () => {
    type("ada", "status", "STOPPED");
    type("dan", "next_at", "2026-03-02 20:00");
    expect(view("viewAll")).toEqual(["dan", "bob", "cem", "ada"]);
    expect(view("viewLive")).toEqual(["dan", "bob", "cem"]);
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX);
    expect(names()).toEqual(["dan", "bob", "cem", "ada"]);
  });

  it("shows what is due today, what is stuck, and who has paid", () => {
    type("ada", "status", "PAUSED");
    type("bob", "paid", "YES");
    type("dan", "next_at", "2026-03-02 20:00");
    expect(view("viewToday")).toEqual(["dan"]);
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX);
    expect(view("viewStuck")).toEqual(["ada"]);
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX);
    expect(view("viewPaid")).toEqual(["bob"]);
    expect(view("viewLite")).toEqual([]);
    expect(view("viewAll")).toHaveLength(4);
    expect(office.host.look("Queue").filtered).toBe(false);
  });

  it("is no edit: no event is made of it, and every mail goes as it would have gone", () => {
    const events = office.host.sheet("Events").rows.length;
    view("viewPaid");
    office.pass(3 * 24 * HOUR, 30 * MINUTE);
    expect(office.host.sheet("Events").rows.filter(({ source }) => source === "sheet")).toEqual([]);
    expect(office.host.sheet("Events").rows.length).toBeGreaterThanOrEqual(events);
    for (const name of ["ada", "bob", "cem", "dan"]) {
      expect(office.mails(`${name}@shop.test`)).toHaveLength(2);
    }
  });

  it("shows who comes in while it stands", () => {
    view("viewLive");
    office.geo("eve@shop.test");
    office.tick();
    const hidden = office.host.look("Queue").hiddenRows;
    expect(names()).toContain("eve");
    expect(hidden).toEqual([]);
  });
});
