// Caps and gaps over random months: never broken, and nobody's mail waits for ever (R179, R180, R183, R187).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DueSend } from "../../src/cadence/due-sends";
import { freeAt, inTurn, type Limits, type PastMail, turnAfter } from "../../src/cadence/frequency";
import { DAY_MS, HOUR_MS } from "../../src/model/time";

const FLOWS = ["one", "two", "three"];
const OFFERS: Readonly<Record<string, string>> = { one: "x", two: "x", three: "" };
const DAYS = 150;
/** More than a cap's span ever holds here. */
const LATELY = 130;

const LIMITS = fc.record({
  caps: fc.array(
    fc.record({ mails: fc.integer({ min: 1, max: 3 }), periodMs: fc.constantFrom(1, 3, 7, 10) }),
    { maxLength: 2 },
  ),
  minGapMs: fc.constantFrom(0, 12, 24, 60),
  flowGapMs: fc.constantFrom(0, 24, 48),
  offerGapMs: fc.constantFrom(0, 24, 96),
});
const inMs = (limits: Limits): Limits => ({
  caps: limits.caps.map(({ mails, periodMs }) => ({ mails, periodMs: periodMs * DAY_MS })),
  minGapMs: limits.minGapMs * HOUR_MS,
  flowGapMs: limits.flowGapMs * HOUR_MS,
  offerGapMs: limits.offerGapMs * HOUR_MS,
});

interface Went extends PastMail {
  readonly dueAt: number;
}

/** Each flow's next mail is due some hours after its last one went, as a cadence has it. */
function months(limits: Limits, waits: readonly number[]): readonly Went[] {
  const went: Went[] = [];
  const due = FLOWS.map((flow, at) => ({ flow, dueAt: (waits[at] ?? 1) * HOUR_MS, until: 0 }));
  for (let now = 0; now < DAYS * DAY_MS; now += 2 * HOUR_MS) {
    const ready = due.filter(({ dueAt, until }) => Math.max(dueAt, until) <= now);
    for (const { flow } of inTurn(ready.map(dueSend), FLOWS)) {
      const own = due.find((one) => one.flow === flow.flow);
      if (own === undefined) continue;
      const mail = { flow: own.flow, offer: OFFERS[own.flow] ?? "", asked: false };
      const others = due.filter((one) => one !== own && one.until > 0);
      const waiting = others.map(({ dueAt: since, until }) => ({ since, until }));
      const free =
        turnAfter(own.dueAt, waiting, now) ?? freeAt(limits, went.slice(-LATELY), mail, now);
      if (free === null) {
        went.push({ ...mail, at: now, dueAt: own.dueAt });
        own.dueAt = now + (waits[FLOWS.indexOf(own.flow)] ?? 1) * HOUR_MS;
        own.until = 0;
      } else own.until = free.until;
    }
  }
  return went;
}

function dueSend({ flow, dueAt }: { readonly flow: string; readonly dueAt: number }): DueSend {
  const row = { id: "c_1.x.1-a" };
  return { enrollment: { row }, flow: { flow }, step: { class: "marketing" }, dueAt } as DueSend;
}

/** From one mail to the next, of those pairs. */
function shortest(went: readonly Went[], counts: (one: Went, before: Went) => boolean): number {
  const gaps = went.flatMap((one, n) => {
    const before = went[n - 1];
    return before === undefined || !counts(one, before) ? [] : [one.at - before.at];
  });
  return Math.min(...gaps);
}

describe("limits over random months", () => {
  const waits = fc.array(fc.integer({ min: 6, max: 90 }), { minLength: 3, maxLength: 3 });

  it("hold in every span, and let every mail go at last", () => {
    const property = fc.property(LIMITS, waits, (given, each) => {
      const limits = inMs(given);
      const went = months(limits, each);
      for (const { mails, periodMs } of limits.caps) {
        const times = went.map(({ at }) => at);
        const first = times.slice(mails).map((at, n) => at - (times[n] ?? 0));
        expect(Math.min(...first)).toBeGreaterThanOrEqual(periodMs);
      }
      expect(shortest(went, () => true)).toBeGreaterThanOrEqual(limits.minGapMs);
      const changes = shortest(went, (one, before) => one.flow !== before.flow);
      expect(changes).toBeGreaterThanOrEqual(limits.flowGapMs);
      const ofOffer = went.filter(({ offer }) => offer !== "");
      expect(shortest(ofOffer, () => true)).toBeGreaterThanOrEqual(limits.offerGapMs);
      for (const flow of FLOWS) {
        const own = went.filter((one) => one.flow === flow);
        expect(own.length).toBeGreaterThan(1);
        const waited = own.map(({ at, dueAt }) => at - dueAt);
        expect(Math.max(...waited)).toBeLessThanOrEqual(70 * DAY_MS);
      }
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("name what stands in the way longest", () => {
    const past = [{ at: 0, flow: "one", offer: "x", asked: false }];
    const limits = { caps: [{ mails: 1, periodMs: 5 }], minGapMs: 3, flowGapMs: 9, offerGapMs: 7 };
    expect(freeAt(limits, past, { flow: "one", offer: "" }, 1)).toMatchObject({
      until: 5,
      by: "cap",
    });
    expect(freeAt(limits, past, { flow: "one", offer: "x" }, 1)).toMatchObject({
      until: 7,
      by: "offer",
    });
    expect(freeAt(limits, past, { flow: "two", offer: "x" }, 1)).toMatchObject({
      until: 9,
      by: "flow",
    });
    expect(freeAt(limits, past, { flow: "two", offer: "x" }, 9)).toBeNull();
    expect(freeAt(limits, [], { flow: "two", offer: "x" }, 0)).toBeNull();
  });
});
