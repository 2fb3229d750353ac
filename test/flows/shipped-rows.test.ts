// The rows a new sheet starts with fit each other and the engine's reading of them.
import { describe, expect, it } from "vitest";
import { TABS } from "../../sheets-schema/index";
import { shippedRows } from "../../src/flows/index";

const rows = shippedRows("en");

describe("the shipped rows", () => {
  it("have every column of their tab and no other", () => {
    for (const [tab, list] of Object.entries(rows)) {
      const columns = Object.keys(TABS[tab as keyof typeof rows].columns).sort();
      for (const row of list) expect(Object.keys(row).sort()).toEqual(columns);
    }
  });

  it("are named once each", () => {
    for (const [tab, list] of Object.entries(rows)) {
      const id = TABS[tab as keyof typeof rows].idColumn;
      const names = list.map((row) => (row as Record<string, unknown>)[id]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("send GEO mail 1 at once and mail 2 after 48 hours of mail 1", () => {
    expect(rows.Flows).toMatchObject([
      { flow: "geo", on: "YES", entry: "form:geo", reentry_days: 30 },
    ]);
    expect(rows.Steps).toMatchObject([
      { stage: 0, template: "geo_1", class: "service" },
      { stage: 1, template: "geo_2", class: "marketing" },
    ]);
    expect(rows.Cadence).toMatchObject([
      { stage_from: 0, stage_to: 0, wait: "0", counts_from: "entry" },
      { stage_from: 1, stage_to: 1, wait: "48 h", counts_from: "last mail" },
    ]);
  });

  it("have the words of every step in both languages", () => {
    for (const step of rows.Steps) {
      const locales = rows.Templates.filter((row) => row.template === step.template);
      expect(locales.map((row) => row.locale)).toEqual(["en", "zh"]);
    }
  });

  it("start in rehearsal, with at most twelve settings of the owner's before the machine's", () => {
    const keys = rows.Settings.map((row) => row.key);
    expect(rows.Settings.find((row) => row.key === "mode")?.value).toBe("REHEARSAL");
    expect(keys.indexOf("armed_file")).toBeLessThanOrEqual(12);
    expect(keys.slice(-2)).toEqual(["armed_file", "schema_version"]);
  });

  it("are explained in the language of the sheet", () => {
    const chinese = shippedRows("zh");
    for (const row of chinese.Settings) expect(row.meaning).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.Settings.find((row) => row.key === "language")?.value).toBe("zh");
    expect(chinese.Settings.map((row) => row.key)).toEqual(rows.Settings.map((row) => row.key));
  });

  it("hold no link or id of somebody else's product", () => {
    for (const row of rows.Offers) expect([row.checkout_link, row.stripe_ids]).toEqual(["", ""]);
  });
});
