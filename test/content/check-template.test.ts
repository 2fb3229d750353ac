// A wrong row is named before anybody waits for its mail.
import { describe, expect, it } from "vitest";
import { checkTemplate, KNOWN_VALUES } from "../../src/content/check-template";
import { geoTemplates } from "../../src/flows/templates/geo";
import { blankRow } from "../memory/memory-store";

function check(change: { subject?: string; body?: string; locale?: string; why_now?: string }) {
  const named = { row: "t.en", template: "t", locale: "en" };
  const row = { ...blankRow("Templates"), ...named, why_now: "W", cost_of_not: "C" };
  return checkTemplate({ ...row, subject: "S", body: "B", ...change });
}

describe("the check of a template", () => {
  it.each(geoTemplates.map((row) => [row.row, row] as const))("finds %s fit", (_name, row) => {
    expect(checkTemplate(row)).toBeNull();
  });

  it.each([
    [{ subject: "" }, "Templates t.en, subject: The subject is empty. Write one."],
    [{ body: " \n " }, "Templates t.en, body: The body is empty. Write one."],
    [{ locale: "english!" }, 'Templates t.en, locale: "english!" is not a language.'],
    [{ subject: "{{ nmae }}" }, "Templates t.en, subject: {{ nmae }} is not a known value."],
    [
      { body: "{% if contact.age %}x{% endif %}" },
      "Templates t.en, body: {{ contact.age }} is not",
    ],
    [{ body: "{{ name" }, "Templates t.en, body: The template cannot be read in line 1"],
    [{ body: "[x]()" }, "Templates t.en, body: A link has no target."],
    [
      { body: "{{ why_now }}", why_now: " " },
      "Templates t.en, body: The value {{ why_now }} is not there.",
    ],
    [{ body: "{{ links }}" }, "Templates t.en, body: {{ links }} is not a known value."],
  ])("names what is wrong in %j", (change, words) => {
    expect(check(change)?.en).toContain(words);
    expect(check(change)?.zh).toMatch(/^Templates t\.en, \w+：.*[\u4e00-\u9fff]/);
  });

  it("lets every known value stand without a fallback", () => {
    expect(check({ body: KNOWN_VALUES.map((name) => `{{ ${name} }}`).join("\n") })).toBeNull();
  });

  it("names what tells of the reader where there is more of it than the owner wants", () => {
    const row = { ...blankRow("Templates"), row: "t.en", template: "t", locale: "en" };
    const words = {
      ...row,
      subject: "{{ name }}, a look",
      body: "{{ name }} {{ contact.website }}",
    };
    expect(checkTemplate(words, 2)).toBeNull();
    expect(checkTemplate(words, 1)?.en).toBe(
      "Templates t.en, body: It uses 2 details of the reader (name, contact.website), Settings personal_max allows 1. Take some out.",
    );
    expect(checkTemplate({ ...words, subject: "S", body: "{{ sender.name }}" }, 0)).toBeNull();
  });

  it("lets a template make a value of its own", () => {
    expect(check({ body: '{% assign who = name | default: "there" %}Hi {{ who }}' })).toBeNull();
  });
});
