// The Studio over a long Queue, in a real browser: first paint, an edit until its row says what came of it, views.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../browser/launch.ts";
import { type StartedLocal, startLocalProcess } from "../browser/started-local.ts";
import { fillRows } from "./many-rows.ts";

const NOW = "2026-03-02T09:00:00Z";
const TIMES = 5;
const SETTLED_MS = 2_000;
const GIVE_UP_MS = 20_000;

export async function measureStudio(
  { manifestFile }: { readonly manifestFile: string },
  rows: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-many-"));
  const dataDir = join(folder, "data");
  try {
    await playMonth(dataDir);
    fillRows({ dataDir, manifestFile, now: NOW }, rows);
    await measure(dataDir, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playMonth(dataDir: string): Promise<void> {
  const local = await startLocalProcess(NOW, ["--data", dataDir]);
  const headers = { "content-type": "application/json" };
  const played = await fetch(`${local.url}/local/api/month`, {
    method: "POST",
    headers,
    body: "{}",
  });
  if (!played.ok) throw new Error(await played.text());
  await local.stop();
}

async function measure(dataDir: string, rows: number): Promise<void> {
  const [local, browser] = await Promise.all([
    startLocalProcess(NOW, ["--data", dataDir]),
    launchBrowser(),
  ]);
  try {
    const page = await (
      await browser.newContext({ viewport: { width: 1_440, height: 900 } })
    ).newPage();
    const paints = await repeated(() => paint(page, local));
    // The rest of the rows follows the first screen.
    await page.locator("#views b").first().waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const edits = await repeated((time) => edit(page, time));
    console.log(`Queue with ${rows} rows, median (all)`);
    console.log(`first paint           ${said(paints)}   budget 1000 ms`);
    console.log(`edit to updated why   ${said(edits)}   budget 300 ms`);
  } finally {
    await browser.close();
    await local.stop();
  }
}

async function repeated(measureOnce: (time: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) times.push(Math.round(await measureOnce(time)));
  return times;
}

function said(times: readonly number[]): string {
  const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return `${median} ms (${times.join(", ")})`.padEnd(44);
}

/** From asking for the page until rows stand in the grid and a frame has been drawn. */
async function paint(page: Page, local: StartedLocal): Promise<number> {
  await page.goto("about:blank");
  await page.goto(local.url, { waitUntil: "commit" });
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelector("#grid .tabulator-row .tabulator-cell")) {
            requestAnimationFrame(() => done(performance.now()));
          } else setTimeout(look, 5);
        };
        look();
      }),
  );
}

/** Holds a live row by its status, as a person types it; until why stands there anew. */
async function edit(page: Page, time: number): Promise<number> {
  const [status, why] = [await fieldOf(page, "status"), await fieldOf(page, "why")];
  const row = page
    .locator("#grid .tabulator-row")
    .filter({ hasText: /UNPAID|ACTIVE/ })
    .nth(time);
  const number = await row.locator(".row-number").innerText();
  await row.locator(`[tabulator-field=${status}]`).click();
  await page.keyboard.type("PAUSED");
  await page.evaluate(watchCell, { number, field: why, giveUpMs: GIVE_UP_MS });
  await page.keyboard.press("Enter");
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered);
}

function fieldOf(page: Page, header: string): Promise<string> {
  return page.evaluate(
    (name) =>
      [...document.querySelectorAll("#grid .tabulator-col")]
        .find((column) => column.querySelector(".name")?.textContent === name)
        ?.getAttribute("tabulator-field") ?? "",
    header,
  );
}

interface Watched {
  readonly number: string;
  readonly field: string;
  readonly giveUpMs: number;
}

/** In the page: from the next key until the cell of that row holds something else. */
function watchCell({ number, field, giveUpMs }: Watched): void {
  const cell = () =>
    [...document.querySelectorAll("#grid .tabulator-row")]
      .find((each) => each.querySelector(".row-number")?.textContent === number)
      ?.querySelector(`[tabulator-field=${field}]`)?.textContent;
  const before = cell();
  let pressedAt = 0;
  const press = () => {
    pressedAt = performance.now();
  };
  document.addEventListener("keydown", press, { capture: true, once: true });
  const answered = new Promise<number>((done, fail) => {
    const look = () => {
      const ms = performance.now() - pressedAt;
      if (pressedAt > 0 && cell() !== before) requestAnimationFrame(() => done(ms));
      else if (pressedAt > 0 && ms > giveUpMs) fail(new Error(`row ${number}: why stays as it is`));
      else setTimeout(look, 4);
    };
    look();
  });
  Object.assign(window, { answered });
}
