// The row actions and their windows in the bundle: opened by the menu, pressed through doPost, counted in service calls.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

const ADA = "ada@example.org";
let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  for (const name of ["ada", "bob", "cem"]) base.geo(`${name}@example.org`);
  base.pass(2 * MINUTE, MINUTE);
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

function rowOf(email: string): number {
  return office.host.sheet("Queue").rows.findIndex((row) => row.email === email) + 2;
}
/** The menu with those people's rows selected. */
function menu(method: string, people: readonly string[], answers: readonly string[] = []) {
  const [row = 1, ...more] = people.map(rowOf);
  const selection = { sheet: "Queue", row, rows: [row, ...more] };
  const { dialogs } = office.host.run({ function: `menu.${method}`, selection, answers });
  return dialogs;
}
/** A press in the window that the menu opened. */
function press(page: string, args: Readonly<Record<string, string>>, as?: string) {
  const { name, token } = JSON.parse(/var dripsheet = (\{.*?\});/.exec(page)?.[1] ?? "{}");
  const call = {
    function: "doPost",
    args: [{ dialog: name, token, args }],
    from: "dialog",
  } as const;
  const { result } = office.host.run(as === undefined ? call : { ...call, as });
  return result as Readonly<Record<string, string | undefined>>;
}

describe("Explain this row", () => {
  it("opens a window with the answer, and Hold and Release are pressed in it", () => {
    const [window] = menu("explainRow", [ADA]);
    expect(window?.kind).toBe("modal");
    expect(window?.html).toContain("geo_2");
    const row = String(office.queue(ADA)[0]?.id);
    const held = press(window?.html ?? "", { do: "hold", row, rows: row });
    expect(held.message).toContain("held by hand");
    expect(held.html).toContain("PAUSED");
    expect(office.queue(ADA)[0]?.status).toBe("PAUSED");
  });

  it("takes each press once, and none from a page that was not opened here", () => {
    const [window] = menu("explainRow", [ADA]);
    const row = String(office.queue(ADA)[0]?.id);
    press(window?.html ?? "", { do: "hold", row, rows: row });
    const again = press(window?.html ?? "", { do: "release", row, rows: row });
    expect(again.problem).toContain("too old");
    expect(office.queue(ADA)[0]?.status).toBe("PAUSED");
  });

  it("obeys no action and no row but those it knows", () => {
    for (const args of [
      { do: "mark paid", row: "", rows: "" },
      { do: "hold", row: "nobody", rows: "nobody" },
      { do: "constructor", row: "", rows: "" },
    ]) {
      const [window] = menu("explainRow", [ADA]);
      const row = args.row || String(office.queue(ADA)[0]?.id);
      expect(press(window?.html ?? "", { ...args, row, rows: row }).html).toBeUndefined();
    }
    expect(office.queue(ADA)[0]).toMatchObject({ status: "ACTIVE", paid: "NO" });
  });
});

describe("Preview next batch", () => {
  it("shows what a run would do, and runs it when it is pressed", () => {
    office.geo("dan@example.org");
    const [window] = menu("previewBatch", []);
    expect(window?.html).toContain("dan@example.org");
    expect(office.mails("dan@example.org")).toEqual([]);
    expect(press(window?.html ?? "", { do: "run" }).message).toContain("1 mails sent");
    expect(office.mails("dan@example.org")).toHaveLength(1);
  });
});

describe("service calls of a menu action", () => {
  const calls = () => office.lastCalls().length;

  it("stay the same however many people are in the queue", () => {
    menu("explainRow", [ADA]);
    const few = calls();
    menu("previewBatch", []);
    const previewed = calls();
    menu("hold", [ADA]);
    const held = calls();
    for (let n = 0; n < 30; n += 1) office.geo(`lead${n}@example.org`);
    office.pass(HOUR, 10 * MINUTE);
    menu("explainRow", [ADA, "bob@example.org", "cem@example.org"]);
    expect(calls()).toBe(few);
    menu("previewBatch", []);
    expect(calls()).toBe(previewed);
    menu("hold", ["bob@example.org"]);
    expect(calls()).toBeLessThanOrEqual(held + 2);
  });

  it("of another row of the same kind are at most four more", () => {
    menu("hold", [ADA]);
    const one = calls();
    menu("release", [ADA]);
    menu("hold", [ADA, "bob@example.org"]);
    expect(calls()).toBeLessThanOrEqual(one + 4);
  });
});
