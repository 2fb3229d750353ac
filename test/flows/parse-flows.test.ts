// A wrong row of Flows, or rows that do not fit together, name themselves and stop their flow alone (R98, R266).
import { describe, expect, it } from "vitest";
import type { FlowRow } from "../../sheets-schema/index";
import { parseRules, type RuleTabs } from "../../src/flows/parse-rules";
import { stepAt, waitAt } from "../../src/model/flow";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import {
  expectNamed,
  flow,
  numbered,
  SHIPPED,
  step,
  wait,
  withoutStep,
  withoutWait,
  withStep,
} from "./rule-tabs";

type Case = readonly [string, keyof FlowRow, string, string];
const CASES: readonly Case[] = [
  ["geo", "stops_on", "", "payment"],
  ["geo", "stops_on", "unsubscribe", "payment"],
  ["geo", "stops_on", "payment, weather", "payment"],
  ["geo", "entry", "form:geo, done:geo", "another flow"],
  ["geo_to_lite", "entry", "done:nope", "one of geo"],
  ["course", "entry", "press:nope", "one of lite, course"],
  ["geo", "entry", "form:geo, weather", "form:…, press:…"],
  ["geo", "entry", "form:", "form:…, press:…"],
  ["geo", "reentry", "soon", "never, 30 d"],
  ["geo", "reentry", "-3", "never, 30 d"],
  ["geo", "reentry", "1.5 d", "never, 30 d"],
  ["geo", "reentry", "each payment", "only for these"],
  ["stripe_failed", "reentry", "never", "each payment for payment.failed"],
  ["stripe_failed", "reentry", "", "each payment for payment.failed"],
  ["checkout_open", "reentry", "30 d", "each payment"],
];

describe("a wrong cell of Flows", () => {
  it.each(CASES)("%s, %s %j is named with what is allowed", (name, column, cell, allowed) => {
    const tabs = flow(name, { [column]: cell });
    expectNamed(tabs, { tab: "Flows", id: name, column }, name, allowed);
  });

  it.each([
    ["on", "maybe", "YES, NO"],
    ["opens_as", "OPEN", "ACTIVE, UNPAID, FAILED"],
  ])("%s %j, which is not in its list, is named", (column, odd, allowed) => {
    const tabs = flow("geo", { [column]: "" }, { [column]: odd });
    expectNamed(tabs, { tab: "Flows", id: "geo", column }, "geo", allowed);
  });

  it("on an empty switch counts as wrong, not as off", () => {
    const tabs = flow("geo", { on: "" });
    expectNamed(tabs, { tab: "Flows", id: "geo", column: "on" }, "geo", "YES, NO");
  });

  it("is a name that is no small name: it stops that flow, whose other rows are named too", () => {
    const { rules, faults } = parseRules(flow("geo", { flow: "GEO" }));
    expect(faults.find(({ id }) => id === "GEO")).toMatchObject({ column: "flow", seen: "GEO" });
    expect(rules.get("GEO")?.fault).not.toBeNull();
    expect(rules.get("lite")?.fault).toBeNull();
  });

  it("is a flow that stands twice: the upper counts and stops, the lower is named", () => {
    const [geo] = SHIPPED.flows;
    if (geo === undefined) throw new Error("no flows");
    const twin = { ...geo, row: 40, cells: { ...geo.cells, on: "NO" as const } };
    const tabs = { ...SHIPPED, flows: [...SHIPPED.flows, twin] };
    expectNamed(tabs, { tab: "Flows", id: "geo", column: "flow" }, "geo", "each flow once");
    expect(parseRules(tabs).rules.get("geo")?.on).toBe(true);
  });
});

describe("stages that do not fit together", () => {
  it.each<readonly [string, RuleTabs, string, string, string]>([
    ["a gap", step("lite_5", { stage: 40 }), "Cadence", "lite-1", "stage 4 has none"],
    ["a missing first step", withoutStep("geo_1"), "Cadence", "geo-0", "stage 0 has none"],
    ["a missing last step", withoutStep("geo_2"), "Cadence", "geo-1", "stage 1 has none"],
    ["two at one stage", step("lite_5", { stage: 3 }), "Steps", "lite_5", "no other step"],
    ["a repeat over another", step("lite_again", { stage: 9 }), "Steps", "lite_again", "no other"],
    ["one too many", withStep({ flow: "geo", stage: 2 }), "Steps", "extra", "Cadence row covers"],
    ["one without a wait", withoutWait("lite-9"), "Steps", "lite_10", "a Cadence row covers"],
    [
      "waits that overlap",
      wait("lite-1", { stage_to: 5 }),
      "Cadence",
      "lite-5",
      "no other Cadence",
    ],
    ["waits that end", wait("lite-10", { stage_to: 20 }), "Steps", "lite_again", "Cadence row"],
    [
      "waits for nothing",
      wait("geo-1", { stage_to: null }),
      "Cadence",
      "geo-1",
      "stage 2 has none",
    ],
    ["waits far beyond", wait("geo-1", { stage_to: 4_000_000 }), "Cadence", "geo-1", "stage 2"],
  ])("%s: the row that has it says so", (_, tabs, tab, id, allowed) => {
    const name = /^(lite|geo|extra)/.exec(id)?.[1] === "lite" ? "lite" : "geo";
    const column = tab === "Steps" ? "stage" : "stage_from";
    expectNamed(tabs, { tab: tab as "Steps", id, column }, name, allowed);
  });

  it("are not told of a second time where a row is wrong by itself", () => {
    const { faults } = parseRules(wait("geo-1", { wait: "soon" }));
    expect(faults.map(({ tab, id }) => `${tab} ${id}`)).toEqual(["Cadence geo-1"]);
  });
});

describe("what is read", () => {
  const { rules } = parseRules(SHIPPED);
  const named = (name: string) => {
    const found = rules.get(name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };

  it.each<readonly [string, RuleTabs]>([
    ["a bare number of days as re-entry", flow("geo", { reentry: "30" })],
    ["no re-entry", flow("geo", { reentry: "" })],
    ["capitals and blanks in a re-entry", flow("geo", { reentry: " Never " })],
    ["an empty open status", flow("geo", { opens_as: "" })],
    ["no entry at all: rows come by purchase", flow("course", { entry: "" })],
    ["a full-width comma between entries", flow("lite", { entry: "form:lite，press:lite" })],
    ["a stop rule in the other order", flow("geo", { stops_on: "unsubscribe, payment" })],
  ])("without a fault: %s", (_, tabs) => {
    expect(parseRules(tabs).faults).toEqual([]);
  });

  it("is nothing of an empty row", () => {
    const empty = { flow: "", on: "", about: "", entry: "", opens_as: "", confirm: "" } as const;
    const rest = { reentry: "", stops_on: "", name_en: "", name_zh: "", check: "" };
    const [blank] = numbered<FlowRow>([{ ...empty, ...rest }]);
    const flows = [...SHIPPED.flows, ...(blank === undefined ? [] : [blank])];
    expect(parseRules({ ...SHIPPED, flows }).faults).toEqual([]);
  });

  it.each([
    ["geo", 30 * DAY_MS],
    ["lite", null],
    ["stripe_failed", "payment"],
  ])("of %s is when somebody may enter again: %s", (name, reentry) => {
    expect(named(name).reentry).toBe(reentry);
  });

  it("is one mail and one wait at every stage, for ever where it repeats", () => {
    const lite = named("lite");
    for (const stage of [0, 9, 10, 11, 500]) {
      expect(stepAt(lite, stage)?.sentOn).toBe("stage");
      expect(waitAt(lite, stage)).toBeDefined();
    }
    expect(stepAt(named("geo"), 2)).toBeUndefined();
  });

  it("is a wait for an event, or for a time", () => {
    expect(waitAt(named("free_check"), 1)).toMatchObject({ until: "free_check.result" });
    expect(waitAt(named("stripe_failed"), 0)).toMatchObject({ until: "", waitMs: 6 * HOUR_MS });
  });
});
