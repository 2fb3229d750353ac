// Every hosted page as a visitor's browser shows it, in both languages: what it says, and that nobody stumbles over it.
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONFIRM_TEXTS } from "../../src/words/consent";
import { LEADS } from "../../src/words/forms";
import { STOP } from "../../src/words/pages";
import { OWN_DATA, PERSON_FILE } from "../../src/words/person-data";
import { PRIVACY } from "../../src/words/privacy";
import { FLOW_NAMES, WAY_BACK } from "../../src/words/way-back";
import { YES } from "../../src/words/yes";
import { bringAxe, stumblings } from "./axe.ts";
import { launchBrowser } from "./launch.ts";
import { type StartedLocal, startLocalProcess } from "./started-local.ts";

const waitMsMax = 180_000;
const LANGUAGES = ["en", "zh"] as const;
type Language = (typeof LANGUAGES)[number];

let local: StartedLocal;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [local, browser] = await Promise.all([
    startLocalProcess("2026-03-02T09:00:00Z", ["--fresh"]),
    launchBrowser(),
  ]);
  context = await browser.newContext({ viewport: { width: 375, height: 740 } });
  await bringAxe(context);
  const confirmed = { row: await rowOf("lite"), column: "confirm", value: "YES" };
  await context.request.post(`${local.url}/local/api/sheets/Flows/edit`, { data: confirmed });
  await Promise.all(LANGUAGES.map(ask));
  await context.request.post(`${local.url}/local/api/clock`, { data: { advance: "PT3M" } });
}, waitMsMax);
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const readerOf = (language: Language) => `reader-${language}@visitor.test`;

async function rowOf(flow: string): Promise<number> {
  const { rows } = await (await context.request.get(`${local.url}/local/api/sheets/Flows`)).json();
  return rows.findIndex((row: { flow: string }) => row.flow === flow) + 2;
}

/** Somebody asks for Lite, and so gets a mail with every personal link. */
async function ask(language: Language): Promise<void> {
  const form = { form: "lite", email: readerOf(language), name: "Ada", consent: "yes" };
  const asked = { form: { ...form, locale: language } };
  await context.request.post(`${local.url}/exec`, asked);
}

async function linkOf(language: Language, name: string): Promise<string> {
  const mails = await (await context.request.get(`${local.url}/local/api/outbox`)).json();
  const mine = mails.find(({ to }: { to: string }) => to === readerOf(language));
  return new RegExp(`exec\\?(p=${name}&\\S*?t=[\\w.]+)`).exec(mine?.text ?? "")?.[1] ?? "";
}

const page = async (query: string): Promise<Page> => {
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  await opened.goto(`${local.url}/exec?${query}`);
  return opened;
};

/** The page itself stands in two frames, as Google serves it. */
async function inner(opened: Page): Promise<Frame> {
  const heading = opened.frameLocator("#sandboxFrame").locator("h1");
  await heading.waitFor();
  const frame = await (await heading.elementHandle())?.ownerFrame();
  if (!frame) throw new Error("a page without its frame");
  return frame;
}

/** What its heading says; it closes what it looked at. */
async function look(opened: Page): Promise<string> {
  const frame = await inner(opened);
  expect(await stumblings(frame), opened.url()).toEqual([]);
  const said = await frame.locator("main, body").first().innerText();
  await opened.close();
  return said;
}

async function press(frame: Frame, name: string): Promise<Page> {
  const button = frame.getByRole("button", { name, exact: true }).first();
  const [answer] = await Promise.all([context.waitForEvent("page"), button.click()]);
  return answer;
}

describe.each(LANGUAGES)("pages in %s", { timeout: waitMsMax }, (l) => {
  it.each(["geo", "free_audit", "lite"] as const)("the form %s", async (form) => {
    const query = form === "lite" ? "lite_form" : form;
    expect(await look(await page(`p=${query}&l=${l}`))).toContain(LEADS[form][l].title);
  });

  it("thanks in a page of its own, and shows a form again with what is to be put right", async () => {
    const form = await page(`p=geo&l=${l}`);
    const frame = await inner(form);
    await frame.locator("[name=email]").fill("ada@nowhere");
    await frame.locator("[name=consent]").check();
    const again = context.waitForEvent("page");
    await frame.locator("button[type=submit]").click();
    const wrong = await again;
    const refused = await inner(wrong);
    expect(await stumblings(refused)).toEqual([]);
    expect(await refused.locator("[name=email]").inputValue()).toBe("ada@nowhere");
    await refused.locator("[name=email]").fill(`new-${l}@visitor.test`);
    const thanked = context.waitForEvent("page");
    await refused.locator("button[type=submit]").click();
    expect(await look(await thanked)).toMatch(/GEO/);
    await Promise.all([form.close(), wrong.close()]);
  });

  it("the offer, open to all and of one reader", async () => {
    const open = await look(await page(`p=lite&l=${l}`));
    const own = await look(await page(`${await linkOf(l, "offer")}&l=${l}`));
    expect(open).toContain("€");
    expect(own).toContain("49");
  });

  it("what is kept of people, and what they can do", async () => {
    expect(await look(await page(`p=privacy&l=${l}`))).toContain(PRIVACY[l].title);
  });

  it("a link that is nobody's says what to do instead", async () => {
    const said = await look(await page(`p=back&t=forged&l=${l}`));
    expect(said).toContain(STOP[l].problemTitle);
  });

  it("the way back answers each wish in its own words", async () => {
    const words = WAY_BACK[l];
    const query = `${await linkOf(l, "back")}&l=${l}`;
    for (const wish of ["pause", "less"] as const) {
      const standing = await page(query);
      const frame = await inner(standing);
      expect(await stumblings(frame), wish).toEqual([]);
      expect(await look(await press(frame, words[wish]))).toContain(words.done[wish]);
      await standing.close();
      await context.request.post(`${local.url}/local/api/clock`, { data: { advance: "PT2M" } });
    }
    const standing = await page(query);
    const frame = await inner(standing);
    expect(await frame.locator("body").innerText()).toContain(words.lessNow);
    const topic = words.leave(FLOW_NAMES.lite?.[l] ?? "");
    expect(await look(await press(frame, topic))).toContain(words.done.leave);
    for (const wish of ["on", "often"] as const) {
      expect(await look(await press(frame, words[wish]))).toContain(words.done[wish]);
    }
    await frame.locator("input[type=email][name=to]").fill("ada@nowhere");
    expect(await look(await press(frame, words.addressPress))).toContain(words.addressBad);
    await standing.close();
  });

  it("a consent is confirmed by one button, which says what it stands for", async () => {
    const words = YES.confirm[l];
    const asking = await page(`${await linkOf(l, "confirm")}&l=${l}`);
    const frame = await inner(asking);
    expect(await stumblings(frame)).toEqual([]);
    expect(await frame.locator("main").innerText()).toContain(CONFIRM_TEXTS[1][l]);
    expect(await look(await press(frame, words.press))).toContain(words.done);
    await asking.close();
  });

  it("unsubscribing asks nothing, says it is done, and leads back", async () => {
    const asking = await page(`${await linkOf(l, "stop")}&l=${l}`);
    const frame = await inner(asking);
    expect(await stumblings(frame)).toEqual([]);
    const done = await press(frame, STOP[l].press);
    const after = await inner(done);
    expect(await after.locator("h1").innerText()).toBe(STOP[l].stoppedTitle);
    expect(await stumblings(after)).toEqual([]);
    expect(await look(await press(after, WAY_BACK[l].on))).toContain(WAY_BACK[l].done.on);
    await Promise.all([asking.close(), done.close()]);
  });

  it("one's own data is shown, saved and erased, in steps that say what they do", async () => {
    const words = OWN_DATA[l];
    const standing = await page(`${await linkOf(l, "back")}&l=${l}`);
    const frame = await inner(standing);
    const typed = frame.locator("input[name=own]");
    await typed.fill("somebody@else.test");
    expect(await look(await press(frame, words.download))).toContain(words.wrong);
    await typed.fill(readerOf(l));
    const shown = await press(frame, words.download);
    const content = await inner(shown);
    expect(await stumblings(content)).toEqual([]);
    const saved = shown.waitForEvent("download");
    await content.getByText(PERSON_FILE[l].asPage).click();
    expect((await saved).suggestedFilename()).toBe("my-data.html");
    const asking = await press(frame, words.erase);
    const question = await inner(asking);
    expect(await stumblings(question)).toEqual([]);
    expect(await look(await press(question, words.eraseNow))).toContain(words.erased);
    await context.request.post(`${local.url}/local/api/clock`, { data: { advance: "PT3M" } });
    const later = await press(question, words.eraseNow);
    expect(await look(later)).toContain(STOP[l].problemTitle);
    await Promise.all([standing.close(), shown.close(), asking.close()]);
  });
});
