// Rows that have gone stale are found and told of once a week; nothing is changed by finding them (R158, R182).
import { describe, expect, it } from "vitest";
import { outdatedIn } from "../../src/app/clean-data/outdated";
import { openOutdated } from "../../src/app/dialogs/outdated";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR } from "./memory-office";
import { newestWindow } from "./open-window";

/** Everything that can be found, one of each. */
function stale(): FounderOffice {
  const office = new FounderOffice("geo");
  const { store, clock } = office.ports;
  const ago = (days: number) => new Date(clock.now() - days * DAY);
  for (const who of ["fine", "twice", "twice+x", "odd", "gone", "old", "waits"]) {
    office.geo(`${who}@example.org`);
  }
  office.tick();
  const idOf = (who: string) => office.contact(`${who}@example.org`)?.id ?? "";
  store.edit("Contacts", idOf("gone"), "suppressed", "bounced");
  const odd = idOf("odd");
  for (const column of ["email", "sealed"] as const) {
    store.edit("Contacts", odd, column, "odd at example");
  }
  office.tick();
  store.edit("Contacts", idOf("old"), "first_seen_at", ago(400));
  for (const { cells } of store.read("Events")) {
    if (cells.who !== "old@example.org") continue;
    store.edit("Events", cells.id, "occurred_at", ago(400));
  }
  store.edit("Queue", office.row("waits@example.org").id, "entered_at", ago(40));
  return office;
}
const namesIn = (office: FounderOffice) =>
  Object.fromEntries(
    Object.entries(outdatedIn(office.ports)).map(([kind, rows]) => [
      kind,
      rows.map(({ name }) => name),
    ]),
  );

describe("what has gone stale", () => {
  it("is found, each by its kind, and nobody else is named", () => {
    const office = stale();
    expect(namesIn(office)).toEqual({
      unmailable: ["odd at example"],
      duplicates: ["twice+x@example.org"],
      bounced: ["gone@example.org"],
      unconfirmed: [],
      silent: ["old@example.org"],
      flowless: [],
    });
    office.type("Flows", "geo", "on", "");
    office.ports.store.edit("Flows", "geo", "confirm", "YES");
    const found = namesIn(office);
    expect(found.flowless).toContain("fine@example.org · geo");
    expect(found.unconfirmed).toEqual(["waits@example.org · geo"]);
  });

  it("is shown with a way to its row; looking changes nothing", () => {
    const office = stale();
    const before = JSON.stringify([
      office.ports.store.rows("Contacts"),
      office.ports.store.rows("Queue"),
    ]);
    openOutdated(office.ports);
    const open = newestWindow(office.ports);
    expect(open.text()).toContain("Bounced: nothing reaches them: 1");
    expect(open.text()).toContain("gone@example.org");
    open.press(`Contacts ${office.contact("gone@example.org")?.id}`);
    expect(office.ports.person.selection()).toEqual({
      tab: "Contacts",
      ids: [office.contact("gone@example.org")?.id],
    });
    const after = JSON.stringify([
      office.ports.store.rows("Contacts"),
      office.ports.store.rows("Queue"),
    ]);
    expect(after).toBe(before);
  });

  it("is no matter in a sheet where all is well", () => {
    const office = new FounderOffice("geo");
    office.geo();
    office.tick();
    openOutdated(office.ports);
    expect(newestWindow(office.ports).text()).toContain("Nothing has gone stale");
  });

  it.each([
    ["weekly", 1],
    ["off", 0],
  ] as const)(
    "cleaning = %s: Monday's daily mail tells of it %d time in a week",
    (cleaning, times) => {
      const office = stale();
      office.set("digest", "daily");
      office.set("cleaning", cleaning);
      office.pass(8 * DAY, 3 * HOUR);
      const mails = office.ports.mailer.told.map(({ mail }) => mail.text);
      const told = mails.filter((text) => text.includes("Gone stale"));
      expect(told).toHaveLength(times);
      for (const text of told) {
        expect(text).toContain("1 × Bounced: nothing reaches them\n");
        expect(text).not.toContain("gone@example.org");
      }
    },
  );
});
