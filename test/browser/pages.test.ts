// The hosted pages and the forms of an owner's site, as a visitor's browser meets them.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ownDomainPage, siteForm } from "../../src/pages/index";
import { launchBrowser } from "./launch.ts";
import { type StartedLocal, startLocalProcess } from "./started-local.ts";

const waitMsMax = 180_000;
const LANGUAGES = ["en", "zh"] as const;

let local: StartedLocal;
let browser: Browser;
/** The owner's site: another origin. */
let site: Server;
let siteUrl = "";
let served = "";

beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(served);
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/shop/`;
  [local, browser] = await Promise.all([
    startLocalProcess("2026-03-02T09:00:00Z"),
    launchBrowser(),
  ]);
}, waitMsMax);
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  site?.close();
});

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(waitMsMax);
  await page.goto(url);
  return page;
}

const inside = (page: Page) => page.frameLocator("#sandboxFrame");

async function control<T>(path: string, body?: object): Promise<T> {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  return (await fetch(`${local.url}/local/api/${path}`, init)).json() as Promise<T>;
}

type Cells = Readonly<Record<string, string>>;
const rowsOf = async (tab: string) =>
  (await control<{ rows: readonly Cells[] }>(`sheets/${tab}`)).rows;

/** What the form of that person brought. */
async function payloadOf(email: string): Promise<Cells> {
  const event = (await rowsOf("Events")).find(({ who }) => who === email);
  return JSON.parse(event?.payload ?? "{}") as Cells;
}

/** The query of a link in the first mail to somebody. */
async function linkOf(email: string, name: string): Promise<string> {
  const form = { form: "lite", email, name: "Ada", consent: "yes", locale: "en" };
  await fetch(`${local.url}/exec`, { method: "POST", body: new URLSearchParams(form) });
  await control("clock", { advance: "PT3M" });
  const mails = await control<readonly { to: string; text: string }[]>("outbox");
  const mail = mails.find(({ to }) => to === email);
  return new RegExp(`exec\\?(p=${name}\\S+)&l=`).exec(mail?.text ?? "")?.[1] ?? "";
}

describe("each page, on a phone", { timeout: waitMsMax }, () => {
  it.each(LANGUAGES)("in %s fits, has one heading, and leads to the other language", async (l) => {
    const own = ["offer", "back"].map((name) => linkOf(`${name}-${l}@visitor.test`, name));
    const queries = ["p=geo", "p=free_audit", "p=lite_form", "p=lite", ...(await Promise.all(own))];
    for (const query of queries) {
      const page = await open(`${local.url}/exec?${query}&l=${l}`);
      const frame = inside(page);
      expect(await frame.locator("h1").count(), query).toBe(1);
      expect(await frame.locator("html").getAttribute("lang")).toBe(l);
      const wide = await frame.locator("html").evaluate((html) => html.scrollWidth - innerWidth);
      expect(wide, query).toBeLessThanOrEqual(0);
      const opened = page.context().waitForEvent("page");
      await frame.locator("header a").click();
      const other = inside(await opened).locator("html");
      await other.locator("h1").waitFor();
      expect(await other.getAttribute("lang")).toBe(l === "en" ? "zh" : "en");
      await page.context().close();
    }
  });
});

describe("a slip in the address", { timeout: waitMsMax }, () => {
  it.each([
    [
      "our page in English",
      () => open(`${local.url}/exec?p=geo&l=en`).then(inside),
      /Did you mean/,
    ],
    ["our page in Chinese", () => open(`${local.url}/exec?p=geo&l=zh`).then(inside), /是不是/],
    ["a pasted form", () => open(siteUrl), /Did you mean/],
  ])("is asked about in %s; one press takes the suggestion", async (_, opened, words) => {
    const form = siteForm(`${local.url}/exec`, "geo", "en");
    served = `<!DOCTYPE html><html lang="en"><title>Shop</title><main>${form}</main></html>`;
    const page = await opened();
    const field = page.locator("[name=email]");
    await field.fill("ada@gmial.com");
    await field.press("Tab");
    const asks = page.getByRole("button", { name: words });
    expect(await asks.innerText()).toContain("ada@gmail.com");
    expect(await field.inputValue()).toBe("ada@gmial.com");
    await asks.click();
    expect(await field.inputValue()).toBe("ada@gmail.com");
    expect(await asks.count()).toBe(0);
  });
});

describe("the way back", { timeout: waitMsMax }, () => {
  it("pauses at a press, says so, and takes it back at the next", async () => {
    const email = "wren@visitor.test";
    const page = await open(`${local.url}/exec?${await linkOf(email, "back")}&l=en`);
    await inside(page).getByText("Next mail: 5 March 2026").waitFor();
    const opened = page.context().waitForEvent("page");
    await inside(page).getByRole("button", { name: "Pause for 30 days" }).click();
    const answer = await opened;
    await inside(answer).getByText("Further mails rest for 30 days.").waitFor();
    await control("clock", { advance: "PT2M" });
    await page.reload();
    await inside(page).getByText("Further mails rest until").waitFor();
    const again = page.context().waitForEvent("page");
    await inside(answer).getByRole("button", { name: "Go on" }).click();
    await inside(await again)
      .getByText("You go on from where you stood.")
      .waitFor();
  });
});

describe("a form on the owner's site", { timeout: waitMsMax }, () => {
  function serveForm(language: "en" | "zh" = "en"): void {
    const form = siteForm(`${local.url}/exec`, "geo", language);
    served = `<!DOCTYPE html><html lang="en"><title>Shop</title><main>${form}</main></html>`;
  }

  async function fill(page: Page, email: string): Promise<void> {
    await page.locator("[name=email]").fill(email);
    await page.locator("[name=consent]").check();
  }

  it("shows its thanks in place, once it is stored, and brings zone, source and campaign", async () => {
    serveForm("zh");
    const where = `${siteUrl}?source=talk&utm_campaign=may&utm_<b>=1`;
    const page = await open(where, { timezoneId: "Asia/Shanghai" });
    await fill(page, "site@visitor.test");
    await page.locator("button").click();
    await page.getByRole("link", { name: "下载 GEO 资料包" }).waitFor();
    expect(await page.locator("form").count()).toBe(0);
    expect(page.context().pages()).toHaveLength(1);
    expect(await payloadOf("site@visitor.test")).toMatchObject({
      ...{ source: "talk", utm: "campaign=may", timeZone: "Asia/Shanghai", locale: "zh" },
    });
  });

  it("names the site as the source when the address names none", async () => {
    serveForm();
    const page = await open(siteUrl);
    await fill(page, "plain@visitor.test");
    await page.locator("button").click();
    await page.getByText("Here is the GEO pack").waitFor();
    expect((await payloadOf("plain@visitor.test")).source).toBe("127.0.0.1");
  });

  it("says what to put right, and keeps what was typed", async () => {
    serveForm();
    const page = await open(siteUrl);
    await fill(page, "ada@nowhere");
    await page.locator("button").click();
    await page.getByText("does not look like an email address").waitFor();
    expect(await page.locator("[name=email]").inputValue()).toBe("ada@nowhere");
    await page.locator("[name=email]").fill("ada@nowhere.test");
    await page.locator("button").click();
    await page.getByText("Here is the GEO pack").waitFor();
  });

  it("never thanks for what it could not see arrive; the next press shows the answer in a new tab", async () => {
    serveForm();
    const page = await open(siteUrl);
    await page.route("**/exec", (route) => route.abort());
    await fill(page, "lost@visitor.test");
    await page.locator("button").click();
    await page.getByText("Please press once more").waitFor();
    await page.unroute("**/exec");
    const opened = page.context().waitForEvent("page");
    await page.locator("button").click();
    await inside(await opened)
      .getByText("Here is the GEO pack")
      .waitFor();
    expect((await payloadOf("lost@visitor.test")).email).toBe("lost@visitor.test");
  });

  it("works without any script, in a new tab", async () => {
    serveForm();
    const page = await open(siteUrl, { javaScriptEnabled: false });
    await page.locator("[name=email]").fill("quiet@visitor.test");
    const opened = page.context().waitForEvent("page");
    await page.locator("button").click();
    await inside(await opened)
      .getByText("Here is the GEO pack")
      .waitFor();
  });
});

describe("the page for an own domain", { timeout: waitMsMax }, () => {
  it("leads on with everything that stands in the link", async () => {
    served = ownDomainPage(`${local.url}/exec`);
    const query = `?${await linkOf("own@visitor.test", "back")}&l=zh`;
    const page = await open(siteUrl + query);
    await inside(page).getByText("你现在的进度").first().waitFor();
    expect(page.url()).toBe(`${local.url}/exec${query}`);
  });

  it("leads nowhere else, whatever the link says", async () => {
    served = ownDomainPage(`${local.url}/exec`);
    const page = await open(`${siteUrl}?https://evil.test/#//evil.test`);
    await inside(page).locator("h1").waitFor();
    expect(page.url().startsWith(`${local.url}/exec?`)).toBe(true);
  });

  it("without script says what to do, with a link", async () => {
    served = ownDomainPage(`${local.url}/exec`);
    const page = await open(siteUrl, { javaScriptEnabled: false });
    await page.getByText("STOP ends all mails").waitFor();
    expect(await page.locator("#on").getAttribute("href")).toBe(`${local.url}/exec`);
  });
});
