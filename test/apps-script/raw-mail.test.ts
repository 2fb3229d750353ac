// A whole mail, as a reader of MIME that is none of ours understands it.
import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { composeMail, type RawMail } from "../../src/apps-script/raw-mail";

const MAIL: RawMail = {
  from: "owner@shop.test",
  fromName: "Ling",
  to: "ada@example.org",
  replyTo: "ling@shop.test",
  subject: "Your pack",
  text: "Hello\n\nref 1",
  html: "<p>Hello</p>",
  leaveUrl: "https://shop.test/exec?p=stop&t=c_1.2.3",
  leaveAddress: "owner@shop.test",
};
const whole = (parts: Partial<RawMail>) => composeMail({ ...MAIL, ...parts });
const read = (parts: Partial<RawMail>) => PostalMime.parse(whole(parts));
const headerOf = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n .*)*)`, "m").exec(raw)?.[1]?.replace(/\r\n/g, "");

describe("a whole mail", () => {
  it("says how to leave the list, by web and by mail (RFC 8058, 2369, 2919, 3834)", () => {
    const raw = whole({});
    expect(headerOf(raw, "List-Unsubscribe")).toBe(
      "<https://shop.test/exec?p=stop&t=c_1.2.3>, <mailto:owner@shop.test?subject=unsubscribe>",
    );
    expect(headerOf(raw, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(headerOf(raw, "List-Id")).toBe("<owner.shop.test>");
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-generated");
  });

  it("names no mailbox for leaving where nobody reads it", () => {
    expect(headerOf(whole({ leaveAddress: "" }), "List-Unsubscribe")).not.toContain("mailto");
  });

  it.each([
    ["plain words", 'Ling "the" Lo\\tus, Ltd.'],
    ["Chinese", "凌的网站体检报告已经准备好了，请查收附件内容并在三天之内回复我们".repeat(3)],
    ["something like an encoded word", "=?UTF-8?Q?x?= and ?="],
    ["half a pictograph", "half \ud83d of one"],
  ])("carries %s in names and subjects", async (_what, words) => {
    const mail = await read({ subject: words, fromName: words });
    const seen = words.replace("\ud83d", "\ufffd");
    expect(mail.subject).toBe(seen);
    expect(mail.from).toEqual({ name: seen, address: "owner@shop.test" });
  });

  it("carries whatever text there is, in lines that every server lets through", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("=", " \n", "\t", "--=_parts_=", ".", "\r\n", "From ", "你", "é".repeat(90)),
      fc.string({ maxLength: 40 }).map((text) => text.repeat(40)),
    );
    const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(words, words, async (text, html) => {
        const raw = whole({ text, html });
        expect(raw).toMatch(/^(?:[\t -~]{0,76}\r\n)+$/);
        const mail = await PostalMime.parse(raw);
        const lines = (given: string) => given.replace(/\r\n?/g, "\n").trimEnd();
        expect(lines(mail.text ?? "")).toBe(lines(text));
        expect(lines(mail.html ?? "")).toBe(lines(html));
      }),
      { numRuns: 60 },
    );
  });
});
