import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { STATUSES } from "../../sheets-schema/queue";
import { say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { handEdits, seal, unseal } from "../../src/state/seal";
import { apply, contact, edit, enrolled, NOW, person, rowAfter, T0 } from "./bench";
import { GEO } from "./founder-flows";

const iso = (at: number) => new Date(at).toISOString();
const CLOSED = ["PAID", "DONE", "STOPPED"] as const;

const same = (one: number, other: number) => one === other;

describe("stage typed by hand", () => {
  it.each([
    ["0", { stage: 0, next_step: "geo_1", next_at: NOW }],
    ["1", { stage: 1, next_step: "geo_2", next_at: NOW }],
    ["2", { stage: 2, status: "DONE", next_step: "", next_at: null }],
  ] as const)("%s moves the row there and times it by the table", (typed, expected) => {
    expect(rowAfter(person(), edit(["stage", typed]))).toMatchObject(expected);
  });

  it("counts from the last mail where the table says so, and is never due in the past", () => {
    const fresh = person({ stage: 0, last_at: NOW - HOUR_MS, next_step: "geo_1" });
    expect(rowAfter(fresh, edit(["stage", "1"])).next_at).toBe(NOW + 47 * HOUR_MS);
  });

  it.each(["3", "-1", "1.5", "seven", "", "1e0x", "NaN", "Infinity", "０"])(
    "%j is put back with what is allowed",
    (typed) => {
      const decision = apply(person(), edit(["stage", typed]));
      expect(decision.outcome).toBe("REFUSED");
      expect(decision.enrollments[0]?.row).toMatchObject({
        ...{ ...person().enrollments[0]?.row, why: expect.stringContaining("put back") },
      });
      expect(decision.notes).toHaveLength(1);
      const [note] = decision.notes;
      expect(note?.column).toBe("stage");
      expect(say(note?.reason ?? decision.reason, "en")).toContain("from 0 to 2");
      expect(say(note?.reason ?? decision.reason, "en")).toContain(`"${typed}"`);
    },
  );
});

describe("a stage typed while the flow has a wrong row", () => {
  it("is put back, and the wrong row is named: nobody can tell what that stage is", () => {
    const fault = { en: "Steps row 3, stage is empty", zh: "Steps 第 3 行，stage 为空" };
    const rules = new Map([["geo", { ...GEO, fault }]]);
    const decision = apply(person(), edit(["stage", "0"]), rules);
    expect(decision).toMatchObject({ outcome: "REFUSED", enrollments: [{ row: { stage: 1 } }] });
    expect(say(decision.reason, "en")).toContain("Steps row 3, stage is empty");
  });
});

describe("next_at typed by hand", () => {
  it("wins (design 3)", () => {
    expect(rowAfter(person(), edit(["next_at", iso(NOW + 5 * DAY_MS)])).next_at).toBe(
      NOW + 5 * DAY_MS,
    );
    expect(rowAfter(person(), edit(["next_at", iso(NOW + HOUR_MS)])).next_at).toBe(NOW + HOUR_MS);
  });

  it("earlier than now becomes now (design 3)", () => {
    expect(rowAfter(person(), edit(["next_at", iso(T0)])).next_at).toBe(NOW);
  });

  it.each(["", "tomorrow", "soon 1", "2026-13-45"])("%j is put back", (typed) => {
    const decision = apply(person(), edit(["next_at", typed]));
    expect(decision).toMatchObject({ outcome: "REFUSED", notes: [{ column: "next_at" }] });
    expect(decision.enrollments[0]?.row.next_at).toBe(T0 + 48 * HOUR_MS);
  });
});

describe("a closed row", () => {
  it.each(CLOSED)("that is %s takes no stage and no time by hand", (status) => {
    const state = person({ status, next_at: null }, {}, { closing: { at: T0, payment: "" } });
    for (const change of [
      ["stage", "0"],
      ["next_at", iso(NOW + DAY_MS)],
    ] as const) {
      const decision = apply(state, edit(change));
      expect(decision).toMatchObject({ outcome: "REFUSED", enrollments: state.enrollments });
      expect(say(decision.reason, "en")).toContain(status);
    }
  });
});

describe("YES typed into paid", () => {
  it.each(STATUSES)("marks a row that is %s, and the contact (R94)", (status) => {
    const closing = (CLOSED as readonly string[]).includes(status) ? { at: T0, payment: "" } : null;
    const decision = apply(person({ status }, {}, { closing }), edit(["paid", "YES"]));
    expect(decision.enrollments[0]?.row.status).toBe("PAID");
    expect(decision.outcome).toBe("APPLIED");
    if (status !== "PAID") expect(decision.contact).toMatchObject({ paid: "YES", paid_at: NOW });
  });

  it("closes the person's other open rows as well, and leaves the done ones", () => {
    const other = enrolled({ id: "c_ada1.lite.1", flow: "lite", status: "UNPAID" });
    const done = enrolled(
      { id: "c_ada1.old.1", status: "DONE", next_at: null },
      { closing: { at: T0, payment: "" } },
    );
    const state = { contact: contact(), enrollments: [enrolled(), other, done] };
    const rows = apply(state, edit(["paid", "YES"])).enrollments.map(({ row }) => row);
    expect(rows.map(({ status }) => status)).toEqual(["PAID", "PAID", "DONE"]);
    expect(rows[1]).toMatchObject({ paid: "YES", next_at: null, stop_reason: "paid by hand" });
  });

  it.each(["NO", "", "MAYBE"])("but %j is put back: a payment cannot be taken back", (typed) => {
    const paid = person({ status: "PAID", paid: "YES", next_at: null });
    expect(apply(paid, edit(["paid", typed]))).toMatchObject({
      outcome: "REFUSED",
      enrollments: [{ row: { status: "PAID", paid: "YES" } }],
    });
  });

  it.each<
    [
      readonly ["paid" | "status" | "stage" | "do", string],
      readonly ["status" | "paid" | "stage" | "do", string],
    ]
  >([
    [
      ["status", "PAID"],
      ["paid", "YES"],
    ],
    [
      ["status", "STOPPED"],
      ["paid", "YES"],
    ],
    [
      ["status", "ACTIVE"],
      ["paid", "YES"],
    ],
    [
      ["stage", "0"],
      ["status", "PAID"],
    ],
    [
      ["do", "hold"],
      ["paid", "YES"],
    ],
    [
      ["do", "release"],
      ["status", "PAID"],
    ],
    [
      ["status", "PAUSED"],
      ["do", "mark paid"],
    ],
  ])("decides, whatever else was typed with it: %j and %j", (one, two) => {
    for (const changes of [
      [one, two],
      [two, one],
    ]) {
      const decision = apply(person(), edit(...changes));
      expect(decision.enrollments[0]?.row).toMatchObject({ status: "PAID", next_at: null });
      expect(decision.contact?.paid).toBe("YES");
      expect(decision.outcome).toBe("APPLIED");
    }
  });
});

describe("a row to be looked at", () => {
  it.each([
    ["1", "ACTIVE", "geo_2"],
    ["2", "DONE", ""],
  ] as const)("goes on when its stage is set to %s (says `why`)", (stage, status, next) => {
    const review = person({ status: "REVIEW", stage: 0, next_step: "geo_1", last_at: null });
    expect(rowAfter(review, edit(["stage", stage]))).toMatchObject({ status, next_step: next });
  });
});

describe("an edit of a row that is gone", () => {
  it("is ignored", () => {
    const decision = apply({ contact: contact(), enrollments: [] }, edit(["status", "PAID"]));
    expect(decision).toMatchObject({ outcome: "IGNORED", contact: { paid: "NO" } });
  });
});

describe("the notes", () => {
  it.each([
    ["status", "REVIEW"],
    ["status", "nonsense"],
    ["status", ""],
    ["paid", "NO"],
    ["stage", "9"],
    ["stage", "x"],
    ["next_at", "soon"],
    ["do", "dance"],
  ] as const)(
    "on %s %j say in either language what was seen, and nothing of the other",
    (column, typed) => {
      const { notes } = apply(person(), edit([column, typed]));
      expect(notes).toHaveLength(1);
      for (const { reason } of notes) {
        expect(say(reason, "en")).not.toMatch(/[\u4e00-\u9fff]|\{\w+\}/);
        expect(say(reason, "zh")).toMatch(/[\u4e00-\u9fff]{2}/);
        expect(say(reason, "zh")).not.toMatch(/allowed|cannot|possible|number|put back|\{\w+\}/);
        if (column !== "paid") {
          for (const language of ["en", "zh"] as const) {
            expect(say(reason, language)).toContain(typed);
          }
        }
      }
    },
  );

  it("speak the two languages", () => {
    const { reason } = apply(person(), edit(["stage", "9"]));
    expect(say(reason, "en")).toContain("put back");
    expect(say(reason, "zh")).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("the seal", () => {
  const own = enrolled(
    { next_at: NOW + 0.5 },
    { owed: [{ step: "geo_1", event: "e_x" }], closing: { at: T0, payment: "pi_1" } },
  );
  const cells = (more: Partial<QueueRow> = {}): QueueRow => ({
    ...own.row,
    sealed: seal(own),
    ...more,
  });

  it("keeps what a row cannot show", () => {
    expect(unseal(cells())).toMatchObject({ owed: own.owed, revision: 1, closing: own.closing });
    expect(unseal({ ...own.row, sealed: seal(enrolled()) })?.closing).toBeNull();
  });

  it("shows nothing where nothing was typed, also when a cell lost its milliseconds", () => {
    expect(handEdits(cells(), {}, same)).toEqual([]);
    expect(handEdits(cells({ next_at: NOW }), {}, same)).toEqual([]);
  });

  it.each<readonly [Partial<QueueRow>, Partial<Record<string, string>>, object]>([
    [{ status: "PAUSED" }, {}, { column: "status", from: "ACTIVE", to: "PAUSED" }],
    [{ status: "" }, { status: "paid " }, { column: "status", to: "PAID" }],
    [{ status: "" }, {}, { column: "status", to: "" }],
    [{ paid: "YES" }, {}, { column: "paid", from: "NO", to: "YES" }],
    [{ stage: null }, { stage: "two" }, { column: "stage", from: "1", to: "two" }],
    [{ stage: 2 }, {}, { column: "stage", from: "1", to: "2" }],
    [{ next_at: null }, {}, { column: "next_at", to: "" }],
    [{ next_at: null }, { next_at: "soon" }, { column: "next_at", to: "soon" }],
    [{ do: "hold" }, {}, { column: "do", from: "", to: "hold" }],
  ])("shows %j with odd cells %j", (more, odd, expected) => {
    expect(handEdits(cells(more), odd, same)).toMatchObject([expected]);
  });

  it.each(["", "x", "ACTIVE|NO|1"])(
    "that reads %j marks a row the machine did not make",
    (sealed) => {
      expect(unseal(cells({ sealed }))).toBeNull();
    },
  );
});
