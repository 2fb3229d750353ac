// What the finished script may hold, as a table: each refusal, and beside it what is allowed.
import { describe, expect, it } from "vitest";
import { sizeProblems } from "../../build/checks/check-script.mjs";
import { freeNameProblems, newerMethodProblems } from "../../build/checks/free-names.mjs";
import { globalNameProblems } from "../../build/checks/globals.mjs";
import { manifestProblems } from "../../build/checks/manifest.mjs";
import { readScript } from "../../build/checks/script.mjs";
import { lookbehindProblems } from "../../build/checks/syntax.mjs";

const seen = (problems: readonly { seen: string }[]): string[] => problems.map((one) => one.seen);

describe("free names", () => {
  const free = (code: string) => seen(freeNameProblems(readScript(code), ["SpreadsheetApp"]));

  it.each([
    ["setTimeout(f, 1); function f() {}", "setTimeout"],
    ["var a = typeof process", "process"],
    ["var a = () => new URL('x')", "URL"],
    ["var b = globalThis", "globalThis"],
    ["fetch('x')", "fetch"],
    ["CalendarApp.x()", "CalendarApp"],
    ["var s = structuredClone({})", "structuredClone"],
    ["count = 1", "count"],
  ])("refuses %s", (code, name) => {
    expect(free(code)).toEqual([`the name ${name} is not defined there`]);
  });

  it.each([
    "var a = SpreadsheetApp.flush()",
    "var b = JSON.stringify(new Map([[1, Math.PI]]))",
    "function f(process) { return process.env }",
    "var o = { fetch: 1 }; o.fetch",
    "console.log(undefined, NaN, Intl)",
    "function f() { return arguments.length }",
  ])("allows %s", (code) => {
    expect(free(code)).toEqual([]);
  });

  it("names the source file, and for a Google service the table to extend", () => {
    const code = "var D = (() => {\n  // src/app/batch.ts\n  DriveApp.x();\n})();\n";
    const [problem] = freeNameProblems(readScript(code), []);
    expect(problem?.place).toBe("dist/Code.js:3 (from src/app/batch.ts)");
    expect(problem?.todo).toContain("build/scopes.json");
  });
});

describe("methods newer than ES2020", () => {
  it("are refused, unless a fitting of a library provides them", () => {
    const script = readScript("var a = 'x'.replaceAll('x', 'y'); [1].at(0); ['a'].flat()");
    expect(seen(newerMethodProblems(script, ["at"]))).toEqual([
      ".replaceAll() is newer than ES2020",
    ]);
  });
});

describe("syntax", () => {
  it.each([
    ["a public field", "class A { b = 1 }"],
    ["a static field", "class A { static b = 1 }"],
    ["a private name", "class A { #b() {} }"],
    ["a static block", "class A { static { } }"],
    ["??=", "var a; a ??= 1"],
    ["optional chaining", "var a; a?.b"],
    ["a BigInt", "var a = 1n"],
    ["a numeric separator", "var a = 1_000"],
    ["top-level await", "await 1"],
    ["import", "import a from 'b'"],
  ])("refuses %s", (_name, code) => {
    expect(() => readScript(code)).toThrow(/dist\/Code\.js:1.*\n {2}→ /);
  });

  it("refuses lookbehind, and lets lookahead and named groups pass", () => {
    const of = (code: string) => seen(lookbehindProblems(readScript(code)));
    expect(of("var a = /(?<=x)y/")).toEqual(["lookbehind in /(?<=x)y/"]);
    expect(of("var a = /(?<!x)y/")).toEqual(["lookbehind in /(?<!x)y/"]);
    expect(of("var a = /(?=x)(?!y)(?<name>z)/")).toEqual([]);
  });
});

describe("global names", () => {
  const allowed = ["Dripsheet", "doGet"];
  const of = (code: string) => seen(globalNameProblems(readScript(code), allowed));

  it("lets exactly the declared entries be", () => {
    expect(of("var Dripsheet = 1; function doGet() { var inner = 2; return inner }")).toEqual([]);
  });

  it("refuses one more, declared or assigned, and misses one that is not there", () => {
    expect(of("var Dripsheet, extra; function doGet() {}")).toEqual(["extra is a global name"]);
    expect(of("var Dripsheet; function doGet() { leak = 1 }")).toEqual(["leak is a global name"]);
    expect(of("var Dripsheet")).toEqual(["the global name doGet is missing"]);
  });
});

describe("the manifest", () => {
  const table = {
    GmailApp: { scopes: ["mail"], reason: "" },
    LockService: { scopes: [], reason: "" },
  };
  const of = (manifest: Parameters<typeof manifestProblems>[0]) =>
    seen(manifestProblems({ runtimeVersion: "V8", ...manifest }, table));

  it("lists exactly the scopes of the table", () => {
    expect(of({ oauthScopes: ["mail"] })).toEqual([]);
    expect(of({ oauthScopes: [] })).toEqual(["mail is missing"]);
    expect(of({ oauthScopes: ["mail", "drive"] })).toEqual([
      "drive has no service in build/scopes.json",
    ]);
  });

  it("asks for the V8 runtime", () => {
    expect(of({ oauthScopes: ["mail"], runtimeVersion: "DEPRECATED_ES5" })).toHaveLength(1);
  });
});

describe("the size", () => {
  it("stays below 1.4 megabytes, counted in bytes", () => {
    expect(sizeProblems("é".repeat(700_000))).toEqual([]);
    expect(seen(sizeProblems("é".repeat(800_001)))).toEqual(["1600002 bytes, at most 1600000"]);
  });
});
