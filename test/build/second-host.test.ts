// The built file in a host that is not ours: gas-local knows nothing of Dripsheet and gives a
// script only the services it is handed. Whoever names more than those fails here.
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import gas from "gas-local";
import { describe, expect, it } from "vitest";
import { builtBundle } from "../built-bundle.js";
import { scratchFolder } from "./scratch.js";

const EXEC_URL = "https://script.google.com/macros/s/deployment/exec";

interface Page {
  readonly title: string;
  readonly html: string;
}

/** The services a page needs, as plain as they can be. */
function pageServices() {
  const output = (html: string) => {
    const page = { html, title: "" };
    const made = {
      setTitle: (title: string) => Object.assign(made, { page: Object.assign(page, { title }) }),
      addMetaTag: () => made,
      setXFrameOptionsMode: () => made,
      page,
    };
    return made;
  };
  const kept = new Map<string, string>();
  const properties = {
    getProperties: () => Object.fromEntries(kept),
    getProperty: (key: string) => kept.get(key) ?? null,
    setProperty: (key: string, value: string) => void kept.set(key, value),
    deleteProperty: (key: string) => void kept.delete(key),
  };
  return {
    HtmlService: { createHtmlOutput: output, XFrameOptionsMode: { DEFAULT: "DEFAULT" } },
    ScriptApp: { getService: () => ({ getUrl: () => EXEC_URL }) },
    PropertiesService: { getScriptProperties: () => properties },
  };
}

interface Script {
  doGet(event: unknown): { page: Page };
}

function load(services: object): Script {
  const folder = path.join(scratchFolder(), "script");
  mkdirSync(folder);
  copyFileSync(builtBundle().codeFile, path.join(folder, "Code.js"));
  return gas.require<Script>(folder, services);
}

describe("gas-local", () => {
  it("finds the entries, and no service is used to load them", () => {
    const script = load({});
    const timers = ["jobs_edit_", "jobs_tick_", "jobs_watch_"];
    const names = [...timers, "doGet", "doPost", "onOpen", "jobs", "menu", "Dripsheet"];
    expect(Object.keys(script).sort()).toEqual(names.sort());
  });

  it("shows the GEO form with nothing but pages, properties and the own address", () => {
    const script = load({ ...pageServices(), console: { log() {}, warn() {}, error() {} } });
    const { page } = script.doGet({ parameter: { p: "geo" }, parameters: { p: ["geo"] } });
    expect(page.html).toMatch(/<form[^>]*method="post"/);
    expect(page.html).toContain(`action="${EXEC_URL}"`);
  });
});
