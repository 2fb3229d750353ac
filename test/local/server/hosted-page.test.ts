import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { launchBrowser } from "../../browser/launch.ts";
import { htmlAnswer } from "./fake-host.ts";
import { startServer } from "./start-server.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function openHosted(html: string) {
  const server = await startServer((host) => {
    host.answer = () => htmlAnswer(html);
    host.runResult = (call) => ({ called: call.function, args: call.args });
  });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`${server.running.url}/exec`);
  return { ...server, page, inner: page.frameLocator("#sandboxFrame") };
}

/** Runs an expression inside the hosted page and tells what came of it. */
async function tryInside(page: Page, expression: string): Promise<string> {
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (!frame) throw new Error("There is no frame in the page.");
  return frame.evaluate(async (text) => {
    try {
      const value = await new Function(`return (async () => (${text}))()`)();
      return `reached: ${JSON.stringify(value)}`;
    } catch (error) {
      return `refused: ${error}`;
    }
  }, expression);
}

describe("a hosted page in a real browser", () => {
  it("shows the script's page under Google's banner", async () => {
    const { page, inner } = await openHosted("<h1>Get the guide</h1>");
    expect(await inner.locator("h1").textContent()).toBe("Get the guide");
    expect(await page.locator("#warning").textContent()).toContain("Apps Script user");
    expect(await page.title()).toBe("A page");
  });

  it.each([
    "parent.document.body.innerHTML",
    "top.location.href",
    '(await fetch("http://localhost:PORT/local/api/outbox")).status',
    '(await fetch("http://127.0.0.1:PORT/local/api/status")).status',
    "(await fetch('/local/api/status')).ok || Promise.reject('there is none')",
  ])("cannot reach %s", async (expression) => {
    const { page, running } = await openHosted("<h1>x</h1>");
    await page.frameLocator("#sandboxFrame").locator("h1").waitFor();
    const text = expression.replace("PORT", String(running.port));
    expect(await tryInside(page, text)).toMatch(/^refused/);
  });

  it("cannot lead the whole window away, as in a script bound to a sheet", async () => {
    const { page, inner, running } = await openHosted('<a href="/away" target="_top">go</a>');
    await inner.locator("a").click();
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${running.url}/exec`);
  });

  it("posts a form to /exec in a new window", async () => {
    const form = '<form method="post" target="_blank"><input name="email" value="a@b.test">';
    const { page, inner, host, running } = await openHosted(`${form}<button>send</button></form>`);
    await inner.locator("form").evaluate((element, url) => {
      element.setAttribute("action", url);
    }, `${running.url}/exec`);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      inner.locator("button").click(),
    ]);
    await opened.waitForLoadState();
    expect(host.requests.at(-1)).toMatchObject({ method: "POST", body: "email=a%40b.test" });
  });

  it("calls top-level functions by google.script.run and no others", async () => {
    const { page } = await openHosted("<h1>x</h1>");
    await page.frameLocator("#sandboxFrame").locator("h1").waitFor();
    const call = (name: string) =>
      tryInside(
        page,
        `new Promise((done, fail) => google.script.run.withSuccessHandler(done)
          .withFailureHandler(fail)${name}("x"))`,
      );
    expect(await call(".doGet")).toBe('reached: {"called":"doGet","args":["x"]}');
    for (const name of [".hidden", ".tick_", ".jobs", '["jobs.tick"]', ".eval"]) {
      expect(await call(name)).toMatch(/^refused: TypeError/);
    }
  });
});
