import { describe, expect, it } from "vitest";
import { parseFlags, UsageError } from "../../../local/server/flags.ts";
import { wantsBrowser } from "../../../local/server/open-browser.ts";

describe("the flags of npm start", () => {
  it("needs none", () => {
    expect(parseFlags([])).toEqual({
      port: 8787,
      dataDir: null,
      now: null,
      costs: null,
      fresh: false,
      tour: false,
      lang: "en",
    });
  });

  it("takes each of them", () => {
    const argv =
      "--port 9000 --data x --now 2026-03-02T09:00:00Z --costs c --fresh --tour --lang zh";
    expect(parseFlags(argv.split(" "))).toEqual({
      port: 9000,
      dataDir: "x",
      now: "2026-03-02T09:00:00.000Z",
      costs: "c",
      fresh: true,
      tour: true,
      lang: "zh",
    });
  });

  it.each([
    ["2026-03-02T09:00", "2026-03-02T09:00:00.000Z"],
    ["2026-03-02", "2026-03-02T00:00:00.000Z"],
    ["2026-03-02T09:00:00-05:00", "2026-03-02T14:00:00.000Z"],
  ])("reads --now %s as %s, in UTC when no zone is named", (text, iso) => {
    expect(parseFlags([`--now=${text}`]).now).toBe(iso);
  });

  it.each([
    [["--port", "0"], "--port"],
    [["--port", "65536"], "--port"],
    [["--port", "80a"], "--port"],
    [["--port"], "--port"],
    [["--now", "yesterday"], "--now"],
    [["--now", "2026-13-01"], "--now"],
    [["--lang", "de"], "en and zh"],
    [["--data", ""], "--data"],
    [["--verbose"], "--verbose"],
    [["serve"], "serve"],
  ])("refuses %j by name", (argv, said) => {
    expect(() => parseFlags(argv)).toThrow(UsageError);
    expect(() => parseFlags(argv)).toThrow(said);
  });
});

describe("opening the browser", () => {
  it.each([
    [{ DISPLAY: ":0" }, "linux", true],
    [{ WAYLAND_DISPLAY: "wayland-0" }, "linux", true],
    [{}, "linux", false],
    [{}, "darwin", true],
    [{}, "win32", true],
    [{ BROWSER: "none" }, "darwin", false],
    [{ CI: "true", DISPLAY: ":0" }, "linux", false],
  ] as const)("with %j on %s: %s", (env, platform, expected) => {
    expect(wantsBrowser(env, platform)).toBe(expected);
  });
});
