// Edit this mail as a person uses it in the Studio: from the row to the saved words, on a desk and on a phone.
import type { BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { useStage } from "./stage.ts";
import { startLocalProcess } from "./started-local.ts";

const waitMsMax = 180_000;
const NIGHT = "rgb(22, 25, 29)";

const stage = useStage();

/** The window over the row of somebody who has got mail 1, in the language of the Studio. */
async function openWindow(
  email: string,
  options: BrowserContextOptions = {},
  { url } = stage.local,
): Promise<[Page, FrameLocator]> {
  const context = await stage.browser.newContext({
    viewport: { width: 1_440, height: 900 },
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  const form = { form: "geo", email, name: "Ada", consent: "yes", locale: "en" };
  await page.request.post(`${url}/exec`, { form });
  await page.request.post(`${url}/local/api/clock`, { data: { advance: "PT3M" } });
  const row = page.locator("#grid .tabulator-row").filter({ hasText: email }).first();
  await row.locator("[tabulator-field=c2]").click();
  await page.locator("#menu .menu-opener").click();
  await page.locator("#menu .sub-opener", { hasText: /Mails|邮件/ }).click();
  await page.locator("#menu [data-function='menu.editMail']").click();
  const window = page.frameLocator("dialog.window iframe");
  await window.locator("[name=subject]").waitFor();
  return [page, window];
}

async function subjectOf(page: Page, id: string, { url } = stage.local): Promise<unknown> {
  const sheet = await (await page.request.get(`${url}/local/api/sheets/Templates`)).json();
  return sheet.rows.find(({ row }: { row: string }) => row === id)?.subject;
}

const paperOf = (window: FrameLocator, scheme: string) =>
  window
    .frameLocator(`iframe.${scheme}`)
    .locator("body")
    .evaluate((body) => getComputedStyle(body).backgroundColor);

describe("Edit this mail in the Studio", { timeout: waitMsMax }, () => {
  it("previews what is typed by day and by night, keeps it while looking, and saves it", async () => {
    const [page, window] = await openWindow("ada@mails.test");
    await window.locator("[name=subject]").fill("A check of five minutes");
    await window.locator(".acts button[value=preview]").click();
    await window.locator(".inbox b", { hasText: "A check of five minutes" }).waitFor();
    expect(await window.locator("[name=subject]").inputValue()).toBe("A check of five minutes");
    await window.locator("label[for=l-dark]").click();
    await window.locator("label[for=w-phone]").click();
    expect(await window.locator("iframe.light").isVisible()).toBe(false);
    expect(await paperOf(window, "dark")).toBe(NIGHT);
    expect((await window.locator("iframe.dark").boundingBox())?.width).toBe(375);
    await window.locator(".acts button[value=save]").click();
    await window.locator("#said", { hasText: "Saved in Templates, geo_2.en" }).waitFor();
    expect(await window.locator("iframe.dark").isVisible()).toBe(true);
    expect(await subjectOf(page, "geo_2.en")).toBe("A check of five minutes");
  });

  it("names a fault where it is seen, and saves nothing", async () => {
    const [page, window] = await openWindow("bo@mails.test");
    const before = await subjectOf(page, "geo_2.en");
    await window.locator("[name=subject]").fill("Hi {{ nmae }}");
    await window.locator(".acts button[value=save]").click();
    const fault = window.locator("#faults [role=alert]", {
      hasText: "{{ nmae }} is not a known value",
    });
    await fault.waitFor();
    const { y = -1 } = (await fault.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(400);
    expect(await window.locator("[name=subject]").inputValue()).toBe("Hi {{ nmae }}");
    expect(await subjectOf(page, "geo_2.en")).toBe(before);
    await window.locator("button.close").click();
    await page.locator("dialog.window").waitFor({ state: "detached" });
  });

  it("speaks Chinese and fits a phone, where Preview answers the Enter key", async () => {
    const chinese = await startLocalProcess("2026-03-02T09:00:00Z", ["--fresh", "--lang", "zh"]);
    onTestFinished(() => chinese.stop());
    const options = { viewport: { width: 390, height: 800 }, locale: "zh-CN" };
    const [page, window] = await openWindow("lin@mails.test", options, chinese);
    expect(await window.locator(".acts button").allInnerTexts()).toEqual([
      ...["预览", "保存", "给我发一封测试", "取消"],
    ]);
    const over = await window
      .locator("body")
      .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await window.locator("[name=subject]").fill("新标题");
    await window.locator("[name=subject]").press("Enter");
    await window.locator(".inbox b", { hasText: "新标题" }).waitFor();
    expect(await subjectOf(page, "geo_2.en", chinese)).not.toBe("新标题");
  });
});
