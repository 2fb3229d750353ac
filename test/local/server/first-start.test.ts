import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { HostOptions } from "../../../local/host/contract.ts";
import { prepareWorkbook } from "../../../local/server/first-start.ts";
import { startLocal } from "../../../local/server/start-local.ts";
import { FakeHost } from "./fake-host.ts";
import { exampleScript, temporaryFolder } from "./start-server.ts";

const URL_A = "http://localhost:8787";
const URL_B = "http://localhost:8788";

let host: FakeHost;

/** What Set up would leave behind. */
function setUpTabs() {
  const setting = (key: string, value = "") => ({ key, value, meaning: "" });
  const offer = (name: string, cells: Record<string, string>) => ({
    offer: name,
    price: "",
    checkout_link: "",
    stripe_ids: "",
    price_after: "",
    checkout_link_after: "",
    stripe_ids_after: "",
    delivery_link: "",
    ...cells,
  });
  return {
    Settings: [
      ...["language", "mode", "sending", "sender_name", "reply_to", "postal_address"].map((key) =>
        setting(key),
      ),
      setting("web_app_url"),
      setting("geo_download_url"),
      setting("booking_url"),
      setting("daily_limit", "90"),
    ],
    Flows: [
      { flow: "geo", on: "YES" },
      { flow: "lite", on: "NO" },
      { flow: "", on: "" },
    ],
    Offers: [
      offer("course", { checkout_link: "https://example.com/course" }),
      offer("lite", {}),
      offer("own", { checkout_link: "https://buy.stripe.com/x", stripe_ids: "price_1" }),
    ],
  };
}

beforeEach(() => {
  host = new FakeHost({ dataDir: "", codeFile: "", manifestFile: "", execUrl: "" });
  host.runResult = () => {
    if (Object.keys(host.tabs).length === 0) Object.assign(host.tabs, setUpTabs());
  };
});

const settings = () =>
  Object.fromEntries((host.tabs.Settings ?? []).map((row) => [row.key, row.value]));
const column = (tab: string, name: string) => (host.tabs[tab] ?? []).map((row) => row[name]);

describe("the first start", () => {
  it("runs Set up, leaves no setting open and reads the payment history", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    expect(host.runs.map((run) => run.function)).toEqual(["menu.setUp", "menu.readHistory"]);
    expect(settings()).toMatchObject({
      mode: "LIVE",
      sending: "ON",
      web_app_url: `${URL_A}/exec`,
      geo_download_url: `${URL_A}/local/files/geo-sample.pdf`,
      booking_url: `${URL_A}/local/link/booking_url`,
      daily_limit: "90",
    });
    expect(settings().sender_name).not.toBe("");
    expect(settings().postal_address).not.toBe("");
  });

  it("switches every flow on and leaves blank rows blank", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    expect(column("Flows", "on")).toEqual(["YES", "YES", ""]);
  });

  it("leaves no price, link or id of an offer open, and none on example.com", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    expect(column("Offers", "checkout_link")).toEqual([
      `${URL_A}/local/link/course`,
      `${URL_A}/local/link/lite`,
      "https://buy.stripe.com/x",
    ]);
    expect(column("Offers", "price")).toEqual(["€590", "€49", ""]);
    expect(column("Offers", "price_after")).toEqual(["", "€79", ""]);
    expect(column("Offers", "checkout_link_after")[1]).toBe(`${URL_A}/local/link/lite_after`);
    expect(column("Offers", "delivery_link")[0]).toBe(`${URL_A}/local/link/course_delivery`);
    expect(JSON.stringify(host.tabs)).not.toContain("example.com");
  });

  it("gives each price of an offer Stripe ids of its own", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    expect(column("Offers", "stripe_ids")).toEqual([
      "price_local_course, plink_local_course",
      "price_local_lite, plink_local_lite",
      "price_1",
    ]);
    expect(column("Offers", "stripe_ids_after")[1]).toBe(
      "price_local_lite_after, plink_local_lite_after",
    );
  });

  it("stores keys of this computer, and keeps those that are there", () => {
    host.properties.set("hook_key", "mine");
    prepareWorkbook(host, URL_A, "en", 0);
    expect(host.property("hook_key")).toBe("mine");
    expect(host.property("stripe_key")).toMatch(/^rk_live_local_[0-9a-f]{36}$/);
  });

  it("sets the workbook up in Chinese when asked", () => {
    prepareWorkbook(host, URL_A, "zh", 0);
    expect(settings().language).toBe("zh");
    expect(host.runs.filter((run) => run.function === "menu.setUp")).toHaveLength(2);
  });
});

describe("a later start", () => {
  it("changes nothing, whatever a person has made of the values", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    const rows = host.tabs.Settings ?? [];
    for (const row of rows) if (row.key === "mode") row.value = "REHEARSAL";
    host.edits.length = 0;
    prepareWorkbook(host, URL_A, "en", 0);
    expect(host.edits).toEqual([]);
    expect(host.runs).toHaveLength(2);
  });

  it("moves the local links to another port and no others", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    prepareWorkbook(host, URL_B, "en", 0);
    expect(settings().web_app_url).toBe(`${URL_B}/exec`);
    expect(column("Offers", "checkout_link")).toEqual([
      `${URL_B}/local/link/course`,
      `${URL_B}/local/link/lite`,
      "https://buy.stripe.com/x",
    ]);
    prepareWorkbook(host, URL_A, "en", 0);
    expect(settings().web_app_url).toBe(`${URL_A}/exec`);
  });

  it("sets an older workbook up for a newer bundle, and switches on only flows that are new", () => {
    prepareWorkbook(host, URL_A, "en", 0);
    host.tabs.Settings?.push({ key: "schema_version", value: "1", meaning: "" });
    for (const row of host.tabs.Flows ?? []) if (row.flow === "lite") row.on = "NO";
    host.runResult = (call) => {
      if (call.function === "menu.setUp") host.tabs.Flows?.push({ flow: "course", on: "NO" });
    };
    prepareWorkbook(host, URL_A, "en", 2);
    const on = Object.fromEntries((host.tabs.Flows ?? []).map(({ flow, on }) => [flow, on]));
    expect(on).toMatchObject({ geo: "YES", lite: "NO", course: "YES" });
    host.runs.length = 0;
    for (const row of host.tabs.Settings ?? []) if (row.key === "schema_version") row.value = "2";
    prepareWorkbook(host, URL_A, "en", 2);
    expect(host.runs).toEqual([]);
  });

  it("finishes a first start that was cut short", () => {
    host.runResult = () => {
      throw new Error("killed");
    };
    expect(() => prepareWorkbook(host, URL_A, "en", 0)).toThrow("killed");
    host.runResult = (call) =>
      call.function === "menu.setUp" ? Object.assign(host.tabs, setUpTabs()) : null;
    prepareWorkbook(host, URL_A, "en", 0);
    expect(settings().mode).toBe("LIVE");
  });
});

describe("a first start at a given moment", () => {
  it("sets up before that moment, so that the clock shows it", async () => {
    const documents = new Map<string, string>();
    const moments: string[] = [];
    const open = (options: HostOptions) => {
      moments.push(options.now ?? "wall");
      const opened = new FakeHost(options, { documents });
      opened.runResult = () => {
        opened.ms += 60_000;
      };
      return opened;
    };
    const now = "2026-03-02T09:00:00.000Z";
    const dataDir = temporaryFolder();
    const script = exampleScript(dataDir);
    const options = { root: process.cwd(), script, dataDir, port: 0, now, fresh: false };
    const running = await startLocal({ ...options, lang: "en", isNew: true }, open);
    onTestFinished(() => running.stop());
    expect(running.now).toBe(now);
    expect(moments).toEqual(["2026-03-02T08:45:00.000Z", now]);
  });
});
