// Who runs, and as whom (facts 3.7, 3.8): the identity table, and where a window exists.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const CODE = `
function who(e) {
  var seen = [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(),
    e && e.authMode ? String(e.authMode) : ""];
  PropertiesService.getScriptProperties().setProperty("who", seen.join("|"));
  return seen.join("|");
}
function doGet() { return ContentService.createTextOutput(who()); }
function onOpen(e) { who(e); }
function onEdit(e) { PropertiesService.getScriptProperties().setProperty("simple",
  [Session.getActiveUser().getEmail(), String(e.authMode), e.triggerUid].join("|")); }
function ui() { return String(SpreadsheetApp.getUi().alert("?")); }
function uiInTimer() { try { ui(); } catch (e) { PropertiesService.getScriptProperties().setProperty("ui", e.message); } }
var jobs = { tick: who, ui: uiInTimer };`;

const OWNER = "owner@dripsheet.local";

describe("the identity of", () => {
  const bench = openBench(CODE);
  const noted = () => bench.host.property("who");

  it("an anonymous web request is nobody, with the owner's rights", () => {
    expect(bench.host.request({ method: "GET", query: "" })).toMatchObject({
      content: `|${OWNER}|`,
    });
  });

  it("a call from a page is nobody, with the owner's rights and no window", () => {
    expect(bench.host.run({ function: "who", from: "page" }).result).toBe(`|${OWNER}|`);
    expect(() => bench.host.run({ function: "ui", from: "page" })).toThrow(
      "Cannot call SpreadsheetApp.getUi() from this context.",
    );
  });

  it("a menu click is the person who clicks", () => {
    expect(bench.host.run({ function: "who" }).result).toBe(`${OWNER}|${OWNER}|`);
    const other = "editor@elsewhere.dev";
    expect(bench.host.run({ function: "who", as: other }).result).toBe(`${other}|${other}|`);
  });

  it("a timer is its creator, fully authorized, without a window", () => {
    bench.evaluate(`ScriptApp.newTrigger("jobs.tick").timeBased().everyMinutes(1).create();
      ScriptApp.newTrigger("jobs.ui").timeBased().everyMinutes(1).create(); return 1;`);
    bench.host.advance(bench.host.now() + 60_000);
    expect(noted()).toBe(`${OWNER}|${OWNER}|FULL`);
    expect(bench.host.property("ui")).toBe("Cannot call SpreadsheetApp.getUi() from this context.");
  });

  it("an installed edit trigger is the editing person, with its creator's rights", () => {
    bench.evaluate(
      `ScriptApp.newTrigger("jobs.tick").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); return 1;`,
    );
    bench.host.edit("Sheet1", 2, "A", "x", "editor@elsewhere.dev");
    expect(noted()).toBe(`editor@elsewhere.dev|${OWNER}|FULL`);
  });

  it("a simple trigger is limited", () => {
    bench.host.run({ function: "onOpen" });
    expect(noted()).toBe(`${OWNER}|${OWNER}|LIMITED`);
    expect(bench.host.property("simple")).toBe("editor@elsewhere.dev|LIMITED|");
  });
});

describe("another editor", () => {
  const bench = openBench("");
  const as = (code: string) =>
    bench.host.run({ function: "evaluate", args: [code], as: "editor@elsewhere.dev" }).result;

  it("has a mailbox, a quota and user properties of their own, but shares script properties", () => {
    bench.evaluate(`GmailApp.createDraft("a@b.co", "s", "t"); GmailApp.sendEmail("a@b.co", "s", "t");
      PropertiesService.getUserProperties().setProperty("mine", "1");
      PropertiesService.getScriptProperties().setProperty("ours", "1"); return 1;`);
    expect(
      as(`return [GmailApp.getDrafts().length, MailApp.getRemainingDailyQuota(),
        PropertiesService.getUserProperties().getProperty("mine"),
        PropertiesService.getScriptProperties().getProperty("ours")]`),
    ).toEqual([0, 100, null, "1"]);
  });

  it("sees only their own triggers (facts 9.3)", () => {
    bench.evaluate(
      `ScriptApp.newTrigger("evaluate").timeBased().everyHours(1).create(); return 1;`,
    );
    expect(as("return ScriptApp.getProjectTriggers().length")).toBe(0);
  });
});

describe("a script without the scope", () => {
  const scope = "https://www.googleapis.com/auth/";
  const bench = openBench("", {}, { oauthScopes: [`${scope}spreadsheets`] });

  it.each([
    ["UrlFetchApp.fetch('http://x.y')", "UrlFetchApp.fetch", `${scope}script.external_request`],
    [
      "MailApp.getRemainingDailyQuota()",
      "MailApp.getRemainingDailyQuota",
      `${scope}script.send_mail`,
    ],
    ["GmailApp.getDrafts().length", "GmailApp.getDrafts", "https://mail.google.com/"],
    [
      "ScriptApp.getProjectTriggers().length",
      "ScriptApp.getProjectTriggers",
      `${scope}script.scriptapp`,
    ],
    ["Session.getEffectiveUser().getEmail()", "Session.getEffectiveUser", `${scope}userinfo.email`],
  ])("may not call %s (facts 7.15)", (code, name, needed) => {
    expect(() => bench.evaluate(code)).toThrow(`You do not have permission to call ${name}`);
    expect(() => bench.evaluate(code)).toThrow(needed);
  });

  it("may call what it has the scope for", () => {
    expect(bench.evaluate("SpreadsheetApp.getActiveSheet().getLastRow()")).toBe(0);
  });
});

describe("a simple onOpen", () => {
  it("may build a menu, but neither send nor fetch (facts 9.13)", () => {
    const bench = openBench(`function onOpen() {
      try { MailApp.getRemainingDailyQuota(); } catch (e) { console.log(e.message); }
      SpreadsheetApp.getUi().createMenu("Drip").addItem("Run", "menu.run").addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu("More").addItem("Set up", "menu.setUp")).addToUi(); }`);
    expect(bench.host.menu()).toEqual([
      { menu: "Drip", path: [], caption: "Run", function: "menu.run" },
      { menu: "Drip", path: [], caption: "", function: "" },
      { menu: "Drip", path: ["More"], caption: "Set up", function: "menu.setUp" },
    ]);
    bench.host.run({ function: "onOpen" });
    expect(bench.host.executions()[0]?.logs?.[0]).toContain("You do not have permission");
  });
});
