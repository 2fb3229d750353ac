// A tab of one's own in the Studio: added, filled from the clipboard, renamed, adopted, deleted.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { naughtyStrings } from "../contract/naughty-strings.ts";
import { leadInQueue, rowOf, statusOf, useStudio, waitMsMax, windowOf } from "./studio-page.ts";

const studio = useStudio();

const OLD_LIST = [
  "客户邮箱\t来源\t第一封发送时间\t已付款\tFAILED",
  ...Array.from({ length: 30 }, (_, at) =>
    [`old${at}@list.test`, "知乎", "2026-02-20 10:30", at < 4 ? "是" : "", ""].join("\t"),
  ),
].join("\r\n");

const tabNames = (page: Page) => page.locator("#tabs [role=tab]").allInnerTexts();
const openTab = (page: Page) => page.locator("#tabs [aria-selected=true]");
const cell = (page: Page, row: number, column: number) =>
  page.locator("#grid .tabulator-row").nth(row).locator(`[tabulator-field=c${column}]`);

async function addTab(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTab(page).waitFor();
  const before = await tabNames(page);
  await page.getByRole("button", { name: "Add a tab" }).click();
  await expect.poll(() => openTab(page).innerText()).toMatch(/^Sheet\d+$/);
  await expect.poll(() => tabNames(page)).toHaveLength(before.length + 1);
  await page.locator("#cell-line .address", { hasText: "A1" }).waitFor();
  return openTab(page).innerText();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text);
  await page.keyboard.press("ControlOrMeta+v");
  await page.locator("#said", { hasText: "Pasted" }).waitFor();
}

async function dropTab(page: Page): Promise<void> {
  await page.getByRole("button", { name: "This tab" }).click();
  await page.locator("#tab-menu [data-function=delete]").click();
  await page.locator("#dialog .main").click();
}

async function readTab(page: Page, name: string) {
  return (await page.request.get(`/local/api/sheets/${encodeURIComponent(name)}`)).json();
}

/** What would be markup, script or another direction of reading, where text is taken for more than text. */
const NAUGHTY = naughtyStrings
  .filter(
    (text) =>
      /[<>&\u202e]|javascript:/i.test(text) && /^[^\p{Cc}"'=+-][^\p{Cc}]{2,200}$/u.test(text),
  )
  .slice(0, 60);

describe("a tab of one's own", { timeout: waitMsMax }, () => {
  it("takes an old list from the clipboard, and its people stand in the Queue once adopted", async () => {
    const page = await studio.open();
    await addTab(page);
    await paste(page, OLD_LIST);
    await expect.poll(() => cell(page, 0, 0).innerText()).toBe("客户邮箱");
    await page.locator("#menu [data-function='menu.adopt']").dispatchEvent("click");
    const go = windowOf(page).locator("button.go");
    await go.filter({ hasText: "Next" }).click();
    await go.filter({ hasText: "Dry run" }).click();
    await go.filter({ hasText: "Adopt 30 people" }).click();
    await windowOf(page).getByText("Adopted: 30").waitFor();
    await page.locator(".close-window").click();
    await page.locator("#tabs button", { hasText: "Queue" }).click();
    await rowOf(page, "old9@list.test").waitFor();
    expect(await statusOf(page, "old0@list.test")).toBe("PAID");
    expect(await statusOf(page, "old9@list.test")).toBe("ACTIVE");
  });

  it("shows naughty strings as they are, in cells and in the line above, and carries none out", async () => {
    expect(NAUGHTY.length).toBeGreaterThan(40);
    const page = await studio.open();
    let carriedOut = 0;
    page.on("dialog", (dialog) => {
      carriedOut += 1;
      void dialog.dismiss();
    });
    await addTab(page);
    const elements = () => page.locator("#grid :is(script, img, iframe, svg, a)").count();
    const before = await elements();
    await paste(page, NAUGHTY.join("\n"));
    for (const [row, text] of NAUGHTY.slice(0, 12).entries()) {
      const shown = cell(page, row, 0);
      await expect.poll(() => shown.evaluate((one) => one.textContent)).toBe(text);
      await shown.click();
      await page.locator("#cell-line .address", { hasText: `A${row + 1}` }).waitFor();
    }
    expect(await elements()).toBe(before);
    expect(carriedOut).toBe(0);
    await dropTab(page);
  });

  it("takes five hundred rows of ten cells as one act, and says so", async () => {
    const page = await studio.open();
    const name = await addTab(page);
    const acts: string[] = [];
    page.on("request", (one) => one.url().endsWith("/act") && acts.push(one.url()));
    const line = (row: number) => Array.from({ length: 10 }, (_, at) => `${row}.${at}x`).join("\t");
    await paste(page, Array.from({ length: 500 }, (_, row) => line(row)).join("\n"));
    expect(await page.locator("#said").innerText()).toContain("500 × 10");
    expect(acts).toHaveLength(1);
    const { rows } = await readTab(page, name);
    expect([rows.length, rows.at(-1)["0.9x"]]).toEqual([499, "499.9x"]);
    await dropTab(page);
  });

  it("gives cells to other spreadsheets, fills a selection with one, and takes what is typed", async () => {
    const page = await studio.open();
    const name = await addTab(page);
    await paste(page, 'a\t"two\nlines"\nb\t2');
    await cell(page, 0, 0).click();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ControlOrMeta+c");
    await page.locator("#said", { hasText: "Copied: 2 × 2" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a\t"two\nlines"\nb\t2');
    await cell(page, 2, 0).click();
    await page.keyboard.press("Shift+ArrowDown");
    await paste(page, "same");
    await cell(page, 0, 3).click();
    await page.keyboard.type("typed");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await readTab(page, name)).headers[3]).toBe("typed");
    const { rows } = await readTab(page, name);
    expect(rows.map((row: { a: string }) => row.a)).toEqual(["b", "same", "same"]);
    await dropTab(page);
  });

  it("is renamed by a double click, refuses a name that is taken, and goes when told to", async () => {
    const page = await studio.open();
    await addTab(page);
    await openTab(page).dblclick();
    await page.locator("#dialog input").waitFor();
    await page.keyboard.type("老客户");
    await page.keyboard.press("Enter");
    await expect.poll(() => openTab(page).innerText()).toBe("老客户");
    await openTab(page).press("F2");
    await page.locator("#dialog input").waitFor();
    await page.keyboard.type("queue");
    await page.keyboard.press("Enter");
    await page.locator(".failure", { hasText: "already exists" }).waitFor();
    expect(await openTab(page).innerText()).toBe("老客户");
    studio.forgive();
    await dropTab(page);
    await expect.poll(() => tabNames(page)).not.toContain("老客户");
    expect(await page.locator("#dialog").isVisible()).toBe(false);
  });
});

describe("what the sheet's own filter hides", { timeout: waitMsMax }, () => {
  it("counts in the quick views and shows there, and the sheet stays filtered", async () => {
    const page = await studio.open();
    await leadInQueue(page, "live@filter.test");
    await page.locator("#menu [data-function='menu.viewPaid']").dispatchEvent("click");
    await page.locator(".filter-note").waitFor();
    const count = Number(await page.locator("[data-view=live] b").innerText());
    expect(count).toBeGreaterThan(0);
    await page.locator("[data-view=live]").click();
    await rowOf(page, "live@filter.test").waitFor();
    expect(await page.locator(".filter-note").count()).toBe(0);
    await page.locator("[data-view=all]").click();
    await page.locator(".filter-note").click();
  });
});

describe("Explain on a phone", { timeout: waitMsMax }, () => {
  it("shows each rule whole, and nothing to scroll sideways", async () => {
    const page = await studio.open({ width: 375 });
    const row = await leadInQueue(page, "phone@explain.test");
    await row.locator("[tabulator-field=c2]").click();
    await page.locator(".row-opener").click();
    await page.locator("#row-menu [data-function='menu.explainRow']").click();
    await windowOf(page).locator("table.rules").waitFor();
    const overflow = await windowOf(page)
      .locator("html")
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
  });
});
