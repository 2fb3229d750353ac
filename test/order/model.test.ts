import { describe, expect, it } from "vitest";
import { HOUR_MS } from "../../src/model/time";
import { T0 } from "./ground";
import { type Allowed, type Deed, expectedOf, rowLine } from "./model";

// The model is judged, too: short stories whose end the design tells in words.
type Told = Deed extends infer D ? (D extends Deed ? Omit<D, "at" | "key"> : never) : never;
const GEO: Told = { kind: "asked", entry: "form:geo" };
const AUDIT: Told = { kind: "asked", entry: "form:free_audit" };
const LITE: Told = { kind: "asked", entry: "form:lite" };
const PRESS: Told = { kind: "asked", entry: "press:lite" };
const COURSE_PAID: Told = { kind: "paid", payment: "pi_2", offer: "course" };
const LITE_PAID: Told = { kind: "paid", payment: "pi_1", offer: "lite" };
const LEFT: Told = { kind: "unsubscribed" };
const pi1 = (kind: "failed" | "pending" | "refunded" | "disputed"): Told => ({
  kind,
  payment: "pi_1",
});

/** One hour apart, in this order; a story inside brackets happens at one instant. */
function story(...told: readonly (Told | readonly Told[])[]): readonly Deed[] {
  return told.flatMap((hour, index) =>
    [hour].flat().map((one, place) => ({
      ...one,
      at: T0 + index * HOUR_MS,
      key: `e${index}${place}`,
    })),
  ) as readonly Deed[];
}
function end(deeds: readonly Deed[], allowed?: Allowed): readonly string[] {
  return expectedOf(deeds, allowed).rows.map((row) => rowLine(row, T0));
}

describe("what the set of facts says", () => {
  it.each<[string, readonly Deed[], readonly string[]]>([
    ["a form opens its own flow only (R65)", story(AUDIT), ["free_check ACTIVE"]],
    ["a free audit leaves a GEO row alone", story(GEO, AUDIT), ["free_check ACTIVE", "geo ACTIVE"]],
    ["form and button are one request", story(LITE, PRESS), ["lite UNPAID"]],
    [
      "a payment closes every row, and gives the buyer theirs",
      story(GEO, AUDIT, LITE_PAID),
      ["free_check PAID lite 2 h", "geo PAID lite 2 h", "lite PAID lite 2 h"],
    ],
    [
      "whoever asks after paying gets a row that is closed from birth",
      story({ kind: "paid", payment: "pi_9", offer: "" }, GEO),
      ["geo PAID payment 0 h"],
    ],
    [
      "the first payment closes, the next changes nothing",
      story(LITE, COURSE_PAID, LITE_PAID),
      ["course PAID course 1 h", "lite PAID course 1 h"],
    ],
    [
      "who left and then paid had left",
      story(GEO, LEFT, COURSE_PAID),
      ["course PAID course 2 h", "geo STOPPED unsubscribed"],
    ],
    [
      "who had left and paid before asking is a buyer: both close the row at its birth",
      story(LEFT, COURSE_PAID, GEO),
      ["course PAID course 1 h", "geo PAID course 1 h"],
    ],
    [
      "what came back had been paid, also when that was never told",
      story(GEO, pi1("refunded")),
      ["geo REVIEW payment 1 h"],
    ],
    [
      "in one second the payment comes first",
      story(GEO, [LEFT, COURSE_PAID]),
      ["course PAID course 1 h", "geo PAID course 1 h"],
    ],
    [
      "after an unsubscribe every row is born stopped",
      story(LEFT, GEO, pi1("failed")),
      ["geo STOPPED unsubscribed", "stripe_failed pi_1 STOPPED unsubscribed"],
    ],
    [
      "a failure paid at last is closed",
      story(pi1("failed"), LITE_PAID),
      ["lite PAID lite 1 h", "stripe_failed pi_1 PAID lite 1 h"],
    ],
    [
      "a failure of what was paid opens nothing",
      story(LITE_PAID, pi1("failed")),
      ["lite PAID lite 0 h", "stripe_failed pi_1 PAID lite 0 h"],
    ],
    [
      "another payment that fails later is a new matter",
      story(COURSE_PAID, pi1("failed")),
      ["course PAID course 0 h", "stripe_failed pi_1 FAILED"],
    ],
    [
      "the same payment failing twice is one row",
      story(pi1("failed"), pi1("failed")),
      ["stripe_failed pi_1 FAILED"],
    ],
    [
      "money that came back is for a person to look at",
      story(GEO, LITE_PAID, pi1("refunded")),
      ["geo REVIEW lite 1 h", "lite REVIEW lite 1 h"],
    ],
    [
      "unless another payment stands",
      story(GEO, LITE_PAID, COURSE_PAID, pi1("disputed")),
      ["course PAID course 2 h", "geo PAID lite 1 h", "lite PAID lite 1 h"],
    ],
    [
      "money on its way holds what is open",
      story(GEO, pi1("pending"), AUDIT),
      ["free_check PAUSED", "geo PAUSED"],
    ],
    [
      "until it fails",
      story(GEO, pi1("pending"), pi1("failed")),
      ["geo ACTIVE", "stripe_failed pi_1 FAILED"],
    ],
    [
      "or arrives",
      story(GEO, pi1("pending"), LITE_PAID),
      ["geo PAID lite 2 h", "lite PAID lite 2 h"],
    ],
    [
      "a typed PAID stops everything, whatever came before",
      story(GEO, AUDIT, LEFT, {
        kind: "typed PAID",
        flow: "geo",
      }),
      ["free_check STOPPED unsubscribed", "geo PAID paid by hand 3 h"],
    ],
  ])("%s", (_, deeds, expected) => {
    expect(end(deeds)).toEqual(expected);
    expect(end([...deeds].reverse())).toEqual(expected);
  });

  it("lets a buyer into what every purchase allows (design 4.2)", () => {
    const allowed: Allowed = (offer, flow) => offer === "course" && flow === "geo";
    expect(end(story(GEO, COURSE_PAID), allowed)).toContain("geo PAID course 1 h");
    expect(end(story(COURSE_PAID, GEO), allowed)).toContain("geo ACTIVE");
    expect(end(story(COURSE_PAID, LITE), allowed)).toContain("lite PAID course 0 h");
    expect(end(story(COURSE_PAID, LITE_PAID, GEO), allowed)).toContain("geo PAID lite 1 h");
  });
});
