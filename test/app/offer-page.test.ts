// The offer page: which price holds at the click, for whom, and what a stranger's token does.
import { describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { stopToken } from "../../src/app/links/stop-link";
import { checkoutUrl, offerToken, offerUrl } from "../../src/app/offers/offer-link";
import {
  CONTACT,
  COURSE,
  EXEC,
  HIGH,
  HOUR,
  htmlOf,
  LITE,
  LOW,
  linkOf,
  SECRET,
  START,
  Visit,
  words,
} from "./offer-visit";

describe("the price on the offer page", () => {
  it.each([
    ["0:00:00", 0, LOW],
    ["71:59:59", 72 * HOUR - 1_000, LOW],
    ["72:00:00", 72 * HOUR, HIGH],
    ["a year", 365 * 24 * HOUR, HIGH],
  ])(
    "%s after the request is the one that holds then, with its own link (R79, R109)",
    (_, ms, holding) => {
      const visit = new Visit().asked();
      visit.ports.clock.advance(ms);
      const html = visit.open();
      expect(words(html)).toContain(`Price  ${holding.price}`);
      expect(linkOf(html).split("?")[0]).toBe(holding.link);
      const running = holding === LOW;
      expect(words(html).includes("This price holds until")).toBe(running);
      expect(words(html).includes("After that it is €79.")).toBe(running);
    },
  );

  it("comes with the deadline once, as a date in the reader's zone", () => {
    const visit = new Visit().asked();
    const en = words(visit.open());
    expect(en.split("24 November 2026, 22:40 (Asia/Shanghai)")).toHaveLength(2);
    expect(words(visit.open("lite", "zh"))).toContain("2026年11月24日 22:40（Asia/Shanghai）");
  });

  it("has its date in the sheet's zone where the reader's is not known", () => {
    const visit = new Visit().asked();
    visit.ports.store.edit("Contacts", CONTACT, "time_zone", "");
    expect(words(visit.open())).toContain("24 November 2026, 15:40 (Europe/Berlin)");
  });

  it("is the promised one, whatever Offers says by now", () => {
    const dearer = { price: "€99", link: "https://buy.stripe.test/99" };
    const visit = new Visit([{ ...LITE, before: dearer, after: dearer }]).asked();
    expect(words(visit.open())).toContain("Price  €49");
    expect(linkOf(visit.open())).toContain(LOW.link);
    visit.ports.clock.advance(72 * HOUR);
    expect(words(visit.open())).toContain("Price  €79");
    expect(linkOf(visit.open())).toContain(HIGH.link);
  });

  it("is today's once the promise was emptied by hand", () => {
    const visit = new Visit([{ ...LITE, before: { ...LOW, price: "€59" } }]).asked();
    visit.ports.store.edit("Queue", `${CONTACT}.lite.1-abcdef`, "promised", "");
    expect(words(visit.open())).toContain("Price  €59");
  });

  it("holds for everybody until one date where Offers has one", () => {
    const visit = new Visit([{ ...LITE, windowEnds: START + HOUR, form: false, press: false }]);
    expect(words(visit.get({ p: "lite" }))).toMatch(/€49.*until 21 November 2026, 16:40/s);
    visit.ports.clock.advance(HOUR);
    expect(words(visit.get({ p: "lite" }))).toMatch(/€79/);
    expect(words(visit.get({ p: "lite" }))).not.toMatch(/until/);
  });

  it("takes another person's row for nobody's: ids are compared whole", () => {
    const visit = new Visit();
    visit.asked({ id: `${CONTACT}1.lite.1-abcdef` }).asked({ id: `${CONTACT}.lite2.1-abcdef` });
    expect(visit.open()).toContain("<button");
  });
});

describe("the way to the checkout", () => {
  it("says whose it is, percent-encoded", () => {
    expect(linkOf(new Visit().asked().open())).toBe(
      `${LOW.link}?client_reference_id=${CONTACT}&prefilled_email=ada%2Bshop%40example.org`,
    );
  });

  it.each([
    ["https://b.test/x", "https://b.test/x?OURS"],
    ["https://b.test/x?", "https://b.test/x?OURS"],
    ["https://b.test/x?a=1", "https://b.test/x?a=1&OURS"],
    ["https://b.test/x?a=1&b=%20", "https://b.test/x?a=1&b=%20&OURS"],
    ["https://b.test/x#top", "https://b.test/x?OURS#top"],
    ["https://b.test/x?a=1#top?z", "https://b.test/x?a=1&OURS#top?z"],
    ["https://b.test/x?client_reference_id=me&a=1", "https://b.test/x?a=1&OURS"],
    ["https://b.test/x?prefilled_email=you%40b.test#t", "https://b.test/x?OURS#t"],
  ])("%s becomes %s", (link, expected) => {
    const ours = "client_reference_id=c_1&prefilled_email=a%40b.test";
    expect(checkoutUrl(link, "c_1", "a@b.test")).toBe(expected.replace("OURS", ours));
    expect(new URL(checkoutUrl(link, "c_1", "a@b.test")).searchParams.get("prefilled_email")).toBe(
      "a@b.test",
    );
  });

  it("leaves out an address that is none", () => {
    expect(checkoutUrl("https://b.test/x", "c_1", "")).toBe(
      "https://b.test/x?client_reference_id=c_1",
    );
  });

  it("opens a new tab and tells the checkout nothing of where it came from", () => {
    expect(new Visit().asked().open()).toMatch(
      /<a class="go"[^>]* target="_blank" rel="noopener">/,
    );
  });

  it.each([
    ["no price", { price: "", link: LOW.link }],
    ["no link", { price: "€49", link: "" }],
    ["a link that leads nowhere", { price: "€49", link: "javascript:alert(1)" }],
  ])("is not there with %s: the page says so and has no button", (_, before) => {
    const visit = new Visit([
      { ...LITE, before },
      { ...COURSE, before },
    ]);
    const shown = [visit.open(), visit.get({ p: "lite" }), visit.get({ p: "course" })];
    for (const html of [...shown, visit.open("course")]) {
      expect(words(html)).toContain("cannot be bought at the moment");
      expect(html).not.toMatch(/<a |<button/);
    }
    visit.post({ p: "offer", o: "lite", t: visit.token() });
    expect(visit.events()).toEqual([]);
  });
});

describe("the link of a mail", () => {
  it("leads to the page with the reader's own token and language", () => {
    expect(offerUrl(EXEC, "lite", "c_1.2.3", "zh-CN")).toBe(
      `${EXEC}?p=offer&o=lite&t=c_1.2.3&l=zh`,
    );
    expect(offerUrl(EXEC, "lite", "", "en")).toBe(`${EXEC}?p=offer&o=lite&l=en`);
  });

  const day = 24 * HOUR;
  it.each<readonly [string, (visit: Visit) => string]>([
    ["changed by one character", (visit) => `${visit.token().slice(0, -1)}x`],
    ["of another person", (visit) => visit.token().replace(CONTACT, `${CONTACT}1`)],
    ["longer by days", (visit) => visit.token().replace(/\.(\d)/, ".9$1")],
    ["made for another offer", (visit) => visit.token("course")],
    ["made to stop mails", (visit) => stopToken(CONTACT, START, SECRET, visit.ports.secrets)],
    ["expired", (visit) => visit.token("lite", CONTACT, START - (3 * 365 + 1) * day)],
    ["that is no token", () => "<b>"],
  ])("with a token %s shows a plain page, changes nothing and shows the way round", (_, make) => {
    const visit = new Visit().asked();
    const token = make(visit);
    const answers = [
      visit.get({ p: "offer", o: "lite", t: token }),
      visit.post({ p: "offer", o: "lite", t: token, email: "ada@example.org" }),
    ];
    for (const html of answers) {
      expect(words(html)).toContain("This link does not work");
      expect(html).not.toContain("€49");
      expect(html).toContain(`href="${EXEC}?p=offer&amp;o=lite&amp;l=en"`);
    }
    expect(visit.events()).toEqual([]);
  });

  it("works for three years", () => {
    const visit = new Visit().asked();
    const token = visit.token();
    visit.ports.clock.advance(3 * 365 * day);
    expect(visit.get({ p: "offer", o: "lite", t: token })).toContain("€79");
  });

  it("opens nothing while no secret is stored", () => {
    const visit = new Visit().asked();
    const token = offerToken(CONTACT, "lite", START, "", visit.ports.secrets);
    visit.ports.properties.values.set("token_secret", "");
    expect(words(visit.get({ p: "offer", o: "lite", t: token }))).toContain("does not work");
  });

  it("of somebody who is not in Contacts any more shows the page as anybody sees it", () => {
    const visit = new Visit();
    visit.ports.store.remove("Contacts", CONTACT);
    expect(visit.open()).toContain('name="form" value="lite"');
  });

  it("of an offer nobody knows leads to no page", () => {
    const visit = new Visit();
    for (const o of ["gold", "", "constructor", "__proto__"]) {
      expect(words(visit.get({ p: "offer", o, t: "x" }))).toContain("There is no page here");
      expect(words(visit.get({ p: o }))).toContain("There is no page here");
    }
  });
});

describe("without a token", () => {
  it("Lite is its price and a form that asks for it", () => {
    const visit = new Visit();
    const html = visit.get({ p: "lite", utm_source: "talk", source: "blog" });
    expect(words(html)).toMatch(/€49.*72 hours.*€79/s);
    expect(html).toContain('name="form" value="lite"');
    expect(html).toContain('name="utm_source" value="talk"');
    expect(html).toContain('name="consent" value="yes">');
    expect(html).not.toContain('class="go"');
    expect(visit.get({ p: "offer", o: "lite", utm_source: "talk", source: "blog" })).toBe(html);
  });

  it("the course is its price and the way to the checkout", () => {
    const html = new Visit().get({ p: "course" });
    expect(words(html)).toContain("Price  €590");
    expect(linkOf(html)).toBe(COURSE.before.link);
  });

  it("no tab is read", () => {
    const visit = new Visit();
    for (const p of ["lite", "course"]) visit.get({ p });
    expect(visit.ports.store.calls).toEqual([]);
    expect(visit.ports.properties.calls).toEqual(["all", "all"]);
  });

  it("speaks Chinese when asked", () => {
    const html = new Visit([LITE, COURSE], { language: "en" }).get({ p: "lite", l: "zh-CN" });
    expect(html).toContain('<main lang="zh">');
    expect(words(html)).toContain(
      "这个价格从第一次申请起保留 72 小时，只计算一次。之后的价格是 €79。",
    );
  });
});

describe("a page that cannot be read", () => {
  it("says so, kindly, and shows no error", () => {
    const visit = new Visit();
    const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
    const store = Object.create(visit.ports.store, {
      find: {
        value: () => {
          throw new Error("There is no tab Contacts.");
        },
      },
    });
    const parameters = { p: "offer", o: "lite", t: visit.token() };
    const html = htmlOf(showPage({ ...visit.ports, store }, { ...request, parameters }, ""));
    expect(words(html)).toContain("open it again in a minute");
    expect(words(html)).not.toContain("tab");
  });
});
