// The smaller adapters on the simulated platform.
import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FetchRequest } from "../../local/host/contract";
import { type LocalBench, openLocal } from "../contract/local-bench";
import { naughtyStrings } from "../contract/naughty-strings";

let local: LocalBench;
const asked: FetchRequest[] = [];
beforeAll(() => {
  local = openLocal({
    fetch: (request) => {
      asked.push(request);
      if (request.url.endsWith("/events/evt_1")) return json(200, { id: "evt_1" });
      if (request.url.endsWith("/events/evt_2")) return json(404, { error: {} });
      throw new Error("DNS error");
    },
  });
});
afterAll(() => local.close());

describe("secrets", () => {
  it("sign and digest every text as UTF-8", () => {
    for (const text of naughtyStrings.filter((one) => one !== "")) {
      const [hmac, digest] = local.calls(
        { port: "secrets", method: "hmac", args: [text, `key ${text}`] },
        { port: "secrets", method: "digest", args: [text] },
      );
      expect(hmac).toBe(createHmac("sha256", `key ${text}`).update(text, "utf8").digest("hex"));
      expect(digest).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }
  });

  it("give a new id each time", () => {
    const ids = [local.call("secrets", "uuid"), local.call("secrets", "uuid")];
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

it("properties are kept between executions", () => {
  local.call("properties", "set", "stop_mark", "a1");
  local.call("properties", "set", "door", "{}");
  local.call("properties", "remove", "door");
  expect(local.call("properties", "all")).toEqual({ stop_mark: "a1" });
});

it("the clock is the platform's", () => {
  const at = local.call("clock", "now") as number;
  expect(Math.abs(at - local.host.now())).toBeLessThan(60_000);
});

it("Stripe is read with the key", () => {
  expect(local.call("stripe", "get", "events/evt_1", "rk_1")).toEqual({
    kind: "found",
    body: { id: "evt_1" },
  });
  expect(asked[0]?.headers.Authorization ?? asked[0]?.headers.authorization).toBe("Bearer rk_1");
  expect(local.call("stripe", "get", "events/evt_2", "rk_1")).toEqual({ kind: "unknown" });
  expect(local.call("stripe", "get", "events/evt_3", "rk_1")).toMatchObject({
    kind: "unreachable",
  });
});

describe("triggers", () => {
  const handlers = () =>
    local.host
      .triggers()
      .map(({ handler }) => handler)
      .sort();
  beforeEach(() => {
    local.call("triggers", "install", []);
  });

  it("stand exactly once, however often they are installed", () => {
    expect(local.call("triggers", "install", [])).toEqual([]);
    expect(local.call("triggers", "missing")).toEqual([]);
    expect(handlers()).toEqual(["jobs.edit", "jobs.tick", "jobs.watch"]);
  });

  it("tick each minute, watch each hour", () => {
    const byHandler = new Map(local.host.triggers().map((one) => [one.handler, one]));
    expect(byHandler.get("jobs.tick")).toMatchObject({ kind: "clock", everyMinutes: 1 });
    expect(byHandler.get("jobs.watch")).toMatchObject({ kind: "clock", everyMinutes: 60 });
    expect(byHandler.get("jobs.edit")).toMatchObject({ kind: "onEdit" });
  });
});

describe("the person", () => {
  it("is told and asked in a menu run", () => {
    const calls = [
      { port: "person", method: "tell", args: ["Done", "3 mails sent"] },
      { port: "person", method: "ask", args: ["Key?", "Paste it here"] },
    ];
    const outcome = local.host.run({
      function: "contract",
      args: [JSON.stringify({ kind: "calls", calls })],
      answers: ["OK", "rk_live_1"],
    });
    expect(JSON.parse(String(outcome.result))).toEqual([null, "rk_live_1"]);
    expect(outcome.dialogs.map(({ kind, title }) => [kind, title])).toEqual([
      ["alert", "Done"],
      ["prompt", "Key?"],
    ]);
  });

  it("is the account that runs the script", () => {
    expect(local.call("person", "effectiveUser")).toBe("owner@shop.test");
  });
});

it("the batch mutex is had again by the next execution", () => {
  const take = { port: "locks", method: "takeBatch", args: [] } as const;
  expect(local.calls(take, take)).toEqual([true, true]);
  expect(local.calls(take)).toEqual([true]);
});

function json(status: number, body: unknown) {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
