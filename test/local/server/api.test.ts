import { describe, expect, it } from "vitest";
import { textAnswer } from "./fake-host.ts";
import { startServer } from "./start-server.ts";

const QUEUE = () => ({
  Queue: [
    { id: "q1", status: "ACTIVE", next_at: "2026-03-04T09:00:30.000Z" },
    { id: "q2", status: "DONE", next_at: "" },
  ],
  "Start here": [{ check: "sender", state: "✓" }],
});

const startWithQueue = () => startServer((host) => Object.assign(host.tabs, QUEUE()));

describe("what the control API reads", () => {
  it("says the time, the triggers and the version", async () => {
    const { api, running } = await startServer();
    const { json } = await api("status");
    expect(json).toMatchObject({
      now: "2026-03-02T09:00:00.000Z",
      triggers: [{ handler: "jobs.tick", everyMinutes: 1 }],
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      clock: "still",
      url: running.url,
    });
  });

  it("counts changes, so that a page reloads only when something happened", async () => {
    const { api, ask } = await startServer();
    const first = (await api("status")).json.changes;
    expect((await api("status")).json.changes).toBe(first);
    await ask("/exec");
    expect((await api("status")).json.changes).not.toBe(first);
  });

  it("lists the tabs and reads one by its name", async () => {
    const { api } = await startWithQueue();
    expect((await api("sheets")).json.map((tab: { name: string }) => tab.name)).toContain("Queue");
    expect((await api("sheets/Start%20here")).json).toEqual({
      headers: ["check", "state"],
      rows: [{ check: "sender", state: "✓" }],
      formulas: [],
    });
    expect((await api("look/Queue")).json).toMatchObject({ name: "Queue", frozenRows: 1 });
  });

  it("shows the menu and the last executions", async () => {
    const { api } = await startServer();
    expect((await api("menu")).json[0]).toMatchObject({ function: "menu.runBatch" });
    expect((await api("executions")).json[0]).toMatchObject({ function: "jobs.tick", calls: 2 });
  });

  it("names the run that will send the next mail", async () => {
    const { api } = await startWithQueue();
    expect((await api("next-mail")).json).toMatchObject({ at: "2026-03-04T09:01:20.000Z" });
  });

  it("knows of no next mail when nothing is due", async () => {
    const { api } = await startServer();
    expect((await api("next-mail")).json).toMatchObject({ at: null });
  });

  it("waits for no mail that was due at the last run and did not go: it is held up", async () => {
    const { api, host } = await startWithQueue();
    const [run] = host.executions();
    const startedAt = Date.parse("2026-03-05T00:00:00Z");
    host.executions = () => (run ? [{ ...run, startedAt }] : []);
    expect((await api("next-mail")).json).toEqual({
      at: null,
      lookedAt: "2026-03-05T00:00:00.000Z",
    });
  });

  it("takes an event that no batch has applied for a mail at the next run", async () => {
    const events = [{ received_at: "2026-03-02T09:00:00Z", outcome: "" }];
    const { api } = await startServer((host) => Object.assign(host.tabs, { Events: events }));
    expect((await api("next-mail")).json).toMatchObject({ at: "2026-03-02T09:00:20.000Z" });
  });

  it("shows the inner page, which gets no rights on this origin", async () => {
    const { ask } = await startServer();
    const page = await ask("/local/api/page?p=geo");
    expect(page.text).toBe("<p>hello</p>");
    expect(page.headers["content-security-policy"]).toBe("sandbox");
  });
});

describe("what the control API does", () => {
  it.each([
    [{ advance: "PT48H" }, "2026-03-04T09:00:00.000Z"],
    [{ advance: "P1DT2H" }, "2026-03-03T11:00:00.000Z"],
    [{ advance: "P2W" }, "2026-03-16T09:00:00.000Z"],
    [{ advance: "P1M" }, "2026-04-02T09:00:00.000Z"],
    [{ advance: "PT0S" }, "2026-03-02T09:00:00.000Z"],
    [{ to: "2026-03-02T10:00:00+01:00" }, "2026-03-02T09:00:00.000Z"],
    [{ to: "2026-03-05" }, "2026-03-05T00:00:00.000Z"],
  ])("moves the clock by %j", async (body, now) => {
    const { api } = await startServer();
    const { status, json } = await api("clock", body);
    expect([status, json.now]).toEqual([200, now]);
    expect(json.ran).toBeGreaterThan(0);
  });

  it("hands a long move on in slices that fit the interval, and adds up what ran", async () => {
    const { api, host } = await startServer();
    const { json } = await api("clock", { advance: "PT2H10M", every: "PT25M" });
    const minutes = host.moves.map(([to]) => (to - Date.parse("2026-03-02T09:00:00Z")) / 60_000);
    expect(minutes).toEqual([75, 130]);
    expect(host.moves.every(([, everyMs]) => everyMs === 25 * 60_000)).toBe(true);
    expect(json.ran).toBe(2);
  });

  it.each([
    [{}],
    [{ advance: "48h" }],
    [{ advance: "P" }],
    [{ advance: "PT" }],
    [{ advance: "-PT1H" }],
    [{ advance: 5 }],
    [{ advance: "PT1H", to: "2026-03-05" }],
    [{ to: "tomorrow" }],
    [{ to: "2026-03-02T08:59:59Z" }],
    [{ advance: "PT1H", every: "PT0S" }],
    [{ advance: "PT1H", every: "often" }],
    [{ advance: "PT1H", evry: "PT1M" }],
  ])("refuses the move %j and says what is allowed", async (body) => {
    const { api, host } = await startServer();
    const { status, json } = await api("clock", body);
    expect(status).toBe(400);
    expect(json.error).toMatch(/saw .*allowed is/);
    expect(host.moves).toEqual([]);
  });

  it("types into a cell as a person and says what stands there then", async () => {
    const { api, host } = await startWithQueue();
    const edit = { row: 2, column: "status", value: "PAID" };
    const { status, json } = await api("sheets/Queue/edit", edit);
    expect([status, json.value]).toEqual([200, "PAID"]);
    expect(host.edits).toEqual([["Queue", 2, "status", "PAID"]]);
  });

  it.each([
    ["sheets/Nowhere/edit", { row: 2, column: "status", value: "x" }, 404, "Start here"],
    ["sheets/Queue/edit", { row: 2, column: "color", value: "x" }, 400, "next_at"],
    ["sheets/Queue/edit", { row: 0, column: "status", value: "x" }, 400, "row"],
    ["sheets/Queue/edit", { row: "2", column: "status", value: "x" }, 400, "row"],
    ["sheets/Queue/edit", { row: 2, column: "status", value: ["x"] }, 400, "value"],
    ["sheets/Queue/edit", { row: 2, column: "status", value: "REFUSED" }, 400, "violates"],
  ])("refuses the edit %s %j", async (path, body, status, said) => {
    const { api, host } = await startWithQueue();
    const answer = await api(path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toContain(said);
    expect(host.edits).toEqual([]);
  });
});

describe("what the control API refuses", () => {
  it("names the addresses there are", async () => {
    const { api } = await startServer();
    const { status, json } = await api("nothing");
    expect(status).toBe(404);
    expect(json.error).toContain("GET /local/api/status");
  });

  it.each([
    ["POST", "/local/api/status", "GET"],
    ["GET", "/local/api/clock", "POST"],
    ["DELETE", "/local/api/outbox", "GET"],
    ["POST", "/", "GET"],
  ])("answers %s %s with the method that is allowed", async (method, path, allow) => {
    const { ask } = await startServer();
    const answer = await ask(path, { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
  });

  it.each(["{", "[]", "1", "null"])("refuses the body %s", async (body) => {
    const { ask } = await startServer();
    const answer = await ask("/local/api/clock", { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).error).toContain("Body");
  });
});

describe("delivering a Stripe event", () => {
  const event = { id: "evt_1", object: "event", type: "charge.succeeded", created: 1 };

  it("posts the event to the webhook under the stored key", async () => {
    const { api, host } = await startServer();
    host.properties.set("hook_key", "a&b");
    const { json } = await api("stripe", { event, deliver: true });
    expect(json).toEqual({ status: 200, location: null });
    expect(host.requests[0]).toMatchObject({ method: "POST", query: "hook=stripe&key=a%26b" });
    expect(JSON.parse(host.requests[0]?.body ?? "")).toEqual(event);
  });

  it("posts another body under another key when asked, and tells of the redirect", async () => {
    const { api, host } = await startServer();
    host.answer = () => textAnswer("wrong key");
    const { json } = await api("stripe", { deliver: true, body: "not json", key: "wrong" });
    expect(json).toMatchObject({
      status: 302,
      location: expect.stringContaining("/local/content/"),
    });
    expect(host.requests[0]).toMatchObject({ query: "hook=stripe&key=wrong", body: "not json" });
  });

  it("only makes the event readable without deliver", async () => {
    const { api, host } = await startServer();
    expect((await api("stripe", { event })).json).toEqual({ status: null, location: null });
    expect(host.requests).toEqual([]);
  });

  it.each([
    [{ deliver: true }],
    [{ event: { type: "x" } }],
    [{ event: "evt_1" }],
    [{ event, deliver: "yes" }],
  ])("refuses %j", async (body) => {
    const { api } = await startServer();
    expect((await api("stripe", body)).status).toBe(400);
  });
});
