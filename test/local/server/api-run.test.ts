// Runs of the script by the control API: as who clicks, for a page over the sheet, with the windows it opens.
import { describe, expect, it } from "vitest";
import { askUrl, startServer } from "./start-server.ts";

describe("POST run", () => {
  it("runs a function as the person who clicks", async () => {
    const { api, host } = await startServer();
    host.runResult = () => "done";
    const call = {
      function: "menu.runBatch",
      args: [1],
      selection: { sheet: "Queue", row: 2 },
      answers: ["YES"],
      as: "editor@team.test",
    };
    expect((await api("run", call)).json).toEqual({ result: "done", dialogs: [] });
    expect(host.runs.at(-1)).toEqual(call);
  });

  it("runs what a page over the sheet calls, on all rows that are selected", async () => {
    const { api, host } = await startServer();
    host.runResult = () => ({ message: "held" });
    const selection = { sheet: "Queue", row: 2, rows: [2, 3, 7] };
    const call = { function: "doPost", args: [{ dialog: "x" }], selection, from: "dialog" };
    expect((await api("run", call)).json.result).toEqual({ message: "held" });
    expect(host.runs.at(-1)).toEqual(call);
  });

  it.each(["menu.runBatch", "jobs.tick", "tick_", "eval"])(
    "does not run %s for a page over the sheet: only global functions are called (facts 3.1)",
    async (name) => {
      const { api, host } = await startServer();
      const before = host.runs.length;
      const { status, json } = await api("run", { function: name, from: "dialog" });
      expect([status, json.error]).toEqual([422, `Script function not found: ${name}`]);
      expect(host.runs).toHaveLength(before);
    },
  );

  it("gives each window of the script's an address that only the Studio may frame", async () => {
    const { api, host, running } = await startServer();
    const html = "<!DOCTYPE html><html><head></head><body>hello</body></html>";
    host.runDialogs = [{ kind: "modal", title: "T", text: "", html, widthPx: 300 }];
    const [first, second] = [
      await api("run", { function: "f" }),
      await api("run", { function: "f" }),
    ];
    const [dialog] = first.json.dialogs;
    expect(dialog).toMatchObject({ kind: "modal", title: "T", html, widthPx: 300 });
    expect(new URL(dialog.url).origin).not.toBe(running.url);
    expect([dialog.url, dialog.word]).not.toContain(second.json.dialogs[0].url);
    const page = await askUrl(dialog.url, {});
    expect(page.text).toContain("google");
    expect(page.text).toContain(dialog.word);
    expect(page.headers["content-security-policy"]).toBe(
      `frame-ancestors http://localhost:${running.port} http://127.0.0.1:${running.port}`,
    );
    expect((await askUrl(`${dialog.url}x`, {})).status).toBe(404);
  });

  it("says what a person would see when the function failed", async () => {
    const { api, host } = await startServer();
    host.runResult = () => {
      throw new Error("Settings!value row 4: saw nothing.");
    };
    const { status, json } = await api("run", { function: "menu.setUp" });
    expect(status).toBe(422);
    expect(json).toEqual({ error: "Settings!value row 4: saw nothing." });
  });

  it.each([
    [{}],
    [{ function: "" }],
    [{ function: "onOpen", args: {} }],
    [{ function: "onOpen", answers: [1] }],
    [{ function: "onOpen", selection: { sheet: "Queue" } }],
    [{ function: "onOpen", selection: { sheet: "Queue", row: 2, rows: [] } }],
    [{ function: "onOpen", selection: { sheet: "Queue", row: 2, rows: ["2"] } }],
    [{ function: "onOpen", from: "page" }],
    [{ function: "onOpen", visitor: true }],
  ])("refuses to run %j", async (body) => {
    const { api } = await startServer();
    expect((await api("run", body)).status).toBe(400);
  });
});
