// Check links: no address of the owner's is dead, and whoever must sign in first does not get in (R190).
import { describe, expect, it } from "vitest";
import { lookAt } from "../../src/app/check-links";
import { checkLinks } from "../../src/app/dialogs/check-links";
import { linksOf } from "../../src/content/links-of";
import { shippedTemplates } from "../../src/flows/templates/index";
import type { LinkAnswer } from "../../src/ports";
import { ScriptedLinks } from "../memory/memory-ports";
import { MemoryOffice } from "./memory-office";
import { newestWindow, type OpenWindow } from "./open-window";

const PACK = "https://files.test/geo.pdf";
const to = (leadsTo: string): LinkAnswer => ({ status: 302, leadsTo });
const answered = (status: number): LinkAnswer => ({ status, leadsTo: "" });

function checked(office: MemoryOffice): OpenWindow {
  checkLinks(office.ports);
  const window = newestWindow(office.ports);
  window.press("check");
  return window;
}

const line = (office: MemoryOffice) => office.ports.store.row("Start here", "links");

describe("a link", () => {
  it.each([
    ["that answers", answered(200), "ok"],
    ["whose beginning is all there is", answered(206), "ok"],
    ["to an empty file", answered(416), "ok"],
    ["that is gone", answered(404), "gone"],
    ["that was taken away", answered(410), "gone"],
    ["that keeps robots out", answered(403), "unsure"],
    ["of a site in trouble", answered(503), "unsure"],
    ["of no site", { problem: "DNS error" }, "noAnswer"],
    ["to a file shared with nobody", to("https://accounts.google.com/ServiceLogin?x=1"), "signIn"],
    ["back to itself", to(PACK), "circle"],
  ] as const)("%s is known for it", (_what, answer, state) => {
    const links = new ScriptedLinks();
    links.put(PACK, answer);
    expect(lookAt({ links }, PACK).state).toBe(state);
  });

  it.each([
    ["https://b.test/x", "https://b.test/x"],
    ["//b.test/x", "https://b.test/x"],
    ["/x", "https://files.test/x"],
    ["x", "https://files.test/x"],
  ])("is followed to %s", (leadsTo, end) => {
    const links = new ScriptedLinks();
    links.put(PACK, to(leadsTo));
    links.put(end, answered(404));
    expect(lookAt({ links }, PACK)).toMatchObject({ state: "gone", status: 404 });
  });

  it("to a sample domain is a placeholder, and nobody is asked", () => {
    const links = new ScriptedLinks();
    expect(lookAt({ links }, "https://www.example.com/pack").state).toBe("placeholder");
    expect(links.asked).toEqual([]);
  });
});

describe("the links of a mail", () => {
  it("are those its writer typed, as they will be sent", () => {
    const [row] = shippedTemplates;
    if (row === undefined) throw new Error("no templates");
    const body = "[a](https://a.test/?x=1&y=2) {{ links.download }} [m](mailto:a@b.test)";
    expect(linksOf({ ...row, body })).toEqual(["https://a.test/?x=1&y=2"]);
    expect(linksOf({ ...row, body: "{{ broken" })).toEqual([]);
  });
});

describe("Check links", () => {
  it("asks every address once, and says on Start here that all answer", () => {
    const office = new MemoryOffice();
    const window = checked(office);
    expect(window.said).toMatch(/^All \d links answer\.$/);
    const { asked } = office.ports.links;
    expect(asked).toContain(PACK);
    expect(new Set(asked).size).toBe(asked.length);
    expect(line(office)).toMatchObject({ check: "links", state: "✓" });
  });

  it("names each that is dead by the cells it stands in", () => {
    const office = new MemoryOffice();
    office.ports.links.put(PACK, answered(404));
    office.ports.store.edit("Templates", "geo_2.en", "body", "[more](https://old.test/x)");
    office.ports.links.put("https://old.test/x", { problem: "DNS error: old.test" });
    const window = checked(office);
    expect(window.said).toMatch(/^2 of \d links/);
    expect(line(office)?.state).toBe("✗");
    expect(line(office)?.what_to_do).toContain(
      "Settings, geo_download_url, Templates geo_2.en. Mend them",
    );
    office.ports.links.put(PACK, answered(200));
    office.ports.store.edit("Templates", "geo_2.en", "body", "[more]({{ links.download }})");
    checked(office);
    expect(line(office)?.state).toBe("✓");
  });

  it("goes on by itself, a few at a time, with its progress", () => {
    const office = new MemoryOffice();
    const body = Array.from({ length: 9 }, (_, n) => `https://a.test/${n}`).join("\n\n");
    office.ports.store.edit("Templates", "geo_2.en", "body", body);
    checkLinks(office.ports);
    const window = newestWindow(office.ports);
    const first = window.press("check");
    const all = office.ports.links.asked.length;
    expect(first.more).toMatchObject({ done: 4 });
    expect(all).toBeGreaterThanOrEqual(11);
    expect(window.said).toBe(`All ${all} links answer.`);
  });

  it("sends nothing and changes no state but its line", () => {
    const office = new MemoryOffice();
    office.geo();
    const before = office.ports.store.rows("Queue");
    checked(office);
    expect(office.ports.mailer.calls).toEqual([]);
    expect(office.ports.store.rows("Queue")).toEqual(before);
  });

  it("speaks Chinese", () => {
    const office = new MemoryOffice();
    office.set("language", "zh");
    office.ports.links.put(PACK, to("https://accounts.google.com/x"));
    const window = checked(office);
    expect(window.said).toMatch(/^\d 个链接中有 1 个打不开。$/);
    expect(line(office)?.what_to_do).toMatch(/^这些链接打不开：Settings, geo_download_url。/);
  });
});
