// A mail read once more before it goes: what its writer may want to look at (R18, R111, R112, R189).
import { describe, expect, it } from "vitest";
import type { TemplateRow } from "../../sheets-schema/index";
import { KNOWN_VALUES, SAMPLE } from "../../src/content/check-template";
import { mailHints } from "../../src/content/mail-hints";
import { renderTemplate } from "../../src/content/render";
import { shippedTemplates } from "../../src/flows/templates/index";
import { MAIL_VALUES } from "../../src/words/mail-values";

const ROW: TemplateRow = {
  row: "t.en",
  template: "t",
  locale: "en",
  subject: "A subject",
  body: "{{ why_now }}\n\n{{ cost_of_not }}\n\n[Go]({{ links.download }})",
  why_now: "Because it can be seen today.",
  cost_of_not: "Later work rests on it.",
  move: "structure",
  doubt: "fit",
  check: "",
};

function hintsOf(row: TemplateRow, language: "en" | "zh" = "en"): readonly string[] {
  const { why_now, cost_of_not } = row;
  const mail = renderTemplate(row, { ...SAMPLE, why_now, cost_of_not });
  if (!mail.ok) throw new Error(mail.detail);
  return mailHints(row, mail, language);
}

describe("a second look", () => {
  it.each(shippedTemplates.map((row) => [row.row, row] as const))(
    "finds nothing in %s",
    (_, row) => {
      expect(hintsOf(row)).toEqual([]);
    },
  );

  it.each<[string, Partial<TemplateRow>, string]>([
    ["urging", { subject: "Hurry, last chance" }, "It urges its reader: Hurry, last chance."],
    ["a long subject", { subject: "x".repeat(61) }, "61 characters; a phone shows about 60."],
    [
      "a long subject in Chinese",
      { locale: "zh", subject: "字".repeat(25) },
      "25 characters; a phone shows about 24.",
    ],
    ["a placeholder", { why_now: "See https://example.com" }, "“example.com” is a placeholder"],
    ["no step", { body: "{{ why_now }} {{ cost_of_not }}" }, "there is no button"],
    ["two steps", { body: `${ROW.body}\n\n[And](https://a.test)` }, "2 buttons"],
    ["no reason", { body: "{{ cost_of_not }}\n\n[Go](https://a.test)" }, "“Why now” is empty or"],
    ["no cost", { body: "{{ why_now }}\n\n[Go](https://a.test)" }, "“What leaving it costs” is"],
    ["no move", { move: "" }, "Say which of the three moves it makes."],
    ["no doubt", { doubt: "" }, "Say which doubt it answers."],
    [
      "too much",
      { body: `${ROW.body}\n\n${"word ".repeat(19_000)}` },
      "kB; Gmail cuts it off at about 100.",
    ],
  ])("notes %s", (_what, change, hint) => {
    const row = { ...ROW, ...change };
    expect(hintsOf(row)).toEqual([expect.stringContaining(hint)]);
    expect(hintsOf(row, "zh")).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/)]);
  });
});

describe("the values one can write", () => {
  it("are each explained in both languages, and no other is", () => {
    expect(Object.keys(MAIL_VALUES).sort()).toEqual([...KNOWN_VALUES].sort());
  });
});
