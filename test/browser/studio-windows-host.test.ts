// google.script.host in the Studio's windows, with a script made for it: closing, sizes, the sheet's focus, forms.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Dialog, RunCall } from "../../local/host/contract.ts";
import { startServer } from "../local/server/start-server.ts";
import { launchBrowser } from "./launch.ts";

const waitMsMax = 180_000;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, waitMsMax);
afterAll(() => browser?.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** The Studio over a script whose one menu item opens this window. */
async function openWindow(body: string, window: Partial<Dialog> = {}) {
  const { host, running } = await startServer((fake) => {
    Object.assign(fake.tabs, { Queue: [{ id: "q1", email: "ada@customer.test" }] });
  });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(waitMsMax);
  await page.goto(running.url);
  await page.locator("#menu .menu-opener").click();
  const html = `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;
  host.runDialogs = [{ kind: "modal", title: "Mine", text: "", html, ...window }];
  await page.locator("#menu [data-function='menu.runBatch']").click();
  await page.frameLocator("dialog.window iframe").locator("body").waitFor();
  host.runDialogs = [];
  const inside = page.frameLocator("dialog.window iframe");
  return { host, page, inside, running };
}

const sizeOf = (page: Page) =>
  page.locator("dialog.window").evaluate((dialog) => {
    const frame = dialog.querySelector("iframe");
    return [Math.round(dialog.clientWidth), Math.round(frame?.clientHeight ?? 0)];
  });
const press = (name: string, code: string) => `<button onclick="${code}">${name}</button>`;

describe("a window of the script's", { timeout: waitMsMax }, () => {
  it("has the size it was given, changes it, and closes itself", async () => {
    const body =
      press("grow", "google.script.host.setWidth(700);google.script.host.setHeight(300)") +
      press("end", "google.script.host.close()");
    const { page, inside } = await openWindow(body, { widthPx: 420, heightPx: 240 });
    expect(await sizeOf(page)).toEqual([420, 240]);
    await inside.getByText("grow").click();
    await expect.poll(() => sizeOf(page)).toEqual([700, 300]);
    await inside.getByText("end").click();
    await expect.poll(() => page.locator("dialog.window").count()).toBe(0);
  });

  it("stands beside the sheet as a sidebar, which stays usable, and is replaced by the next one", async () => {
    const { host, page } = await openWindow("one", { kind: "sidebar", title: "Help" });
    expect((await sizeOf(page))[0]).toBe(300);
    host.runDialogs = [{ kind: "sidebar", title: "More", text: "", html: "<p>two</p>" }];
    await page.locator("#menu .menu-opener").click();
    await page.locator("#menu [data-function='menu.runBatch']").click();
    await page.frameLocator("dialog.window iframe").getByText("two").waitFor();
    expect(await page.locator("dialog.window h2").allInnerTexts()).toEqual(["More"]);
  });

  it("hands a form over as the plain fields it has, and knows where its sheet is", async () => {
    const body = `<form onsubmit="event.preventDefault();
        google.script.run.withSuccessHandler(show).doPost(this)">
      <input name="a" value="1"><input type="checkbox" name="b" value="x" checked>
      <input type="checkbox" name="b" value="y" checked><button>send</button></form><p id="seen"></p>
      <script>function show(answer) {
        document.getElementById("seen").textContent = answer.said + " " + google.script.host.origin; }</script>`;
    const { host, inside, running } = await openWindow(body);
    host.runResult = () => ({ said: "taken" });
    await inside.getByText("send").click();
    await inside.getByText(`taken ${running.url}`).waitFor();
    const sent = host.runs.filter((run: RunCall) => run.function === "doPost");
    expect(sent).toEqual([
      expect.objectContaining({ from: "dialog", args: [{ a: "1", b: ["x", "y"] }] }),
    ]);
  });

  it("hears by its failure handler that the script failed, and what it said", async () => {
    const body = `${press("try", "google.script.run.withFailureHandler(show).doPost(1)")}<p id="seen"></p>
      <script>function show(error) { document.getElementById("seen").textContent = error.message; }</script>`;
    const { host, inside } = await openWindow(body);
    host.runResult = () => {
      throw new Error("Settings!value row 4: saw nothing.");
    };
    await inside.getByText("try").click();
    await inside.getByText("Settings!value row 4: saw nothing.").waitFor();
  });

  it("does not lead the Studio away: neither by itself nor by a link", async () => {
    const body = `<a href="https://elsewhere.test/" target="_top">away</a>
      ${press("force", "try { top.location = 'https://elsewhere.test/' } catch (e) {}")}`;
    const { page, inside, running } = await openWindow(body);
    await inside.getByText("away").click();
    await inside.getByText("force").click();
    await page.waitForTimeout(500);
    expect(page.url().startsWith(running.url)).toBe(true);
  });
});
