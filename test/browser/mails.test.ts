// Every shipped mail as a mail program draws it: phone and desktop, by day and by night (R189).
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frameMail } from "../../src/content/mail-frame";
import { asSeen } from "../../src/content/preview";
import { renderTemplate } from "../../src/content/render";
import { shippedTemplates } from "../../src/flows/templates/index";
import { launchBrowser } from "./launch.ts";

const LINKS = "download stop offer lite course checkout result delivery confirm stay".split(" ");
const VALUES = {
  // As long as a form takes them, and with nowhere to break.
  name: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Smythe",
  email: "ada@reader.test",
  topic: "Weekly notes",
  links: Object.fromEntries(LINKS.map((link) => [link, `https://pages.test/${link}`])),
  sender: { name: "Ling" },
  contact: { website: `https://${"a-very-long-domain-name-".repeat(4)}.test/page` },
  offer: { name: "Lite", price: "€49", price_after: "€79", deadline: "24 November 2026, 15:40" },
  payment: { amount: "49.00 EUR" },
};

function htmlOf({
  row,
  locale,
  why_now,
  cost_of_not,
  ...words
}: (typeof shippedTemplates)[number]) {
  const rendered = renderTemplate(words, { ...VALUES, why_now, cost_of_not });
  if (!rendered.ok) throw new Error(`${row}: ${rendered.detail}`);
  return frameMail(rendered, {
    locale,
    senderName: "Ling",
    signature: { en: "Ling, by hand", zh: "小林" },
    postalAddress: "1 Lane, Town",
    stopUrl: `https://script.google.com/macros/s/${"A".repeat(72)}/exec?p=stop&t=1`,
    backUrl: `https://script.google.com/macros/s/${"A".repeat(72)}/exec?p=back&t=1`,
    unsure: false,
    privacyUrl: "https://a.test/exec?p=privacy&l=en",
    tokenLine: "ref 0123456789abcdef0123",
  }).html;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ javaScriptEnabled: true });
}, 180_000);
afterAll(() => browser?.close());

/** What is drawn wider than the window, and what is too pale to read. */
const faults = () =>
  page.evaluate(() => {
    const channel = (part: number) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((one) => +one / 255);
      return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    };
    const paperOf = (element: Element | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(element);
      const clear = backgroundColor === "rgba(0, 0, 0, 0)";
      return clear ? paperOf(element.parentElement) : backgroundColor;
    };
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`${wide} px too wide`);
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim(),
      );
      if (!own) continue;
      const [ink, paper] = [getComputedStyle(element).color, paperOf(element)].map(luminance);
      const [high = 0, low = 0] = [ink ?? 0, paper ?? 0].sort((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < 4.5)
        found.push(`${contrast.toFixed(1)}: ${element.textContent?.slice(0, 40)}`);
    }
    return found;
  });

const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.each([375, 640])("at %i px every shipped mail", (width) => {
  it.each(["light", "dark"] as const)("is whole and readable in %s", async (colorScheme) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const seen: Record<string, readonly string[]> = {};
    for (const row of shippedTemplates) {
      await page.setContent(htmlOf(row));
      seen[row.row] = await faults();
      expect(await paper()).toBe(colorScheme === "dark" ? "rgb(22, 25, 29)" : "rgb(255, 255, 255)");
    }
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(Object.keys(seen)).toHaveLength(shippedTemplates.length);
  });
});

describe("a preview", () => {
  it.each([
    ["light", "dark"],
    ["dark", "light"],
  ] as const)("shows %s on a screen that prefers %s", async (scheme, colorScheme) => {
    const [row] = shippedTemplates;
    if (row === undefined) throw new Error("no templates");
    await page.emulateMedia({ colorScheme });
    await page.setContent(asSeen(htmlOf(row), scheme));
    expect(await paper()).toBe(scheme === "dark" ? "rgb(22, 25, 29)" : "rgb(255, 255, 255)");
  });
});
