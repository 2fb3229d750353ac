import { describe, expect, it } from "vitest";
import { MonthOffer } from "../../../local/server/month-offer.ts";
import { FakeHost } from "./fake-host.ts";
import { startServer } from "./start-server.ts";

const host = () => new FakeHost({ dataDir: "", codeFile: "", manifestFile: "", execUrl: "" });

describe("the offer of a month", () => {
  it("stands while nobody is in the workbook", () => {
    const empty = host();
    Object.assign(empty.tabs, { Queue: [], Contacts: [] });
    expect(new MonthOffer(empty, false).view()).toEqual({ state: "offered" });
  });

  it("is withdrawn once somebody is in it", () => {
    const used = host();
    Object.assign(used.tabs, { Contacts: [{ email: "a@b.test" }] });
    expect(new MonthOffer(used, false).view()).toEqual({ state: "none" });
  });

  it("is never made after --fresh", () => {
    expect(new MonthOffer(host(), true).view()).toEqual({ state: "none" });
  });

  it("is over once it was taken, also after another start", () => {
    const played = host();
    played.keep("month", { seed: 1 });
    expect(new MonthOffer(played, false).view()).toEqual({ state: "played" });
  });
});

describe("POST month", () => {
  it("refuses a second month with words that say what to do", async () => {
    const server = await startServer((fake) => fake.keep("month", { seed: 1 }));
    const { status, json } = await server.api("month", {});
    expect(status).toBe(409);
    expect(json.error).toContain("--data DIR");
    expect(server.host.requests).toEqual([]);
  });

  it("refuses a seed that is no whole number", async () => {
    const server = await startServer();
    expect((await server.api("month", { seed: "x" })).json.error).toMatch(/^seed: saw "x"/);
  });

  it("tells with the status whether there is one to show", async () => {
    const server = await startServer();
    expect((await server.api("status")).json.month).toEqual({ state: "offered" });
    expect((await server.api("month")).json).toEqual({ state: "offered" });
  });
});
