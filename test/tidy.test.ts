// What the compiler and the linter cannot see: the floors of the design, the pure core, sizes, and
// what lies at the root. Each rule is first shown to catch a bad sample.
import { describe, expect, it } from "vitest";
import { serviceNames } from "../build/scopes.mjs";
import { inFolder, projectPaths, read, type SourceFile, sourceFiles } from "./tidy/files.js";
import { floorFaults } from "./tidy/floors.js";
import { freeNames, functionLengths, impurities } from "./tidy/syntax.js";
import { wordFaults } from "./tidy/words.js";

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;
// Eleven: random histories are played far longer than a test run may take.
const SCRIPTS_MAX = 11;

const files = sourceFiles();
const product = inFolder(files, "src", "sheets-schema");
const pure = product.filter((file) => !file.path.startsWith("src/apps-script/"));
const sample = (text: string, path = "src/state/sample.ts"): SourceFile => ({ path, text });

describe("the floors", () => {
  it.each([
    ["src/state/a.ts", "../events/b", "a room of the same floor"],
    ["src/state/a.ts", "../app/b", "a floor above"],
    ["src/model/a.ts", "../ports", "a floor above"],
    ["src/app/a.ts", "../apps-script/b", "the edge"],
    ["src/apps-script/a.ts", "../state/b", "more than ports and model"],
    ["src/apps-script/a.ts", "../app/b", "the app"],
    ["src/state/a.ts", "../../local/host/b", "Local"],
    ["src/state/a.ts", "node:fs", "Node"],
    ["src/content/a.ts", "nodemailer", "a package that is not in the bundle"],
    ["sheets-schema/a.ts", "../src/model/b", "a floor above"],
    ["local/server/a.ts", "../../src/model/b", "the sources"],
    ["local/host/a.ts", "../../sheets-schema/b", "the schema"],
    ["src/helpers/a.ts", "./b", "anything, on no floor"],
  ])("catch %s importing %s", (path, target) => {
    expect(floorFaults({ path, text: `import {\n  type x,\n} from "${target}";\n` })).toHaveLength(
      1,
    );
    expect(floorFaults({ path, text: `export * from "${target}";\n` })).toHaveLength(1);
  });

  it.each([
    ["src/main.ts", "./apps-script/b"],
    ["src/app/a.ts", "../stop-loss/b"],
    ["src/app/a.ts", "../ports"],
    ["src/apps-script/a.ts", "../ports/index.js"],
    ["src/events/a.ts", "liquidjs"],
    ["src/events/a.ts", "../../sheets-schema/queue"],
    ["src/state/a.ts", "./b"],
    ["local/server/a.ts", "../host/b"],
    ["local/start.mjs", "../build.mjs"],
  ])("let %s import %s", (path, target) => {
    expect(floorFaults({ path, text: `import { x } from "${target}";\n` })).toEqual([]);
  });

  it("hold", () => {
    expect(files.flatMap(floorFaults)).toEqual([]);
  });
});

describe("the pure core", () => {
  const platformNames = [...serviceNames(), "console", "GoogleAppsScript"];
  const platformUses = (file: SourceFile) =>
    freeNames(file)
      .filter(({ name }) => platformNames.includes(name))
      .map(({ name, line }) => `${file.path}:${line} names ${name}`);
  const impure = (file: SourceFile) =>
    impurities(file).map(({ what, line }) => `${file.path}:${line} uses ${what}`);

  it("is told apart from code that names the platform", () => {
    const text =
      "// x\ntype A = { GmailApp: 1 };\nexport const a = () =>\n  GmailApp.getDrafts();\n";
    expect(platformUses(sample(text))).toEqual(["src/state/sample.ts:4 names GmailApp"]);
    expect(platformUses(sample("console.log(1)"))).toHaveLength(1);
    expect(platformUses(sample("export const a = { Logger: 1 }.Logger;"))).toEqual([]);
  });

  it("names no service of the platform", () => {
    expect(pure.flatMap(platformUses)).toEqual([]);
  });

  it("is told apart from code that asks a clock, chance, or waits", () => {
    const bad = ["Date.now()", "new Date()", "Date()", "Math.random()", "(async () => 1)()"];
    for (const text of bad) expect(impure(sample(text))).toHaveLength(1);
    expect(impure(sample("new Date(0); Date.UTC(2026, 1); Math.max(1)"))).toEqual([]);
  });

  it("has no clock and no chance, and never waits", () => {
    expect(pure.flatMap(impure)).toEqual([]);
  });

  it("is synchronous at its edge, too", () => {
    const waits = inFolder(product, "src/apps-script").flatMap((file) =>
      impurities(file)
        .filter(({ what }) => what === "async")
        .map(({ line }) => `${file.path}:${line}`),
    );
    expect(waits).toEqual([]);
  });
});

describe("sizes", () => {
  const isGenerated = (text: string) => /^\/\/.*Generated: do not edit/.test(text);
  const tooLong = ({ path, text }: SourceFile) => {
    if (isGenerated(text)) return [];
    const lines = text.trimEnd().split("\n").length;
    return lines > FILE_LINES_MAX ? [`${path} has ${lines} lines, at most ${FILE_LINES_MAX}`] : [];
  };
  const longFunctions = (file: SourceFile) =>
    functionLengths(file)
      .filter(({ lines }) => lines > FUNCTION_LINES_MAX)
      .map(
        ({ line, lines }) =>
          `${file.path}:${line} has ${lines} lines, at most ${FUNCTION_LINES_MAX}`,
      );

  it("catch a long file and a long function", () => {
    expect(tooLong(sample("x\n".repeat(FILE_LINES_MAX + 1)))).toHaveLength(1);
    expect(tooLong(sample("x\n".repeat(FILE_LINES_MAX)))).toEqual([]);
    const generated = "// A list. Generated: do not edit;\n";
    expect(tooLong(sample(generated + "x\n".repeat(FILE_LINES_MAX)))).toEqual([]);
    const body = (lines: number) =>
      `interface A {\n  b: 1;\n}\nfunction f(): void {\n${"  g();\n".repeat(lines)}}\n`;
    expect(longFunctions(sample(body(FUNCTION_LINES_MAX - 1)))).toEqual([
      `src/state/sample.ts:4 has ${FUNCTION_LINES_MAX + 1} lines, at most ${FUNCTION_LINES_MAX}`,
    ]);
    expect(longFunctions(sample(body(FUNCTION_LINES_MAX - 2)))).toEqual([]);
  });

  it("of files hold", () => {
    expect(files.flatMap(tooLong)).toEqual([]);
  });

  it("of functions hold", () => {
    // A suite of tests is one long function by nature.
    const judged = files.filter((file) => !/\.(?:test|contract)\.ts$/.test(file.path));
    expect(judged.flatMap(longFunctions)).toEqual([]);
  });
});

describe("each source file", () => {
  const silent = ({ path, text }: SourceFile) =>
    /^(?:#!.*\n)?(?:\/\/|\/\*)/.test(text) ? [] : [path];

  it("begins with a comment that says what it is for", () => {
    expect(silent(sample("import x from 'y';"))).toHaveLength(1);
    expect(files.filter((file) => !file.path.endsWith(".test.ts")).flatMap(silent)).toEqual([]);
  });
});

describe("the committed files", () => {
  const TEXT = /\.(?:ts|mjs|js|css|html|md|json)$|^\.ci\/run$/;
  const NOT_WRITTEN_HERE = /^package-lock\.json$|^test\/data\//;

  it("hold no notes to oneself, no machine's paths, no silenced checks", () => {
    const machine = ["", "home", "anna", "project"].join("/");
    for (const bad of [`// ${"FIX"}ME later`, `// @ts-${"ignore"}`, `read("${machine}")`]) {
      expect(wordFaults(sample(bad))).toHaveLength(1);
    }
    expect(wordFaults(sample("checkout.session of Stripe; Session.getActiveUser()"))).toEqual([]);
    const texts = projectPaths().filter((file) => TEXT.test(file) && !NOT_WRITTEN_HERE.test(file));
    expect(texts.map(read).flatMap(wordFaults)).toEqual([]);
  });
});

type LockedPackages = Record<string, { optionalDependencies?: Record<string, string> }>;

/** A lock file made where a system's own program could not be had breaks npm ci on every system. */
function notLocked(packages: LockedPackages): readonly string[] {
  const locked = Object.keys(packages);
  const wanted = Object.values(packages).flatMap((one) =>
    Object.keys(one.optionalDependencies ?? {}),
  );
  return wanted.filter((name) => !locked.some((place) => place.endsWith(`node_modules/${name}`)));
}

describe("the root", () => {
  const PLANNED = new Set([
    ...".ci .clasp.json .claspignore .github .gitignore CHANGELOG.md LICENSE README.md".split(" "),
    ..."README.zh-CN.md appsscript.json biome.json build build.mjs docs knip.json local".split(" "),
    ..."package-lock.json package.json sheets-schema src test tsconfig.base.json".split(" "),
    ..."tsconfig.json vitest.config.ts".split(" "),
  ]);

  it("holds the planned files only", () => {
    const found = new Set(projectPaths().map((file) => file.split("/")[0] ?? ""));
    expect([...found].filter((name) => !PLANNED.has(name))).toEqual([]);
  });

  it("offers at most eleven scripts, none of which needs a shell", () => {
    const { scripts } = JSON.parse(read("package.json").text) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(SCRIPTS_MAX);
    expect(Object.values(scripts).filter((script) => /[&|;<>$*`~]/.test(script))).toEqual([]);
  });

  it("pins every package to one version, for every system, and leaves the registry open", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json").text);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
    const { packages } = JSON.parse(read("package-lock.json").text) as { packages: LockedPackages };
    expect(notLocked(packages)).toEqual([]);
    expect(notLocked({ "node_modules/a": { optionalDependencies: { b: "1" } } })).toEqual(["b"]);
    const resolved = read("package-lock.json").text.match(/"resolved": "[^"]*"/g) ?? [];
    expect(resolved.filter((one) => !one.includes("https://registry.npmjs.org/"))).toEqual([]);
  });
});
