// How tests run: the bundle built once before them all, then everything that needs no browser, then
// what needs the browser.
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const BROWSER_TESTS = ["test/browser/**/*.test.ts", "test/newcomer/**/*.test.ts"];

function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration["test"]>,
): TestProjectInlineConfiguration {
  return {
    define: { __VERSION__: JSON.stringify("0.0.0-test"), __HANDLERS__: JSON.stringify("dot") },
    test: {
      name,
      // Forks, not threads: a time zone set in a thread has no effect.
      pool: "forks",
      // A fresh start for every file costs more than all the small tests in it.
      isolate: false,
      env: { TZ: "Etc/UTC" },
      setupFiles: ["test/fixed-seed.ts"],
      // What a file leaves behind is collected in time; without a limit two workers fill a small machine.
      execArgv: ["--max-old-space-size=2048"],
      ...test,
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: ["test/global-setup.ts"],
    maxWorkers: 2,
    projects: [
      project("code", {
        include: ["test/**/*.test.ts"],
        exclude: BROWSER_TESTS,
        // What a test claims is never its time; a loop without an end is cut all the same.
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      project("browser", {
        include: BROWSER_TESTS,
        sequence: { groupOrder: 1 },
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
