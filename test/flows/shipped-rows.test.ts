// The rows a new sheet starts with fit each other and the engine's reading of them.
import { describe, expect, it } from "vitest";
import { CONCLUSIONS, TABS } from "../../sheets-schema/index";
import { checkLiveTemplates } from "../../src/flows/check-live-templates";
import { shippedRows, YOURS } from "../../src/flows/index";
import { parseOffers } from "../../src/flows/parse-offers";
import { parseRules } from "../../src/flows/parse-rules";
import { CONFIRM, LAST_QUESTION, ownStep } from "../../src/model/own-steps";
import { numbered, rulesOf } from "./rule-tabs";

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

  it.each(["en", "zh"] as const)(
    "are read without a fault, every flow switched on or not: %s",
    (language) => {
      const shipped = shippedRows(language);
      for (const on of ["YES", "NO"] as const) {
        const flows = shipped.Flows.map((row) => ({ ...row, on }));
        const { rules, faults } = parseRules({ ...rulesOf(shipped), flows: numbered(flows) });
        expect(faults).toEqual([]);
        expect([...rules.values()].map(({ fault }) => fault)).toEqual(flows.map(() => null));
        expect(checkLiveTemplates(numbered(shipped.Templates), rules)).toEqual([]);
      }
    },
  );

  it("ask for a price and a link only where an offer's flow is on", () => {
    const offers = numbered(rows.Offers);
    const off = parseRules(rulesOf(rows)).rules;
    expect(parseOffers(offers, off).faults).toEqual([]);
    const on = numbered(rows.Flows.map((row) => ({ ...row, on: "YES" as const })));
    const { rules } = parseRules({ ...rulesOf(rows), flows: on });
    const asked = parseOffers(offers, rules).faults.map(({ id, column }) => `${id} ${column}`);
    expect(asked.sort()).toEqual([
      "course checkout_link",
      "course price",
      "lite checkout_link",
      "lite price",
    ]);
  });

  it("switch on the GEO pack alone: the others are the owner's choice (R20)", () => {
    expect(rows.Flows.filter(({ on }) => on === "YES").map(({ flow }) => flow)).toEqual(["geo"]);
  });

  it("let each event into one flow: no source crosses into another's (R65, R99)", () => {
    const entries = rows.Flows.flatMap(({ entry }) => entry.split(", "));
    expect(new Set(entries).size).toBe(entries.length);
    expect(rows.Flows.find(({ flow }) => flow === "geo")?.entry).toBe("form:geo");
    expect(rows.Flows.find(({ entry }) => entry.includes("free_audit"))?.flow).toBe("free_check");
  });

  it("stop on a payment, every one of them (R98)", () => {
    for (const { stops_on } of rows.Flows) expect(stops_on).toBe("payment, unsubscribe");
  });

  it.each([
    ["geo", "ACTIVE", "30 d"],
    ["free_check", "ACTIVE", "30 d"],
    ["lite", "UNPAID", "never"],
    ["stripe_failed", "FAILED", "each payment"],
    ["course", "UNPAID", "never"],
    ["geo_to_lite", "ACTIVE", "never"],
    ["checkout_open", "ACTIVE", "each payment"],
  ])("of %s open as %s, and again: %s (design 4.1)", (flow, opens_as, reentry) => {
    expect(rows.Flows.find((row) => row.flow === flow)).toMatchObject({ opens_as, reentry });
  });

  it("wait as the founder's table says (R69–R78)", () => {
    const table = rows.Cadence.map(({ flow, stage_from, stage_to, wait, counts_from }) =>
      [flow, stage_from, stage_to ?? "…", wait, counts_from].join(" "),
    );
    expect(table).toEqual([
      "geo 0 0 0 entry",
      "geo 1 1 48 h last mail",
      "free_check 0 0 0 entry",
      "free_check 1 1 free_check.result last mail",
      "lite 0 0 72 h entry",
      "lite 1 4 7 d last mail",
      "lite 5 6 15 d last mail",
      "lite 7 8 30 d last mail",
      "lite 9 9 60 d last mail",
      "lite 10 … 90 d last mail",
      "stripe_failed 0 0 6 h entry",
      "stripe_failed 1 1 24 h entry",
      "geo_to_lite 0 0 7 d entry",
      "checkout_open 0 0 1 h entry",
    ]);
  });

  it("send as service what was asked for or paid, and the rest as marketing (design 4.6)", () => {
    const marketing = rows.Steps.filter((row) => row.class === "marketing").map(({ step }) => step);
    const drip = Array.from({ length: 10 }, (_, at) => `lite_${at + 1}`);
    expect(marketing).toEqual(["geo_2", ...drip, "lite_again", "geo_to_lite"]);
  });

  it("leave a recovery out when it is 72 hours late", () => {
    const late = rows.Steps.filter(({ late_max }) => late_max !== "");
    expect(late.map(({ step }) => step)).toEqual([
      "stripe_failed_1",
      "stripe_failed_2",
      "checkout_open",
    ]);
    expect(new Set(late.map(({ late_max }) => late_max))).toEqual(new Set(["72 h"]));
  });

  it("have the words of every step in both languages", () => {
    for (const name of rows.Steps.flatMap(({ template }) => template.split(", "))) {
      const locales = rows.Templates.filter(({ template }) => template === name);
      expect(locales.map(({ locale }) => locale)).toEqual(["en", "zh"]);
    }
  });

  it("have no words that no step sends", () => {
    const own = [CONFIRM, LAST_QUESTION].flatMap((name) => ownStep(name)?.templates ?? []);
    const steps = rows.Steps.flatMap(({ template }) => template.split(", "));
    const sent = new Set([...steps, ...own]);
    for (const { template } of rows.Templates) expect(sent).toContain(template);
  });

  it("carry each of the four conclusions once (R106)", () => {
    const step = rows.Steps.find(({ sent_on }) => sent_on === "conclusion");
    expect(step?.template.split(", ")).toEqual(
      CONCLUSIONS.map((conclusion) => `lite_conclusion_${conclusion}`),
    );
  });

  it("start in rehearsal, with at most twelve settings of the owner's before the machine's", () => {
    const keys = rows.Settings.map((row) => row.key);
    expect(rows.Settings.find((row) => row.key === "mode")?.value).toBe("REHEARSAL");
    expect(YOURS.length).toBeLessThanOrEqual(12);
    expect(keys.slice(0, YOURS.length)).toEqual([...YOURS]);
    expect(keys.slice(-2)).toEqual(["armed_file", "schema_version"]);
  });

  it("are explained in the language of the sheet", () => {
    const chinese = shippedRows("zh");
    for (const row of chinese.Settings) expect(row.meaning).toMatch(/[\u4e00-\u9fff]/);
    for (const row of chinese.Flows) expect(row.about).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.Settings.find((row) => row.key === "language")?.value).toBe("zh");
    expect(chinese.Settings.map((row) => row.key)).toEqual(rows.Settings.map((row) => row.key));
  });

  it("hold no link, price or id of somebody else's product", () => {
    for (const row of rows.Offers) {
      expect([row.price, row.checkout_link, row.stripe_ids, row.delivery_link]).toEqual([
        ...["", "", "", ""],
      ]);
    }
  });

  it("give Lite its 72 hours, and the course no window (R79)", () => {
    expect(rows.Offers.map(({ offer, window }) => [offer, window])).toEqual([
      ["lite", "72 h"],
      ["course", ""],
    ]);
  });
});
