// The end of every mail, and the shipped words inside it.
import { describe, expect, it } from "vitest";
import { frameMail } from "../../src/content/mail-frame";
import { renderTemplate } from "../../src/content/render";
import { shippedTemplates } from "../../src/flows/templates/index";
import { findToken, sendToken, tokenLine } from "../../src/model/send-token";

const mail = { ok: true, subject: "S", text: "Body", html: "<p>Body</p>" } as const;
const token = sendToken("q1:geo_1", () => "0123456789abcdef0123456789");
const frame = {
  locale: "en",
  senderName: "Mara <Lin>",
  postalAddress: "1 High Street\nTown",
  signature: { en: "", zh: "" },
  stopUrl: "https://script.google.com/x/exec?p=stop&t=a.b",
  backUrl: "https://script.google.com/x/exec?p=back&t=a.c",
  unsure: false,
  privacyUrl: "https://a.test/exec?p=privacy&l=en",
  tokenLine: tokenLine(token),
};

const NAMED = [
  "download",
  "delivery",
  "offer",
  "lite",
  "course",
  "checkout",
  "result",
  "stop",
  "confirm",
  "stay",
];
const LINKS = Object.fromEntries(NAMED.map((name) => [name, `https://d.example/${name}`]));
const VALUES = {
  email: "ada@example.org",
  offer: { price: "€49" },
  links: LINKS,
  topic: "Tea",
};

describe("the end of a mail", () => {
  it("ends the words with the owner's own lines in the mail's language, and with none where none are", () => {
    const signature = { en: "Mara <b>\n\n Founder \n", zh: "" };
    const { text, html } = frameMail(mail, { ...frame, signature });
    expect(text).toMatch(/^Body\nMara <b>\nFounder\n\n-- \n/);
    expect(html).toContain("Mara &lt;b&gt;<br>Founder</p>");
    const chinese = frameMail(mail, { ...frame, signature, locale: "zh" });
    expect(chinese.text).toMatch(/^Body\n\n-- \n/);
    expect(chinese.html).not.toContain("Founder");
  });

  it("says who writes, why, from where and how to stop, in both parts", () => {
    const { text, html } = frameMail(mail, frame);
    expect(text).toContain("because you left your address with Mara <Lin>.");
    expect(text).toContain("Mara <Lin> · 1 High Street Town");
    expect(text).toContain(`Stop these mails: ${frame.stopUrl}\n`);
    expect(text).toContain("reply STOP");
    expect(text).toContain(`another address or language: ${frame.backUrl}\n`);
    expect(html).toContain("Mara &lt;Lin&gt; · 1 High Street Town");
    expect(html).toContain('href="https://script.google.com/x/exec?p=stop&amp;t=a.b"');
    expect(html).toContain('href="https://script.google.com/x/exec?p=back&amp;t=a.c"');
    expect(html).not.toContain("<Lin>");
  });

  it("carries the send token in both parts", () => {
    const { text, html } = frameMail(mail, frame);
    expect(findToken(text)).toBe(token);
    expect(html).toContain(tokenLine(token));
  });

  it.each(["zh", "zh-TW", "zh_CN"])("speaks Chinese to %s", (locale) => {
    const { text, html } = frameMail(mail, { ...frame, locale });
    expect(text).toContain("退订: https://");
    expect(text).toContain("回复“退订”");
    expect(text).toContain("暂停、少收、换邮箱或语言: https://");
    expect(html).toContain('<html lang="zh">');
  });

  it("leaves a reply as the way out while there is no link", () => {
    const { text, html } = frameMail(mail, {
      ...frame,
      ...{ stopUrl: null, backUrl: null, privacyUrl: null },
    });
    expect(text).toContain("To stop these mails, reply STOP.");
    expect(text + html).not.toContain("https://");
  });

  it("reads well without a name or an address", () => {
    const { text } = frameMail(mail, { ...frame, senderName: "", postalAddress: "" });
    expect(text).toContain("left your address with us.");
    expect(text).not.toMatch(/ · |\n\n\n/);
  });
});

describe("the shipped words", () => {
  // What they say is looked at where they are written; here, that they stand well in the frame.
  it.each(shippedTemplates.map((row) => [row.row, row] as const))(
    "of %s greet whoever gave no name, and end before the frame begins",
    (_name, row) => {
      const { why_now, cost_of_not } = row;
      const rendered = renderTemplate(row, { ...VALUES, why_now, cost_of_not });
      if (!rendered.ok) throw new Error(rendered.detail);
      const { text } = frameMail(rendered, { ...frame, locale: row.locale });
      expect(text).toMatch(/^(?:Hi there,|你好，)/);
      expect(text.split("\n-- \n")).toHaveLength(2);
      expect(text).not.toMatch(/\n\n\n/);
    },
  );
});
