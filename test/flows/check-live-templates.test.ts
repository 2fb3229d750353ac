// A placeholder left in the words of a flow that is on is named by row and column, and stops that flow alone.
import { describe, expect, it } from "vitest";
import type { TemplateRow } from "../../sheets-schema/index";
import { checkLiveTemplates } from "../../src/flows/check-live-templates";
import { shippedRows } from "../../src/flows/index";
import { parseRules } from "../../src/flows/parse-rules";
import { flow, numbered, SHIPPED } from "./rule-tabs";

const WORDS = shippedRows("en").Templates;
const typed = (row: string, column: "subject" | "body" | "why_now" | "cost_of_not", text: string) =>
  numbered<TemplateRow>(WORDS.map((one) => (one.row === row ? { ...one, [column]: text } : one)));
const rowOf = (name: string) => WORDS.findIndex(({ row }) => row === name) + 2;
const GEO_ALONE = parseRules(SHIPPED).rules;
const LITE_TOO = parseRules(flow("lite", { on: "YES" })).rules;

describe("a placeholder in the words of a flow that is on", () => {
  it.each(["subject", "body", "why_now", "cost_of_not"] as const)(
    "in %s is named, and stops the flow",
    (column) => {
      const rows = typed("geo_2.zh", column, "See https://www.example.com/page for more");
      expect(checkLiveTemplates(rows, GEO_ALONE)).toMatchObject([
        { tab: "Templates", id: "geo_2.zh", row: rowOf("geo_2.zh"), column, flow: "geo" },
      ]);
    },
  );

  it("is seen in one of the templates that a step takes in turn", () => {
    const rows = typed("lite_9.en", "body", "https://example.com");
    expect(checkLiveTemplates(rows, LITE_TOO)).toMatchObject([{ id: "lite_9.en", flow: "lite" }]);
    const conclusion = typed("lite_conclusion_order.en", "body", "https://example.com");
    expect(checkLiveTemplates(conclusion, LITE_TOO)).toMatchObject([{ flow: "lite" }]);
  });
});

describe("words that reach nobody now", () => {
  it("may hold what they like: their flow is off", () => {
    expect(
      checkLiveTemplates(typed("lite_9.en", "body", "https://example.com"), GEO_ALONE),
    ).toEqual([]);
  });

  it("are those of a template that no step names", () => {
    const [first] = WORDS;
    if (first === undefined) throw new Error("no templates");
    const spare = { ...first, row: "mine.en", template: "mine", body: "https://example.com" };
    expect(checkLiveTemplates(numbered([...WORDS, spare]), GEO_ALONE)).toEqual([]);
  });
});
