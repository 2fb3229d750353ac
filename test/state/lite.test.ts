// Into Lite, asked for once more, the price it promised; and what the end of one flow lets into.
import { describe, expect, it } from "vitest";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import type { EntryFact, Fact, PersonState } from "../../src/model/fact";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { transition } from "../../src/state/transition";
import {
  contact,
  enrolled,
  form,
  founder,
  ground,
  lived,
  NOBODY,
  NOW,
  press,
  rowOf,
} from "./bench";
import { FOUNDER, offers } from "./founder-flows";

const KNOWN: PersonState = { contact: contact(), enrollments: [] };
const asked = lived([form({ form: "lite", at: NOW })]);
const lite = (state: PersonState) => rowOf(state, "lite");
/** A row of Lite whose receipt has gone. */
const row = (more: Partial<QueueRow> = {}, beside: Parameters<typeof enrolled>[1] = {}) =>
  enrolled(
    {
      id: "c_ada1.lite.1",
      flow: "lite",
      status: "UNPAID",
      stage: 0,
      next_step: "lite_1",
      next_at: NOW + 72 * HOUR_MS,
      last_at: NOW,
      first_sent_at: null,
      entered_at: NOW,
      ...more,
    },
    { steppedAt: null, timedBy: "259200000 entry", ...beside },
  );
const having = (own: ReturnType<typeof row>, known: Partial<ContactRow> = {}): PersonState => ({
  contact: contact(known),
  enrollments: [own],
});

describe("a request for Lite", () => {
  it.each<readonly [string, Fact]>([
    ["by the form", form({ form: "lite" })],
    ["by the button of the offer page", press("lite")],
  ])("%s opens one row, UNPAID at stage 0, and owes the receipt (R61, design 4.1)", (_, fact) => {
    const own = lite(founder(KNOWN, fact));
    expect(own.row).toMatchObject({
      status: "UNPAID",
      stage: 0,
      next_step: "lite_1",
      next_at: NOW + 72 * HOUR_MS,
      first_sent_at: null,
    });
    expect(own.owed).toEqual([{ step: "lite_receipt", event: "" }]);
    expect(own.row.why).toContain("lite_receipt goes next");
  });

  it("promises the price, the price after it and until when (R79)", () => {
    expect(lite(asked).row).toMatchObject({
      price: "€49",
      offer_deadline: NOW + 72 * HOUR_MS,
      promised: "€49 <https://buy.test/lite> → €79 <https://buy.test/lite-later>",
    });
  });

  it("promises one date where Offers has one for everybody, over or not", () => {
    for (const [ends, price] of [
      [NOW + DAY_MS, "€49"],
      [NOW, "€79"],
      [NOW - DAY_MS, "€79"],
    ] as const) {
      const known = offers({ windowMs: null, windowEnds: ends });
      const own = lite(lived([press("lite")], KNOWN, known));
      expect(own.row).toMatchObject({ price, offer_deadline: ends });
    }
  });

  it("promises nothing where Offers has no window, or no price yet", () => {
    const plain = lite(lived([press("lite")], KNOWN, offers({ windowMs: null })));
    expect(plain.row).toMatchObject({ price: "€49", offer_deadline: null, promised: "" });
    const free = offers({ before: { price: "", link: "" } });
    const none = lite(lived([press("lite")], KNOWN, free));
    expect(none.row).toMatchObject({ price: "", offer_deadline: null, promised: "" });
  });

  it("brings the presser's zone where none was known, and never another", () => {
    const zoneOf = (known: string) => {
      const person = { contact: contact({ time_zone: known }), enrollments: [] };
      return founder(person, press("lite", { timeZone: "Asia/Tokyo" })).contact?.time_zone;
    };
    expect(zoneOf("")).toBe("Asia/Tokyo");
    expect(zoneOf("Europe/Berlin")).toBe("Europe/Berlin");
    expect(founder(KNOWN, press("lite")).contact?.time_zone).toBe(KNOWN.contact?.time_zone);
  });

  it("by a press of somebody who is gone from the sheet does nothing", () => {
    expect(founder(NOBODY, press("lite"))).toMatchObject({ outcome: "IGNORED", enrollments: [] });
  });
});

describe("a second request for Lite", () => {
  const again = (hours: number, own = row()) =>
    founder(having(own), press("lite", { at: NOW + hours * HOUR_MS, eventId: "e_again" }));

  it.each([
    [1, []],
    [23.9, []],
    [24, [{ step: "lite_receipt", event: "e_again" }]],
    [24 * 30, [{ step: "lite_receipt", event: "e_again" }]],
  ])("%d h after the last mail owes %j: the receipt at most once a day", (hours, owed) => {
    expect(lite(again(hours)).owed).toEqual(owed);
  });

  it("starts no second cadence and no second window (design 4.4, 4.5)", () => {
    const own = row({ offer_deadline: NOW + 72 * HOUR_MS, price: "€79", stage: 3 });
    const after = lite(again(24 * 60, own)).row;
    expect(after.why).toContain("lite_receipt goes once more");
    expect({ ...after, why: "" }).toEqual(own.row);
  });

  it.each(["PAID", "STOPPED", "PAUSED", "REVIEW"] as const)(
    "of a row that is %s owes nothing",
    (status) => {
      const closing = { at: NOW, payment: "" };
      const own = row({ status, next_at: null, last_at: NOW }, { closing });
      expect(lite(again(24 * 90, own)).owed).toEqual([]);
    },
  );

  it("told twice, or before the first has gone, owes one", () => {
    const first = again(24);
    const fact = press("lite", { at: NOW + 25 * HOUR_MS, eventId: "e_third" });
    expect(lite(founder(first, fact)).owed).toHaveLength(1);
    const same = press("lite", { at: NOW + 24 * HOUR_MS, eventId: "e_again" });
    expect(founder(first, same).enrollments).toEqual(first.enrollments);
  });

  it("of whoever has paid leaves a word and no mail", () => {
    const payer = { contact: contact({ paid: "YES", paid_at: NOW - DAY_MS }), enrollments: [] };
    const own = lite(founder(payer, press("lite")));
    expect(own).toMatchObject({ owed: [], row: { status: "PAID", next_at: null } });
  });
});

describe("the price at its deadline (R33)", () => {
  const switches: Fact = {
    kind: "price",
    eventId: "e_price",
    at: NOW + 72 * HOUR_MS,
    enrollment: lite(asked).row.id,
  };

  it("switches once, in the row", () => {
    const after = founder(asked, switches);
    expect(lite(after)).toMatchObject({ switched: true, row: { price: "€79" } });
    expect(after.outcome).toBe("APPLIED");
    expect(founder(after, switches)).toEqual(after);
  });

  it("switches to what was promised, whatever Offers says by then", () => {
    const edited = offers({ after: { price: "€99", link: "https://buy.test/x" } });
    expect(lite(founder(asked, switches, edited)).row.price).toBe("€79");
  });

  it("of a row that is gone is nothing", () => {
    const gone = { ...switches, enrollment: "c_ada1.lite.9" } as Fact;
    expect(founder(asked, gone)).toMatchObject({ outcome: "IGNORED" });
  });
});

describe("the end of one flow that lets into another", () => {
  const ended: EntryFact = {
    kind: "entry",
    eventId: "e_done",
    at: NOW,
    entry: "done:geo",
    byRule: true,
  };
  const done = enrolled(
    { status: "DONE", stage: 2, next_at: null },
    { closing: { at: NOW, payment: "" } },
  );
  const state: PersonState = { contact: contact(), enrollments: [done] };
  const inFlow = (after: PersonState) =>
    after.enrollments.filter(({ row: { flow } }) => flow === "geo_to_lite");

  it("opens a row there, timed from that end", () => {
    const [own] = inFlow(founder(state, ended));
    expect(own?.row).toMatchObject({ status: "ACTIVE", next_at: NOW + 7 * DAY_MS });
  });

  it("opens none while that flow is off", () => {
    const off = { ...FOUNDER.get("geo_to_lite"), on: false };
    const rules = new Map([...FOUNDER, ["geo_to_lite", off as never]]);
    expect(inFlow(transition(state, ended, ground(rules, offers())))).toEqual([]);
  });

  it("opens none for whoever has paid or left: nothing is recorded of what nobody asked for", () => {
    for (const known of [
      { paid: "YES", paid_at: NOW - DAY_MS },
      { suppressed: "unsubscribed", suppressed_at: NOW - DAY_MS },
    ] as const) {
      expect(inFlow(founder({ ...state, contact: contact(known) }, ended))).toEqual([]);
    }
  });

  it("lets in once ever", () => {
    const once = founder(state, ended);
    const later = { ...ended, eventId: "e_done2", at: NOW + 90 * DAY_MS };
    expect(inFlow(founder(once, later))).toHaveLength(1);
  });
});
