// The end of every mail, and the shipped words inside it.
import { describe, expect, it } from "vitest";
import { frameMail } from "../../src/content/mail-frame";
import { renderTemplate } from "../../src/content/render";
import { geoTemplates } from "../../src/flows/templates/geo";
import { findToken, sendToken, tokenLine } from "../../src/model/send-token";

const mail = { ok: true, subject: "S", text: "Body", html: "<p>Body</p>" } as const;
const token = sendToken("q1:geo_1", () => "0123456789abcdef0123456789");
const frame = {
  locale: "en",
  senderName: "Mara <Lin>",
  postalAddress: "1 High Street\nTown",
  stopUrl: "https://script.google.com/x/exec?p=stop&t=a.b",
  tokenLine: tokenLine(token),
};

describe("the end of a mail", () => {
  it("says who writes, why, from where and how to stop, in both parts", () => {
    const { text, html } = frameMail(mail, frame);
    expect(text).toContain("because you left your address with Mara <Lin>.");
    expect(text).toContain("Mara <Lin> · 1 High Street Town");
    expect(text).toContain(`Stop these mails: ${frame.stopUrl}\n`);
    expect(text).toContain("reply STOP");
    expect(html).toContain("Mara &lt;Lin&gt; · 1 High Street Town");
    expect(html).toContain('href="https://script.google.com/x/exec?p=stop&amp;t=a.b"');
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
    expect(html).toContain('<html lang="zh">');
  });

  it("leaves a reply as the way out while there is no link", () => {
    const { text, html } = frameMail(mail, { ...frame, stopUrl: null });
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
  const values = { links: { download: "https://d.example/p" } };

  it.each(geoTemplates.map((row) => [row.row, row] as const))(
    "of %s read well without any name and hold one link",
    (_name, row) => {
      const rendered = renderTemplate(row, values);
      if (!rendered.ok) throw new Error(rendered.detail);
      expect(rendered.text).toMatch(/^(?:Hi there,|你好，)/);
      expect(rendered.html.match(/<a /g)).toHaveLength(1);
      expect(rendered.text).not.toMatch(/\n\n\n|\n$/);
    },
  );

  it.each(geoTemplates.map((row) => [row.row, row] as const))(
    "of %s say why now, what leaving it costs, and leave the way back open, without urging",
    (_name, row) => {
      expect(row.body).toMatch(/reasonable|合理/);
      expect(row.body).toMatch(/cost|代价/);
      expect(row.body).toMatch(/come back|回来/);
      expect(row.subject + row.body).not.toMatch(
        /[!！]|just checking in|hurry|last chance|赶紧|最后机会/i,
      );
    },
  );
});
