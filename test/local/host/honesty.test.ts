// What Google does not have, Local must not have; what Local does not have, it says by name.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";
import { readGoogleMembers, readServiceNames } from "./read-google-types.ts";

describe("the context", () => {
  const bench = openBench(`var top = this; function here() { return this === top; }`);

  it.each([
    "setTimeout",
    "setInterval",
    "clearTimeout",
    "TextEncoder",
    "TextDecoder",
    "fetch",
    "FormData",
    "File",
    "URL",
    "URLSearchParams",
    "DOMException",
    "atob",
    "btoa",
    "crypto",
    "window",
    "navigator",
    "performance",
    "process",
    "queueMicrotask",
    "structuredClone",
    "AbortController",
    "Event",
    "EventTarget",
    "Headers",
    "Request",
    "Response",
    "require",
    "module",
    "Buffer",
    "global",
    "WebAssembly",
    "SharedArrayBuffer",
    "Atomics",
    "Gmail",
    "Sheets",
    "__launch",
  ])("has no %s (facts 7.1)", (name) => {
    expect(bench.evaluate(`typeof ${name}`)).toBe("undefined");
  });

  it("has no way from a service object back to this machine", () => {
    const escapes = [
      "SpreadsheetApp.constructor.constructor('return typeof process')()",
      "UrlFetchApp.fetch.constructor('return typeof require')()",
      "new Error().constructor.constructor('return typeof process')()",
      "(function () { try { SpreadsheetApp.getActiveSheet().getRange(0, 0); } catch (e) { return e.constructor.constructor('return typeof process')(); } })()",
    ];
    for (const code of escapes) expect(bench.evaluate(code)).toBe("undefined");
  });

  it("gives values of its own realm (facts 5.10)", () => {
    const seen = bench.evaluate(`
      var sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange(1, 1).setValue(new Date(0));
      var values = sheet.getRange(1, 1).getValues();
      var error = null;
      try { sheet.getRange(0, 1); } catch (e) { error = e; }
      return [values instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name];`);
    expect(seen).toEqual([true, true, true, "Exception"]);
  });

  it("is new for every execution: nothing is remembered (facts 7.7)", () => {
    expect(bench.evaluate("globalThis.leftover = 1")).toBe(1);
    expect(bench.evaluate("typeof leftover")).toBe("undefined");
  });

  it("holds the services beside the script's own globals (facts 7.9)", () => {
    expect(bench.evaluate("typeof globalThis.SpreadsheetApp + typeof globalThis.here")).toBe(
      "objectfunction",
    );
  });

  it("lives in the manifest's time zone (facts 7.5)", () => {
    const tokyo = openBench("", {}, { timeZone: "Asia/Tokyo" });
    expect(tokyo.evaluate("[new Date(0).getHours(), Session.getScriptTimeZone()]")).toEqual([
      9,
      "Asia/Tokyo",
    ]);
    expect(bench.evaluate("new Date(0).getHours()")).toBe(0);
  });

  it("runs promises after the stack, silently when they fail (facts 7.6)", () => {
    const later = openBench(`
      function start() { later(); return "done"; }
      async function later() { await null; PropertiesService.getScriptProperties().setProperty("later", "ran"); throw new Error("unseen"); }`);
    expect(later.host.run({ function: "start" }).result).toBe("done");
    expect(later.host.property("later")).toBe("ran");
  });
});

describe("a member of Google's interface that is not here", () => {
  const bench = openBench();
  const holders: Readonly<Record<string, string>> = {
    SpreadsheetApp: "SpreadsheetApp",
    Spreadsheet: "SpreadsheetApp.getActive()",
    Sheet: "SpreadsheetApp.getActiveSheet()",
    Range: "SpreadsheetApp.getActiveSheet().getRange(1, 1)",
    Protection: "SpreadsheetApp.getActiveSheet().getRange(1, 1).protect()",
    DataValidationBuilder: "SpreadsheetApp.newDataValidation()",
    ConditionalFormatRuleBuilder: "SpreadsheetApp.newConditionalFormatRule()",
    TextFinder: "SpreadsheetApp.getActiveSheet().createTextFinder('x')",
    Ui: "SpreadsheetApp.getUi()",
    Menu: "SpreadsheetApp.getUi().createMenu('x')",
    GmailApp: "GmailApp",
    GmailDraft: "GmailApp.createDraft('a@b.co', 's', 't')",
    GmailMessage: "GmailApp.createDraft('a@b.co', 's', 't').getMessage()",
    MailApp: "MailApp",
    LockService: "LockService",
    Lock: "LockService.getScriptLock()",
    PropertiesService: "PropertiesService",
    Properties: "PropertiesService.getScriptProperties()",
    CacheService: "CacheService",
    Cache: "CacheService.getScriptCache()",
    ScriptApp: "ScriptApp",
    ContentService: "ContentService",
    TextOutput: "ContentService.createTextOutput()",
    HtmlService: "HtmlService",
    HtmlOutput: "HtmlService.createHtmlOutput()",
    UrlFetchApp: "UrlFetchApp",
    Utilities: "Utilities",
    Blob: "Utilities.newBlob('x')",
    Session: "Session",
    Logger: "Logger",
  };
  const members = readGoogleMembers();

  it.each(Object.entries(holders))("throws by its name, never undefined: %s", (name, code) => {
    const { methods = [], properties = [] } = members[name] ?? {};
    const faults = bench.evaluate(`
      var holder = ${code}, faults = [];
      ${JSON.stringify(methods)}.forEach(function (name) {
        if (typeof holder[name] !== "function") faults.push(name);
        else if (/\\$\\{member\\} yet/.test(String(holder[name]))) {
          try { holder[name](); faults.push(name); }
          catch (e) { if (e.message !== "Dripsheet Local does not have ${name}." + name + " yet") faults.push(name); }
        }
      });
      ${JSON.stringify(properties)}.forEach(function (name) {
        try { if (holder[name] === undefined) faults.push(name); }
        catch (e) { if (e.message !== "Dripsheet Local does not have ${name}." + name + " yet") faults.push(name); }
      });
      return faults;`);
    expect(faults).toEqual([]);
  });

  it("is refused when called, and the log keeps the gap even if the script catches it", () => {
    expect(() => bench.evaluate(`${holders.Range}.copyTo()`)).toThrow(
      "Dripsheet Local does not have Range.copyTo yet",
    );
    bench.evaluate(
      `(function () { try { ${holders.Sheet}.autoResizeRows(1, 1); } catch (e) {} })()`,
    );
    expect(bench.host.executions().at(-1)).toMatchObject({
      outcome: "ok",
      logs: ["Dripsheet Local does not have Sheet.autoResizeRows yet"],
    });
  });

  it("is undefined when Google does not have it either", () => {
    for (const code of Object.values(holders)) {
      expect(bench.evaluate(`typeof (${code}).noSuchMember`)).toBe("undefined");
    }
  });

  it("includes whole services", () => {
    for (const name of readServiceNames()) {
      if (["Date2", "Charset", "DigestAlgorithm", "MacAlgorithm", "RsaAlgorithm"].includes(name))
        continue;
      expect(bench.evaluate(`typeof ${name}`)).toBe("object");
    }
    expect(() => bench.evaluate("DriveApp.getRootFolder()")).toThrow(
      "Dripsheet Local does not have DriveApp.getRootFolder yet",
    );
  });
});

describe("an enumeration", () => {
  it.each([
    ["SpreadsheetApp.ProtectionType.RANGE", "RANGE"],
    ["SpreadsheetApp.WrapStrategy.CLIP", "CLIP"],
    ["ScriptApp.AuthMode.FULL", "FULL"],
    ["SpreadsheetApp.getUi().ButtonSet.YES_NO", "YES_NO"],
    ["ContentService.MimeType.JSON", "JSON"],
    ["Utilities.Charset.UTF_8", "UTF_8"],
  ])("value writes itself as its name: %s (facts 7.10)", (code, name) => {
    const bench = openBench();
    expect(bench.evaluate(`[String(${code}), ${code}, ${code} === ${code}]`)).toEqual([
      name,
      name,
      true,
    ]);
  });
});

describe("an entry point", () => {
  const bench = openBench(`
    function plain() { return "plain"; }
    function hidden_() { return "hidden"; }
    var jobs = { tick: function () { return "tick"; }, deep: { er: function () {} } };
    const arrow = () => "arrow";
    class Tools { static run() { return "static"; } }`);

  it.each([
    ["plain", "plain"],
    ["hidden_", "hidden"],
    ["jobs.tick", "tick"],
    ["arrow", "arrow"],
    ["Tools.run", "static"],
  ])("may be %s (facts 3.4, 3.5, 7.8)", (name, result) => {
    expect(bench.host.run({ function: name }).result).toBe(result);
  });

  it.each(["missing", "jobs", "jobs.none", "jobs.deep.er", "plain()", ""])(
    "may not be %j",
    (name) => {
      expect(() => bench.host.run({ function: name })).toThrow("Script function not found");
    },
  );
});
