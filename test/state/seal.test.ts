// The seal keeps what a row cannot show, and reads the seals of a sheet that was set up first.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCLUSIONS } from "../../sheets-schema/index";
import { STATUSES } from "../../sheets-schema/queue";
import { type Enrollment, FRESH, type Undo } from "../../src/model/enrollment";
import { reason } from "../../src/model/reason";
import { SECOND_MS } from "../../src/model/time";
import { handEdits, seal, unseal } from "../../src/state/seal";
import { enrolled, NOW, T0 } from "./bench";

const instant = fc
  .integer({ min: 0, max: 2_000_000_000 })
  .map((seconds) => T0 + (seconds % 900_000_000) * SECOND_MS);
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("", "-pi_1", "?pi_1", "pi_1", 'a "b" | {c}', "7 d", "hand", "late 7 d"),
);
const maybe = fc.option(instant, { nil: null });

const taken = fc.record({
  event: text,
  outcome: fc.constantFrom("APPLIED" as const, "REFUSED" as const),
  why: fc.constant(reason("handHeld")),
});
const anyUndo = fc
  .record({ event: text, heldBy: text, timedBy: text, next_at: maybe })
  .map(({ event, heldBy, timedBy, next_at }): Undo => {
    const { status, paid, stage, next_step, stop_reason, stop_event, paid_at } = enrolled({}).row;
    const { result_url, conclusion, promised, price } = enrolled({}).row;
    const stood = { status, paid, stage, next_step, next_at, stop_reason, stop_event, paid_at };
    const row = { ...stood, result_url, conclusion, promised, price };
    return { event, row, owed: [], closing: null, heldBy, timedBy };
  });

/** Any row as the machine may leave it; what it seals beside the cells included. */
const anyRow: fc.Arbitrary<Enrollment> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    paid: fc.constantFrom("YES" as const, "NO" as const),
    stage: fc.option(fc.nat(600), { nil: null }),
    next_at: maybe,
    result_url: fc.constantFrom("", "https://files.test/r?a=1|2"),
    conclusion: fc.constantFrom("" as const, ...CONCLUSIONS),
  })
  .chain((cells) =>
    fc.record({
      row: fc.constant(enrolled(cells).row),
      entryEvent: text,
      owed: fc.array(fc.record({ step: text, event: text }), { maxLength: 3 }),
      revision: fc.nat(),
      closing: fc.option(fc.record({ at: instant, payment: text }), { nil: null }),
      heldBy: text,
      switched: fc.boolean(),
      steppedAt: maybe,
      timedBy: text,
      delivery: text,
      offer: text,
      test: fc.boolean(),
      rarely: fc.boolean(),
      undo: fc.option(anyUndo, { nil: null }),
      asked: text,
      taken: fc.array(taken, { maxLength: 2 }),
    }),
  );

const sealedRow = (own: Enrollment) => ({ ...own.row, sealed: seal(own) });
const same = (one: number, other: number) => one === other;

describe("the seal", () => {
  it("gives back whatever was sealed", () => {
    fc.assert(
      fc.property(anyRow, (own) => {
        const cells = sealedRow(own);
        expect(unseal(cells)).toEqual({ ...own, row: { ...cells, do: "" } });
      }),
      { numRuns: 1_000 },
    );
  });

  it("shows no edit where none was made", () => {
    fc.assert(
      fc.property(anyRow, (own) => {
        expect(handEdits(sealedRow(own), {}, same)).toEqual([]);
      }),
    );
  });

  it("knows a cell that was typed over from one that was not, in any row", () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...STATUSES), instant, (own, status, next_at) => {
        const cells = { ...sealedRow(own), status, next_at };
        const columns = handEdits(cells, {}, same).map(({ column }) => column);
        expect(columns.includes("status")).toBe(status !== own.row.status);
        expect(columns.includes("next_at")).toBe(next_at !== own.row.next_at);
        expect(columns.filter((one) => one !== "status" && one !== "next_at")).toEqual([]);
      }),
    );
  });

  it("of an untouched row stays short: it stands in every one of them", () => {
    const plain = enrolled({ stage: 0, last_at: null }, { steppedAt: null });
    expect(seal(plain).length).toBeLessThan(100);
  });

  it.each([
    ["result_url", "https://files.test/r", "https://files.test/r"],
    ["result_url", "  ", ""],
    ["conclusion", "ORDER", "order"],
  ] as const)("shows %s %j as %j", (column, typed, to) => {
    const cells = sealedRow(enrolled());
    const odd = column === "conclusion" ? { conclusion: typed } : {};
    const changed = column === "conclusion" ? cells : { ...cells, [column]: typed };
    const expected = to === "" ? [] : [{ column, from: "", to }];
    expect(handEdits(changed, odd, same)).toEqual(expected);
  });

  it.each(["{", "{}", '{"s":1,"v":1}', '{"s":"ACTIVE"}', "[]", "null"])(
    "that reads %j is not the machine's",
    (sealed) => {
      expect(unseal({ ...enrolled().row, sealed })).toBeNull();
    },
  );
});

describe("a seal of the first version", () => {
  const iso = new Date(NOW).toISOString();
  const row = (sealed: string) => unseal({ ...enrolled().row, stage: 1, last_at: T0, sealed });

  it("goes on as it stood", () => {
    expect(row(`ACTIVE|NO|1|${iso}|e_1||7`)).toMatchObject({
      ...FRESH,
      entryEvent: "e_1",
      revision: 7,
      steppedAt: T0,
      row: { status: "ACTIVE", paid: "NO", stage: 1, next_at: NOW },
    });
  });

  it("owes the first mail that was asked for again", () => {
    expect(row(`DONE|NO|2||e_1|e_again|3`)?.owed).toEqual([{ step: "geo_1", event: "e_again" }]);
  });

  it("remembers how it closed, and that nothing had gone yet", () => {
    expect(row(`PAID|YES|0||e_1||3|${NOW}|pi_1`)).toMatchObject({
      row: { status: "PAID", paid: "YES", next_at: null },
      closing: { at: NOW, payment: "pi_1" },
      steppedAt: null,
    });
    expect(row(`STOPPED|NO|1||e_1||3|${NOW}`)?.closing).toEqual({ at: NOW, payment: "" });
    expect(row("ACTIVE|NO|1||e_1||3")?.closing).toBeNull();
  });

  it("is sealed anew without a loss, and shows no edit", () => {
    const cells = { ...enrolled({ next_at: NOW }).row, sealed: `ACTIVE|NO|1|${iso}|e_1||7` };
    expect(handEdits(cells, {}, same)).toEqual([]);
    const known = unseal(cells);
    if (known === null) throw new Error("not read");
    expect(unseal({ ...known.row, sealed: seal(known) })).toMatchObject({
      entryEvent: "e_1",
      steppedAt: known.steppedAt,
      row: { next_at: NOW, stage: 1 },
    });
  });

  it.each(["ACTIVE|NO|1", "ACTIVE", "|||||"])("that reads %j is not the machine's", (sealed) => {
    expect(row(sealed)).toBeNull();
  });
});
