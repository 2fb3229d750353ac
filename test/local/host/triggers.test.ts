// Clock triggers: their own phase, no catching up, and a lazy platform's interval.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const CODE = `
function note(name, e) {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.appendRow([name, new Date(), JSON.stringify(e || null)]);
}
var jobs = {
  tick: function (e) { note("tick", e); },
  watch: function (e) { note("watch", e); },
  slow: function (e) { note("slow", e); Utilities.sleep(150000); },
  broken: function () { throw new Error("broken"); },
  once: function () { note("once"); ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); },
};`;
const HOUR = 3_600_000;

function open(...triggers: string[]) {
  const bench = openBench(CODE);
  for (const trigger of triggers)
    bench.evaluate(`ScriptApp.newTrigger(${trigger}.create(); return 1;`);
  const rows = () =>
    bench.host.sheet("Sheet1").headers.length === 0
      ? []
      : (bench.evaluate(
          "SpreadsheetApp.getActiveSheet().getDataRange().getValues().map(function (r) { return [r[0], r[1].getTime(), r[2]]; })",
        ) as [string, number, string][]);
  return { ...bench, rows };
}

describe("advancing the clock", () => {
  it("fires a one-minute trigger sixty times an hour, at its own phase", () => {
    const { host, rows } = open(`"jobs.tick").timeBased().everyMinutes(1)`);
    const from = host.now();
    expect(host.advance(from + HOUR)).toEqual({ ran: 60 });
    expect(host.now()).toBe(from + HOUR);
    const seconds = new Set(rows().map(([, at]) => Math.floor((at % 60_000) / 1000)));
    expect(seconds.size).toBe(1);
  });

  it("fires several triggers in the order of their times", () => {
    const { host, rows } = open(
      `"jobs.tick").timeBased().everyMinutes(30)`,
      `"jobs.watch").timeBased().everyHours(1)`,
    );
    expect(host.advance(host.now() + 6 * HOUR)).toEqual({ ran: 18 });
    const times = rows().map(([, at]) => at);
    expect(times).toEqual([...times].sort((left, right) => left - right));
  });

  it("fires at most once per interval when asked to", () => {
    const { host } = open(`"jobs.tick").timeBased().everyMinutes(1)`);
    const from = host.now();
    expect(host.advance(from + 48 * HOUR, 600_000)).toEqual({ ran: 288 });
    expect(host.now()).toBe(from + 48 * HOUR);
  });

  it("does not make up for what a long run missed (facts 9.2)", () => {
    const { host } = open(`"jobs.slow").timeBased().everyMinutes(1)`);
    // A run of two and a half minutes leaves room for every third firing.
    expect(host.advance(host.now() + 30 * 60_000)).toEqual({ ran: 10 });
  });

  it("does not make up for the time the computer was off", () => {
    const bench = open(`"jobs.tick").timeBased().everyMinutes(1)`);
    bench.host.close();
    const again = bench.reopen({ now: "2026-03-09T12:00:00Z" });
    expect(again.host.runDue()).toEqual({ ran: 1 });
    expect(again.host.runDue()).toEqual({ ran: 0 });
  });

  it("goes on when a handler throws, and keeps the reason", () => {
    const { host } = open(`"jobs.broken").timeBased().everyMinutes(10)`);
    expect(host.advance(host.now() + HOUR)).toEqual({ ran: 6 });
    expect(host.executions().at(-1)).toMatchObject({ outcome: "error", error: "Error: broken" });
  });

  it("stops when a handler removes its own trigger", () => {
    const { host } = open(`"jobs.once").timeBased().everyMinutes(1)`);
    expect(host.advance(host.now() + HOUR)).toEqual({ ran: 1 });
    expect(host.triggers()).toEqual([]);
  });

  it("fires a one-shot trigger once, not before its time", () => {
    const { host } = open(`"jobs.tick").timeBased().after(600000)`);
    expect(host.advance(host.now() + 500_000)).toEqual({ ran: 0 });
    expect(host.advance(host.now() + HOUR)).toEqual({ ran: 1 });
    expect(host.advance(host.now() + HOUR)).toEqual({ ran: 0 });
  });

  it("fires a daily trigger near its hour, in the script's zone", () => {
    const { host, rows } = open(`"jobs.tick").timeBased().everyDays(1).atHour(9).nearMinute(30)`);
    expect(host.advance(host.now() + 72 * HOUR)).toEqual({ ran: 3 });
    expect(rows().map(([, at]) => new Date(at).toISOString().slice(11, 16))).toEqual([
      "09:30",
      "09:30",
      "09:30",
    ]);
  });
});

describe("a timer's event object", () => {
  it("has Google's fields (facts 3.9)", () => {
    const { host, rows } = open(`"jobs.tick").timeBased().everyMinutes(1)`);
    host.advance(host.now() + 60_000);
    expect(JSON.parse(rows()[0]?.[2] ?? "")).toEqual({
      authMode: "FULL",
      triggerUid: host.triggers()[0]?.id,
      timezone: "Etc/UTC",
      year: 2026,
      month: 3,
      "day-of-month": 2,
      "day-of-week": 1,
      "week-of-year": 10,
      hour: 12,
      minute: expect.any(Number),
      second: expect.any(Number),
    });
  });
});

describe("making triggers", () => {
  const bench = openBench(CODE);

  it("never looks for an equal one (facts 9.3)", () => {
    for (let count = 0; count < 2; count += 1) {
      bench.evaluate(
        `ScriptApp.newTrigger("jobs.tick").timeBased().everyMinutes(1).create(); return 1;`,
      );
    }
    expect(
      bench.evaluate(
        `ScriptApp.getProjectTriggers().map(function (t) { return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource())]; })`,
      ),
    ).toEqual([
      ["jobs.tick", "CLOCK", "CLOCK"],
      ["jobs.tick", "CLOCK", "CLOCK"],
    ]);
  });

  it.each([2, 3, 60, 0])("refuses every %i minutes", (minutes) => {
    expect(() =>
      bench.evaluate(`ScriptApp.newTrigger("x").timeBased().everyMinutes(${minutes})`),
    ).toThrow("1, 5, 10, 15 or 30");
  });

  it("refuses the twenty-first (facts 4.1)", () => {
    const make = `for (var i = 0; i < 19; i++) ScriptApp.newTrigger("x").timeBased().everyHours(1).create(); return 1;`;
    expect(() => bench.evaluate(make)).toThrow("too many triggers");
    expect(bench.host.triggers()).toHaveLength(20);
  });
});

describe("the day's trigger minutes", () => {
  it("run out at ninety, and come back a day after the first use (facts 4.1, 9.10)", () => {
    const { host } = open(`"jobs.slow").timeBased().everyMinutes(5)`);
    host.advance(host.now() + 4 * HOUR);
    const records = host.executions().filter((record) => record.function === "jobs.slow");
    const refused = records.filter((record) => record.error.includes("too much computer time"));
    const ranMs = records.reduce((sum, record) => sum + record.endedAt - record.startedAt, 0);
    expect(refused.length).toBeGreaterThan(5);
    expect(ranMs).toBeGreaterThanOrEqual(90 * 60_000);
    expect(ranMs).toBeLessThan(93 * 60_000);
    host.advance(host.now() + 21 * HOUR);
    expect(host.executions().at(-1)).toMatchObject({ outcome: "ok" });
  });
});

describe("a person's edit", () => {
  const bench = openBench(`var jobs = { edit: function (e) {
    console.log(JSON.stringify([e.range.getA1Notation(), e.range.getSheet().getName(), e.value, e.oldValue,
      "value" in e, "oldValue" in e, e.source.getName(), e.user.getEmail(), e.triggerUid === ScriptApp.getProjectTriggers()[0].getUniqueId()])); } };`);
  bench.evaluate(`var sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange(1, 1, 1, 3).setValues([["id", "paid", "at"]]);
    sheet.getRange("B2:B").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["YES", "NO"]).setAllowInvalid(false).build());
    ScriptApp.newTrigger("jobs.edit").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); return 1;`);
  const edit = (...args: Parameters<typeof bench.host.edit>) => {
    bench.host.edit(...args);
    return JSON.parse(bench.host.executions().at(-1)?.logs?.[0] ?? "null") as unknown;
  };

  it("fires the installed trigger with value and oldValue as text (facts 9.13)", () => {
    const rest = ["Dripsheet", "owner@dripsheet.local", true];
    expect(edit("Sheet1", 2, "id", "a")).toEqual(["A2", "Sheet1", "a", null, true, false, ...rest]);
    expect(edit("Sheet1", 2, "id", "7")).toEqual(["A2", "Sheet1", "7", "a", true, true, ...rest]);
    expect(edit("Sheet1", 2, "id", "")).toEqual(["A2", "Sheet1", null, "7", false, true, ...rest]);
  });

  it("is read as typed, also into the row of numbers", () => {
    edit("Sheet1", 2, "at", "2026-03-04 10:00");
    expect(bench.host.sheet("Sheet1").rows[0]?.at).toBe("2026-03-04T10:00:00.000Z");
  });

  it("that validation forbids is refused and changes nothing", () => {
    expect(() => bench.host.edit("Sheet1", 2, "paid", "MAYBE")).toThrow(
      "The data you entered in cell B2 violates the data validation rules set on this cell.",
    );
    bench.host.edit("Sheet1", 2, "paid", "YES");
    expect(bench.host.sheet("Sheet1").rows[0]?.paid).toBe("YES");
  });

  it("of an unknown sheet, column or row says what there is", () => {
    expect(() => bench.host.edit("Nope", 2, "id", "x")).toThrow(
      'There is no sheet "Nope"; there are: Sheet1.',
    );
    expect(() => bench.host.edit("Sheet1", 2, "nope", "x")).toThrow("it has: id, paid, at.");
    expect(() => bench.host.edit("Sheet1", 1001, "id", "x")).toThrow("rows go from 1 to 1000");
  });

  it("made by a script fires nothing (facts 5.22)", () => {
    const before = bench.host.executions().length;
    bench.evaluate("SpreadsheetApp.getActiveSheet().getRange(3, 1).setValue('x').getRow()");
    expect(bench.host.executions()).toHaveLength(before + 1);
  });
});
