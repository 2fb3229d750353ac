// A Studio of its own for a file of tests, opened as a person does, and what its tests look up in it.
import type { Locator, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { useStage } from "./stage.ts";

export const waitMsMax = 180_000;

export interface Studio {
  readonly url: () => string;
  readonly open: (size?: { width?: number; locale?: string }) => Promise<Page>;
  /** What the browser logged so far was wanted. */
  readonly forgive: () => void;
}

/** Starts Local and a browser before the tests of a file; complaints in the browser's log fail a test. */
export function useStudio(): Studio {
  const stage = useStage();
  let complaints: string[] = [];
  afterEach(async () => {
    // An open page keeps asking for news.
    for (const context of stage.browser.contexts()) await context.close();
    const heard = complaints;
    complaints = [];
    expect(heard, "console errors").toEqual([]);
  });
  const open: Studio["open"] = async ({ width = 1_440, locale = "en-GB" } = {}) => {
    const context = await stage.browser.newContext({
      baseURL: stage.local.url,
      viewport: { width, height: 900 },
      locale,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(waitMsMax);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(stage.local.url);
    await page.locator("#grid .tabulator-row").first().waitFor();
    return page;
  };
  const forgive = () => {
    complaints = [];
  };
  return { url: () => stage.local.url, open, forgive };
}

/** Somebody who asked for the download and got mail 1. */
export async function leadInQueue(page: Page, email: string): Promise<Locator> {
  const form = { form: "geo", email, name: "Ada", consent: "yes" };
  await page.request.post("/exec", { form });
  await page.request.post("/local/api/clock", { data: { advance: "PT3M" } });
  return rowOf(page, email);
}

export function rowOf(page: Page, email: string): Locator {
  return page.locator("#grid .tabulator-row").filter({ hasText: email }).first();
}

export async function statusOf(page: Page, email: string): Promise<unknown> {
  const queue = await (await page.request.get("/local/api/sheets/Queue")).json();
  return queue.rows.find((row: { email: string }) => row.email === email)?.status;
}

export const windowOf = (page: Page) => page.frameLocator("dialog.window iframe");
