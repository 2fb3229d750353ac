// How a mail looks: readable by day and by night, and the same words in both.
import { describe, expect, it } from "vitest";
import { frameMail } from "../../src/content/mail-frame";
import { DARK, LIGHT } from "../../src/content/mail-style";
import { asSeen } from "../../src/content/preview";
import { renderTemplate } from "../../src/content/render";

const BODY = "Hi,\n\n[The step](https://a.test/x)\n\nSee [more](https://a.test/y).\n\n- one\n- two";
const FRAME = {
  locale: "en",
  senderName: "Ling",
  postalAddress: "1 Lane, Town",
  signature: { en: "", zh: "" },
  stopUrl: "https://a.test/stop",
  backUrl: "https://a.test/back",
  unsure: false,
  privacyUrl: "https://a.test/exec?p=privacy&l=en",
  tokenLine: "ref 1",
};

function mailOf(body: string): string {
  const rendered = renderTemplate({ subject: "S", body }, {});
  if (!rendered.ok) throw new Error(rendered.detail);
  return frameMail(rendered, FRAME).html;
}

/** Of WCAG 2: how much two colours differ in lightness. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each([
  ["by day", LIGHT],
  ["by night", DARK],
])("a mail %s", (_when, look) => {
  it.each([
    ["text", look.ink, look.paper],
    ["what is said quietly", look.quiet, look.paper],
    ["a link", look.link, look.paper],
    ["the step", look.onStep, look.step],
  ])("shows %s at a contrast of 4.5 or more", (_what, ink, paper) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the HTML of a mail", () => {
  const html = mailOf(BODY);

  it("holds no colour that was not measured", () => {
    const known = new Set([...Object.values(LIGHT), ...Object.values(DARK)]);
    const used = html.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(used.filter((colour) => !known.has(colour))).toEqual([]);
    expect(used.length).toBeGreaterThan(10);
  });

  it("names its ink together with its paper, so that no program mixes ours with its own", () => {
    const page = /<div style="([^"]*)" class="d-page">/.exec(html)?.[1] ?? "";
    expect(page).toContain(`background:${LIGHT.paper}`);
    expect(page).toContain(`color:${LIGHT.ink}`);
  });

  it("gives every coloured element a class that the dark look knows", () => {
    const dark = /<style>(.*)<\/style>/.exec(html)?.[1] ?? "";
    const coloured = [...html.matchAll(/style="[^"]*color:#[^"]*"( class="([\w-]+)")?/g)];
    expect(coloured.length).toBeGreaterThanOrEqual(6);
    for (const [whole, , name] of coloured) {
      expect(`${whole} ${dark.includes(`.${name}{`)}`).toMatch(/true$/);
    }
  });
});

describe("a preview", () => {
  const html = mailOf(BODY);

  it("is dark or light whatever the screen prefers", () => {
    expect(asSeen(html, "dark")).toContain("@media all{.d-page");
    expect(asSeen(html, "light")).toContain("@media not all{.d-page");
    for (const scheme of ["light", "dark"] as const) {
      expect(asSeen(html, scheme)).not.toContain("prefers-color-scheme");
      expect(asSeen(html, scheme)).toContain(`content="only ${scheme}"`);
    }
  });

  it("leaves the words of the mail as they are", () => {
    const said = '@media (prefers-color-scheme:dark) content="light dark" <head>';
    const seen = asSeen(mailOf(said), "dark");
    expect(seen).toContain(
      "@media (prefers-color-scheme:dark) content=&quot;light dark&quot; &lt;head&gt;",
    );
  });
});
