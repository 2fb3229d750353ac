// Every page: its words, its form, and that nothing a visitor sends becomes markup.
import { describe, expect, it } from "vitest";
import * as pages from "../../src/pages/index";

const execUrl = "https://script.google.com/macros/s/AKx/exec";
const en: pages.Site = { language: "en", senderName: "Mara Lin", execUrl };
const zh: pages.Site = { ...en, language: "zh" };
const evil = `"><script>alert(1)</script><img src=x onerror='y'>`;

/** Every page, each value of a stranger's being `typed`. */
function everyPage(site: pages.Site, typed: string): readonly pages.Page[] {
  const values = { email: typed, name: typed, url: typed, source: typed, timezone: typed };
  const all = { ...values, utm: { utm_source: typed, [`utm_${typed}`]: typed } };
  const thanks = { repeated: true, email: typed, downloadUrl: "https://d.example/p" };
  return [
    pages.geoForm(site, all),
    pages.freeAuditForm(site, all),
    pages.formProblem(site, "geo", "address-malformed", all),
    pages.formProblem(site, "free_audit", "not-saved", all),
    pages.thankYou(site, { ...thanks, form: "geo" }),
    pages.thankYou(site, { ...thanks, form: "free_audit" }),
    pages.stopPage(site, typed),
    pages.stopped(site),
    pages.tokenProblem(site),
    pages.notFound(site),
    pages.notSaved(site),
    pages.health(site, typed),
  ];
}

describe("every page", () => {
  it("lets nothing a visitor sends become markup", () => {
    const plain = everyPage(en, "x");
    everyPage({ ...en, senderName: evil }, evil).forEach((page, index) => {
      expect(tags(page.html)).toEqual(tags(plain[index]?.html ?? ""));
    });
  });

  it("speaks the asked language and says so", () => {
    for (const page of everyPage(zh, "x")) {
      expect(page.html).toContain('<main lang="zh">');
      expect(page.title).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const page of everyPage(en, "x")) expect(page.html).not.toMatch(/[\u4e00-\u9fff]/);
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

describe("a form", () => {
  it.each([
    ["geo", pages.geoForm, ["form", "locale", "source", "timezone", "email", "name", "consent"]],
    [
      "free_audit",
      pages.freeAuditForm,
      ["form", "locale", "source", "timezone", "email", "name", "url", "consent"],
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
  const what = { form: "geo", repeated: false, email: "a@b.example" } as const;

  it("for the GEO form carry the download", () => {
    const { html } = pages.thankYou(en, { ...what, downloadUrl: "https://d.example/p?a=1&b=2" });
    expect(html).toContain('href="https://d.example/p?a=1&amp;b=2"');
  });

  it.each(["", "javascript:alert(1)"])("link nowhere when the download is %j", (downloadUrl) => {
    const { html } = pages.thankYou(en, { ...what, downloadUrl });
    expect(html).not.toContain("<a ");
    expect(html).toContain("Your form is saved");
  });

  it("say when this very form came before", () => {
    const repeated = pages.thankYou(en, { ...what, repeated: true, downloadUrl: "" });
    expect(repeated.html).toContain("had arrived before");
  });
});

describe("the way out", () => {
  it("is one button that posts the token", () => {
    const { html } = pages.stopPage(en, "c_1.2.3");
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain('name="p" value="stop"');
    expect(html).toContain('name="t" value="c_1.2.3"');
    expect(html).toContain(`method="post" action="${execUrl}"`);
  });
});

function tags(html: string): readonly string[] {
  return (html.match(/<\/?[a-z0-9]+/gi) ?? []).filter((tag) => tag !== "<input").sort();
}

function fieldNames(html: string): readonly string[] {
  return [...html.matchAll(/<input[^>]* name="([^"]*)"/g)].map((match) => match[1] ?? "");
}
