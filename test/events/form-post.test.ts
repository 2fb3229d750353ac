import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formKeyText, formPayload, jsonParameters, readFormPost } from "../../src/events/form-post";
import { consentFrom } from "../../src/model/consent";
import { HOUR_MS } from "../../src/model/time";

const PROOF = consentFrom({ version: "", page: "" }, "en");

const FORMS = ["geo", "free_audit"];
type Given = Readonly<Record<string, string>>;
const read = (given: Given) =>
  readFormPost({ form: "geo", email: "ada@example.org", ...given }, FORMS);
const notesOf = (given: Given) => read(given).notes.join("; ");

describe("a posted form", () => {
  it("is read field by field (issue 5: parameters)", () => {
    const { submission, problem, notes } = read({
      name: " Ada ",
      consent: "yes",
      timezone: "Europe/Berlin",
      locale: "zh_CN",
      source: "talk",
      utm_source: "ads",
      utm_campaign: "spring",
      url: "https://ada.test",
      phone: "+49 1",
    });
    expect(problem).toBeNull();
    expect(notes).toEqual([]);
    expect(submission).toEqual({
      form: "geo",
      email: "ada@example.org",
      name: "Ada",
      consent: true,
      timeZone: "Europe/Berlin",
      locale: "zh-CN",
      source: "talk",
      utm: "campaign=spring; source=ads",
      url: "https://ada.test",
      phone: "+49 1",
    });
  });

  it.each([
    ["yes", true],
    ["YES", true],
    ["", false],
    ["no", false],
    ["on", false],
    ["true", false],
    ["yes please", false],
  ])("with consent %j consents: %s (R168: only what was said)", (consent, given) => {
    expect(read({ consent }).submission.consent).toBe(given);
  });

  it.each([
    [{ form: "nope" }, "form-unknown"],
    [{ form: "" }, "form-unknown"],
    [{ form: "GEO" }, "form-unknown"],
    [{ form: "__proto__" }, "form-unknown"],
    [{ form: "constructor" }, "form-unknown"],
    [{ email: "" }, "address-missing"],
    [{ email: "\u0000 \n" }, "address-missing"],
    [{ email: "ada" }, "address-malformed"],
    [{ email: "ada@example.org,ben@example.org" }, "address-malformed"],
  ] as const)("%j has the problem %s", (given, problem) => {
    expect(read(given).problem).toBe(problem);
  });

  it("never takes a cut address for an address: it may be another person's", () => {
    const tail = `${"d".repeat(62)}.${"e".repeat(62)}.${"f".repeat(62)}.co`;
    const long = `${"l".repeat(254 - 1 - tail.length)}@${tail}`;
    expect(read({ email: long }).submission.email).toBe(long);
    const longer = read({ email: `${long}m` });
    expect(longer.problem).toBe("address-malformed");
    expect(longer.submission.email).toBe("");
    expect(longer.notes.join()).toContain("email");
  });

  it.each([
    ["name", 200],
    ["source", 2_000],
    ["url", 2_000],
  ] as const)("has its %s cut at %d characters, with a note (design 5)", (field, max) => {
    const whole = read({ [field]: "x".repeat(max) });
    expect(whole.submission[field]).toHaveLength(max);
    expect(whole.notes).toEqual([]);
    const cut = read({ [field]: "x".repeat(max + 1) });
    expect(cut.submission[field]).toHaveLength(max);
    expect(cut.notes.join()).toContain(field);
  });

  it("is not confused by names of what every object has", () => {
    const given = Object.assign(Object.create(null), {
      constructor: "x",
      toString: "y",
      hasOwnProperty: "z",
      form: "geo",
      email: "ada@example.org",
    }) as Given;
    const post = readFormPost(given, FORMS);
    expect(post.problem).toBeNull();
    for (const name of ["constructor", "toString", "hasOwnProperty"]) {
      expect(post.notes.join()).toContain(name);
    }
  });

  it("notes parameters nobody knows, and nothing else of them", () => {
    expect(notesOf({ password: "secret", "x\ny": "1" })).toMatch(/password/);
    expect(notesOf({ password: "secret" })).not.toContain("secret");
    expect(
      notesOf(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`p${at}`, "v"]))).length,
    ).toBeLessThan(2_000);
  });

  it.each(["<b>", "Europe/../etc", "1/2", "=1+1", "{{ x }}"])(
    "keeps no time zone or locale %j",
    (odd) => {
      expect(read({ timezone: odd, locale: odd }).submission).toMatchObject({
        timeZone: "",
        locale: "",
      });
    },
  );

  it("of any size fits a cell (design 5)", () => {
    const big = "龙".repeat(10_000);
    const marks = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`utm_${"abcdefghij"[at % 10]}${"klmn"[at % 4]}`, big]),
    );
    const post = read({ ...marks, name: big, source: big, url: big, phone: big, [big]: big });
    expect(formPayload(post, null, PROOF).length).toBeLessThan(50_000);
    expect(JSON.parse(formPayload(post, null, PROOF))).toMatchObject({
      email: "ada@example.org",
      form: "geo",
    });
  });

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })),
        (given) => {
          const post = readFormPost(given, FORMS);
          expect(JSON.parse(formPayload(post, null, PROOF))).toMatchObject({
            form: post.submission.form,
          });
        },
      ),
    );
  });
});

describe("a JSON body", () => {
  it.each<readonly [string, unknown]>([
    ['{"form":"geo","consent":"yes"}', { form: "geo", consent: "yes" }],
    ['{"name":12.5,"consent":true}', { name: "12.5", consent: "true" }],
    ['{"form":"geo","name":["a"],"url":{"a":1},"phone":null}', { form: "geo" }],
    ["  {}", {}],
    ["[]", null],
    ['"text"', null],
    ["42", null],
    ["null", null],
    ["", null],
    ["{", null],
    ['{"form":"geo"', null],
    ["form=geo&email=a%40b.test", null],
    [`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`, {}],
  ])("%.40s gives %j", (body, expected) => {
    expect(jsonParameters(body)).toEqual(expected);
  });

  it("cannot reach the prototype of anything", () => {
    const given = jsonParameters('{"__proto__":"x","constructor":"y","form":"geo"}') ?? {};
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(readFormPost({ email: "ada@example.org", ...given }, FORMS).problem).toBeNull();
  });
});

describe("the key of a submission", () => {
  const at = Date.parse("2026-03-02T09:10:00Z");
  const key = (given: Given, when = at) => formKeyText(read(given).submission, when, true);

  it("is the same for the same form in the same hour, whatever its writing", () => {
    expect(key({ email: "ADA@example.org " })).toBe(key({}));
    expect(key({}, at + HOUR_MS / 2)).toBe(key({}));
  });

  it("is another in a rehearsal than in LIVE", () => {
    expect(formKeyText(read({}).submission, at, false)).not.toBe(key({}));
  });

  it.each([
    { name: "Ben" },
    { consent: "yes" },
    { url: "x" },
    { utm_source: "x" },
    { email: "b@example.org" },
  ])("differs with %j", (given) => {
    expect(key(given as Given)).not.toBe(key({}));
  });

  it("differs an hour later", () => {
    expect(key({}, at + HOUR_MS)).not.toBe(key({}));
  });
});
