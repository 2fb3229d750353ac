import { describe, expect, it } from "vitest";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import type { Enrollment } from "../../src/model/enrollment";
import type { PersonState } from "../../src/model/fact";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { apply, contact, form, NOBODY, NOW, person, rowAfter } from "./bench";
import { GEO } from "./founder-flows";

const closed = (at = NOW - DAY_MS) => ({ closing: { at, payment: "" } });
const DONE: Partial<QueueRow> = { status: "DONE", stage: 2, next_step: "", next_at: null };
const KNOWN: PersonState = {
  contact: contact({ source: "FREE_AUDIT", first_event: "form:free_audit", consent: "NO" }),
  enrollments: [],
};

describe("a GEO form of somebody new", () => {
  const decision = apply(NOBODY, form());

  it("makes the contact, with what the form says and where it came from (R29, R64)", () => {
    expect(decision.contact).toMatchObject({
      email: "ada@example.org",
      name: "Ada",
      source: "GEO",
      first_event: "form:geo",
      first_seen_at: NOW,
      consent: "YES",
      consent_at: NOW,
      consent_proof: "e_form",
      paid: "NO",
    });
  });

  it("opens one row, due at once (R59, R69)", () => {
    expect(decision.enrollments.map(({ row }) => row)).toMatchObject([
      { flow: "geo", status: "ACTIVE", paid: "NO", stage: 0, next_step: "geo_1", next_at: NOW },
    ]);
    expect(decision.outcome).toBe("APPLIED");
  });

  it("applied once more changes nothing (design 5)", () => {
    expect(apply(decision, form())).toMatchObject({
      contact: decision.contact,
      enrollments: decision.enrollments,
    });
  });
});

type Expected = "asks once more" | "nothing" | "a second row";
type Case = readonly [string, Partial<QueueRow>, Partial<ContactRow>, Expected];
const day = (days: number) => NOW - days * DAY_MS;

describe("a GEO form of somebody who has a row", () => {
  it.each<Case>([
    ["mail 1 not gone yet", { stage: 0, last_at: null, first_sent_at: null }, {}, "nothing"],
    ["mail 1 gone 23 h ago", { last_at: NOW - 23 * HOUR_MS }, {}, "nothing"],
    ["mail 1 gone a day ago", { last_at: day(1) }, {}, "asks once more"],
    ["held", { status: "PAUSED", last_at: day(5) }, {}, "nothing"],
    ["to be looked at", { status: "REVIEW", last_at: day(5) }, {}, "nothing"],
    [
      "done, within 30 days",
      { ...DONE, entered_at: day(29), last_at: day(27) },
      {},
      "asks once more",
    ],
    ["done today", { ...DONE, entered_at: day(2), last_at: NOW - HOUR_MS }, {}, "nothing"],
    ["done, after 30 days", { ...DONE, entered_at: day(30), last_at: day(28) }, {}, "a second row"],
    ["stopped by hand", { status: "STOPPED", next_at: null, last_at: day(40) }, {}, "nothing"],
    [
      "unsubscribed, long ago",
      { ...DONE, entered_at: day(90), last_at: day(88) },
      { suppressed: "unsubscribed", suppressed_at: day(40) },
      "nothing",
    ],
    [
      "bounced",
      { ...DONE, entered_at: day(90), last_at: day(88) },
      { suppressed: "bounced", suppressed_at: day(40) },
      "nothing",
    ],
    [
      "paid after the row was done",
      { ...DONE, entered_at: day(90), last_at: day(88) },
      { paid: "YES", paid_at: day(40) },
      "nothing",
    ],
    [
      "paid",
      { status: "PAID", paid: "YES", next_at: null },
      { paid: "YES", paid_at: day(1) },
      "nothing",
    ],
  ])("%s", (_, row, known, expected) => {
    const before = person(
      { entered_at: day(9), ...row },
      known,
      row.next_at === null ? closed(row.last_at ?? NOW) : {},
    );
    const [first, second] = apply(before, form()).enrollments;
    expect(first?.row.status).toBe(before.enrollments[0]?.row.status);
    expect(first?.row.stage).toBe(before.enrollments[0]?.row.stage);
    const asks = expected === "asks once more";
    expect(first?.owed).toEqual(asks ? [{ step: "geo_1", event: "e_form" }] : []);
    if (expected !== "a second row") expect(second).toBeUndefined();
    else
      expect(second?.row).toMatchObject({ id: "c_ada1.geo.2-e_form", status: "ACTIVE", stage: 0 });
  });

  it("starts nothing anew where Flows reentry says never", () => {
    const never = new Map([["geo", { ...GEO, reentry: null }]]);
    const before = person({ ...DONE, entered_at: day(400), last_at: day(398) }, {}, closed());
    expect(apply(before, form(), never).enrollments).toHaveLength(1);
  });

  it("asked twice while the repeat has not gone, asks once", () => {
    const once = apply(person({ last_at: day(5) }), form());
    expect(apply(once, form({ eventId: "e_other" })).enrollments).toEqual(once.enrollments);
  });
});

describe("a GEO form of somebody who has no row", () => {
  it("but came by a free audit: the row opens, the first source stays (R64)", () => {
    const decision = apply(KNOWN, form());
    expect(decision.enrollments).toHaveLength(1);
    expect(decision.contact).toMatchObject({
      source: "FREE_AUDIT",
      first_event: "form:free_audit",
    });
    expect(rowAfter(KNOWN, form())).toMatchObject({ source: "FREE_AUDIT" });
  });

  it.each<readonly [string, Partial<ContactRow>, Partial<QueueRow>]>([
    [
      "paid",
      { paid: "YES", paid_at: day(3), payments: "pi_1 (lite)", paid_for: "lite" },
      { status: "PAID", paid: "YES", paid_at: day(3), stop_reason: "lite" },
    ],
    [
      "paid for something unknown",
      { paid: "YES", paid_at: day(3), payments: "pi_1" },
      { status: "PAID", paid: "YES", paid_at: day(3), stop_reason: "payment" },
    ],
    [
      "unsubscribed",
      { suppressed: "unsubscribed", suppressed_at: day(3) },
      { status: "STOPPED", paid: "NO", paid_at: null, stop_reason: "unsubscribed" },
    ],
    [
      "complained",
      { suppressed: "complained", suppressed_at: null },
      { status: "STOPPED", paid: "NO", paid_at: null, stop_reason: "complained" },
    ],
    [
      "paid and unsubscribed",
      { paid: "YES", paid_at: day(3), suppressed: "unsubscribed", suppressed_at: day(5) },
      { status: "PAID", paid: "YES" },
    ],
  ])("but %s before: the row says so and is never timed", (_, known, expected) => {
    const row = rowAfter({ contact: contact(known), enrollments: [] }, form());
    expect(row).toMatchObject({ ...expected, next_at: null, next_step: "" });
    expect(row.why).not.toBe("");
  });
});

describe("consent", () => {
  it.each([
    ["NO", false, "NO", null],
    ["NO", true, "YES", NOW],
    ["YES", false, "YES", day(5)],
    ["YES", true, "YES", day(5)],
  ] as const)("%s before, %s in the form: %s (R168)", (before, given, after, at) => {
    const known = { consent: before, consent_at: before === "YES" ? day(5) : null };
    const decision = apply(person({}, known), form({ consent: given }));
    expect(decision.contact).toMatchObject({ consent: after, consent_at: at });
  });
});

describe("what is known of a person", () => {
  it("is filled in by later forms, never overwritten (R64)", () => {
    const first = apply(NOBODY, form({ name: "", source: "ad", utm: "source=x" }));
    const later = form({
      eventId: "e_2",
      name: "Ben",
      source: "talk",
      phone: "1",
      url: "https://b.test",
    });
    expect(apply(first, later).contact).toMatchObject({
      name: "Ben",
      phone: "1",
      website: "https://b.test",
      source: "ad",
      utm: "source=x",
    });
    expect(apply(apply(NOBODY, form()), form({ eventId: "e_2", name: "Ben" })).contact?.name).toBe(
      "Ada",
    );
  });
});

describe("a form no flow takes", () => {
  it.each(["free_audit", "anything"])(
    "%s keeps the contact and opens no row (R30, R65, R99)",
    (name) => {
      const fresh = apply(NOBODY, form({ form: name }));
      expect(fresh).toMatchObject({ outcome: "APPLIED", contact: { source: name.toUpperCase() } });
      expect(fresh.enrollments).toEqual([]);
      const before: readonly Enrollment[] = person().enrollments;
      expect(apply(person(), form({ form: name })).enrollments).toEqual(before);
    },
  );
});
