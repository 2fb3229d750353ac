// Consent with its proof: what was shown, in which words and where, before any marketing mail.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { SITE_FORMS, siteForm } from "../../src/pages/site-form";
import { CONFIRM_TEXTS, CONSENT, CONSENT_TEXTS, CONSENT_VERSION } from "../../src/words/consent";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const ADA = "ada@example.org";
const agreedIn = (payload: string | undefined) => JSON.parse(payload ?? "{}").agreed as unknown;

describe("a consent", () => {
  it("of a post that says no more than yes is proved by what is registered for its form now", () => {
    const office = new MemoryOffice();
    office.post({ form: "geo", email: ADA, consent: "yes" });
    office.tick();
    const { consent, consent_at, consent_proof } = office.contact() ?? {};
    expect({ consent, consent_at }).toEqual({
      consent: "YES",
      consent_at: office.ports.clock.now(),
    });
    const event = office.ports.store.rows("Events").find(({ id }) => id === consent_proof);
    expect(agreedIn(event?.payload)).toEqual({
      basis: "consent",
      version: CONSENT_VERSION,
      text: CONSENT.en,
      language: "en",
      page: "unknown",
    });
    expect(event?.outcome).toBe("APPLIED");
  });

  it("names the words of the visitor's language, and the page", () => {
    const office = new MemoryOffice();
    const page = "https://shop.test/geo";
    office.geo(ADA, { locale: "zh", consent_version: "1", page });
    expect(agreedIn(office.lastEvent()?.payload)).toMatchObject({
      text: CONSENT_TEXTS[1].zh,
      language: "zh",
      page,
    });
  });

  it.each(["", "7", "__proto__", "constructor"])(
    "of version %j is of the words shown now",
    (consent_version) => {
      const office = new MemoryOffice();
      office.geo(ADA, { consent_version });
      expect(agreedIn(office.lastEvent()?.payload)).toMatchObject({ version: CONSENT_VERSION });
    },
  );

  it("that was not given leaves no proof, and marketing is blocked by name", () => {
    const office = new MemoryOffice();
    office.geo(ADA, { consent: "" });
    expect(agreedIn(office.lastEvent()?.payload)).toBeUndefined();
    office.pass(5 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    expect(office.row().why).toContain("consent");
  });

  it("stands in Events before the first marketing mail of anybody", () => {
    const office = new MemoryOffice();
    office.geo(ADA);
    office.geo("bo@example.org", { consent: "no" });
    office.pass(10 * DAY, HOUR);
    const { store } = office.ports;
    const marketing = store.rows("Sends").filter((row) => row.class === "marketing");
    expect(marketing.length).toBeGreaterThan(0);
    for (const { contact, sent_at } of marketing) {
      const known = store.rows("Contacts").find(({ id }) => id === contact);
      const proof = store.rows("Events").find(({ id }) => id === known?.consent_proof);
      expect(agreedIn(proof?.payload)).toMatchObject({ basis: "consent" });
      expect(proof?.received_at ?? Number.POSITIVE_INFINITY).toBeLessThan(sent_at ?? 0);
    }
  });

  it("given, withdrawn and given again is three events; the first proof is not written over", () => {
    const office = new MemoryOffice();
    office.geo(ADA);
    office.tick();
    const proof = office.contact()?.consent_proof;
    const link = (page: string) =>
      decodeURIComponent(
        new RegExp(`p=${page}&t=([^&\\s]+)`).exec(
          office.ports.mailer.sent[0]?.mail.text ?? "",
        )?.[1] ?? "",
      );
    office.post({ p: "stop", t: link("stop") });
    office.pass(2 * MINUTE);
    expect(office.contact()).toMatchObject({ suppressed: "unsubscribed", consent_proof: proof });
    office.post({ p: "back", t: link("back"), w: "on", v: "1" });
    office.pass(2 * MINUTE);
    expect(office.contact()).toMatchObject({
      suppressed: "",
      consent: "YES",
      consent_proof: proof,
    });
    const told = office.ports.store.rows("Events").map(({ type }) => type);
    expect(told).toEqual(["form:geo", "unsubscribe", "reader.on"]);
  });
});

describe("the words of a consent", () => {
  it("never change under their version: new words are a new version", () => {
    const seal = (text: object) =>
      createHash("sha256").update(JSON.stringify(text)).digest("hex").slice(0, 16);
    const sealed = Object.entries(CONSENT_TEXTS).map(([version, text]) => [version, seal(text)]);
    expect(sealed).toEqual([["1", "1e629e4cd8342527"]]);
    expect(Object.keys(CONFIRM_TEXTS)).toEqual(["1"]);
    expect(seal(CONFIRM_TEXTS[1])).toBe("a82863141fcb349d");
  });
});

describe("no box is ticked for anybody", () => {
  const hostile = { consent: "yes", checked: "checked", email: ADA };

  it.each(["geo", "free_audit", "lite_form", "offer", "stop", "back"])("on the page %s", (p) => {
    const office = new MemoryOffice();
    for (const l of ["en", "zh"]) {
      const request = {
        method: "GET" as const,
        parameters: { p, l, o: "lite", ...hostile },
        body: "",
        contentType: "",
        contentLength: -1,
      };
      const answer = showPage(office.ports, request, "");
      expect(answer.kind).toBe("page");
      expect("html" in answer && /\schecked[\s>=]/.test(answer.html)).toBe(false);
    }
  });

  it.each(SITE_FORMS)("in the form %s for the owner's own site", (form) => {
    for (const language of ["en", "zh"] as const) {
      const text = siteForm("https://script.google.com/macros/s/X/exec", form, language);
      expect(text).toContain('type="checkbox" name="consent"');
      expect(text).not.toMatch(/checked/);
    }
  });
});
