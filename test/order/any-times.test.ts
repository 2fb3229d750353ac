import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonState } from "../../src/model/fact";
import type { Offers } from "../../src/model/offer";
import { HOUR_MS } from "../../src/model/time";
import { apply, KNOWN, seenOf, settledAgain } from "./engine";
import { ground, offers, T0 } from "./ground";
import { type Allowed, type Deed, type Expected, expectedOf, rowLine } from "./model";

// Facts at any times, with many of them in one second, told in any order and more than once.
type Told = Deed extends infer D ? (D extends Deed ? Omit<D, "at" | "key"> : never) : never;
const HOURS_MAX = 5;
const MAY_HAPPEN: readonly Told[] = [
  { kind: "asked", entry: "form:geo" },
  { kind: "asked", entry: "form:free_audit" },
  { kind: "asked", entry: "form:lite" },
  { kind: "asked", entry: "press:lite" },
  { kind: "asked", entry: "press:course" },
  { kind: "paid", payment: "pi_1", offer: "lite" },
  { kind: "paid", payment: "pi_1", offer: "" },
  { kind: "paid", payment: "pi_2", offer: "course" },
  { kind: "paid", payment: "pi_3", offer: "lite" },
  { kind: "paid", payment: "pi_4", offer: "" },
  { kind: "failed", payment: "pi_1" },
  { kind: "failed", payment: "pi_2" },
  { kind: "failed", payment: "pi_5" },
  { kind: "pending", payment: "pi_4" },
  { kind: "pending", payment: "pi_5" },
  { kind: "expired", payment: "cs_6" },
  { kind: "refunded", payment: "pi_1" },
  { kind: "partly refunded", payment: "pi_3" },
  { kind: "disputed", payment: "pi_2" },
  { kind: "cancelled", payment: "sub_1", offer: "course" },
];
const PAID_HOURS: Readonly<Record<string, number>> = { pi_1: 2, pi_2: 3, pi_3: 2, pi_4: 1 };
const COMES_BACK = ["refunded", "partly refunded", "disputed", "cancelled"];
const LEFT: Told = { kind: "unsubscribed" };

const happened = (told: readonly Told[]) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(told.length - 1), fc.nat(HOURS_MAX)), {
      minLength: 2,
      maxLength: 6,
      selector: ([which]) => which,
    })
    .map((chosen) => chosen.flatMap(([which, hour]) => deedOf(told[which], which, hour)));
function deedOf(told: Told | undefined, which: number, hour: number): readonly Deed[] {
  const key = `e${String(which).padStart(2, "0")}`;
  return told === undefined
    ? []
    : [{ ...told, at: T0 + hourOf(told, hour) * HOUR_MS, key } as Deed];
}
/** One payment has one time, however it is told; nothing comes back before it was paid. */
function hourOf(told: Told, hour: number): number {
  if (told.kind === "paid") return PAID_HOURS[told.payment] ?? hour;
  return COMES_BACK.includes(told.kind) ? hour + HOURS_MAX : hour;
}
/** Every fact at least once, some twice. */
const arrivals = (told: readonly Told[]) =>
  happened(told).chain((deeds) =>
    fc.tuple(
      fc.constant(deeds),
      fc
        .shuffledSubarray(deeds)
        .chain((again) =>
          fc.shuffledSubarray([...deeds, ...again], { minLength: deeds.length + again.length }),
        ),
    ),
  );

interface World {
  readonly start: PersonState;
  readonly offers: Offers;
  readonly allowed: Allowed;
}
const ALLOWS_GEO: World = {
  start: KNOWN,
  offers: offers({ course: { allows: new Map([["geo", 30 * 24 * HOUR_MS]]) } }),
  allowed: (offer, flow) => offer === "course" && flow === "geo",
};
const USUAL: World = { start: KNOWN, offers: offers(), allowed: () => false };

function brief({ rows, ...rest }: Expected): readonly string[] {
  return [...rows.map((row) => rowLine(row, T0)), JSON.stringify(rest)];
}
function leaves(deeds: readonly Deed[], arrived: readonly Deed[], world: World): void {
  const now = ground(T0 + (2 * HOURS_MAX + 1) * HOUR_MS, world.offers);
  const end = arrived.reduce((state, deed) => apply(state, deed, now), world.start);
  const expected = expectedOf(deeds, world.allowed);
  expect(brief(seenOf(end))).toEqual(brief(expected));
  expect(seenOf(end)).toEqual(expected);
}
function holds(told: readonly Told[], world: World, runs: number): void {
  fc.assert(
    fc.property(arrivals(told), ([deeds, arrived]) => leaves(deeds, arrived, world)),
    { numRuns: runs },
  );
}

describe("facts at any times, in any order, some told again (design 4.8)", () => {
  it("leave what the set of them says, of somebody we know", () => {
    holds([...MAY_HAPPEN, LEFT], USUAL, 4_000);
  });

  it("leave it, of somebody nobody knew", () => {
    // Only a person we know has a button to press, or a subscription to end.
    const told = MAY_HAPPEN.filter(
      (one) => one.kind !== "cancelled" && !("entry" in one && one.entry.startsWith("press:")),
    );
    holds(told, { ...USUAL, start: { contact: null, enrollments: [] } }, 2_000);
  });

  it("leave it, where the course allows GEO again (design 4.2)", () => {
    holds([...MAY_HAPPEN, LEFT], ALLOWS_GEO, 2_000);
  });

  it("leave GEO open, asked for after the course was bought, though its dispute was told first", () => {
    const at = (hours: number) => T0 + hours * HOUR_MS;
    const bought: Deed = { kind: "paid", payment: "pi_2", offer: "course", at: at(3), key: "e07" };
    const asked: Deed = { kind: "asked", entry: "form:geo", at: at(4), key: "e00" };
    const disputed: Deed = { kind: "disputed", payment: "pi_2", at: at(5), key: "e18" };
    leaves([bought, asked, disputed], [disputed, asked, bought], ALLOWS_GEO);
  });

  it("leave it, when a person has typed PAID into a row that stands (R94)", () => {
    const asked = deedOf(MAY_HAPPEN[0], 0, 0);
    // Later than all else, some of which is told after it.
    const typed = deedOf({ kind: "typed PAID", flow: "geo" }, 98, 2 * HOURS_MAX + 1);
    const now = ground(T0 + (2 * HOURS_MAX + 1) * HOUR_MS);
    const told = (state: PersonState, deed: Deed) => apply(state, deed, now);
    const start = asked.reduce(told, KNOWN);
    fc.assert(
      fc.property(happened([...MAY_HAPPEN.slice(1), LEFT]), fc.nat(6), (others, place) => {
        const before = others.slice(0, place).reduce(told, start);
        // A cell that reads PAID cannot be typed into.
        const done = before.enrollments.some(
          ({ row }) => row.flow === "geo" && row.status === "PAID",
        );
        const marks = done ? [] : typed;
        const last = [...marks, ...others.slice(place)].reduce(told, before);
        const end = settledAgain(last, now);
        // Marks beside payments that are known anyway may differ; what stands in Queue may not.
        const rows = ({ rows: all }: Expected) => all.map((row) => rowLine(row, T0));
        const expected = expectedOf([...asked, ...marks, ...others]);
        expect(rows(seenOf(end))).toEqual(rows(expected));
      }),
      { numRuns: 1_000 },
    );
  });
});
