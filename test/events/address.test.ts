import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailAddress, nameKey, normalAddress, readMailbox } from "../../src/events/address";
import { asciiDomain } from "../../src/events/punycode";

const label = (letters: number) => "d".repeat(letters);
const domain = `${label(61)}.${label(61)}.${label(60)}.org`;

describe("one mailbox", () => {
  it.each([
    ["ada@example.org", "ada@example.org"],
    ["  Ada@Example.ORG\n", "ada@example.org"],
    ["ada+geo@example.org", "ada+geo@example.org"],
    ["a.b-c_d@sub.example.co.uk", "a.b-c_d@sub.example.co.uk"],
    ["o'brien@example.org", "o'brien@example.org"],
    ["1@example.org", "1@example.org"],
    ["ada@xn--mnchen-3ya.de", "ada@xn--mnchen-3ya.de"],
    ["ada@münchen.de", "ada@xn--mnchen-3ya.de"],
    ["ada@MÜNCHEN.de", "ada@xn--mnchen-3ya.de"],
    ["ada@mu\u0308nchen.de", "ada@xn--mnchen-3ya.de"],
    ["ada@例子.中国", "ada@xn--fsqu00a.xn--fiqs8s"],
    ["用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v"],
    ["ädä@example.org", "ädä@example.org"],
    ["𠮷野@example.jp", "𠮷野@example.jp"],
    [`${"é".repeat(32)}@example.org`, `${"é".repeat(32)}@example.org`],
    ["Ada <ada@example.org>", "ada@example.org"],
    ['"Lin, Mei" <mei@example.org>', "mei@example.org"],
    ["林美 <MEI@example.org>,", "mei@example.org"],
    ["ada@example.org <ada@example.org>", "ada@example.org"],
    ["<ada@example.org>", "ada@example.org"],
    ["mailto:ada@example.org", "ada@example.org"],
    ["MailTo:ada@example.org?subject=Hi", "ada@example.org"],
    ["<mailto:ada@example.org>", "ada@example.org"],
    ["ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ada@example.org"],
    ["ada＠example。org", "ada@example.org"],
    ["ada@example.org，", "ada@example.org"],
    ["ada@example.org；", "ada@example.org"],
    ["ada@example.org。", "ada@example.org"],
    ["ada@example.org.", "ada@example.org"],
    ["ada@example.org,", "ada@example.org"],
    ["\uFEFFada@exam\u200bple.org\u200b", "ada@example.org"],
    ["\u3000ada@example.org\u3000", "ada@example.org"],
    [`${"l".repeat(64)}@example.org`, `${"l".repeat(64)}@example.org`],
    [`${"l".repeat(64)}@${domain}`, `${"l".repeat(64)}@${domain}`],
  ])("%j is known as %s", (typed, known) => {
    expect(known.length).toBeLessThanOrEqual(254);
    expect(normalAddress(typed)).toBe(known);
  });

  it.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["no @", "ada.example.org"],
    ["two @", "ada@b@example.org"],
    ["no local part", "@example.org"],
    ["no domain", "ada@"],
    ["no top level", "ada@localhost"],
    ["two recipients by comma", "ada@example.org,ben@example.org"],
    ["two recipients by semicolon", "ada@example.org; ben@example.org"],
    ["two recipients by a blank", "ada@example.org ben@example.org"],
    ["two recipients by a line break", "ada@example.org\nben@example.org"],
    ["a header", "ada@example.org\r\nBcc: ben@example.org"],
    ["a header, percent-decoded twice", "ada@example.org%0ABcc:ben@example.org"],
    ["two recipients with names", "Ada <ada@example.org>, Ben <ben@example.org>"],
    ["a recipient and a name", "ada@example.org, Ben <ben@example.org>"],
    ["a header before a name", "Bcc: x\r\nTo: <ada@example.org>"],
    ["two recipients by a Chinese comma", "ada@example.org、ben@example.org"],
    ["angle brackets with nothing", "Ada <>"],
    ["a mark without a letter", "\u0308ada@example.org"],
    ["a domain of pictures", "ada@🐉.org"],
    ["33 letters of two octets", `${"é".repeat(33)}@example.org`],
    ["a comment", "ada(home)@example.org"],
    ["a quoted local part", '"ada b"@example.org'],
    ["quotes", '"ada"@example.org'],
    ["a route", "@a.test:ada@example.org"],
    ["a dot in front", ".ada@example.org"],
    ["a dot before @", "ada.@example.org"],
    ["two dots", "ada..b@example.org"],
    ["two dots in the domain", "ada@example..org"],
    ["a hyphen in front of the domain", "ada@-example.org"],
    ["a blank inside", "ada @example.org"],
    ["a tab inside", "ada@exa\tmple.org"],
    ["a no-break space inside", "ada@exa\u00a0mple.org"],
    ["a NUL", "ada\u0000@example.org"],
    ["an address literal", "ada@[127.0.0.1]"],
    ["a number for a domain", "ada@127.0.0.1"],
    ["a backslash", "ada\\@example.org"],
    ["an emoji", "🐉@example.org"],
    ["a right-to-left override", "ada\u202e@example.org"],
    ["a formula", '=IMPORTXML("https://evil.test","//a")'],
    ["a local part of 65", `${"l".repeat(65)}@example.org`],
    ["255 characters", `${"l".repeat(65)}@${domain}`],
    ["a long one that ends well", `ada@${"d".repeat(300)}.org`],
  ])("is not %s", (_, typed) => {
    expect(normalAddress(typed)).toBeNull();
  });

  it.each([
    ["missing", " ， "],
    ["several", "ada@example.org; ben@example.org"],
    ["several", "Ada <ada@example.org>, Ben <ben@example.org>"],
    ["quoted", '"ada b"@example.org'],
    ["literal", "ada@[127.0.0.1]"],
    ["long", `${"l".repeat(65)}@example.org`],
    ["long", `ada@${"d".repeat(2_000)}.org`],
    ["malformed", "ada.example.org"],
  ])("says what is wrong: %s, of %j", (fault, typed) => {
    expect(readMailbox(typed)).toBe(fault);
  });

  it.each([
    ["Ada@MÜNCHEN.de", "ada@münchen.de"],
    ["ada@xn--mnchen-3ya.de", "ada@xn--mnchen-3ya.de"],
    ["用户@例子。广告", "用户@例子.广告"],
  ])("%j is kept as %s", (typed, kept) => {
    expect(mailAddress(typed)).toBe(kept);
  });

  it("does not merge what may be two mailboxes", () => {
    const all = ["ada@gmail.com", "a.da@gmail.com", "ada+1@gmail.com", "ada@googlemail.com"];
    expect(new Set(all.map(normalAddress)).size).toBe(4);
  });

  it("calls a person the same by every writing, and leaves ids alone", () => {
    expect(nameKey(" Ada@MÜNCHEN.de")).toBe(nameKey("ada@XN--mnchen-3ya.de"));
    expect(nameKey("c_12Ab")).toBe("c_12ab");
    expect(nameKey("谁")).toBe("谁");
  });
});

describe("any text", () => {
  it("is read to a mailbox that reads to itself, or to none", () => {
    const piece = fc.constantFrom(..."ada@ex.org<>,;\"' \u200b\uFEFFü用＠。，mailto:");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readMailbox(typed);
        if (typeof read === "string") return;
        expect(readMailbox(read.address)).toEqual(read);
        expect(normalAddress(read.key)).toBe(read.key);
        expect(read.key).toMatch(/^[^\s@,;:<>()[\]\\"]+@[a-z0-9.-]+$/);
      }),
      { numRuns: 150 },
    );
  });

  it("reads the same with a name around it, wide letters and a full stop", () => {
    const local = fc.stringMatching(/^[a-z0-9][a-z0-9+_-]{0,9}$/);
    fc.assert(
      fc.property(local, (name) => {
        const wide = Array.from(`${name}@example.org`, (sign) =>
          String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
        ).join("");
        expect(normalAddress(`林美 <mailto:${wide}>。`)).toBe(`${name}@example.org`);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a domain as the net spells it", () => {
  it("is what an independent implementation says, for labels of many scripts", () => {
    const scripts = ["a", "z", "0", "é", "ö", "ж", "я", "α", "中", "国", "한", "ก", "ا", "あ", "-"];
    const label = fc.array(fc.constantFrom(...scripts), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (signs) => {
        const domain = `${signs.join("")}.org`;
        const known = domainToASCII(domain);
        if (known !== "") expect(asciiDomain(domain)).toBe(known);
      }),
      { numRuns: 500 },
    );
  });
});
