// The page of an offer, and the way out.
import { describe, expect, it } from "vitest";
import * as pages from "../../src/pages/index";
import { en, execUrl, fieldNames, TERMS, words, zh } from "./bench";

describe("the offer page", () => {
  const lite = { offer: "lite", name: "Lite" };
  const terms = { price: "€49", after: "€79", until: "24 November 2026, 15:40 (UTC)", holds: "" };
  const way = { checkoutUrl: "https://buy.example/a?b=1&c=2", asked: false };

  it("says price, date and later price once each, and has one way on", () => {
    const { html } = pages.offerToBuy(en, lite, terms, way);
    for (const said of ["€49", "24 November 2026, 15:40 (UTC)", "€79"]) {
      expect(words(html).split(said)).toHaveLength(2);
    }
    expect(html.match(/<a [^>]*>/g)).toEqual([
      '<a class="go" href="https://buy.example/a?b=1&amp;c=2" target="_blank" rel="noopener">',
    ]);
  });

  it("says no date and no other price when no time runs", () => {
    const { html } = pages.offerToBuy(en, lite, { ...terms, after: "", until: "" }, way);
    expect(words(html)).not.toMatch(/until|After that/);
  });

  it("names where somebody can be stuck (R106)", () => {
    expect(words(pages.offerNotYet(en, lite).html)).toMatch(/indexing.*structure.*content.*order/s);
    expect(words(pages.offerNotYet(zh, lite).html)).toMatch(/收录.*结构.*内容策略.*执行顺序/s);
  });

  it("for a press posts whose it is, and nothing else presses", () => {
    const who = { token: "c_1.2.3", email: "a@b.example", timeZone: "Asia/Shanghai" };
    const { html } = pages.offerToAsk(zh, lite, TERMS, who);
    expect(fieldNames(html)).toEqual(["p", "o", "t", "l", "email", "timezone"]);
    expect(html).toContain('name="t" value="c_1.2.3"');
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).not.toContain("<a ");
  });

  it("that is bought, or cannot be bought, offers no price and no button", () => {
    for (const page of [pages.offerBought(en, lite), pages.offerNotYet(en, lite)]) {
      expect(page.html).not.toMatch(/<button|<a |<form|class="price"/);
    }
  });
});

describe("the way out", () => {
  it("is one button that posts the token", () => {
    const { html } = pages.stopPage(en, "c_1.2.3", "https://a.example/?p=back");
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain('name="p" value="stop"');
    expect(html).toContain('name="t" value="c_1.2.3"');
    expect(html).toContain(`method="post" action="${execUrl}"`);
  });

  it("promises no mail that a form would bring after it (R41)", () => {
    const link = { token: "c_1.2.3", mark: "0" };
    expect(words(pages.stopped(en, link).html)).toContain("a form alone brings no mail back");
    expect(words(pages.stopped(zh, link).html)).toContain("只提交表单不会恢复发信");
  });

  it("leads on to a pause, and back again, by presses only", () => {
    const back = "https://a.example/?p=back";
    expect(pages.stopPage(en, "c_1.2.3", back).html).toContain(`href="${back}"`);
    const { html } = pages.stopped(en, { token: "c_1.2.3", mark: "0" });
    expect(html.match(/name="w" value="\w+"/g)).toEqual(['name="w" value="on"']);
  });
});
