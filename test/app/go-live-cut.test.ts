// Go LIVE that Google cuts in the middle: it says what is known, lets nothing loose, and a second press ends it.
import { beforeEach, expect, it } from "vitest";
import { openGoLive } from "../../src/app/dialogs/go-live";
import { historyRead } from "../../src/app/history/history-state";
import { goLive, idsOf, modeOf, REHEARSES, rehearsed } from "./going-live";
import { MemoryOffice, MINUTE } from "./memory-office";
import { newestWindow } from "./open-window";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice(REHEARSES);
});

it("says what is known: how many rows are left, and which mode it is", () => {
  rehearsed(office, "ada@example.org", "bob@example.org");
  failing("remove", "Contacts");
  const { said } = goLive(office);
  expect(said).toContain("too many calls");
  expect(said).toContain("The mode is REHEARSAL");
  expect(said).toContain("rows of the rehearsal: 0");
  expect(said).not.toContain("nothing more was done");
  expect(modeOf(office)).toBe("REHEARSAL");
});

it("says so where even that cannot be looked at", () => {
  rehearsed(office, "ada@example.org");
  failing("remove", "Contacts");
  const { read } = office.ports.store;
  office.ports.store.remove = () => {
    office.ports.store.read = () => {
      throw new Error("the service is away");
    };
    throw new Error("too many calls");
  };
  openGoLive(office.ports);
  const window = newestWindow(office.ports);
  window.press("live");
  office.ports.store.read = read;
  expect(window.said).toContain("What was done is not known");
});

it("is ended by a second press", () => {
  rehearsed(office, "ada@example.org", "bob@example.org");
  const mend = failing("remove", "Contacts");
  goLive(office);
  mend();
  expect(goLive(office).said).toContain("LIVE.");
  expect(modeOf(office)).toBe("LIVE");
  expect(idsOf(office, "Contacts")).toEqual([]);
  office.pass(12 * MINUTE);
  expect(office.ports.store.row("Start here", "deleted rows")?.state ?? "✓").toBe("✓");
});

it("leaves no gap in which marketing goes: the gate is shut before the mode changes", () => {
  rehearsed(office, "ada@example.org");
  const ada = office.row("ada@example.org").id;
  failing("update", "Settings");
  expect(goLive(office, [ada]).said).toContain("The mode is REHEARSAL");
  expect(historyRead(office.ports.properties.all(), "LIVE")).toBe(false);
});

it("claims no LIVE that cannot be written", () => {
  office.ports.store.remove("Settings", "mode");
  const { said } = goLive(office);
  expect(said).not.toContain("LIVE. Rows");
  expect(said).toContain("mode");
});

/** Google refuses this one write until it is mended. */
function failing(method: "remove" | "update", tab: string): () => void {
  const { store } = office.ports;
  const own = store[method].bind(store) as (name: string, ...rest: unknown[]) => unknown;
  const refused = (name: string, ...rest: unknown[]) => {
    if (name === tab) throw new Error("too many calls");
    return own(name, ...rest);
  };
  Object.assign(store, { [method]: refused });
  return () => void Object.assign(store, { [method]: own });
}
