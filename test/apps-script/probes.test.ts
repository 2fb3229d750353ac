// The self-test on the simulated platform: it passes there, says what is missing, leaves nothing behind, and its report
// is what Local's cost model reads.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Host } from "../../local/host/contract";
import { readMeasured } from "../../local/host/measured-costs";
import { openHost } from "../../local/host/open-host";
import { builtBundle } from "../built-bundle";

const EXEC_URL = "http://127.0.0.1:8787/exec";
const MINUTE = 60_000;
let base: Host;

beforeAll(() => {
  const options = {
    execUrl: EXEC_URL,
    now: "2026-03-02T09:00:00Z",
    memory: true,
    warm: true,
  } as const;
  base = openHost({ ...builtBundle(), ...options });
  base.run({ function: "menu.setUp", answers: ["OK", "OK"] });
  base.advance(base.now() + 2 * MINUTE);
});
afterAll(() => base.close());

function setSetting(host: Host, key: string, value: string): void {
  const index = host.sheet("Settings").rows.findIndex((row) => row.key === key);
  host.edit("Settings", index + 2, "value", value);
}

function withAddress(): Host {
  const host = base.fork();
  setSetting(host, "web_app_url", EXEC_URL);
  host.advance(host.now() + 2 * MINUTE);
  return host;
}

/** What the window shows, as text. */
function windowOf(host: Host): string {
  const { dialogs } = host.run({ function: "menu.selfTest" });
  const html = dialogs.at(-1)?.html ?? "";
  return html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&gt;/g, ">");
}

const reportOf = (shown: string) => /<pre[^>]*>([^<]*)<\/pre>/.exec(shown)?.[1] ?? "";

function linesOfSelfTest(host: Host): readonly string[] {
  const rows = host.sheet("Start here").rows.map((row) => `${row.state} ${row.check}`);
  return rows.filter((line) => line.includes("self-test"));
}

const propertiesOf = (host: Host) =>
  ["self_test", "self_test_key", "self_test_time", "handlers", "answers"].map((key) =>
    host.property(key),
  );

describe("the self-test", () => {
  it("passes on a file that is set up, and says on Start here what something depends on", () => {
    const host = withAddress();
    windowOf(host);
    const lines = linesOfSelfTest(host);
    expect(lines).toHaveLength(9);
    expect(lines.filter((line) => !line.startsWith("✓"))).toEqual([]);
  });

  it("says that the web app cannot be asked without its address", () => {
    const host = base.fork();
    windowOf(host);
    expect(linesOfSelfTest(host).filter((line) => line.startsWith("✗"))).toHaveLength(2);
  });

  it("leaves nothing behind, whichever of its calls fails", () => {
    const before = withAddress();
    const tabs = before.sheets().map(({ name }) => name);
    const mails = before.outbox().length;
    const whole = before.fork();
    windowOf(whole);
    const calls = whole.executions().at(-1)?.calls ?? [];
    expect(calls.length).toBeGreaterThan(60);
    const tidied = /deleteSheet|deleteDraft|moveToTrash|deleteProperty|getSheetByName/;
    for (const [at, name] of calls.entries()) {
      // What takes things away cannot take them away when it is what fails.
      if (tidied.test(name)) continue;
      const host = before.fork();
      host.inject({ atCall: at + 1, kind: "throw", when: "before" });
      try {
        host.run({ function: "menu.selfTest" });
      } catch {
        // The menu shows what was thrown.
      }
      host.advance(host.now() + 2 * MINUTE);
      const what = `call ${at + 1}, ${name}`;
      expect(
        host.sheets().map((one) => one.name),
        what,
      ).toEqual(tabs);
      expect(host.drafts(), what).toEqual([]);
      expect(host.outbox().length, what).toBe(mails);
      expect(propertiesOf(host), what).toEqual([null, null, null, null, null]);
    }
  });

  it("asks the timer, which answers in its next run; the next self-test knows", () => {
    const host = withAddress();
    expect(windowOf(host)).toContain("run the self-test again in three minutes");
    host.advance(host.now() + 2 * MINUTE, MINUTE);
    expect(linesOfSelfTest(host)).toContain("✓ self-test: timer runs");
    expect(reportOf(windowOf(host))).toMatch(/✓ timer runs: called after \d+ s; the active user/);
  });

  it("makes the timers anew under their other names where they never call", () => {
    const host = withAddress();
    host.trouble({ ticks: "none" });
    windowOf(host);
    host.advance(host.now() + 4 * MINUTE, MINUTE);
    expect(reportOf(windowOf(host))).toContain("✗ timer runs");
    const handlers = host.triggers().map(({ handler }) => handler);
    expect(handlers.sort()).toEqual(["jobs_edit_", "jobs_tick_", "jobs_watch_"]);
    host.trouble({ ticks: "normal" });
    host.advance(host.now() + 5 * MINUTE, MINUTE);
    expect(host.executions().at(-1)).toMatchObject({ function: "jobs_tick_", outcome: "ok" });
  });

  it("has a report that names nobody and nothing of theirs", () => {
    const host = withAddress();
    const report = reportOf(windowOf(host));
    expect(report).toContain("Dripsheet 0.1.0 self-test, 2026-03-02");
    expect(report).not.toMatch(/@[\w.]|https?:|owner/);
  });

  it("measures what calls cost, in the words of Local's cost model", () => {
    const report = reportOf(windowOf(withAddress()));
    const { calls = {} } = readMeasured(report, "report");
    const ms = (name: string) => calls[name]?.callMs;
    expect([ms("Lock.tryLock"), ms("GmailApp.createDraft"), ms("GmailDraft.send")]).toEqual([
      100, 600, 1_000,
    ]);
    expect(ms("GmailApp.search")).toBe(600);
    expect(calls["Range.getValues"]?.cellMs).toBeCloseTo(0.0085, 3);
  });
});
