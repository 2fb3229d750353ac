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
