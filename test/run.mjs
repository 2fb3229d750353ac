// What "npm test" runs: types, lint, dead code, then every test. A failing stage does not hide the
// next one; the last line counts.
//   node test/run.mjs [--static] [test file or folder …]      (with a file or folder: only those)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { binFile } from "../build/bin-file.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROGRAMS = ["src", "local", "local/services", "local/studio", "test", "build"];

/** @typedef {{ name: string, package: string, bin: string, args: readonly string[] }} Stage */
/** @typedef {{ name: string, ok: boolean, seconds: number }} StageResult */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {readonly Stage[]} */
const STATIC = [
  ...PROGRAMS.map((program) => ({
    name: `types ${program}`,
    package: "typescript",
    bin: "tsc",
    args: ["-p", program],
  })),
  { name: "lint", package: "@biomejs/biome", bin: "biome", args: ["check", "--error-on-warnings"] },
  { name: "dead code", package: "knip", bin: "knip", args: [] },
];

/** @param {Stage} stage @param {"pipe" | "inherit"} output @returns {Promise<StageResult>} */
async function run(stage, output) {
  const start = Date.now();
  const args = [binFile(root, stage.package, stage.bin), ...stage.args];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", output, output] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const status = await new Promise((done) => child.once("close", done));
  const result = { name: stage.name, ok: status === 0, seconds: (Date.now() - start) / 1000 };
  console.log(line(result));
  if (!result.ok && said !== "") console.log(said.trim());
  return result;
}

/** Two at a time. @returns {Promise<readonly StageResult[]>} */
async function runStatic() {
  const waiting = [...STATIC];
  /** @type {StageResult[]} */
  const results = [];
  const work = async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      results.push(await run(stage, "pipe"));
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** @param {StageResult} result */
const line = ({ name, ok, seconds }) =>
  `${ok ? "✓" : "✗"} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s`;

/** @param {readonly string[]} filters @returns {Promise<{ stage: StageResult, counts: Counts }>} */
async function runTests(filters) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "dripsheet-test-"));
  const file = path.join(folder, "counts.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const args = ["run", ...reporters, ...filters];
  const stage = await run({ name: "tests", package: "vitest", bin: "vitest", args }, "inherit");
  const counts = readCounts(file, stage.ok);
  rmSync(folder, { recursive: true, force: true });
  return { stage, counts };
}

/**
 * A file that broke before its tests ran is one failure, and so is a run that broke before it counted.
 * @param {string} file @param {boolean} ok @returns {Counts}
 */
function readCounts(file, ok) {
  const report = readReport(file);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(1, failed), skipped };
}

const NO_REPORT = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  testResults: [],
};

/** @param {string} file @returns {typeof NO_REPORT} */
function readReport(file) {
  try {
    return { ...NO_REPORT, ...JSON.parse(readFileSync(file, "utf8")) };
  } catch {
    return NO_REPORT;
  }
}

/** @param {readonly StageResult[]} stages @param {Counts} counts @param {number} seconds */
function summarise(stages, counts, seconds) {
  const broken = stages.filter((stage) => !stage.ok);
  console.log(`\n${stages.map(line).join("\n")}\n  in all ${seconds.toFixed(1).padStart(22)} s`);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  const failed = counts.failed + broken.filter((stage) => stage.name !== "tests").length;
  console.log(`${counts.passed} passed, ${failed} failed`);
  process.exitCode = broken.length === 0 && failed === 0 ? 0 : 1;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { static: { type: "boolean" } },
    allowPositionals: true,
  });
  const start = Date.now();
  const seconds = () => (Date.now() - start) / 1000;
  const stages = positionals.length > 0 ? [] : await runStatic();
  if (values.static) {
    const passed = stages.filter((stage) => stage.ok).length;
    return summarise(stages, { passed, failed: 0, skipped: 0 }, seconds());
  }
  const { stage, counts } = await runTests(positionals);
  return summarise([...stages, stage], counts, seconds());
}

await main();
