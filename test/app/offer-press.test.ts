// The button of the offer page: recorded once, and it never moves a time that runs.
import { describe, expect, it } from "vitest";
import { offerToken } from "../../src/app/offers/offer-link";
import { naughtyStrings } from "../contract/naughty-strings";
import { ADA, FounderOffice } from "./founder-office";
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

describe("Offers edited a moment before", () => {
  it.each([
    ["a press", (office: FounderOffice) => pressLite(office)],
    ["the form", (office: FounderOffice) => office.lite(ADA)],
  ])("%s promises in the row and the mail what its page showed", (_, asks) => {
    const office = new FounderOffice("geo", "lite");
    office.geo(ADA);
    office.tick();
    office.ports.store.edit("Offers", "lite", "price", "€60");
    office.ports.store.edit("Offers", "lite", "window", "24 h");
    // What the edit's trigger leaves.
    office.ports.properties.set("stop_mark", "typed");
    const at = office.ports.clock.now();
    asks(office);
    office.tick();
    expect(office.one("lite")).toMatchObject({ price: "€49", offer_deadline: at + 72 * HOUR });
    expect(office.one("lite").promised).toMatch(/^€49 /);
    expect(office.ports.mailer.sent.at(-1)?.mail.text).toContain("€49");
    // Whoever asks after the next run is shown and promised the new one.
    office.lite("ben@example.org");
    office.tick();
    expect(office.one("lite", "ben@example.org").price).toBe("€60");
  });
});

function pressLite(office: FounderOffice): void {
  const { id = "" } = office.contact(ADA) ?? {};
  const secret = office.ports.properties.values.get("token_secret") ?? "";
  const t = offerToken(id, "lite", office.ports.clock.now(), secret, office.ports.secrets);
  const answer = office.post({ p: "offer", o: "lite", t, email: ADA });
  expect(answer.kind === "page" && answer.html.includes("€49")).toBe(true);
}
