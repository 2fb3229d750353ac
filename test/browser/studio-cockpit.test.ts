// Start here, rehearsal, and what the sheet hides, in the Studio as a person uses them.
import { describe, expect, it } from "vitest";
import { leadInQueue, rowOf, statusOf, useStudio, waitMsMax, windowOf } from "./studio-page.ts";

const studio = useStudio();

describe("Start here", { timeout: waitMsMax }, () => {
  it("takes an action from its dropdown by keyboard alone, and answers beside it", async () => {
    const page = await studio.open();
    await page.locator("#tabs button", { hasText: "Start here" }).click();
    const row = page.locator("#grid .tabulator-row").filter({ hasText: "send me mail 1" }).first();
    await row.locator("[tabulator-field=c3]").click();
    await page.keyboard.press("Enter");
    await page.locator(".tabulator-edit-list-item").first().waitFor();
    await page.keyboard.type("send me");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const answer = row.locator("[tabulator-field=c4]");
    await expect.poll(() => answer.innerText()).toContain("owner@dripsheet.local");
    await expect.poll(() => row.locator("[tabulator-field=c3]").innerText()).toBe("");
    await expect.poll(() => row.locator("[tabulator-field=c1]").innerText()).toContain("✓");
  });

  it("shows the note of a cell where it has the focus, without a mouse", async () => {
    const page = await studio.open();
    await page.locator("#tabs button", { hasText: "Start here" }).click();
    await page.locator("#grid .tabulator-row").first().locator("[tabulator-field=c3]").click();
    await expect.poll(() => page.locator("#cell-line .note").innerText()).toContain("phones");
  });

  it("lets the workbook rehearse from the Try room, and a window leads back to LIVE", async () => {
    const page = await studio.open();
    await page.locator("#tab-try").click();
    await page.locator("#rehearsal button").click();
    await page.locator("#rehearsal button", { hasText: "Go LIVE" }).waitFor();
    await leadInQueue(page, "lea@windows.test");
    const mails = await (await page.request.get(`${studio.url()}/local/api/outbox`)).json();
    expect(mails.at(-1)).toMatchObject({ to: "owner@dripsheet.local" });
    expect(mails.at(-1).subject).toContain("[for lea@windows.test]");
    await page.locator("#rehearsal button").click();
    await windowOf(page).locator("tr", { hasText: "lea@windows.test" }).waitFor();
    await windowOf(page).locator("button.go").click();
    await page.locator("#rehearsal button", { hasText: "Rehearse" }).waitFor();
    expect(await statusOf(page, "lea@windows.test")).toBe(undefined);
  });
});

describe("rows that the sheet hides", { timeout: waitMsMax }, () => {
  it("are not shown, the line above says so, and a press shows them all", async () => {
    const page = await studio.open();
    await leadInQueue(page, "kim@windows.test");
    await page.locator("#menu .menu-opener").click();
    await page.locator("#menu .sub-opener", { hasText: "View" }).click();
    await page.locator("#menu [data-function='menu.viewPaid']").click();
    await page.locator(".filter-note").waitFor();
    await expect.poll(() => rowOf(page, "kim@windows.test").count()).toBe(0);
    await page.locator(".filter-note").click();
    await rowOf(page, "kim@windows.test").waitFor();
    expect(await page.locator(".filter-note").count()).toBe(0);
  });
});
