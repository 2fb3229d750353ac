// The price that holds, until when, and what was promised (design 4.4, R79, R109).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deadlineFrom,
  offerOfFlow,
  priceAt,
  promiseText,
  readPromise,
  rowPrice,
} from "../../src/model/offer";
import { DAY_MS, HOUR_MS, SECOND_MS } from "../../src/model/time";
import { naughtyStrings } from "../contract/naughty-strings";
import { T0 } from "../state/bench";
import { offer, offers } from "../state/founder-flows";

const LITE = offer("lite", { windowMs: 72 * HOUR_MS });

describe("the price window of 72 hours (R79)", () => {
  const deadline = deadlineFrom(LITE, T0);

  it.each([
    [0, "€49"],
    [72 * HOUR_MS - SECOND_MS, "€49"],
    [72 * HOUR_MS - 1, "€49"],
    [72 * HOUR_MS, "€79"],
    [72 * HOUR_MS + 1, "€79"],
    [900 * DAY_MS, "€79"],
  ])("%d ms after the request: %s", (afterMs, price) => {
    expect(priceAt(LITE, deadline, T0 + afterMs).price).toBe(price);
  });

  it("takes the link with the price", () => {
    expect(priceAt(LITE, deadline, T0).link).toBe("https://buy.test/lite");
    expect(priceAt(LITE, deadline, T0 + 72 * HOUR_MS).link).toBe("https://buy.test/lite-later");
  });
});

describe("until when it holds", () => {
  it.each([
    ["never without a window", {}, null],
    ["a window from the request on", { windowMs: DAY_MS }, T0 + DAY_MS],
    ["one date for everybody", { windowEnds: T0 + 9 * DAY_MS }, T0 + 9 * DAY_MS],
    ["the date, where both stand", { windowMs: DAY_MS, windowEnds: T0 }, T0],
  ])("is %s", (_, window, expected) => {
    const none = { windowMs: null, windowEnds: null };
    expect(deadlineFrom({ ...none, ...window }, T0)).toBe(expected);
  });

  it("is for ever where there is no deadline", () => {
    expect(priceAt(LITE, null, T0 + 900 * DAY_MS).price).toBe("€49");
  });
});

describe("what was promised", () => {
  const row = { promised: promiseText(LITE), offer_deadline: T0 + 72 * HOUR_MS };
  const edited = offer("lite", {
    before: { price: "€59", link: "https://buy.test/new" },
    after: { price: "€99", link: "https://buy.test/newer" },
  });

  it("holds whatever Offers says later, on both sides of the deadline", () => {
    expect(rowPrice(row, edited, T0)).toEqual(LITE.before);
    expect(rowPrice(row, edited, T0 + 72 * HOUR_MS)).toEqual(LITE.after);
  });

  it.each(["", "  ", "€49", "€49 → €79"])(
    "emptied or made unreadable (%j) gives today's",
    (cell) => {
      expect(rowPrice({ ...row, promised: cell }, edited, T0)).toEqual(edited.before);
      expect(rowPrice({ ...row, promised: cell }, edited, T0 + 72 * HOUR_MS)).toEqual(edited.after);
    },
  );

  const priceTag = fc.oneof(
    fc.constantFrom(...naughtyStrings),
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom("€49", "49 € <sale>", "a → b", "€49\nper month"),
  );
  const link = fc.constantFrom("", "https://buy.test/a?b=c&d=%20", "https://buy.test/→");

  it("is read back as it was written", () => {
    // As Offers gives it: never empty, nothing around it. What has our own marks inside cannot be told apart.
    const plain = priceTag
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/ <\S*> → /.test(text));
    fc.assert(
      fc.property(plain, link, plain, link, (before, checkout, after, checkoutAfter) => {
        const prices = {
          before: { price: before, link: checkout },
          after: { price: after, link: checkoutAfter },
        };
        expect(readPromise(promiseText(prices))).toEqual(prices);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the offer of a flow", () => {
  it("is the one that names it; a flow without a name has none", () => {
    expect(offerOfFlow(offers(), "lite")?.offer).toBe("lite");
    expect(offerOfFlow(offers(), "geo")).toBeNull();
    expect(offerOfFlow(offers({ flow: "" }), "")).toBeNull();
  });
});
