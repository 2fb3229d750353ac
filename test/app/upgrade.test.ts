// A sheet of version 1 is set up by this version: what is new comes in switched off, and nothing of the owner's goes.
import { beforeEach, describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../sheets-schema/index";
import { setUp } from "../../src/app/set-up";
import { MemoryOffice } from "./memory-office";

let office: MemoryOffice;
const ID_COLUMNS = {
  Flows: "flow",
  Steps: "step",
  Cadence: "row",
  Templates: "row",
  Offers: "offer",
} as const;
function ids(tab: keyof typeof ID_COLUMNS): readonly string[] {
  const rows: readonly object[] = office.ports.store.rows(tab);
  return rows.map((row) => String((row as Readonly<Record<string, unknown>>)[ID_COLUMNS[tab]]));
}

/** As version 1 left a sheet: its own rows, without the columns that came later. */
function asVersionOne(): void {
  const { store } = office.ports;
  const first = {
    Flows: ["geo"],
    Steps: ["geo_1", "geo_2"],
    Cadence: ["geo-0", "geo-1"],
    Templates: ["geo_1.en", "geo_1.zh", "geo_2.en", "geo_2.zh"],
    Offers: ["lite", "course"],
  } as const;
  for (const tab of Object.keys(first) as (keyof typeof first)[]) {
    for (const id of ids(tab)) if (!first[tab].includes(id as never)) store.remove(tab, id);
  }
  store.edit("Flows", "geo", "opens_as", "");
  store.edit("Flows", "geo", "reentry", 30);
  store.edit("Offers", "lite", "window", "");
  store.edit("Offers", "lite", "flow", "");
  for (const column of ["why_now", "cost_of_not", "move", "doubt"] as const) {
    store.edit("Templates", "geo_1.en", column, "");
  }
  store.remove("Settings", "recovery_url");
  store.remove("Settings", "other_payments");
  store.edit("Settings", "schema_version", "value", "1");
}

beforeEach(() => {
  office = new MemoryOffice();
  asVersionOne();
});

describe("Set up of a version 1 sheet", () => {
  it("brings the new flows, all switched off, and leaves the running one on", () => {
    setUp(office.ports);
    const flows = office.ports.store.rows("Flows");
    expect(flows.find(({ flow }) => flow === "geo")?.on).toBe("YES");
    expect(flows.length).toBeGreaterThanOrEqual(7);
    expect(flows.filter(({ on }) => on === "YES")).toHaveLength(1);
    expect(ids("Steps")).toContain("lite_10");
    expect(ids("Templates")).toContain("lite_10.zh");
    expect(office.ports.store.row("Settings", "schema_version")?.value).toBe(
      String(SCHEMA_VERSION),
    );
    expect(office.ports.store.row("Settings", "recovery_url")).toBeDefined();
  });

  it("fills the new columns of its old rows, and turns days into a time with its unit", () => {
    setUp(office.ports);
    const { store } = office.ports;
    expect(store.row("Flows", "geo")).toMatchObject({ opens_as: "ACTIVE", reentry: "30 d" });
    expect(store.row("Offers", "lite")).toMatchObject({ flow: "lite", window: "72 h" });
    expect(store.row("Templates", "geo_1.en")?.why_now).not.toBe("");
    for (const { check } of store.rows("Flows")) expect(check).toBe("");
  });

  it("reads an emptied reentry as never, which it meant", () => {
    office.ports.store.edit("Flows", "geo", "reentry", "");
    setUp(office.ports);
    expect(office.ports.store.row("Flows", "geo")?.reentry).toBe("never");
  });

  it("leaves the owner's words, flows and deletions", () => {
    const { store } = office.ports;
    store.edit("Templates", "geo_1.en", "body", "Mine");
    store.edit("Templates", "geo_2.en", "why_now", "My reason");
    store.remove("Offers", "course");
    store.remove("Templates", "geo_2.zh");
    store.put("Flows", { flow: "talk", on: "YES", entry: "form:talk", stops_on: "payment" });
    setUp(office.ports);
    expect(store.row("Templates", "geo_1.en")?.body).toBe("Mine");
    expect(store.row("Templates", "geo_2.en")?.why_now).toBe("My reason");
    expect(ids("Offers")).toEqual(["lite"]);
    expect(ids("Templates")).not.toContain("geo_2.zh");
    expect(store.row("Flows", "talk")).toMatchObject({
      on: "YES",
      opens_as: "ACTIVE",
      reentry: "never",
    });
  });

  it("run again changes nothing, and what is deleted afterwards stays deleted", () => {
    setUp(office.ports);
    office.ports.store.remove("Flows", "course");
    const before = office.ports.store.rows("Flows");
    setUp(office.ports);
    expect(office.ports.store.rows("Flows")).toEqual(before);
    expect(office.ports.person.told.at(-1)?.text).toContain("Everything was in place");
  });

  it("mails nobody by itself", () => {
    setUp(office.ports);
    office.pass(60_000);
    expect(office.subjects()).toEqual([]);
  });
});
