// How tests run: one process per worker, and the bundle built once before them all.
import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { __VERSION__: JSON.stringify("0.0.0-test"), __HANDLERS__: JSON.stringify("dot") },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    // Forks, not threads: a time zone set in a thread has no effect.
    pool: "forks",
    // A start per file costs more than all the small tests of it.
    isolate: false,
    maxWorkers: 2,
    env: { TZ: "Etc/UTC" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
