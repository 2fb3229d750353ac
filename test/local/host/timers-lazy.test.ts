import { expect, it } from "vitest";
import { NOON, openBench } from "./bench.ts";

it("a lazy move of the clock leaves the next one as brisk as ever", () => {
  const { host, evaluate } = openBench("var jobs = { tick: function () {} };");
  evaluate("ScriptApp.newTrigger('jobs.tick').timeBased().everyMinutes(1).create(); return 1;");
  const hour = 3_600_000;
  const start = Date.parse(NOON);
  expect(host.advance(start + 5 * hour, 2 * hour).ran).toBeLessThanOrEqual(3);
  expect(host.advance(host.now() + 60_000).ran).toBe(1);
});
