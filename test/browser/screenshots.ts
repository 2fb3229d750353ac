// The pictures of the docs: the cockpit after a month of business, and the two pages that readers see most.
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "./launch.ts";
import { type StartedLocal, startLocalProcess } from "./started-local.ts";

type Language = "en" | "zh";
interface Row {
  readonly email: string;
  readonly flow: string;
  readonly status: string;
  readonly locale: string;
  readonly next_at: string;
}
const LOCALES = { en: "en-GB", zh: "zh-CN" };
const desk = { width: 1_400, height: 760 };
// Drawn at 1,200 pixels.
const scale = 6 / 7;
const phone = { width: 375, height: 700 };

class Camera {
  readonly #page: Page;
  constructor(
    readonly local: StartedLocal,
    readonly browser: Browser,
    page: Page,
    readonly file: (name: string) => string,
  ) {
    this.#page = page;
  }

  async api<T>(route: string, data?: object): Promise<T> {
    const url = `${this.local.url}/local/api/${route}`;
    const { request } = this.#page;
    // A month takes minutes.
    const reply = await (data ? request.post(url, { data, timeout: 600_000 }) : request.get(url));
    return (await reply.json()) as T;
  }

  async liteRow(language: Language): Promise<Row> {
    const { rows } = await this.api<{ rows: readonly Row[] }>("sheets/Queue");
    const waits = rows.filter(
      ({ flow, status, locale }) =>
        flow === "lite" && status === "UNPAID" && locale.startsWith(language),
    );
    const row = waits.sort((a, b) => a.next_at.localeCompare(b.next_at))[0];
    if (!row) throw new Error("nobody waits in lite");
    return row;
  }

  async studio(email: string): Promise<void> {
    const page = this.#page;
    await page.goto(this.local.url);
    await this.#row(email).locator("[tabulator-field=c2]").click();
    await page.locator("#tab-outbox").click();
    await page.locator(".mail-line").filter({ hasText: email }).first().click();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: this.file("studio") });
  }

  async queueAndExplain(email: string): Promise<void> {
    const page = this.#page;
    await page.evaluate(() => document.getElementById("desk")?.style.setProperty("--side", "0px"));
    await this.#row(email).locator("[tabulator-field=c2]").click();
    // From the address on: `why` is what this picture is for.
    await page.locator(".tabulator-tableholder").evaluate((holder) => holder.scrollTo(190, 0));
    await page.waitForTimeout(500);
    await page.locator("#ledger").screenshot({ path: this.file("queue") });
    const window = await this.#open("explainRow", "h2");
    await window.screenshot({ path: this.file("explain") });
    await window.locator(".close-window").click();
  }

  /** The mail that comes next, by night on a phone. */
  async editMail(): Promise<void> {
    const window = await this.#open("editMail", "[name=subject]");
    const frame = window.frameLocator("iframe");
    for (const look of ["l-dark", "w-phone"]) await frame.locator(`label[for=${look}]`).click();
    await window.screenshot({ path: this.file("edit-mail") });
    await window.locator(".close-window").click();
  }

  /** Over the selected row. */
  async #open(item: string, part: string): Promise<Locator> {
    const page = this.#page;
    await page.keyboard.press("Shift+F10");
    await page.locator(`#row-menu [data-function='menu.${item}']`).click();
    const window = page.locator("dialog.window");
    await window.frameLocator("iframe").locator(part).first().waitFor();
    await page.waitForTimeout(500);
    return window;
  }

  #row(email: string): Locator {
    return this.#page.locator("#grid .tabulator-row").filter({ hasText: email }).first();
  }

  /** As somebody finds it who has just begun. */
  async startHere(): Promise<void> {
    const { rows } = await this.api<{ rows: readonly { key: string }[] }>("sheets/Settings");
    const open = { mode: "REHEARSAL", postal_address: "", geo_download_url: "" };
    for (const [key, value] of Object.entries(open)) {
      const row = rows.findIndex((one) => one.key === key) + 2;
      await this.api("sheets/Settings/edit", { row, column: "value", value });
    }
    await this.api("clock", { advance: "PT5M" });
    const page = this.#page;
    await page.locator("#tabs button", { hasText: "Start here" }).click();
    const line = page.locator("#grid .tabulator-row", { hasText: "✗" }).first();
    await line.locator("[tabulator-field=c2]").click();
    await page.waitForTimeout(500);
    await page.locator("#ledger").screenshot({ path: this.file("start-here") });
  }

  /** On a phone, as the person of that row sees it. */
  async visitorPage(name: "offer" | "back", email: string, l: Language, as: string): Promise<void> {
    const mails = await this.api<readonly { to: string; text: string }[]>("outbox");
    const text = mails.filter(({ to }) => to === email).map((mail) => mail.text);
    const links = new RegExp(`/exec\\?(p=${name}&\\S*?t=[\\w.]+)`).exec(text.join("\n"));
    const page = await this.browser.newPage({ viewport: phone, deviceScaleFactor: 2 });
    await page.goto(`${this.local.url}/exec?${links?.[1] ?? ""}&l=${l}`);
    await page.frameLocator("#sandboxFrame").locator("h1").waitFor();
    await page.screenshot({ path: this.file(as) });
    await page.close();
  }
}

export async function takePictures(language: Language, folder: string): Promise<void> {
  const [local, browser] = await Promise.all([
    startLocalProcess("2026-03-02T09:00:00Z", ["--lang", language]),
    launchBrowser(),
  ]);
  try {
    const page = await browser.newPage({
      viewport: desk,
      deviceScaleFactor: scale,
      locale: LOCALES[language],
    });
    const ending = language === "en" ? "png" : "zh-CN.png";
    const file = (name: string) => path.join(folder, `${name}.${ending}`);
    const camera = new Camera(local, browser, page, file);
    await camera.api("month", {});
    const { email } = await camera.liteRow(language);
    await camera.studio(email);
    await camera.queueAndExplain(email);
    await camera.editMail();
    await camera.visitorPage("offer", email, language, "offer-page");
    await camera.visitorPage("back", email, language, "way-back");
    await camera.startHere();
  } finally {
    await browser.close();
    await local.stop();
  }
}
