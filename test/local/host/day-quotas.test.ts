// What an account may use in a day: counted, told late or at once, given back after 24 hours or bit by bit.
import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../../local/host/contract.ts";
import { evaluateOn, openMemoryBench } from "./bench.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const CODE = `
  function onEditInstalled() { Utilities.sleep(300000); }
  function slowTick() { Utilities.sleep(300000); }
`;
let host: Host;
afterEach(() => host.close());
const office = (options: Parameters<typeof openMemoryBench>[1] = {}): Host => {
  host = openMemoryBench(CODE, options);
  return host;
};
const evaluate = (code: string) => evaluateOn(host, code);
const pass = (ms: number) => host.advance(host.now() + ms).ran;
const quota = () => evaluate("MailApp.getRemainingDailyQuota()");
const send = (times: number, to = "ada@x.test") =>
  evaluate(`for (let i = 0; i < ${times}; i++) GmailApp.sendEmail("${to}", "s", "t"); return 0`);
const trigger = (handler: string, minutes: number) =>
  evaluate(
    `ScriptApp.newTrigger("${handler}").timeBased().everyMinutes(${minutes}).create(); return 0`,
  );

describe("quotas", () => {
  it("allow 100 recipients a day, 1,500 to a Workspace account", () => {
    office();
    expect(quota()).toBe(100);
    host.close();
    office({ workspace: true });
    expect(quota()).toBe(1_500);
  });

  it("begin a day with the first use, and give all of it back 24 hours later", () => {
    office();
    send(60);
    pass(23 * HOUR);
    send(40);
    expect(() => send(1)).toThrow("too many times for one day: email");
    pass(HOUR);
    expect(quota()).toBe(100);
  });

  it("that roll give back what is older than 24 hours, and no more", () => {
    office();
    host.trouble({ rollingQuota: true });
    send(60);
    pass(23 * HOUR);
    send(40);
    pass(HOUR);
    expect(quota()).toBe(60);
    expect(() => send(61)).toThrow("email");
    pass(24 * HOUR);
    expect(quota()).toBe(100);
  });

  it("are told late, and enforced at once", () => {
    office();
    host.trouble({ quotaLagMs: 10 * MINUTE });
    send(100);
    expect(quota()).toBe(100);
    expect(() => send(1)).toThrow("email");
    pass(11 * MINUTE);
    expect(quota()).toBe(0);
  });

  it.each([
    [false, 90],
    [true, 360],
  ])("of trigger minutes (Workspace: %s) end the day's runs after %i", (workspace, minutes) => {
    office({ workspace });
    trigger("slowTick", 10);
    pass(24 * HOUR);
    const runs = host.executions().filter((one) => one.function === "slowTick");
    const ranMs = runs.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
    expect(ranMs).toBeGreaterThanOrEqual(minutes * MINUTE);
    expect(ranMs).toBeLessThan((minutes + 6) * MINUTE);
    if (!workspace)
      expect(runs.at(-1)?.error).toBe("Service using too much computer time for one day");
  });

  it("of trigger minutes are shared by edits that a trigger answers", () => {
    office();
    evaluate(
      `ScriptApp.newTrigger("onEditInstalled").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); return 0`,
    );
    for (let row = 1; row <= 20; row += 1) host.edit("Sheet1", row, "A", "x");
    const errors = host.executions().filter((one) => one.outcome === "error");
    expect(errors.at(-1)?.error).toBe("Service using too much computer time for one day");
  });

  it.each([
    ["a property over 9 KB", `setProperty("k", "x".repeat(9217))`, "Argument too large: value"],
    [
      "a store over 500 KB",
      `setProperties(Object.fromEntries(Array.from({ length: 60 }, (_, i) => ["k" + i, "x".repeat(9000)])))`,
      "property storage quota",
    ],
  ])("refuse %s", (_what, call, message) => {
    office();
    expect(() => evaluate(`PropertiesService.getScriptProperties().${call}; return 0`)).toThrow(
      message,
    );
  });

  it("count 50,000 readings and writings of properties", () => {
    office();
    const read = `const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 9000; i++) p.getProperty("k"); return 0`;
    for (let time = 0; time < 5; time += 1) evaluate(read);
    expect(() => evaluate(read)).toThrow("too many times for one day: properties");
  });
});
