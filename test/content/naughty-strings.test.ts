// A well-known list of strings that break programs, as a value of every mail and every page.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { frameMail } from "../../src/content/mail-frame";
import { renderTemplate } from "../../src/content/render";
import { cleanLine } from "../../src/model/one-line";
import * as pages from "../../src/pages/index";

const file = path.join(import.meta.dirname, "../data/blns/blns.json");
const naughty = JSON.parse(readFileSync(file, "utf8")) as readonly string[];
const template = {
  subject: "For {{ name | default: 'you' }}",
  body: "Hi {{ name | default: 'you' }}, [go](https://a.example/?q={{ name | default: 'you' }})",
};
const site = {
  ...({ language: "en", senderName: "" } as const),
  ...{ execUrl: "https://a.example/exec", otherLanguageUrl: "" },
};

describe("each of the naughty strings", () => {
  it("is a value of the mail, letter by letter, and nothing else", () => {
    for (const name of naughty) {
      const mail = renderTemplate(template, { name });
      if (!mail.ok) throw new Error(`${JSON.stringify(name)}: ${mail.detail}`);
      const shown = cleanLine(name) === "" ? "you" : cleanLine(name);
      expect(mail.text).toContain(`Hi ${shown}, go: https://a.example/?q=`);
      expect(mail.html.match(/<[a-z/]+/g)).toEqual(["<p", "<a", "</a", "</p"]);
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\p{Surrogate}]/u);
    }
  });

  it("is a sender's name and address without becoming markup", () => {
    const mail = renderTemplate(template, {});
    if (!mail.ok) throw new Error(mail.detail);
    const ends = {
      locale: "en",
      stopUrl: null,
      backUrl: null,
      unsure: false,
      privacyUrl: null,
      tokenLine: "ref 0",
    };
    const frame = { ...ends, signature: { en: "z", zh: "" } };
    const tags = (html: string) => html.match(/<[a-z/!]+/gi);
    const plain = tags(frameMail(mail, { ...frame, senderName: "x", postalAddress: "y" }).html);
    for (const value of naughty) {
      const signature = { en: `z ${value.replace(/\r?\n/g, " ")}`, zh: "" };
      const given = { senderName: value, postalAddress: value, signature };
      const framed = frameMail(mail, { ...frame, ...given });
      expect(tags(framed.html)).toEqual(plain);
    }
  });

  it("comes back in a form's field as it was typed", () => {
    for (const typed of naughty) {
      const values = { email: typed, name: typed, url: typed };
      const { html } = pages.formProblem(site, "free_audit", "address-malformed", values);
      const fields = [...html.matchAll(/name="(?:email|name|url)" value="([^"]*)"/g)];
      expect(fields.map(([, value]) => asRead(value ?? ""))).toEqual([typed, typed, typed]);
    }
  });
});

function asRead(html: string): string {
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
