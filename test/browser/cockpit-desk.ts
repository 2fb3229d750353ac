// The Studio as an owner has it open for tests of the cockpit: menu, windows, questions, and what stands in the sheet.
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { bringAxe, stumblings } from "./axe.ts";
import { launchBrowser } from "./launch.ts";
import { type StartedLocal, startLocalProcess } from "./started-local.ts";

export type Language = "en" | "zh";
type Cells = Readonly<Record<string, string>>;
const LOCALES = { en: "en-GB", zh: "zh-CN" };

export class Desk {
  private constructor(
    private readonly local: StartedLocal,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** A fresh workbook in that language, and its page. */
  static async open(language: Language): Promise<Desk> {
    const flags = ["--fresh", "--lang", language];
    const started = [startLocalProcess("2026-03-02T09:00:00Z", flags), launchBrowser()] as const;
    const [local, browser] = await Promise.all(started);
    const context = await browser.newContext({
      viewport: { width: 1_440, height: 900 },
      locale: LOCALES[language],
    });
    await bringAxe(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const desk = new Desk(local, browser, page);
    await page.goto(local.url);
    return desk;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.local.stop();
  }

  async api<T>(path: string, data?: object): Promise<T> {
    const url = `${this.local.url}/local/api/${path}`;
    const { request } = this.page;
    const reply = await (data === undefined ? request.get(url) : request.post(url, { data }));
    return (await reply.json()) as T;
  }

  async rows(tab: string): Promise<readonly Cells[]> {
    return (await this.api<{ rows: readonly Cells[] }>(`sheets/${encodeURIComponent(tab)}`)).rows;
  }

  async cell(tab: string, key: string, column: string): Promise<string | undefined> {
    const rows = await this.rows(tab);
    return rows.find((row) => [row.email, row.key, row.check].includes(key))?.[column];
  }

  /** Somebody who asked for the download and got mail 1. */
  async lead(email: string): Promise<Locator> {
    const form = { form: "geo", email, name: "Ada", consent: "yes", locale: "en" };
    await this.page.request.post(`${this.local.url}/exec`, { form });
    await this.api("clock", { advance: "PT3M" });
    const row = this.row(email);
    await row.waitFor();
    return row;
  }

  row(text: string): Locator {
    return this.page.locator("#grid .tabulator-row").filter({ hasText: text }).first();
  }

  async tab(name: string): Promise<void> {
    await this.page.locator("#tabs button", { hasText: name }).click();
  }

  async menu(method: string): Promise<void> {
    await this.page.locator("#menu .menu-opener").click();
    const item = this.page.locator(`#menu [data-function='menu.${method}']`);
    if (!(await item.isVisible())) {
      await item.locator("xpath=ancestor::div[contains(@class,'sub-menu')][1]/button").click();
    }
    await item.click();
  }

  /** By the menu of the row itself. */
  async rowMenu(email: string, method: string): Promise<void> {
    await this.row(email).locator("[tabulator-field=c2]").click({ button: "right" });
    const item = this.page.locator(`#row-menu [data-function='${method}']`);
    if (!(await item.isVisible())) await this.page.locator("#row-menu .sub-opener").first().click();
    await item.click();
  }

  /** The page in the window that stands over the sheet. */
  async window(): Promise<Frame> {
    const frame = await this.page.locator("dialog.window iframe").elementHandle();
    const content = await frame?.contentFrame();
    if (!content) throw new Error("no window");
    await content.locator("#view :is(h2, p, form, table)").first().waitFor();
    return content;
  }

  async cross(): Promise<void> {
    await this.page.locator("dialog.window .close-window").click();
    await this.page.locator("dialog.window").waitFor({ state: "detached" });
  }

  /** As a test begins: nothing over the sheet, whatever the one before came to. */
  async clear(): Promise<void> {
    const left = this.page.locator("dialog.window .close-window, #dialog[open] button");
    while ((await left.count()) > 0) await left.last().click();
  }

  /** What a plain message or question says; then it is answered. */
  async answered(button: "first" | "last" = "first", typed?: string): Promise<string> {
    const box = this.page.locator("#dialog[open]");
    await box.waitFor();
    const said = await box.innerText();
    if (typed !== undefined) await box.locator("input, textarea").first().fill(typed);
    const buttons = box.locator("button");
    await (button === "first" ? buttons.first() : buttons.last()).click();
    // Another question may take its place at once.
    await this.page.waitForFunction((before) => {
      const now = document.querySelector<HTMLElement>("#dialog[open]");
      return now === null || now.innerText !== before;
    }, said);
    return said;
  }

  /** Everything that a window must not touch before it is pressed. */
  async everything(): Promise<string> {
    const tabs = ["Queue", "Contacts", "Sends", "Events", "Settings", "Templates", "Unmatched"];
    const [sheets, outbox] = await Promise.all([
      Promise.all(tabs.map((tab) => this.rows(tab))),
      this.api<readonly unknown[]>("outbox"),
    ]);
    return JSON.stringify([sheets, outbox.length]);
  }

  stumblings(place: Page | Frame = this.page): Promise<string[]> {
    return stumblings(place);
  }
}
