// R262: the flow diagram is what the rules say, in both languages.
import { expect, it } from "vitest";
import { shippedRows } from "../../src/flows/index.js";
import { flowsPage } from "./flows-page.js";

it.each([
  ["en", "../../docs/flows.md"],
  ["zh", "../../docs/flows.zh-CN.md"],
] as const)("docs/flows in %s are as the rules are", async (language, file) => {
  await expect(flowsPage(language)).toMatchFileSnapshot(file);
});

it("every flow and every step of a new sheet is in the drawing", () => {
  const page = flowsPage("en");
  const { Flows, Steps } = shippedRows("en");
  for (const { flow } of Flows) expect(page).toContain(`## ${flow}`);
  for (const { step } of Steps) expect(page).toContain(`${step}[`);
  for (const { flow, entry } of Flows) expect(page, flow).toContain(entry.split(",")[0]);
});
