import type { Locator, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { useStage } from "./stage.ts";
import { startLocalProcess } from "./started-local.ts";

// A week in a real engine on a slow machine; a test that waits for it must not give up early.
const waitMsMax = 420_000;

// The page asks for news once a second and then reads what changed.
const changeShownMs = 2_500;

const stage = useStage();
/** Whatever a page of these tests complained of or asked of another host. */
let complaints: string[] = [];

afterEach(async () => {
  const heard = complaints;
  complaints = [];
  // A Studio left open draws every change that the next test makes.
  for (const context of stage.browser.contexts()) await context.close();
  expect(heard, "console errors and requests to elsewhere").toEqual([]);
});

async function openStudio(width = 1_440, url = stage.local.url): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    locale: "en-GB",
  });
  context.on("page", listenTo);
  const page = await context.newPage();
  page.setDefaultTimeout(waitMsMax);
  await page.goto(url);
  await page.locator("#grid .tabulator-row").first().waitFor();
  return page;
}

function listenTo(page: Page): void {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = ["localhost", "127.0.0.1"].includes(hostname) || !protocol.startsWith("http");
    if (!isOwn) complaints.push(`asked ${request.url()}`);
  });
}

/** On the hosted page itself, in its frame, as a visitor's browser does it. */
async function sendGeoForm(studio: Page, email: string): Promise<void> {
  const page = await studio.context().newPage();
  await page.goto(`${stage.local.url}/exec?p=geo`);
  const form = page.frameLocator("#sandboxFrame");
  await form.locator("[name=email]").fill(email);
  await form.locator("[name=name]").fill("Ada");
  await form.locator("[name=consent]").check();
  const answered = page.waitForEvent("popup");
  await form.locator("button[type=submit]").click();
  const answer = await answered;
  await answer.frameLocator("#sandboxFrame").locator("h1").waitFor();
  await answer.close();
  await page.close();
}

async function move(page: Page, key: string): Promise<void> {
  const before = await page.locator("#clock time").getAttribute("datetime");
  await page.locator(`[data-move=${key}]`).click();
  await page.waitForFunction(
    (old) =>
      document.querySelector("#clock time")?.getAttribute("datetime") !== old &&
      !document.querySelector("#moves.busy"),
    before,
  );
}

/** Of the walk. */
const STEPS = 12;

const mailsTo = (page: Page, email: string): Locator =>
  page.locator(".mail-line").filter({ hasText: email });

/** The cell under a header, in the first row that holds an address; live rows stand on top. */
async function cellOf(page: Page, email: string, header: string, flow = ""): Promise<Locator> {
  const column = page.locator("#grid .tabulator-col").filter({
    has: page.locator(`.name:text-is("${header}")`),
  });
  const field = await column.first().getAttribute("tabulator-field");
  const rows = page.locator("#grid .tabulator-row").filter({ hasText: email });
  const row = rows.filter({ hasText: flow }).first();
  return row.locator(`.tabulator-cell[tabulator-field=${field}]`);
}

async function tellStripe(page: Page, email: string, what: string): Promise<void> {
  await page.locator("#tab-try").click();
  await page.locator(".payment [name=email]").fill(email);
  await page.locator(".payment [name=what]").selectOption(what);
  await page.locator(".payment button").click();
  await page.locator("#said").filter({ hasText: email }).waitFor();
}

describe("the Studio", { timeout: waitMsMax }, () => {
  it("shows a form on the real page become two mails, 48 hours apart", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "ada@visitor.test");
    await page.locator("#tab-outbox").click();
    await move(page, "plusHour");
    await mailsTo(page, "ada@visitor.test").first().waitFor();
    expect(await mailsTo(page, "ada@visitor.test").count()).toBe(1);
    await move(page, "plusTwoDays");
    await mailsTo(page, "ada@visitor.test").nth(1).waitFor();
    await expect
      .poll(async () => (await cellOf(page, "ada@visitor.test", "status", ".geo.")).innerText())
      .toBe("DONE");
  });

  it("shows a payment turn the row to PAID, and no second mail go", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "bo@visitor.test");
    await move(page, "plusHour");
    await tellStripe(page, "bo@visitor.test", "paid");
    await move(page, "plusHour");
    const status = await cellOf(page, "bo@visitor.test", "status");
    await expect.poll(() => status.innerText()).toBe("PAID");
    await move(page, "plusWeek");
    await page.locator("#tab-outbox").click();
    await mailsTo(page, "bo@visitor.test").first().waitFor();
    expect(await mailsTo(page, "bo@visitor.test").count()).toBe(1);
  });

  it("lets a reader answer STOP, and no second mail goes", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "stop@visitor.test");
    await move(page, "plusHour");
    await page.locator("#tab-outbox").click();
    await mailsTo(page, "stop@visitor.test").first().click();
    await page.locator(".mail-answers [name=answer]").fill("STOP");
    await page.locator(".mail-answers button").first().click();
    await page.locator("#said").filter({ hasText: "lies in the mailbox" }).waitFor();
    await move(page, "plusHour");
    const status = await cellOf(page, "stop@visitor.test", "status");
    await expect.poll(() => status.innerText()).toBe("STOPPED");
  });

  it("lets a payment fail, and its two mails go after 6 and 24 hours", async () => {
    const page = await openStudio();
    await tellStripe(page, "fay@visitor.test", "failed");
    await move(page, "plusSixHours");
    await page.locator("#tab-outbox").click();
    expect(await mailsTo(page, "fay@visitor.test").count()).toBe(0);
    await move(page, "plusHour");
    await mailsTo(page, "fay@visitor.test").first().waitFor();
    await move(page, "plusTwoDays");
    await mailsTo(page, "fay@visitor.test").nth(1).waitFor();
    const status = await cellOf(page, "fay@visitor.test", "status");
    await expect.poll(() => status.innerText()).toBe("FAILED");
  });

  it("sends the result of a free check to whoever waits for it", async () => {
    const page = await openStudio();
    const form = { form: "free_audit", email: "gus@visitor.test", url: "https://gus.test/" };
    await page.request.post(`${stage.local.url}/exec`, { form });
    await move(page, "plusHour");
    await page.locator("#tab-try").click();
    await page.locator(".result [name=email]").fill("gus@visitor.test");
    await page.locator(".result button").click();
    await page.locator("#said").filter({ hasText: "gus@visitor.test" }).waitFor();
    await move(page, "plusHour");
    await page.locator("#tab-outbox").click();
    await mailsTo(page, "gus@visitor.test").nth(1).waitFor();
  });

  it("takes PAID from the dropdown as a person chooses it, and the row stops", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "cy@visitor.test");
    await move(page, "plusHour");
    const status = await cellOf(page, "cy@visitor.test", "status");
    await expect.poll(() => status.innerText()).toBe("ACTIVE");
    await status.dblclick();
    await page.locator(".tabulator-edit-list-item:text-is('PAID')").click();
    await move(page, "plusHour");
    await expect
      .poll(async () => (await cellOf(page, "cy@visitor.test", "paid")).innerText())
      .toBe("YES");
    expect((await (await cellOf(page, "cy@visitor.test", "next_at")).innerText()).trim()).toBe("");
  });

  it("renders a mail in a frame without scripts, its links leading to the real pages", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "di@visitor.test");
    await move(page, "plusHour");
    await page.locator("#tab-outbox").click();
    await mailsTo(page, "di@visitor.test").first().click();
    const frame = page.locator(".mail-page");
    expect(await frame.getAttribute("sandbox")).not.toContain("allow-scripts");
    const opened = page.context().waitForEvent("page");
    await page.frameLocator(".mail-page").locator("a[href*='p=stop']").click();
    const stop = await opened;
    const button = stop.frameLocator("#sandboxFrame").locator("button");
    await expect.poll(() => button.count()).toBe(1);
  });

  it("walks one lead through to the end, every expectation held", async () => {
    const page = await openStudio();
    await page.locator("#tab-walk").click();
    await page.locator(".walk-start .main").click();
    const steps = page.locator(".card:last-child button[data-step]");
    await steps.waitFor();
    for (let taken = 0; taken < STEPS; taken += 1) {
      await steps.click();
      await page.locator(`#card-${taken}.done`).waitFor();
    }
    await expect.poll(() => page.locator(".card.done").count()).toBe(STEPS);
    expect(await steps.count()).toBe(0);
    expect(await page.locator(".findings .broke").allInnerTexts()).toEqual([]);
  });

  it("jumps to the next mail", async () => {
    const page = await openStudio();
    await sendGeoForm(page, "ed@visitor.test");
    await move(page, "nextMail");
    await page.locator("#tab-outbox").click();
    await mailsTo(page, "ed@visitor.test").first().waitFor();
    const row = await cellOf(page, "ed@visitor.test", "status", ".geo.");
    // Mails of other visitors may be due before.
    for (let jumps = 0; jumps < 8 && (await row.innerText()) !== "DONE"; jumps += 1) {
      await move(page, "nextMail");
      await page.waitForTimeout(changeShownMs);
    }
    await expect.poll(() => mailsTo(page, "ed@visitor.test").count()).toBe(2);
  });

  it("speaks Chinese when asked, and remembers it", async () => {
    const page = await openStudio();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByText("所有内容都只在这台电脑上").waitFor();
    await page.reload();
    await page.getByText("所有内容都只在这台电脑上").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  it("fits a phone: one room at a time, nothing wider than the screen", async () => {
    const page = await openStudio(375);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator("#rooms button").nth(1).click();
    expect(await page.locator("#ledger").isVisible()).toBe(false);
    expect(await page.locator("#room-outbox").isVisible()).toBe(true);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});

describe("a month of business", { timeout: waitMsMax }, () => {
  it("is not offered in a workbook that was asked for empty, or that has people in it", async () => {
    const page = await openStudio();
    await page.locator("#tab-walk").click();
    expect(await page.locator("[data-month=show]").count()).toBe(0);
  });

  it("begins at a press, says how far it is, and people come into the Queue", async () => {
    const empty = await startLocalProcess("2026-03-02T09:00:00Z");
    const page = await openStudio(1_440, empty.url);
    try {
      await page.locator("#tab-walk").click();
      await page.locator("[data-month=show]").click();
      await page.locator(".month progress").waitFor();
      expect(await page.locator("[data-month=show]").count()).toBe(0);
      expect(await page.locator("[data-move=plusHour]").isDisabled()).toBe(true);
      await page.locator("#grid .tabulator-row").filter({ hasText: ".example" }).first().waitFor();
      const again = await page.request.post(`${empty.url}/local/api/month`, { data: {} });
      expect(again.status()).toBe(409);
    } finally {
      await page.context().close();
      await empty.stop();
    }
  });
});
