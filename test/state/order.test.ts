import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextDue } from "../../src/cadence/next-due";
import type { Enrollment } from "../../src/model/enrollment";
import type { Fact, PersonState } from "../../src/model/fact";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/model/time";
import { afterSend } from "../../src/state/after-send";
import { apply, contact, form, payment, T0, unsubscribe } from "./bench";
import { GEO } from "./founder-flows";

// Somebody we know from a free audit, so that there is a person who can unsubscribe.
const KNOWN: PersonState = {
  contact: contact({ source: "FREE_AUDIT", first_seen_at: T0 - DAY_MS }),
  enrollments: [],
};
const at = (hours: number) => T0 + hours * HOUR_MS;
const MAKERS: Readonly<Record<string, (hours: number) => Fact>> = {
  form: (hours) => form({ eventId: "e_form1", at: at(hours) }),
  "form again": (hours) => form({ eventId: "e_form2", at: at(hours) }),
  "free audit": (hours) => form({ eventId: "e_audit", form: "free_audit", at: at(hours) }),
  "lite paid": (hours) =>
    payment({ eventId: "e_pay1", paymentKey: "pi_1", offer: "lite", at: at(hours) }),
  "lite paid, told without its product": (hours) =>
    payment({ eventId: "e_pay2", paymentKey: "pi_1", at: at(hours) }),
  "course paid": (hours) =>
    payment({ eventId: "e_pay3", paymentKey: "pi_2", offer: "course", at: at(hours) }),
  "something paid": (hours) => payment({ eventId: "e_pay4", paymentKey: "pi_3", at: at(hours) }),
  unsubscribe: (hours) => ({ ...unsubscribe, at: at(hours) }) as Fact,
};

/** Design 4.8: by when it happened, ties payment first, then key. */
function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const weight = (fact: Fact) => (fact.kind === "payment" ? 0 : 1);
  const key = (fact: Fact) => (fact.kind === "payment" ? fact.paymentKey : fact.eventId);
  return [...facts].sort(
    (a, b) => a.at - b.at || weight(a) - weight(b) || (key(a) < key(b) ? -1 : 1),
  );
}

function outcomeOf(facts: readonly Fact[]) {
  const end = facts.reduce<PersonState>((state, fact) => apply(state, fact), KNOWN);
  return {
    paid: end.contact?.paid,
    suppressed: end.contact?.suppressed,
    paid_at: end.contact?.paid_at,
    rows: end.enrollments.map(({ row }) => ({
      flow: row.flow,
      status: row.status,
      paid: row.paid,
      stop_reason: row.stop_reason,
      paid_at: row.paid_at,
      timed: row.next_at !== null,
      tags: row.tags,
    })),
  };
}

// Few hours, so that ties are common.
const fact = fc
  .tuple(fc.constantFrom(...Object.keys(MAKERS)), fc.integer({ min: 0, max: 4 }))
  .map(([name, hours]) => ({ name, hours }));
const history = fc
  .uniqueArray(fact, { minLength: 2, maxLength: 6, selector: ({ name }) => name })
  .chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length }),
    ),
  )
  .filter(([facts, arrivals]) => facts.every((one) => arrivals.includes(one)));
const made = (facts: readonly { name: string; hours: number }[]) =>
  facts.flatMap(({ name, hours }) => MAKERS[name]?.(hours) ?? []);

describe("the same facts", () => {
  it("in any order and repetition leave the same rows, status, stop_reason and paid_at (design 4.8)", () => {
    fc.assert(
      fc.property(history, ([facts, arrivals]) => {
        expect(outcomeOf(made(arrivals))).toEqual(outcomeOf(inOrder(made(facts))));
      }),
      { numRuns: 2_000 },
    );
  });

  it("never give somebody who only asked for a free audit a GEO row (R65, R99)", () => {
    fc.assert(
      fc.property(history, ([facts, arrivals]) => {
        const asked = facts.some(({ name }) => name.startsWith("form"));
        expect(outcomeOf(made(arrivals)).rows).toHaveLength(asked ? 1 : 0);
      }),
    );
  });
});

describe("a payment that arrives late", () => {
  /** Both mails went: the row is DONE from 48 h on. */
  const asked = apply(KNOWN, form({ at: at(0) }));
  const sent = (one: Enrollment, went: number) =>
    afterSend(one, GEO, { at: went, beside: "" }, nextDue, () => "why");
  const done: PersonState = {
    contact: asked.contact,
    enrollments: asked.enrollments.map((one) => sent(sent(one, at(0)), at(48))),
  };

  it.each<[number, string, string]>([
    [-1, "PAID", "before the form"],
    [1, "PAID", "between the mails"],
    [48, "PAID", "at the instant of the last mail: payment first"],
    [48 + 1 / 60, "DONE", "after the row was done"],
  ])("by %d h closes as %s: %s (R94)", (hours, status) => {
    expect(done.enrollments[0]?.row.status).toBe("DONE");
    const late = apply(done, payment({ at: at(hours) }));
    expect(late.enrollments[0]?.row).toMatchObject({
      status,
      stage: 2,
      paid_at: status === "PAID" ? at(hours) : null,
    });
  });

  it.each([
    [-MINUTE_MS, "PAID"],
    [0, "PAID"],
    [MINUTE_MS, "STOPPED"],
  ] as const)("%d ms from an unsubscribe leaves the row %s", (after, status) => {
    const stopped = apply(apply(KNOWN, form({ at: at(0) })), {
      ...unsubscribe,
      at: at(5),
    } as Fact);
    const end = apply(stopped, payment({ at: at(5) + after }));
    expect(end.enrollments[0]?.row.status).toBe(status);
    expect(end.contact).toMatchObject({ paid: "YES", suppressed: "unsubscribed" });
  });
});
