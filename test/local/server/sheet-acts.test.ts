// What a person does to whole rows, by the control API; and the copies of the workbook it lists.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PersonAct } from "../../../local/host/contract.ts";
import { openFolder } from "../../../local/server/data-folder.ts";
import { askUrl, startServer, temporaryFolder } from "./start-server.ts";

const startWithQueue = async () => {
  const acts: (readonly [act: PersonAct, as: string | undefined])[] = [];
  const server = await startServer((host) => {
    Object.assign(host.tabs, { Queue: [{ id: "q1" }] });
    host.act = (act: PersonAct, as?: string) => void acts.push([act, as]);
  });
  return { ...server, acts };
};

describe("POST sheets/NAME/act", () => {
  it.each<[object]>([
    [
      {
        kind: "paste",
        row: 2,
        column: "id",
        values: [
          ["a", 1],
          [true, ""],
        ],
      },
    ],
    [{ kind: "insertRows", row: 3 }],
    [{ kind: "deleteRows", row: 3, count: 2 }],
    [{ kind: "insertColumn", column: "B" }],
    [{ kind: "sort", column: "id", ascending: false }],
    [{ kind: "renameSheet", to: "Old" }],
    [{ kind: "insertSheet", to: "Old list" }],
    [{ kind: "deleteSheet" }],
    [{ kind: "fold", row: 14, collapsed: false }],
    [{ kind: "unfilter" }],
  ])("does %j", async (act) => {
    const { api, acts } = await startWithQueue();
    const { status } = await api("sheets/Queue/act", { ...act, as: "editor@team.test" });
    expect(status).toBe(200);
    expect(acts).toEqual([[{ ...act, sheet: "Queue" }, "editor@team.test"]]);
  });

  it.each([
    ["Queue", {}, "kind"],
    ["Queue", { kind: "constructor" }, "kind"],
    ["Queue", { kind: "deleteRows" }, "row"],
    ["Queue", { kind: "deleteRows", row: 0 }, "row"],
    ["Queue", { kind: "deleteRows", row: 2, count: 1.5 }, "count"],
    ["Queue", { kind: "paste", row: 2, column: "id", values: [] }, "values"],
    ["Queue", { kind: "paste", row: 2, column: "id", values: [[{}]] }, "values"],
    ["Queue", { kind: "sort", column: 3 }, "column"],
    ["Queue", { kind: "insertSheet" }, "to"],
    ["Queue", { kind: "fold", row: 2, collapsed: "yes" }, "collapsed"],
    ["Queue", { kind: "unfilter", sheet: "Sends" }, "sheet"],
    ["Nowhere", { kind: "unfilter" }, "Queue"],
  ])("refuses on %s %j and says what is allowed", async (sheet, act, said) => {
    const { api, acts } = await startWithQueue();
    const { status, json } = await api(`sheets/${sheet}/act`, act);
    expect([400, 404]).toContain(status);
    expect(json.error).toContain(said);
    expect(acts).toEqual([]);
  });

  it("says what the sheet refused", async () => {
    const { api, host } = await startWithQueue();
    host.act = () => {
      throw new Error("You can't delete all the rows on the sheet.");
    };
    const { status, json } = await api("sheets/Queue/act", { kind: "deleteRows", row: 2 });
    expect([status, json.error]).toEqual([400, "You can't delete all the rows on the sheet."]);
  });
});

describe("copies of the workbook", () => {
  const copy = { id: "1abc", name: "Backup <1>", at: "2026-03-02T09:00:00.000Z", folder: "/x/y" };

  it("are listed, and each has a page that says how to open it", async () => {
    const { api, ask, running } = await startServer((host) => {
      host.copies = () => [copy];
    });
    const url = `${running.url}/local/copies/1abc`;
    expect((await api("copies")).json).toEqual([{ ...copy, url }]);
    const page = await askUrl(url, {});
    expect(page.text).toContain("Backup &lt;1&gt;");
    expect(page.text).toContain("npm start -- --data &quot;/x/y&quot;");
    expect((await ask("/local/copies/other")).status).toBe(404);
  });

  it("are marked as ours when they are made, so that Local opens them", async () => {
    const folder = join(temporaryFolder(), "copy");
    mkdirSync(folder);
    let copied: ((folder: string) => void) | undefined;
    await startServer((host) => {
      copied = host.options.onCopied;
    });
    copied?.(folder);
    expect(existsSync(join(folder, "dripsheet-local.txt"))).toBe(true);
    expect(await openFolder(folder, false)).toBe(false);
  });
});
