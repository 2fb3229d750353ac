// The Studio over the Queue: quick views that change nothing, addresses that lead back, mails as their readers see them.
import { read } from "@e965/xlsx";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";

const waitMsMax = 180_000;

const stage = useStage();
let complaints: string[] = [];

beforeAll(async () => {
  for (const name of ["ada", "bob", "cem"]) await comeIn(name);
  await type("bob", "status", "PAUSED");
  await type("cem", "paid", "YES");
}, waitMsMax);
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
  const heard = complaints;
  complaints = [];
  expect(heard, "console errors").toEqual([]);
});

async function post(path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${stage.local.url}/local/api/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function comeIn(name: string): Promise<void> {
  const form = { form: "geo", email: `${name}@visitor.test`, name, consent: "yes", locale: "en" };
  await fetch(`${stage.local.url}/exec`, { method: "POST", body: new URLSearchParams(form) });
  await post("clock", { advance: "PT5M" });
}

async function queue(): Promise<readonly { id: string; email: string; status: string }[]> {
  return (await (await fetch(`${stage.local.url}/local/api/sheets/Queue`)).json()).rows;
}

async function type(name: string, column: string, value: string): Promise<void> {
  const at = (await queue()).findIndex(({ email }) => email === `${name}@visitor.test`);
  await post("sheets/Queue/edit", { row: at + 2, column, value });
}

async function openStudio(hash = "", width = 1_440): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(waitMsMax);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`${stage.local.url}/${hash}`);
  await page.locator("#grid .tabulator-row").first().waitFor();
  return page;
}

/** Who stands in the grid, from the top. */
async function shown(page: Page): Promise<readonly string[]> {
  const texts = await page.locator("#grid .tabulator-row [tabulator-field=c2]").allInnerTexts();
  return texts.flatMap((text) => text.split("@visitor.test")[0] || []);
}

const chooseView = (page: Page, view: string) => page.locator(`[data-view=${view}]`).click();
const address = (page: Page): Locator => page.locator("#cell-line .address");

describe("views of the Queue in the Studio", { timeout: waitMsMax }, () => {
  it("opens with live rows on top and the closed below, whatever their order in the sheet", async () => {
    const page = await openStudio();
    await expect.poll(() => shown(page)).toEqual(["ada", "bob", "cem"]);
    await chooseView(page, "sheet");
    await expect.poll(() => shown(page)).toEqual((await queue()).map(nameOf));
  });

  it("shows the stuck, the paid and the live alone, says how many, and changes nothing", async () => {
    const page = await openStudio();
    const before = await queue();
    await chooseView(page, "stuck");
    await expect.poll(() => shown(page)).toEqual(["bob"]);
    await chooseView(page, "paid");
    await expect.poll(() => shown(page)).toEqual(["cem"]);
    await chooseView(page, "live");
    await expect.poll(() => shown(page)).toEqual(["ada", "bob"]);
    expect(await page.locator("[data-view=live] b").innerText()).toBe("2");
    expect(await queue()).toEqual(before);
  });

  it("lets an edit land in the row it was made in, not in the one that stands there in the sheet", async () => {
    const page = await openStudio();
    await chooseView(page, "paid");
    const row = page.locator("#grid .tabulator-row").filter({ hasText: "cem@" });
    await row.locator("[tabulator-field=c28]").click();
    await page.keyboard.type("a friend");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await queue()).find(({ email }) => email.startsWith("cem")))
      .toMatchObject({ notes: "a friend" });
    expect((await queue()).filter((each) => "notes" in each && each.notes !== "")).toHaveLength(1);
  });
});

const nameOf = ({ email }: { email: string }) => email.split("@")[0] ?? "";

describe("an address in the Studio", { timeout: waitMsMax }, () => {
  it("of a row can be opened, and names what is selected ever after", async () => {
    const { id } = (await queue()).find(({ email }) => email.startsWith("bob")) ?? { id: "" };
    const page = await openStudio(`#/Queue/${id}`);
    await expect.poll(() => address(page).innerText()).toMatch(/^A\d+$/);
    await expect.poll(() => page.locator("#cell-line .value").innerText()).toBe(id);
    await page.reload();
    await expect.poll(() => page.locator("#cell-line .value").innerText()).toBe(id);
    await page.locator("#tabs button", { hasText: "Settings" }).click();
    await expect.poll(() => page.url()).toContain("#/Settings");
  });

  it("of a row that is gone says so, and shows the tab", async () => {
    const page = await openStudio("#/Queue/nobody.geo.1");
    await page.getByText("There is no row “nobody.geo.1” here any more.").waitFor();
    expect(await shown(page)).toHaveLength(3);
  });

  it("of a tab opens the tab, also one with a space", async () => {
    const page = await openStudio("#/Start%20here");
    await expect
      .poll(() => page.locator("#tabs [aria-selected=true]").innerText())
      .toBe("Start here");
  });

  it("of a mail opens it, with the row it went for; of none says so", async () => {
    const mails = await (await fetch(`${stage.local.url}/local/api/mails`)).json();
    const page = await openStudio(`#/mail/${mails.mails[0].id}`);
    await page.locator(".mail-subject").waitFor();
    const link = page.locator(".mail-row a");
    await expect.poll(() => link.innerText()).toContain(".geo.1-");
    await link.click();
    await expect.poll(() => page.url()).toContain("#/Queue/");
    await expect.poll(() => page.locator("#cell-line .value").innerText()).toContain(".geo.1-");
    const other = await openStudio("#/mail/nothing");
    await other.getByText("There is no mail “nothing” in this outbox.").waitFor();
  });
});

describe("a mail in the Studio", { timeout: waitMsMax }, () => {
  it("is drawn as on a phone and on a desktop, light and dark, and stays so for the next", async () => {
    const page = await openStudio();
    await page.locator("#tab-outbox").click();
    await page.locator(".mail-line").first().click();
    const frame = page.locator(".mail-page");
    const colours = () =>
      page
        .frameLocator(".mail-page")
        .locator("body")
        .evaluate((body) => {
          const { color } = getComputedStyle(body.querySelector("p") ?? body);
          return Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number));
        });
    await page.locator("[data-choice=light]").click();
    await expect.poll(colours).toBeLessThan(120);
    await page.locator("[data-choice=dark]").click();
    await expect.poll(colours).toBeGreaterThan(150);
    await page.locator("[data-choice=phone]").click();
    await expect.poll(() => frame.evaluate((each) => each.clientWidth)).toBe(375);
    await page.locator(".mail-bar .back").click();
    await page.locator(".mail-line").nth(1).click();
    await expect.poll(() => frame.getAttribute("class")).toBe("mail-page phone dark");
  });

  it("shows its plain text and its headers", async () => {
    const page = await openStudio();
    await page.locator("#tab-outbox").click();
    await page.locator(".mail-line").first().click();
    await page.locator("[data-choice=text]").click();
    expect(await page.locator(".mail-text").innerText()).toContain("http");
    await page.locator("[data-choice=headers]").click();
    expect(await page.locator(".mail-text").innerText()).toContain("Message-ID: <");
  });
});

describe("the workbook as a file", { timeout: waitMsMax }, () => {
  it("is a press away, and holds what the grid shows", async () => {
    const page = await openStudio();
    const asked = page.waitForEvent("download");
    await page.locator("#views a").click();
    const download = await asked;
    expect(download.suggestedFilename()).toMatch(/^dripsheet-2026-03-02\.xlsx$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const book = read(Buffer.concat(chunks));
    expect(book.SheetNames.slice(0, 2)).toEqual(["Start here", "Queue"]);
    expect(book.Sheets.Queue?.C2).toMatchObject({ v: "ada@visitor.test" });
  });
});
