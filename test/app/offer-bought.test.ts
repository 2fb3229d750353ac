// Whom the offer page still sells to: nobody who has bought this very offer, and everybody else.
import { describe, expect, it } from "vitest";
import { seal } from "../../src/state/seal";
import { enrolled } from "../state/bench";
import { CONTACT, LITE, linkOf, START, Visit, words } from "./offer-visit";

type Beside = NonNullable<Parameters<typeof enrolled>[1]>;

describe("a page of something bought", () => {
  const BY_HAND: Beside = { closing: null };
  const closedBy = (payment: string, delivery = ""): Beside => ({
    closing: { at: START, payment },
    delivery,
  });
  it.each<readonly [string, Readonly<Record<string, string>>, Beside | null, boolean]>([
    ["a payment for it", { payments: "pi_1 (lite) 2026-11-20T00:00:00Z" }, null, true],
    ["a payment for it and its row", { payments: "pi_1 (lite)" }, closedBy("pi_1", "pi_1"), true],
    ["its row marked PAID by hand", { paid: "YES", payments: "by_hand" }, BY_HAND, true],
    ["another row marked by hand", { payments: "by_hand" }, closedBy("by_hand"), false],
    ["a payment that names nothing", { payments: "pi_1", paid: "YES" }, closedBy("pi_1"), false],
    ["a payment for the course only", { payments: "pi_1 (course)" }, closedBy("pi_1"), false],
    ["a name on a pasted list", { payments: "by_list", paid: "YES" }, closedBy("by_list"), false],
    [
      "a payment for it under the name it had before",
      { payments: "pi_1 (light)" },
      closedBy("pi_1", "pi_1"),
      true,
    ],
    [
      "a payment that was given back",
      { payments: "pi_1 (lite)", reversals: "pi_1 (lite) refunded 2026-11-21T00:00:00Z" },
      closedBy("pi_1", "pi_1"),
      false,
    ],
    [
      "a payment partly given back",
      { payments: "pi_1 (lite)", reversals: "pi_1 (lite) partly refunded 2026-11-21T00:00:00Z" },
      null,
      true,
    ],
  ])("with %s: %#", (_, contact, beside, bought) => {
    const visit = new Visit();
    for (const [column, value] of Object.entries({ paid: "YES", ...contact })) {
      visit.ports.store.edit("Contacts", CONTACT, column as "payments", value);
    }
    if (beside !== null) {
      const sealed = seal(enrolled({ status: "PAID", paid: "YES" }, beside));
      visit.asked({ status: "PAID", paid: "YES", stage: 1, sealed });
    }
    const html = visit.open();
    expect(words(html).includes("This has been bought")).toBe(bought);
    expect(html.includes("€49")).toBe(!bought);
    if (bought) expect(html).not.toMatch(/<a |<button/);
  });

  it("does not follow from a press by somebody who paid for something unlisted", () => {
    const visit = new Visit();
    visit.ports.store.edit("Contacts", CONTACT, "payments", "pi_1");
    visit.ports.store.edit("Contacts", CONTACT, "paid", "YES");
    const answer = visit.press(visit.open());
    expect(words(answer)).toContain(
      "unless you have stopped the mails or have bought here already",
    );
    // The row that follows is closed from birth.
    const sealed = seal(enrolled({ status: "PAID", paid: "YES" }, closedBy("pi_1")));
    visit.asked({ status: "PAID", paid: "YES", stage: 1, sealed });
    expect(linkOf(visit.open())).toBe(linkOf(answer));
  });
});

describe("the link of an offer that has another name now", () => {
  const renamed = () => new Visit([{ ...LITE, offer: "lite_check", flow: "lite" }]);

  it("says so kindly, in both languages, and changes nothing (R114)", () => {
    const visit = renamed();
    expect(words(visit.open("lite"))).toMatch(/another name.*Should you want it, answer/s);
    expect(words(visit.open("lite", "zh"))).toContain("改了名字");
    const answer = visit.post({ p: "offer", o: "lite", t: visit.token("lite") });
    expect(words(answer)).toContain("another name");
    expect(visit.events()).toEqual([]);
  });

  it("with a token that is none stays a page that is not there", () => {
    const visit = renamed();
    for (const t of ["", "x", visit.token("course")]) {
      expect(words(visit.get({ p: "offer", o: "lite", t }))).toContain("There is no page here");
    }
  });
});
