// Every page: its words, its form, and that nothing a visitor sends becomes markup.
import { describe, expect, it } from "vitest";
import * as pages from "../../src/pages/index";
import { naughtyStrings } from "../contract/naughty-strings";
import { en, execUrl, fieldNames, ownWords, TERMS, tags, words, zh } from "./bench";

const evil = `"><script>alert(1)</script><img src=x onerror='y'>`;

/** Every page, each value of a stranger's being `typed`. */
function everyPage(at: pages.Site, typed: string): readonly pages.Page[] {
  const site = { ...at, otherLanguageUrl: `${execUrl}?p=${typed}` };
  const values = { email: typed, name: typed, url: typed, source: typed, timezone: typed };
  const all = { ...values, utm: { utm_source: typed, [`utm_${typed}`]: typed } };
  const thanks = { email: typed, downloadUrl: "https://d.example/p", terms: null, asks: false };
  const terms = { price: typed, after: typed, until: typed, holds: "" };
  const holding = { ...terms, until: "", holds: typed };
  const own = { offer: typed, name: typed };
  const lite = { offer: "lite", name: typed };
  const course = { offer: "course", name: typed };
  const who = { token: typed, email: typed, timeZone: typed };
  const way = { checkoutUrl: typed, asked: false };
  const link = { token: typed, mark: typed };
  const standing: pages.WayBack = {
    ...{ address: typed, locale: typed, paid: true, stopped: "by reader", pausedUntil: typed },
    ...{
      less: true,
      flows: [{ name: typed, flow: typed, may: "leave", stands: "next", date: typed }],
    },
  };
  const file: pages.PersonFile = {
    ...{ address: typed, at: 0, left: true },
    sections: [{ tab: "Contacts", what: "rows", rows: [{ email: typed, consent_at: 0 }] }],
  };
  return [
    pages.geoForm(site, all),
    pages.freeAuditForm(site, all),
    pages.formProblem(site, "geo", "address-malformed", all),
    pages.formProblem(site, "free_audit", "not-saved", all),
    pages.formProblem(site, "lite", "address-missing", all),
    pages.formProblem(site, typed, "not-saved", all),
    pages.formProblem(site, null, "too-large", all),
    pages.formUnknown(site),
    pages.thankYou(site, { ...thanks, form: "geo" }),
    pages.thankYou(site, { ...thanks, form: "free_audit" }),
    pages.thankYou(site, { ...thanks, form: "lite", terms: holding }),
    pages.thankYou(site, { ...thanks, form: typed }),
    pages.thankYou(site, { ...thanks, form: typed, asks: true }),
    pages.yesPage(site, "confirm", link),
    pages.yesPage(site, "stay", link),
    pages.yesSaid(site, "confirm", typed),
    pages.offerToBuy(site, lite, terms, way),
    pages.offerToBuy(site, own, { ...terms, after: "" }, { ...way, asked: true }),
    pages.offerToAsk(site, lite, holding, who),
    pages.offerForm(site, lite, holding, all),
    pages.offerForm(site, own, terms, all),
    pages.offerBought(site, course),
    pages.offerNotYet(site, course),
    pages.offerLinkProblem(site, typed),
    pages.stopPage(site, typed, typed),
    pages.stopped(site, link),
    pages.liteForm(site, all, holding),
    pages.liteForm(site, all, null),
    pages.wayBackPage(site, link, standing),
    pages.wayBackPage(site, link, { ...standing, stopped: "no", pausedUntil: "" }),
    pages.wishDone(site, link, "pause", { to: "", back: typed }),
    pages.wishDone(site, link, "address", { to: typed, back: typed }),
    pages.addressAgain(site, link, typed),
    pages.ownData(site, file),
    pages.ownDataAgain(site, link, typed),
    pages.eraseQuestion(site, link, typed),
    pages.eraseDone(site),
    pages.tokenProblem(site),
    pages.notFound(site),
    pages.offerGone(site),
    pages.notSaved(site),
    pages.notShown(site),
    pages.health(site, typed, typed),
  ];
}

describe("every page", () => {
  it("lets nothing a visitor sends become markup", () => {
    const plain = everyPage(en, "x");
    everyPage({ ...en, senderName: evil }, evil).forEach((page, index) => {
      expect(tags(page.html)).toEqual(tags(plain[index]?.html ?? ""));
    });
  });

  it("shows each naughty string as the text it is (BLNS)", () => {
    const plain = everyPage(zh, "x").map(({ html }) => tags(html));
    for (const text of naughtyStrings.filter((naughty) => naughty !== "")) {
      const shown = everyPage({ ...zh, senderName: text }, text).map(({ html }) => tags(html));
      expect(shown, text).toEqual(plain);
    }
  });

  it("speaks the asked language and says so", () => {
    for (const page of everyPage(zh, "x")) {
      expect(page.html).toContain('<html lang="zh">');
      expect(page.html).toContain('<main lang="zh">');
      expect(page.html).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const page of everyPage(en, "x")) {
      expect(page.html).toContain('<main lang="en">');
      expect(ownWords(page.html)).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("urges nobody: no countdown, no last chance, no exclamation (R111–R114)", () => {
    const urging =
      /!|last chance|hurry|only today|don.t miss|countdown|expires|limited|！|最后|抓紧|赶快|仅限|限时|错过|倒计时/i;
    for (const page of [...everyPage(en, "x"), ...everyPage(zh, "x")]) {
      expect(words(page.html)).not.toMatch(urging);
    }
  });

  it("is small: at most 30 kB", () => {
    for (const page of everyPage(en, "x".repeat(200))) {
      expect(Buffer.byteLength(page.html)).toBeLessThanOrEqual(30 * 1024);
    }
  });

  it("has one heading, and a label for every field a visitor fills in", () => {
    for (const page of everyPage(en, "x")) {
      expect(page.html.match(/<h1>/g)).toHaveLength(1);
      expect(page.html).toMatch(/<header[\s\S]*<main/);
      const fields = page.html.match(/<input(?! type="hidden")/g) ?? [];
      expect(page.html.match(/<label/g) ?? []).toHaveLength(fields.length);
    }
  });

  it("opens what it opens in a new tab, because Google's frame allows nothing else", () => {
    const outward = everyPage(en, "x").flatMap(
      (page) => page.html.match(/<(?:form|a) [^>]*>/g) ?? [],
    );
    expect(outward.length).toBeGreaterThan(5);
    for (const tag of outward) expect(tag).toContain('target="_blank"');
  });

  it("needs nothing from anywhere else", () => {
    for (const page of everyPage(en, "x")) {
      expect(page.html).not.toMatch(/<link|<img|src=|@import|url\(/);
    }
  });
});

const HIDDEN = ["form", "locale", "source", "timezone", "consent_version", "page"];
const GEO_FIELDS = [...HIDDEN, "email", "name", "consent", "leave_empty"];
const SITE_FIELDS = [...HIDDEN, "email", "name", "url", "consent", "leave_empty"];

describe("a form", () => {
  it.each([
    ["geo", pages.geoForm, GEO_FIELDS],
    ["free_audit", pages.freeAuditForm, SITE_FIELDS],
    [
      "lite",
      (site: pages.Site, values: pages.FormValues) =>
        pages.offerForm(site, { offer: "lite", name: "Lite" }, TERMS, values),
      SITE_FIELDS,
    ],
    [
      "lite",
      (site: pages.Site, values: pages.FormValues) => pages.liteForm(site, values, TERMS),
      SITE_FIELDS,
    ],
  ] as const)("%s posts its fields to the stored address", (name, form, fields) => {
    const { html } = form(en, {});
    expect(html).toContain(`<form method="post" action="${execUrl}"`);
    expect(html).toContain(`name="form" value="${name}"`);
    expect(fieldNames(html)).toEqual(fields);
  });

  it("never ticks the consent for the visitor", () => {
    expect(pages.geoForm(en, {}).html).toContain('name="consent" value="yes">');
  });

  it("carries where the visit came from", () => {
    const { html } = pages.geoForm(en, { source: "youtube", utm: { utm_campaign: "may" } });
    expect(html).toContain('name="source" value="youtube"');
    expect(html).toContain('name="utm_campaign" value="may"');
  });

  it("that came wrong is shown again with what was typed", () => {
    const typed = { email: "ada@", name: "Ada", url: "a.example", consent: true };
    const { html } = pages.formProblem(en, "free_audit", "address-malformed", typed);
    expect(html).toContain("<b>ada@</b>");
    expect(html).toContain('name="email" value="ada@"');
    expect(html).toContain('name="name" value="Ada"');
    expect(html).toContain('name="url" value="a.example"');
    expect(html).toContain('name="consent" value="yes" checked>');
    expect(html).toContain('role="alert"');
  });

  it("says that it is not connected while no address is stored", () => {
    const { html } = pages.geoForm({ ...en, execUrl: "" }, {});
    expect(html).not.toContain("<form");
    expect(html).toContain("not connected yet");
  });
});

describe("the thanks", () => {
  const what = {
    form: "geo",
    email: "a@b.example",
    downloadUrl: "",
    terms: null,
    asks: false,
  } as const;

  it("for the GEO form carry the download", () => {
    const { html } = pages.thankYou(en, { ...what, downloadUrl: "https://d.example/p?a=1&b=2" });
    expect(html).toContain('href="https://d.example/p?a=1&amp;b=2"');
  });

  it.each(["", "javascript:alert(1)"])("link nowhere when the download is %j", (downloadUrl) => {
    const { html } = pages.thankYou(en, { ...what, downloadUrl });
    expect(html).not.toContain("<a ");
    expect(html).toContain("Your form is saved");
  });

  it("for Lite say the price, for how long, and that the date comes by mail (R79)", () => {
    const { html } = pages.thankYou(en, { ...what, form: "lite", terms: TERMS });
    expect(words(html)).toContain("€49");
    expect(words(html)).toContain(
      "This price holds for 72 hours from your first request, counted once.",
    );
    expect(words(html)).toContain("After that it is €79.");
    expect(html).toContain("a@b.example");
    expect(html).not.toContain("<a ");
  });

  it.each(["geo", "free_audit", "lite", "newsletter"])(
    "for %s tell everybody that asking again counts once",
    (form) => {
      const thanks = pages.thankYou(en, { ...what, form });
      expect(thanks.html).toContain("Asked before? It counts once");
      expect(pages.thankYou(zh, { ...what, form }).html).toContain("只算一次");
    },
  );
});
