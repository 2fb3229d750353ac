// The platform's bad weather: each kind is set, met by a script, and over when it is taken back.
import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../../local/host/contract.ts";
import { evaluateOn, openMemoryBench } from "./bench.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const CODE = `
  var jobs = { tick: function () {
    const p = PropertiesService.getScriptProperties();
    p.setProperty("ticks", String(Number(p.getProperty("ticks") || 0) + 1));
    p.setProperty("lastAt", String(Date.now()));
  } };
  function longRun() {
    try { for (;;) Utilities.sleep(60000); }
    finally { PropertiesService.getScriptProperties().setProperty("finally", "ran"); }
  }
  function doGet() { return HtmlService.createHtmlOutput("ok"); }
  function nest() { return UrlFetchApp.fetch("http://127.0.0.1:9/exec").getContentText(); }
`;
let host: Host;
afterEach(() => host.close());
const office = (options: Parameters<typeof openMemoryBench>[1] = {}): Host => {
  host = openMemoryBench(CODE, options);
  return host;
};
const evaluate = (code: string) => evaluateOn(host, code);
const trigger = (handler: string, minutes = 1) =>
  evaluate(
    `ScriptApp.newTrigger("${handler}").timeBased().everyMinutes(${minutes}).create(); return 0`,
  );
const ticks = () => Number(host.property("ticks") ?? 0);
const pass = (ms: number) => host.advance(host.now() + ms).ran;
const quota = () => evaluate("MailApp.getRemainingDailyQuota()");
const send = (times: number, to = "ada@x.test") =>
  evaluate(`for (let i = 0; i < ${times}; i++) GmailApp.sendEmail("${to}", "s", "t"); return 0`);

describe("mail", () => {
  it("in Sent is found only after the lag", () => {
    office();
    host.trouble({ sentSearchLagMs: HOUR });
    send(1);
    const found = () => evaluate(`GmailApp.search("in:sent to:ada@x.test").length`);
    pass(59 * MINUTE);
    expect(found()).toBe(0);
    pass(2 * MINUTE);
    expect(found()).toBe(1);
  });

  const draft = () => {
    evaluate(`GmailApp.createDraft("ada@x.test", "s", "t", { htmlBody: "<p>t</p>" }); return 0`);
    return host.drafts()[0]?.id ?? "";
  };

  it.each([
    [false, "the same id"],
    [true, "another id"],
  ])("a draft that a person edits (ids change: %s) has %s", (draftIdsChange) => {
    office();
    host.trouble({ draftIdsChange });
    const id = draft();
    host.actOnDraft(id, { kind: "edit", subject: "by hand" });
    expect(host.drafts()).toMatchObject([{ to: "ada@x.test", subject: "by hand" }]);
    expect(host.drafts()[0]?.id === id).toBe(!draftIdsChange);
    if (draftIdsChange) expect(() => evaluate(`GmailApp.getDraft("${id}")`)).toThrow("not found");
  });

  it("a draft sent by hand has gone once, costs no quota, and is no draft any more", () => {
    office();
    host.actOnDraft(draft(), { kind: "send" });
    expect(host.outbox()).toMatchObject([{ to: "ada@x.test", html: "<p>t</p>" }]);
    expect([host.drafts(), quota()]).toEqual([[], 100]);
  });

  it("a draft deleted by hand is gone for good", () => {
    office();
    const id = draft();
    host.actOnDraft(id, { kind: "delete" });
    expect([host.drafts(), host.outbox()]).toEqual([[], []]);
    expect(() => host.actOnDraft(id, { kind: "send" })).toThrow("not found");
  });
});

describe("locks", () => {
  it.each(["tryLock", "waitLock", "releaseLock"] as const)("%s can throw", (method) => {
    office();
    host.trouble({ lockErrors: [method] });
    const call = `const l = LockService.getScriptLock(); ${method === "releaseLock" ? "l.tryLock(0);" : ""} l.${method}(100); return 1`;
    expect(() => evaluate(call)).toThrow("too many LockService operations");
    host.trouble({ lockErrors: [] });
    expect(evaluate(call)).toBe(1);
  });

  it("that could not be released end with their execution", () => {
    office();
    host.trouble({ lockErrors: ["releaseLock"] });
    const keep = `const l = LockService.getScriptLock(); l.tryLock(0); try { l.releaseLock(); } catch (e) {}; return l.hasLock()`;
    expect(evaluate(keep)).toBe(true);
    host.trouble({ lockErrors: [] });
    expect(evaluate("LockService.getScriptLock().tryLock(0)")).toBe(true);
  });
});

describe("language", () => {
  it.each([
    ["de", "Gmail operation", "Vorgang im Postfach"],
    ["zh", "Gmail operation", "不允许"],
  ] as const)("%s: errors keep no English to go by", (language, english, own) => {
    office();
    const text = () =>
      evaluate(
        `let t; try { GmailApp.getDraft("none"); } catch (e) { t = e.message; }; return t`,
      ) as string;
    expect(text()).toContain(english);
    host.trouble({ language });
    expect(text()).toContain(own);
    expect(text()).not.toContain(english);
    expect(evaluate("Session.getActiveUserLocale()")).toBe(language);
  });

  it("an error nobody has translated becomes one of that language", () => {
    office();
    host.trouble({ language: "de" });
    const call = `let t; try { SpreadsheetApp.getActive().insertSheet("Sheet1"); } catch (e) { t = e.message; }; return t`;
    expect(evaluate(call)).toBe("Bei diesem Vorgang ist ein Fehler aufgetreten.");
  });
});

describe("ticks", () => {
  it.each([
    ["normal", 60, 60],
    ["twice", 120, 120],
    ["none", 0, 0],
    ["late", 5, 20],
  ] as const)("%s: an hour of a one-minute trigger", (how, least, most) => {
    office();
    trigger("jobs.tick");
    pass(MINUTE);
    host.setProperty("ticks", "0");
    host.trouble({ ticks: how });
    expect(pass(HOUR)).toBe(ticks());
    expect(ticks()).toBeGreaterThanOrEqual(least);
    expect(ticks()).toBeLessThanOrEqual(most);
  });

  it("that did not come for a day are not made up for", () => {
    office();
    trigger("jobs.tick");
    host.trouble({ ticks: "none" });
    pass(24 * HOUR);
    host.trouble({ ticks: "normal" });
    pass(10 * MINUTE);
    expect(ticks()).toBe(10);
  });

  it("of a trigger that the platform stopped end, though scripts still see it", () => {
    office();
    trigger("jobs.tick");
    host.stopTrigger(host.triggers()[0]?.id ?? "");
    pass(HOUR);
    expect(ticks()).toBe(0);
    expect(evaluate("ScriptApp.getProjectTriggers().length")).toBe(1);
    expect(host.triggers()).toMatchObject([{ stopped: true }]);
    trigger("jobs.tick");
    pass(10 * MINUTE);
    expect(ticks()).toBe(10);
  });
});

describe("a crowd", () => {
  it("of thirty lets nothing more begin: visitors see Google's page, and nothing has run", () => {
    office();
    host.trouble({ crowded: true });
    expect(host.request({ method: "GET", query: "" })).toMatchObject({
      kind: "error",
      message: expect.stringContaining("exec qps"),
    });
    expect(() => evaluate("1")).toThrow("too many scripts running simultaneously");
    expect(host.executions().every((one) => one.calls.length === 0)).toBe(true);
    host.trouble({ crowded: false });
    expect(evaluate("1")).toBe(1);
  });

  it("counts executions that have interrupted one another: the 31st is refused", () => {
    office();
    let deepest = 0;
    host.onCall(({ depth, index }) => {
      deepest = Math.max(deepest, depth + 1);
      if (index === 1) host.request({ method: "GET", query: "" });
      try {
        if (index === 1) host.run({ function: "nest" });
      } catch {
        // The one too many.
      }
      return undefined;
    });
    host.run({ function: "nest" });
    host.onCall(null);
    expect(deepest).toBe(30);
  });
});

describe("six minutes", () => {
  it("end an execution for good: neither catch nor finally runs", () => {
    office();
    const startedAt = host.now();
    expect(() => host.run({ function: "longRun" })).toThrow("Exceeded maximum execution time");
    expect(host.property("finally")).toBeNull();
    expect(host.now() - startedAt).toBeGreaterThanOrEqual(6 * MINUTE);
    expect(host.now() - startedAt).toBeLessThanOrEqual(7 * MINUTE + 1_000);
  });
});

describe("a person", () => {
  it("clears cells of a column, or whole rows; dropdowns and looks stay", () => {
    office();
    evaluate(
      `SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 3, 2).setValues([["id", "n"], ["a", 1], ["b", 2]]).setNote("n"); return 0`,
    );
    host.act({ sheet: "Sheet1", kind: "clear", row: 2, column: "n" });
    expect(host.sheet("Sheet1").rows).toEqual([
      { id: "a", n: "" },
      { id: "b", n: 2 },
    ]);
    host.act({ sheet: "Sheet1", kind: "clear", row: 2, count: 2 });
    expect(host.sheet("Sheet1").rows).toEqual([]);
    expect(host.look("Sheet1").columns[0]?.note).toBe("n");
  });
});
