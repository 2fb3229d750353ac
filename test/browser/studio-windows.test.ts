// Windows of the script's own over the Studio's grid, submenus, and the menu of a row, as a person uses them.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { leadInQueue, rowOf, statusOf, useStudio, waitMsMax, windowOf } from "./studio-page.ts";

const studio = useStudio();

const rowMenu = (page: Page): Locator => page.locator("#row-menu > .menu-list");

async function explain(page: Page, email: string): Promise<void> {
  await (await leadInQueue(page, email)).locator("[tabulator-field=c2]").click({ button: "right" });
  await rowMenu(page).locator("[data-function='menu.explainRow']").click();
  await windowOf(page).getByText(email).first().waitFor();
}

describe("a window over the sheet", { timeout: waitMsMax }, () => {
  it("opens from a row, acts on it at a press, and shows what came of it in its place", async () => {
    const page = await studio.open();
    await explain(page, "ada@windows.test");
    await windowOf(page).locator("button[value=hold], button", { hasText: "Hold" }).click();
    await expect.poll(() => statusOf(page, "ada@windows.test")).toBe("PAUSED");
    await windowOf(page).getByText("PAUSED").first().waitFor();
    await expect
      .poll(() => rowOf(page, "ada@windows.test").innerText(), { timeout: 10_000 })
      .toContain("PAUSED");
  });

  it("has the script's size, closes by Esc inside it and by its cross, and gives the focus back", async () => {
    const page = await studio.open();
    await explain(page, "bo@windows.test");
    const width = await page
      .locator("dialog.window")
      .evaluate((dialog) => getComputedStyle(dialog).getPropertyValue("--width"));
    expect(Number.parseInt(width, 10)).toBeGreaterThan(300);
    await windowOf(page).locator("body").press("Escape");
    await expect.poll(() => page.locator("dialog.window").count()).toBe(0);
    await rowOf(page, "bo@windows.test").locator("[tabulator-field=c2]").click({ button: "right" });
    await rowMenu(page).locator("[data-function='menu.explainRow']").click();
    await page.locator("dialog.window .close-window").click();
    await expect.poll(() => page.locator("dialog.window").count()).toBe(0);
    expect(await statusOf(page, "bo@windows.test")).toBe("ACTIVE");
  });

  it("reaches neither the Studio nor the control API: it has an origin of its own", async () => {
    const page = await studio.open();
    await explain(page, "cy@windows.test");
    const frame = page.frames().find((one) => one.url().includes("/local/window/"));
    const seen = await frame?.evaluate(async (api) => {
      const reached = await fetch(api).then(
        (reply) => `answered ${reply.status}`,
        () => "refused",
      );
      try {
        return [reached, parent.document.title];
      } catch {
        return [reached, "closed"];
      }
    }, `${studio.url()}/local/api/status`);
    expect(seen).toEqual(["refused", "closed"]);
    // The browser says so in its log, and that is what was wanted.
    studio.forgive();
  });

  it("is heard only while it is the page that was opened there", async () => {
    const page = await studio.open();
    await explain(page, "di@windows.test");
    const frame = page.frames().find((one) => one.url().includes("/local/window/"));
    const origin = new URL(frame?.url() ?? "").origin;
    // Another page of the script's, in the same frame and of the same origin.
    await frame?.goto(`${origin}/local/google-script-run.js`);
    const forged = { dripsheet: "run", number: 1, function: "doPost", args: [{}] };
    const before = await runsOf(page);
    await frame?.evaluate((message) => parent.postMessage(message, "*"), forged);
    await page.evaluate((message) => window.postMessage(message, "*"), { ...forged, word: "x" });
    await page.waitForTimeout(1_500);
    expect(await runsOf(page)).toBe(before);
    await page.locator("dialog.window .close-window").click();
  });

  it("runs global functions only, and carries plain data only (facts 3.1, 3.3)", async () => {
    const page = await studio.open();
    await explain(page, "ed@windows.test");
    const frame = page.frames().find((one) => one.url().includes("/local/window/"));
    const names = await frame?.evaluate(() =>
      Object.keys((window as unknown as Scripted).google.script.run).sort(),
    );
    expect(names).toEqual([
      "doGet",
      "doPost",
      "onOpen",
      "withFailureHandler",
      "withSuccessHandler",
      "withUserObject",
    ]);
    const said = await frame?.evaluate(() => {
      const { run } = (window as unknown as Scripted).google.script;
      try {
        run.doPost({ at: new Date() });
        return "carried";
      } catch (error) {
        return String(error);
      }
    });
    expect(said).toContain("illegal value");
    const answered = await frame?.evaluate(
      () =>
        new Promise((resolve) => {
          const { run } = (window as unknown as Scripted).google.script;
          run
            .withUserObject("mine")
            .withSuccessHandler((answer: unknown, user: unknown) => resolve([answer, user]))
            .doPost({ dialog: "explain", token: "forged", args: {} });
        }),
    );
    expect(JSON.stringify(answered)).toMatch(/problem.*mine/);
  });

  it("opens from the menu in Chinese, on a phone, no wider than the screen", async () => {
    const page = await studio.open({ width: 375, locale: "zh-CN" });
    await leadInQueue(page, "fei@windows.test");
    await page.locator("#menu .menu-opener").click();
    await page.locator("#menu [data-function='menu.previewBatch']").click();
    await page.locator("dialog.window, #dialog[open]").first().waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

interface Scripted {
  // biome-ignore lint/suspicious/noExplicitAny: the functions are the script's own
  google: { script: { run: any } };
}

async function runsOf(page: Page): Promise<number> {
  const records = await (await page.request.get(`${studio.url()}/local/api/executions`)).json();
  return records.filter((one: { function: string }) => one.function === "doPost").length;
}

describe("the menus", { timeout: waitMsMax }, () => {
  it("open submenus by arrow keys, and close one level at a time", async () => {
    const page = await studio.open();
    await page.locator("#menu .menu-opener").focus();
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe("Run batch now");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("This row");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Explain this row");
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe("This row");
    await page.keyboard.press("Escape");
    expect(await page.locator("#menu .menu-list:not([hidden])").count()).toBe(0);
    expect(await page.locator("#menu .menu-opener").getAttribute("aria-expanded")).toBe("false");
  });

  it("of a row open by the menu key, and choose in its cell `do`", async () => {
    const page = await studio.open();
    await (await leadInQueue(page, "gus@windows.test")).locator("[tabulator-field=c2]").click();
    await page.keyboard.press("Shift+F10");
    await rowMenu(page).locator(".sub-opener").click();
    await rowMenu(page).locator("[data-function='do hold']").click();
    await expect.poll(() => statusOf(page, "gus@windows.test")).toBe("PAUSED");
    await page.locator("#cell-line .row-opener").click();
    await rowMenu(page).locator(".sub-opener").click();
    await rowMenu(page).locator("[data-function='do release']").click();
    await expect.poll(() => statusOf(page, "gus@windows.test")).toBe("ACTIVE");
  });

  it("of several selected rows act on all of them", async () => {
    const page = await studio.open();
    await leadInQueue(page, "hal@windows.test");
    const last = await leadInQueue(page, "ivy@windows.test");
    await rowOf(page, "hal@windows.test").locator("[tabulator-field=c2]").click();
    await last.locator("[tabulator-field=c2]").click({ modifiers: ["Shift"] });
    await last.locator("[tabulator-field=c2]").click({ button: "right" });
    await rowMenu(page).locator("[data-function='menu.hold']").click();
    for (const email of ["hal@windows.test", "ivy@windows.test"]) {
      await expect.poll(() => statusOf(page, email)).toBe("PAUSED");
    }
  });

  it("do nothing when a question is answered with Cancel", async () => {
    const page = await studio.open();
    await (await leadInQueue(page, "jo@windows.test"))
      .locator("[tabulator-field=c2]")
      .click({ button: "right" });
    await rowMenu(page).locator("[data-function='delete']").click();
    await page.locator("#dialog button", { hasText: "Cancel" }).click();
    await page.waitForTimeout(300);
    expect(await statusOf(page, "jo@windows.test")).toBe("ACTIVE");
  });
});
