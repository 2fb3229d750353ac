// Somebody at the Studio for the first time: presses and types, and everything they do is counted.
import type { FrameLocator, Locator, Page } from "playwright-core";

export interface Stretch {
  readonly what: string;
  readonly clicks: number;
  readonly keys: number;
  /** What the machine took, from the first press to what was waited for. */
  readonly machineMs: number;
}

export class Newcomer {
  readonly walked: Stretch[] = [];
  #clicks = 0;
  #keys = 0;

  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async step(what: string, work: () => Promise<void>): Promise<void> {
    [this.#clicks, this.#keys] = [0, 0];
    const begunMs = performance.now();
    await work();
    const machineMs = Math.round(performance.now() - begunMs);
    this.walked.push({ what, clicks: this.#clicks, keys: this.#keys, machineMs });
  }

  async click(on: Locator): Promise<void> {
    this.#clicks += 1;
    await on.click();
  }

  async doubleClick(on: Locator): Promise<void> {
    this.#clicks += 2;
    await on.dblclick();
  }

  async type(into: Locator, text: string): Promise<void> {
    this.#keys += text.length;
    await into.fill(text);
  }

  /** An address that is copied counts as one paste. */
  async paste(into: Locator, text: string): Promise<void> {
    this.#keys += 1;
    await into.fill(text);
  }

  async press(key: string): Promise<void> {
    this.#keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Dripsheet ▸ group ▸ item. */
  async menu(group: string, method: string): Promise<void> {
    await this.click(this.page.locator("#menu .menu-opener"));
    await this.click(this.page.locator("#menu .sub-opener", { hasText: group }));
    await this.click(this.page.locator(`#menu [data-function='menu.${method}']`));
  }

  /** One press on a link, in a tab of its own. */
  async follow(address: string): Promise<Page> {
    this.#clicks += 1;
    const visit = await this.page.context().newPage();
    await visit.goto(address);
    return visit;
  }

  /** A message of the script: its first button. Another message may follow at once. */
  async ok(): Promise<void> {
    const text = await this.page.locator("#dialog[open]").innerText();
    await this.click(this.page.locator("#dialog[open] .dialog-buttons button").first());
    await this.page.waitForFunction((before) => {
      const dialog = document.querySelector<HTMLDialogElement>("#dialog");
      return dialog?.open !== true || dialog.innerText !== before;
    }, text);
  }

  window(): FrameLocator {
    return this.page.frameLocator("dialog.window iframe");
  }

  async tab(name: string): Promise<void> {
    await this.click(this.page.locator("#tabs [role=tab]", { hasText: new RegExp(`^${name}$`) }));
    await this.row("").waitFor();
  }

  row(text: string): Locator {
    return this.page.locator("#grid .tabulator-row").filter({ hasText: text }).first();
  }

  async cell(row: string, header: string): Promise<Locator> {
    const column = this.page
      .locator("#grid .tabulator-col")
      .filter({ has: this.page.locator(`.name:text-is("${header}")`) });
    const field = await column.first().getAttribute("tabulator-field");
    return this.row(row).locator(`.tabulator-cell[tabulator-field=${field}]`);
  }

  /** The simulated clock, as the founder's own minutes would pass. */
  async minutesPass(minutes: number): Promise<void> {
    const data = { advance: `PT${minutes}M` };
    await this.page.request.post(`${this.url}/local/api/clock`, { data });
  }
}
