// The button of the offer page: recorded once, and it never moves a time that runs.
import { describe, expect, it } from "vitest";
import { naughtyStrings } from "../contract/naughty-strings";
import { CONTACT, HOUR, LOW, linkOf, START, Visit, words } from "./offer-visit";

describe("a press", () => {
  it("is one event of that person, answered with price, date and checkout", () => {
    const visit = new Visit();
    const page = visit.open();
    expect(words(page)).toMatch(/€49.*This price holds for 72 hours.*€79/s);
    expect(page).not.toContain('class="go"');
    const html = visit.press(page);
    expect(words(html)).toMatch(
      /Your request is in.*€49.*24 November 2026, 22:40 \(Asia\/Shanghai\)/s,
    );
    expect(linkOf(html)).toBe(
      `${LOW.link}?client_reference_id=${CONTACT}&prefilled_email=ada%2Bshop%40example.org`,
    );
    expect(visit.events()).toMatchObject([
      { source: "page", type: "press:lite", who: CONTACT, occurred_at: START, outcome: "" },
    ]);
  });

  it("pressed twice has one key", () => {
    const visit = new Visit();
    const page = visit.open();
    visit.press(page);
    visit.ports.clock.advance(60_000);
    visit.press(page);
    expect(new Set(visit.events().map(({ key }) => key)).size).toBe(1);
  });

  it("when the time runs already changes nothing: the same page as by the link", () => {
    const visit = new Visit();
    const page = visit.open();
    visit.asked();
    visit.ports.clock.advance(10 * HOUR);
    expect(visit.press(page)).toBe(visit.open());
    expect(visit.events()).toEqual([]);
  });

  it("of an offer without a time of its own shows its page and records nothing", () => {
    const visit = new Visit();
    const html = visit.post({ p: "offer", o: "course", t: visit.token("course") });
    expect(html).toBe(visit.open("course"));
    expect(visit.events()).toEqual([]);
  });

  it("that cannot be stored says so", () => {
    const visit = new Visit();
    const page = visit.open();
    visit.ports.locks.intakeBusy = true;
    visit.ports.properties.values.set("filler", "x".repeat(260_000));
    expect(words(visit.press(page))).toContain("Not saved yet");
  });

  it("reads one column and writes one row, no more (10 service calls)", () => {
    const visit = new Visit();
    const page = visit.open();
    visit.ports.store.calls.length = 0;
    visit.ports.properties.calls.length = 0;
    visit.press(page);
    expect(visit.ports.store.calls).toEqual(["find Queue", "append Events", "flush"]);
    expect(visit.ports.properties.calls).toEqual(["all"]);
  });

  it("with naughty words in every field is an address and a zone, or none", () => {
    for (const text of naughtyStrings) {
      const visit = new Visit();
      const fields = { p: "offer", o: "lite", t: visit.token(), email: text, timezone: text };
      const html = visit.post({ ...fields, l: text });
      expect(linkOf(html), text).toMatch(/^https:\/\/buy\.stripe\.test\/low\?client_reference_id=/);
      expect(words(html)).toMatch(/\(Europe\/Berlin\)|（Europe\/Berlin）|\(UTC\)/);
    }
  });
});
