import { describe, expect, it } from "vitest";
import { normalAddress } from "../../src/events/address";

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
    ["ada@münchen.de", "ada@münchen.de"],
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
    ["a display name", "Ada <ada@example.org>"],
    ["angle brackets", "<ada@example.org>"],
    ["a comment", "ada(home)@example.org"],
    ["a quoted local part", '"ada b"@example.org'],
    ["quotes", '"ada"@example.org'],
    ["mailto", "mailto:ada@example.org"],
    ["a route", "@a.test:ada@example.org"],
    ["a dot in front", ".ada@example.org"],
    ["a dot before @", "ada.@example.org"],
    ["two dots", "ada..b@example.org"],
    ["a dot at the end", "ada@example.org."],
    ["two dots in the domain", "ada@example..org"],
    ["a hyphen in front of the domain", "ada@-example.org"],
    ["a blank inside", "ada @example.org"],
    ["a tab inside", "ada@exa\tmple.org"],
    ["a no-break space inside", "ada@exa\u00a0mple.org"],
    ["a zero-width space inside", "ada@exam\u200bple.org"],
    ["a NUL", "ada\u0000@example.org"],
    ["an address literal", "ada@[127.0.0.1]"],
    ["a number for a domain", "ada@127.0.0.1"],
    ["a backslash", "ada\\@example.org"],
    ["an emoji", "🐉@example.org"],
    ["letters with accents before @", "ädä@example.org"],
    ["full-width letters", "ａda@example.org"],
    ["a right-to-left override", "ada\u202e@example.org"],
    ["a formula", '=IMPORTXML("https://evil.test","//a")'],
    ["a local part of 65", `${"l".repeat(65)}@example.org`],
    ["255 characters", `${"l".repeat(65)}@${domain}`],
    ["a long one that ends well", `ada@${"d".repeat(300)}.org`],
  ])("is not %s", (_, typed) => {
    expect(normalAddress(typed)).toBeNull();
  });
});
