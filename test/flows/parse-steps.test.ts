// A wrong row of Steps or Cadence names itself and stops its flow alone (R266).
import { describe, expect, it } from "vitest";
import type { CadenceRow, StepRow } from "../../sheets-schema/index";
import { parseRules } from "../../src/flows/parse-rules";
import { expectNamed, SHIPPED, step, wait, withStep } from "./rule-tabs";

const flowOf = (name: string) => {
  const row = SHIPPED.steps.find(({ cells }) => cells.step === name);
  return row?.cells.flow ?? "";
};
const conclusions = (...names: readonly string[]) =>
  names.map((name) => `lite_conclusion_${name}`).join(", ");
const FOUR = "lite_2, lite_3, lite_5, lite_6";

type StepCase = readonly [string, keyof StepRow, string | number | null, string];
const STEPS: readonly StepCase[] = [
  ["geo_2", "template", "nope", "one of geo_1"],
  ["geo_2", "template", "", "one of geo_1"],
  ["geo_2", "template", "geo_1, geo_2", "one template"],
  ["geo_2", "template", "geo_2, nope", "one of geo_1"],
  ["lite_again", "template", FOUR, "at least 5 different"],
  ["lite_again", "template", `${FOUR}, lite_2`, "at least 5 different"],
  ["lite_conclusion", "template", conclusions("indexing", "structure", "content"), "…_order"],
  ["lite_conclusion", "template", "geo_1, geo_2, lite_1, lite_2", "one each of"],
  ["geo_2", "stage", null, "a whole number"],
  ["geo_2", "stage", -1, "a whole number"],
  ["lite_receipt", "stage", 0, "empty for entry"],
  ["lite_delivery", "stage", 3, "empty for paid"],
  ["lite_conclusion", "stage", 0, "empty for conclusion"],
  ["lite_delivery", "repeats", "YES", "empty for paid"],
  ["geo_2", "class", "", "service, marketing"],
  ["stripe_failed_1", "late_max", "late", "72 h"],
  ["stripe_failed_1", "late_max", "-72 h", "72 h"],
];

describe("a wrong cell of Steps", () => {
  it.each(STEPS)("%s, %s %j is named with what is allowed", (name, column, cell, allowed) => {
    const tabs = step(name, { [column]: cell });
    expectNamed(tabs, { tab: "Steps", id: name, column }, flowOf(name), allowed);
  });

  it.each([
    ["stage", "first", "a whole number"],
    ["sent_on", "monday", "stage, entry, paid, conclusion"],
    ["repeats", "often", "YES, NO"],
    ["class", "loud", "service, marketing"],
  ])("%s %j, which does not fit its column, is named", (column, odd, allowed) => {
    const tabs = step("geo_2", { [column]: column === "stage" ? null : "" }, { [column]: odd });
    expectNamed(tabs, { tab: "Steps", id: "geo_2", column }, "geo", allowed);
  });

  it("is a name that stands twice, in one flow or in two: it is part of the send key", () => {
    const twice = withStep({ step: "geo_2", flow: "geo", stage: 2 });
    expectNamed(twice, { tab: "Steps", id: "geo_2", column: "step" }, "geo", "each step once");
    const across = withStep({ step: "geo_2", flow: "course", sent_on: "paid", stage: null });
    expectNamed(across, { tab: "Steps", id: "geo_2", column: "step" }, "course", "each step once");
  });

  it("is a name that is none", () => {
    for (const name of ["GEO 2", "geo/2", "2geo", "geo@2"]) {
      const tabs = step("geo_2", { step: name });
      expectNamed(tabs, { tab: "Steps", id: name, column: "step" }, "geo", "small letters");
    }
  });

  it("is a conclusion with one ending twice", () => {
    const template = conclusions("indexing", "structure", "content", "order");
    const templates = new Set([...SHIPPED.templates, "other_order"]);
    const tabs = {
      ...step("lite_conclusion", { template: `${template}, other_order` }),
      templates,
    };
    const where = { tab: "Steps", id: "lite_conclusion", column: "template" } as const;
    expectNamed(tabs, where, "lite", "one each of");
  });

  it("of a flow nobody knows is named and stops no flow", () => {
    const { rules, faults } = parseRules(withStep({ flow: "nope" }));
    expect(faults).toMatchObject([{ tab: "Steps", row: 99, column: "flow", seen: "nope" }]);
    expect([...rules.values()].filter(({ fault }) => fault !== null)).toEqual([]);
  });
});

describe("a step that is read", () => {
  it.each<readonly [string, Partial<StepRow>]>([
    ["lite_again", { template: `${FOUR}, lite_8` }],
    ["geo_2", { sent_on: "", repeats: "" }],
    ["geo_2", { late_max: "3 d" }],
    ["lite_conclusion", { template: conclusions("order", "content", "structure", "indexing") }],
  ])("%s with %j has no fault", (name, change) => {
    expect(parseRules(step(name, change)).faults).toEqual([]);
  });
});

type WaitCase = readonly [string, keyof CadenceRow, string | number | null, string];
const WAITS: readonly WaitCase[] = [
  ["geo-1", "wait", "-48 h", "48 h, 7 d"],
  ["geo-1", "wait", "two days", "48 h, 7 d"],
  ["geo-1", "wait", "48", "48 h, 7 d"],
  ["geo-1", "wait", "", "48 h, 7 d"],
  ["geo-1", "wait", "1e3 h", "48 h, 7 d"],
  ["geo-1", "counts_from", "", "entry, last mail"],
  ["geo-1", "stage_from", null, "a whole number"],
  ["geo-1", "stage_from", -1, "a whole number"],
  ["lite-5", "stage_to", 4, "≥ stage_from"],
];

describe("a wrong cell of Cadence", () => {
  it.each(WAITS)("%s, %s %j is named with what is allowed", (name, column, cell, allowed) => {
    const [flow = ""] = name.split("-");
    expectNamed(
      wait(name, { [column]: cell }),
      { tab: "Cadence", id: name, column },
      flow,
      allowed,
    );
  });

  it.each([
    ["stage_from", "one", "a whole number"],
    ["stage_to", "x", "≥ stage_from"],
    ["counts_from", "birth", "entry, last mail"],
  ])("%s %j, which does not fit its column, is named", (column, odd, allowed) => {
    const empty = column === "counts_from" ? "" : null;
    const tabs = wait("lite-5", { [column]: empty }, { [column]: odd });
    expectNamed(tabs, { tab: "Cadence", id: "lite-5", column }, "lite", allowed);
  });

  it("of a flow nobody knows is named; the flow it was taken from stops for want of it", () => {
    const { rules, faults } = parseRules(wait("geo_to_lite-0", { flow: "nope" }));
    expect(faults[0]).toMatchObject({ tab: "Cadence", column: "flow", seen: "nope" });
    expect(rules.get("geo_to_lite")?.fault?.en).toContain("Cadence row");
    expect(rules.get("geo")?.fault).toBeNull();
  });
});
