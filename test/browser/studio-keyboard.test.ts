// The Studio without a mouse, and as somebody with a screen reader meets it.
import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { bringAxe, stumblings } from "./axe.ts";
import { useStage } from "./stage.ts";

const waitMsMax = 180_000;

const stage = useStage();

beforeAll(async () => {
  const form = { form: "geo", email: "ada@visitor.test", name: "Ada", consent: "yes" };
  await fetch(`${stage.local.url}/exec`, { method: "POST", body: new URLSearchParams(form) });
  await fetch(`${stage.local.url}/local/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: "PT5M" }),
  });
}, waitMsMax);
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

async function openStudio(locale = "en-GB", width = 1_440): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await stage.browser.newContext({ viewport, locale });
  await bringAxe(context);
  const page = await context.newPage();
  page.setDefaultTimeout(waitMsMax);
  await page.goto(stage.local.url);
  await page.locator("#grid .tabulator-row").first().waitFor();
  await page.locator("#menu button").first().waitFor();
  return page;
}

/** What has the focus, in a word or two. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.className || element?.tagName || "";
  });

async function enterGrid(page: Page): Promise<void> {
  await page.locator("#views a").focus();
  await page.keyboard.press("Tab");
}

const address = (page: Page) => page.locator("#cell-line .address").innerText();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("the grid by keyboard", { timeout: waitMsMax }, () => {
  it("is one stop on the way, with a visible focus, and lets go of it again", async () => {
    const page = await openStudio();
    await enterGrid(page);
    expect(await focused(page)).toBe("tabulator-tableholder");
    const outline = () =>
      page
        .locator(".tabulator-tableholder")
        .evaluate((each) => getComputedStyle(each).outlineStyle);
    expect(await outline()).toBe("solid");
    await press(page, "Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("#tabs")?.id)).toBe("tabs");
    await press(page, "Shift+Tab", "Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("#views")?.id)).toBe("views");
  });

  it("walks by arrows, edits by Enter and F2, chooses from a dropdown, and leaves by Esc", async () => {
    const page = await openStudio();
    await enterGrid(page);
    await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await expect.poll(() => address(page)).toBe("E2");
    await press(page, "Enter");
    const items = page.locator(".tabulator-edit-list-item");
    await expect.poll(() => items.count()).toBe(8);
    await press(page, "Escape");
    await expect.poll(() => items.count()).toBe(0);
    expect(await focused(page)).toBe("tabulator-tableholder");
    await press(page, "F2");
    await page.keyboard.type("PAUSED");
    await press(page, "Enter");
    const row = page.locator("#grid .tabulator-row").filter({ hasText: "ada@" });
    await expect.poll(() => row.innerText()).toContain("held by hand");
  });

  it("takes a word typed in one go over the value of a dropdown", async () => {
    const page = await openStudio();
    await enterGrid(page);
    await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    // As one who types faster than the page draws: all keys in one turn.
    await page.evaluate(() => {
      const busyUntil = performance.now() + 400;
      addEventListener("keydown", () => {
        while (performance.now() < busyUntil);
      });
    });
    await page.keyboard.type("STOPPED");
    const input = page.locator("#grid .tabulator-editing input");
    await expect.poll(() => input.inputValue()).toBe("STOPPED");
    await press(page, "Enter");
    const row = page.locator("#grid .tabulator-row").filter({ hasText: "ada@" });
    await expect.poll(() => row.innerText()).toContain("stopped by hand");
  });

  it("pastes a block as one edit, and empties a range at a press", async () => {
    const page = await openStudio();
    const runs = async () =>
      (await (await page.request.get(`${stage.local.url}/local/api/executions`)).json()).filter(
        (run: { function: string }) => run.function === "jobs.edit",
      ).length;
    const tags = page.locator("#grid .tabulator-row").nth(3).locator("[tabulator-field=c27]");
    await tags.click();
    const before = await runs();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "one\ttwo\nthree\tfour\n");
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
      document.querySelector("#grid .tabulator-tableholder")?.dispatchEvent(event);
    });
    const four = page.locator("#grid .tabulator-cell", { hasText: /^four$/ });
    await four.waitFor();
    expect((await runs()) - before).toBeLessThanOrEqual(1);
    await tags.click();
    await press(page, "Shift+ArrowRight", "Shift+ArrowDown", "Delete");
    await four.waitFor({ state: "detached" });
  });

  it("opens the row's menu and gives the focus back", async () => {
    const page = await openStudio();
    await enterGrid(page);
    await press(page, "Shift+F10");
    await page.locator("#row-menu [role=menuitem]").first().waitFor();
    await press(page, "Escape");
    expect(await focused(page)).toBe("tabulator-tableholder");
  });

  it("tells its keys at a question mark, but not while somebody types one", async () => {
    const page = await openStudio();
    await press(page, "?");
    await page.getByRole("heading", { name: "Keyboard" }).waitFor();
    await press(page, "Escape");
    await page.locator("#tab-try").click();
    await page.locator(".payment [name=email]").focus();
    await press(page, "?");
    expect(await page.locator(".payment [name=email]").inputValue()).toBe("?");
    expect(await page.locator("#dialog[open]").count()).toBe(0);
  });
});

describe("the Studio for a screen reader", { timeout: waitMsMax }, () => {
  it.each([
    ["en-GB", 1_440],
    ["zh-CN", 1_440],
    ["en-GB", 390],
  ])(
    "has nothing serious wrong in %s at %i px: grid, mail, every room, help",
    async (locale, width) => {
      const page = await openStudio(locale, width);
      expect(await stumblings(page), "the Queue").toEqual([]);
      for (const room of ["outbox", "walk", "try", "log"]) {
        await openRoom(page, room, width);
        expect(await stumblings(page), room).toEqual([]);
      }
      await openRoom(page, "outbox", width);
      await page.locator(".mail-line").first().click();
      await page.locator(".mail-page").waitFor();
      expect(await stumblings(page), "a mail").toEqual([]);
      await press(page, "?");
      await page.locator("#dialog[open]").waitFor();
      expect(await stumblings(page), "help").toEqual([]);
    },
  );

  async function openRoom(page: Page, room: string, width: number): Promise<void> {
    if (width > 820) await page.locator(`#tab-${room}`).click();
    else {
      const at = ["ledger", "outbox", "walk", "try", "log"].indexOf(room);
      await page.locator("#rooms button").nth(at).click();
    }
    await page.locator(`#room-${room}`).waitFor();
  }
});
