// Another tab in the file, read by the bundle on the simulated platform: adopted, taken as answers of a form, and rows
// deleted there brought back. Counted in service calls.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openHost } from "../../local/host/open-host.ts";
import { builtBundle } from "../built-bundle.ts";
import { BundleOffice, DAY, EXEC_URL, HOUR, MINUTE } from "./office.ts";

type Args = Readonly<Record<string, string>>;
interface Answer {
  readonly message?: string;
  readonly problem?: string;
  readonly html?: string;
  readonly more?: { readonly args: Args; readonly done: number; readonly of: number };
}
const HEADERS = [
  "客户邮箱",
  "姓名",
  "来源",
  "第一封发送时间",
  "第二封",
  "阶段",
  "最近发送",
  "下次发送",
  "已付款",
  "FAILED",
];

let office: BundleOffice | undefined;
afterEach(() => office?.close());

/** As a person makes a tab and fills it: dates typed, and the dates that a form writes. */
function withTab(name: string, lines: readonly (readonly (string | number)[])[]): BundleOffice {
  const before = BundleOffice.open();
  before.host.close();
  fillTab(before.folder, name, lines);
  office = before.reopened();
  return office;
}

function fillTab(folder: string, name: string, lines: readonly (readonly (string | number)[])[]) {
  const codeFile = join(folder, "tab.js");
  writeFileSync(
    codeFile,
    `function make() {
      var lines = ${JSON.stringify(lines)}, file = SpreadsheetApp.getActive();
      var sheet = file.getSheetByName(${JSON.stringify(name)}) || file.insertSheet(${JSON.stringify(name)});
      var values = lines.map(function (line) {
        return line.map(function (cell) { return typeof cell === "number" && cell > 1e9 ? new Date(cell) : cell; });
      });
      sheet.getRange(1, 1, values.length, values[0].length).setValues(values);
    }`,
  );
  const host = openHost({
    dataDir: join(folder, "data"),
    codeFile,
    manifestFile: builtBundle().manifestFile,
    execUrl: EXEC_URL,
    now: "2026-03-02T09:00:00Z",
  });
  host.run({ function: "make" });
  host.close();
}

class Window {
  #page: string;
  #token = "";
  constructor(
    readonly office: BundleOffice,
    method: string,
  ) {
    this.#page = office.host.run({ function: `menu.${method}` }).dialogs[0]?.html ?? "";
  }
  press(args: Args): Answer {
    const { name, token } = JSON.parse(/var dripsheet = (\{.*?\});/.exec(this.#page)?.[1] ?? "{}");
    const event = { dialog: name, token: this.#token || token, args };
    const { result } = this.office.host.run({
      function: "doPost",
      args: [event],
      from: "dialog",
    });
    const answer = result as Answer & { readonly token?: string };
    this.#token = answer.token ?? "";
    return answer;
  }
  /** Every hidden or chosen value of the form that stands there, as the browser would send it. */
  static fields(html: string): Args {
    const fields: Record<string, string> = {};
    for (const [, name = "", value = ""] of html.matchAll(
      /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
    )) {
      fields[name] = value;
    }
    for (const [, name = "", inner = ""] of html.matchAll(
      /<select name="([^"]+)">(.*?)<\/select>/gs,
    )) {
      fields[name] = /<option value="([^"]*)" selected/.exec(inner)?.[1] ?? "";
    }
    return fields;
  }
}

describe("Adopt a sheet", () => {
  const NOW = Date.parse("2026-03-02T09:00:00Z");
  const lines = Array.from({ length: 120 }, (_, at) => [
    ...[`p${at}@example.org`, "Ada", "YouTube", NOW - 60 * DAY, "YES", 3],
    ...["2026/2/20", at % 2 === 0 ? "2026/3/5" : "2026/2/27", at % 10 === 0 ? "已付款" : "", ""],
  ]);

  it("reads typed dates in the file's zone, and writes in blocks", () => {
    const bench = withTab("Lite", [HEADERS, ...lines]);
    const window = new Window(bench, "adopt");
    const chosen = Window.fields(String(window.press({ go: "tab", tab: "Lite" }).html));
    expect(chosen).toMatchObject({
      flow: "lite",
      column_email: "客户邮箱",
      column_next: "下次发送",
    });
    const dry = String(window.press({ ...chosen, basis: "the form", go: "dry" }).html);
    expect(dry).toContain("Adopt 120 people");
    expect(dry).toContain(">12</td><td>paid");
    expect(bench.host.sheet("Contacts").rows).toHaveLength(0);
    const written = window.press({ ...Window.fields(dry), go: "write" });
    expect(written.problem).toBeUndefined();
    expect(written.message).toContain("Adopted: 120");
    expect(bench.lastCalls().length).toBeLessThanOrEqual(80);
    const rows = bench.host.sheet("Queue").rows;
    expect(rows).toHaveLength(120);
    const due = rows.find(({ email }) => email === "p2@example.org");
    const zone = new Date(String(due?.next_at));
    expect(due).toMatchObject({ status: "UNPAID", stage: 3, next_step: "lite_4" });
    expect(zone.getTime() - Date.parse("2026-03-05T00:00:00Z")).toBeLessThan(DAY);
    bench.host.run({ function: "jobs.tick" });
    expect(bench.host.outbox().length).toBeLessThanOrEqual(1);
    const again = new Window(bench, "adopt");
    expect(again.press({ ...chosen, basis: "the form", go: "dry" }).html).toContain(
      "nobody to adopt",
    );
  });

  it("brings back what was deleted of it, and from Contacts", () => {
    const bench = withTab("Lite", [HEADERS, ...lines.slice(0, 6)]);
    const window = new Window(bench, "adopt");
    const chosen = Window.fields(String(window.press({ go: "tab", tab: "Lite" }).html));
    window.press({ ...chosen, basis: "the form", go: "write" });
    bench.pass(2 * MINUTE, MINUTE);
    const before = bench.host
      .sheet("Queue")
      .rows.map(({ id, stage, status }) => [id, stage, status]);
    bench.host.act({ sheet: "Queue", kind: "deleteRows", row: 3, count: 3 });
    bench.pass(12 * MINUTE, MINUTE);
    const line = bench.host.sheet("Start here").rows.find(({ id }) => id === "deleted rows");
    expect(line).toMatchObject({ state: "✗" });
    const deleted = new Window(bench, "restoreRows");
    expect(deleted.press({ go: "restore" }).message).toBe("Restored: 3 in Queue.");
    const after = bench.host
      .sheet("Queue")
      .rows.map(({ id, stage, status }) => [id, stage, status]);
    expect(after.sort()).toEqual(before.sort());
    bench.host.act({ sheet: "Contacts", kind: "deleteRows", row: 3, count: 1 });
    bench.pass(12 * MINUTE, MINUTE);
    expect(new Window(bench, "restoreRows").press({ go: "restore" }).message).toContain(
      "1 in Contacts",
    );
    expect(bench.host.sheet("Contacts").rows).toHaveLength(6);
  });
});

describe("Google Form as a door", () => {
  const TAB = "Form Responses 1";
  const NOW = Date.parse("2026-03-02T09:00:00Z");
  const answer = (name: string, at: number) => [at, `${name}@example.org`, name, "Yes"];
  const lines = [
    ["Timestamp", "Email Address", "Your name", "May we write again?"],
    answer("old", NOW - DAY),
  ];

  it("takes each new answer within a minute and once; an idle tick asks one call for it", () => {
    let bench = withTab(TAB, lines);
    const window = new Window(bench, "responses");
    const chosen = Window.fields(String(window.press({ go: "tab", tab: TAB }).html));
    expect(chosen).toMatchObject({ column_email: "Email Address", column_entered: "Timestamp" });
    expect(window.press({ ...chosen, form: "geo", go: "open" }).message).toContain("is open");
    bench.pass(3 * MINUTE, MINUTE);
    expect(bench.queue("old@example.org")).toHaveLength(0);
    bench.pass(MINUTE, MINUTE);
    expect(bench.lastCalls().length).toBeLessThanOrEqual(6);
    const { folder } = bench;
    bench.host.close();
    fillTab(folder, TAB, [...lines, answer("ada", NOW + HOUR)]);
    bench = bench.reopened();
    office = bench;
    bench.pass(2 * HOUR, MINUTE);
    expect(bench.queue()).toHaveLength(1);
    expect(bench.mails()).toHaveLength(1);
    expect(bench.host.sheet("Contacts").rows[0]).toMatchObject({ consent: "YES", name: "ada" });
  });
});
