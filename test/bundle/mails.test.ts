// Edit this mail in the bundle: from the menu to the row of Templates, in the calls that a window may cost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OpenWindow } from "../app/open-window.ts";
import { BundleOffice } from "./office.ts";

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

const rowOf = (tab: string, column: string, value: string) =>
  office.host.sheet(tab).rows.findIndex((row) => row[column] === value) + 2;

function opened(sheet: string, row: number): OpenWindow {
  const { dialogs } = office.host.run({ function: "menu.editMail", selection: { sheet, row } });
  const [window] = dialogs;
  expect(window).toMatchObject({ kind: "modal", title: "Edit this mail", widthPx: 1_100 });
  return over(window?.html ?? "");
}

function over(page: string): OpenWindow {
  return new OpenWindow(page, ({ name, token, args }) => {
    const event = { dialog: name, token, args };
    return office.host.run({ function: "doPost", args: [event], from: "dialog" }).result;
  });
}

const callsMax = 12;
/** Is it the owner, and does no batch run? */
const mayWrite = 2;
/** Two more for each: the row of Templates, and a reader's row and contact. */
const perRow = 2;

describe("Edit this mail", () => {
  it("saves what is typed, and the next mail says it", () => {
    const window = opened("Templates", rowOf("Templates", "row", "geo_1.en"));
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax);
    window.type({ subject: "=Your pack", body: "Line one\n\n[Here]({{ links.download }})" });
    window.press("preview");
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax);
    expect(window.text("preview")).toContain("=Your pack");
    window.press("save");
    expect(window.said).toContain("Saved in Templates, geo_1.en: Subject, Text.");
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax + perRow + mayWrite);
    office.geo();
    office.tick();
    const [mail] = office.host.outbox();
    expect(mail?.subject).toBe("=Your pack");
    expect(mail?.text).toContain("Line one\n\nHere: https://files.test/geo.pdf");
    expect(office.host.sheet("Templates").formulas).toEqual({});
  });

  it("opens the next mail of a row of Queue for its reader", () => {
    office.geo("lin@example.org", { name: "Lin", locale: "zh" });
    office.tick();
    const window = opened("Queue", rowOf("Queue", "email", "lin@example.org"));
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax + 3 * perRow);
    expect(window.field("row")).toBe("geo_2.zh");
    expect(window.mail("dark")).toContain("Lin，");
  });

  it("sends a test to the owner and to nobody else", () => {
    const window = opened("Templates", rowOf("Templates", "row", "geo_1.en"));
    window.press("test");
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax);
    const [mail, ...others] = office.host.outbox();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("[test] Your GEO pack, and one sentence to look for");
    expect(mail?.to).toBe(office.host.property("owner"));
    expect(office.host.sheet("Sends").rows).toEqual([]);
  });

  it("takes no press from a visitor's page", () => {
    opened("Templates", rowOf("Templates", "row", "geo_1.en"));
    const event = { dialog: "editMail", token: "1.2.3", args: { go: "save", subject: "Forged" } };
    const { result } = office.host.run({ function: "doPost", args: [event], from: "page" });
    expect(result).toMatchObject({ problem: expect.stringContaining("too old") });
  });
});

describe("Check links", () => {
  it("asks each address once and names the dead one on Start here", () => {
    const { dialogs } = office.host.run({ function: "menu.checkLinks" });
    expect(office.lastCalls().length).toBeLessThanOrEqual(callsMax);
    const window = over(dialogs[0]?.html ?? "");
    window.press("check");
    expect(office.lastCalls().filter((name) => name === "UrlFetchApp.fetch").length).toBeLessThan(
      5,
    );
    const line = office.host.sheet("Start here").rows.find(({ id }) => id === "links");
    expect(line).toMatchObject({ state: "✗" });
    expect(line?.what_to_do).toContain("Settings, geo_download_url");
  });
});
