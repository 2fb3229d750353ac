import { mkdirSync, writeFileSync } from "node:fs";
import * as pages from "../../src/pages/index";
import { launchBrowser } from "./launch";
const out = "/tmp/shots"; mkdirSync(out, { recursive: true });
const t = { price: "€49", after: "€79", until: "24 November 2026, 22:40 (Asia/Shanghai)", holds: "" };
const tz = { price: "€49", after: "€79", until: "2026年11月24日 22:40（Asia/Shanghai）", holds: "" };
const h = (l: string) => ({ price: "€49", after: "€79", until: "", holds: l === "zh" ? "72 小时" : "72 hours" });
const all: [string, pages.Page][] = [];
for (const language of ["en", "zh"] as const) {
  const site = { language, senderName: language === "zh" ? "陈凌" : "Ling Chen", execUrl: "https://x.test/exec" };
  const lite = { offer: "lite", name: language === "zh" ? "Lite 验证版：一个清晰结论" : "Lite: one clear conclusion about your site" };
  const course = { offer: "course", name: language === "zh" ? "SEO 系统课" : "SEO system course" };
  const terms = language === "zh" ? tz : t;
  const add = (n: string, p: pages.Page) => all.push([`${n}-${language}`, p]);
  add("buy", pages.offerToBuy(site, lite, terms, { checkoutUrl: "https://b.test", asked: false }));
  add("asked", pages.offerToBuy(site, lite, terms, { checkoutUrl: "https://b.test", asked: true }));
  add("after", pages.offerToBuy(site, lite, { price: "€79", after: "", until: "", holds: "" }, { checkoutUrl: "https://b.test", asked: false }));
  add("ask", pages.offerToAsk(site, lite, h(language), { token: "c.1.2", email: "a@b.c", timeZone: "" }));
  add("form", pages.offerForm(site, lite, h(language), {}));
  add("course", pages.offerToBuy(site, course, { price: "€590", after: "", until: "", holds: "" }, { checkoutUrl: "https://b.test", asked: false }));
  add("bought", pages.offerBought(site, lite));
  add("notyet", pages.offerNotYet(site, course));
  add("problem", pages.offerLinkProblem(site, "https://x.test"));
  add("thanks-lite", pages.thankYou(site, { form: "lite", email: "ada@example.org", downloadUrl: "", terms: h(language) }));
  add("thanks-geo", pages.thankYou(site, { form: "geo", email: "ada@example.org", downloadUrl: "https://d.test", terms: null }));
  add("thanks-other", pages.thankYou(site, { form: "news", email: "ada@example.org", downloadUrl: "", terms: null }));
}
const browser = await launchBrowser();
const widths = [390, 1200];
for (const width of widths) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  for (const [name, p] of all) {
    await page.setContent(`<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${p.title}</title></head><body>${p.html}</body></html>`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (over) console.log("overflows", name, width);
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true });
  }
  await page.close();
}

const sheets: [string, number, string[]][] = [
  ["A", 390, ["buy-en", "asked-en", "after-en", "ask-en", "form-en"]],
  ["B", 390, ["buy-zh", "asked-zh", "ask-zh", "form-zh", "course-zh"]],
  ["C", 390, ["course-en", "bought-en", "notyet-en", "problem-en", "thanks-lite-en"]],
  ["D", 390, ["bought-zh", "notyet-zh", "problem-zh", "thanks-lite-zh", "thanks-other-zh"]],
  ["E", 1200, ["buy-en", "form-zh"]],
];
for (const [name, width, names] of sheets) {
  writeFileSync(`${out}/${name}.html`, `<body style="margin:0;background:#888;display:flex;gap:8px;align-items:flex-start">${names.map((n) => `<img src="${n}-${width}.png">`).join("")}</body>`);
  const page = await browser.newPage({ viewport: { width: names.length * (width + 8), height: 600 } });
  await page.goto(`file://${out}/${name}.html`);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  await page.close();
}
await browser.close();
