// A flow with an open line on Start here cannot be switched on (R192).
import { beforeEach, describe, expect, it } from "vitest";
import { runBatch } from "../../src/app/run-batch";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

const flow = (name: string) => office.ports.store.row("Flows", name);
const note = (name: string) => office.ports.store.note("Flows", name, "on");

function switchOn(name: string): void {
  office.ports.store.edit("Flows", name, "on", "YES");
  office.ports.properties.set("stop_mark", `on ${name} ${office.ports.clock.now()}`);
  runBatch(office.ports, "edit");
}

describe("a flow that sells", () => {
  it.each([
    ["sender", "sender_name"],
    ["sender", "postal_address"],
    ["web address", "web_app_url"],
  ])("is put back while the line %s is open (%s), and says which", (check, key) => {
    office.set(key, "");
    office.tick();
    switchOn("lite");
    expect(flow("lite")).toMatchObject({ on: "NO" });
    expect(flow("lite")?.check).toContain(check);
    expect(note("lite")).toContain(check);
  });

  it("is put back before it is known who has paid", () => {
    office.ports.properties.remove("history");
    switchOn("lite");
    expect(flow("lite")?.on).toBe("NO");
    expect(flow("lite")?.check).toContain("payment history");
  });

  it("names every open line at once, in the sheet's language", () => {
    office.set("sender_name", "");
    office.set("web_app_url", "");
    office.set("language", "zh");
    office.tick();
    switchOn("lite");
    expect(flow("lite")?.check).toContain("发件人、网页地址");
  });

  it("stays on where everything is there", () => {
    switchOn("lite");
    expect(flow("lite")).toMatchObject({ on: "YES", check: "" });
    expect(note("lite")).toBe("");
  });
});

it("GEO is put back without its link", () => {
  office.ports.store.edit("Flows", "geo", "on", "NO");
  office.set("geo_download_url", "");
  office.tick();
  switchOn("geo");
  expect(flow("geo")?.on).toBe("NO");
  expect(flow("geo")?.check).toContain("GEO link");
});

it("failed payments are put back without a key that fits the mode; free check needs none", () => {
  office.ports.properties.set("stripe_key", "rk_test_1");
  switchOn("stripe_failed");
  expect(flow("stripe_failed")?.on).toBe("NO");
  expect(flow("stripe_failed")?.check).toContain("Stripe");
  switchOn("free_check");
  expect(flow("free_check")?.on).toBe("YES");
});

it("a flow that was put back sends nothing, takes nobody in twice, and goes once it may", () => {
  office.set("geo_download_url", "");
  office.ports.store.edit("Flows", "geo", "on", "NO");
  office.tick();
  switchOn("geo");
  office.geo();
  office.pass(5 * MINUTE);
  expect(office.subjects()).toEqual([]);
  office.set("geo_download_url", "https://files.test/geo.pdf");
  runBatch(office.ports, "menu");
  expect(flow("geo")?.check).toContain("set on to YES again");
  switchOn("geo");
  expect(flow("geo")).toMatchObject({ on: "YES", check: "" });
  expect(note("geo")).toBe("");
  office.pass(5 * MINUTE);
  expect(office.subjects()).toHaveLength(1);
});

it("a flow that was on stays on when a line opens; its rows wait as before", () => {
  office.geo();
  office.pass(2 * MINUTE);
  office.set("postal_address", "");
  office.pass(50 * HOUR, HOUR);
  expect(flow("geo")?.on).toBe("YES");
  expect(office.subjects()).toHaveLength(1);
  expect(office.row().why).toContain("postal_address");
});

it.each(["YSE", ""])("a flow that runs stays on when its on read %j for a while", (mistyped) => {
  office.geo();
  office.pass(2 * MINUTE);
  office.set("postal_address", "");
  office.ports.store.edit("Flows", "geo", "on", mistyped);
  office.ports.properties.set("stop_mark", "mistyped");
  runBatch(office.ports, "edit");
  expect(flow("geo")?.check).not.toBe("");
  switchOn("geo");
  expect(flow("geo")).toMatchObject({ on: "YES", check: "" });
  office.ports.store.edit("Flows", "geo", "on", "NO");
  office.pass(11 * MINUTE);
  office.geo("eve@example.org");
  office.pass(2 * MINUTE);
  switchOn("geo");
  expect(flow("geo")?.on).toBe("NO");
});

it("a flow pasted on with no trigger to tell of it is met by the next working tick", () => {
  office.set("sender_name", "");
  office.tick();
  office.ports.store.edit("Flows", "lite", "on", "YES");
  office.pass(11 * MINUTE);
  office.geo("eve@example.org");
  office.pass(MINUTE);
  expect(flow("lite")?.on).toBe("NO");
});
