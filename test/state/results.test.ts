// What somebody waits for has come: the conclusion of Lite, the result of a free check, typed or posted (R105, R106).
import { describe, expect, it } from "vitest";
import type { Fact, PersonState } from "../../src/model/fact";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { contact, editOf, enrolled, form, founder, lived, NOW, payment, rowOf } from "./bench";

const asked = lived([form({ form: "lite", at: NOW })]);
const lite = (state: PersonState) => rowOf(state, "lite");

describe("the conclusion (R106)", () => {
  const paid = lived([payment({ offer: "lite", at: NOW + HOUR_MS })], asked);
  const id = lite(asked).row.id;
  const owes = (state: PersonState) => lite(state).owed.map(({ step }) => step);
  const posted = (conclusion: string): Fact => ({
    kind: "result",
    eventId: "e_conclusion",
    at: NOW + DAY_MS,
    event: "lite.conclusion",
    resultUrl: "",
    conclusion,
  });

  it.each(["indexing", "structure", "content", "order"])(
    "%s, typed or posted, is owed once",
    (one) => {
      for (const fact of [editOf(id, ["conclusion", one]), posted(one)]) {
        const after = founder(paid, fact);
        expect(owes(after)).toEqual(["lite_delivery", "lite_conclusion"]);
        expect(lite(after).row).toMatchObject({ conclusion: one, status: "PAID" });
        expect(lite(after).row.why).toContain("lite_conclusion goes next");
        expect(owes(founder(after, fact))).toEqual(owes(after));
      }
    },
  );

  it("chosen before the payment waits for it", () => {
    const early = founder(asked, editOf(id, ["conclusion", "order"]));
    expect(owes(early)).toEqual(["lite_receipt", "lite_conclusion"]);
    const after = founder(early, payment({ offer: "lite", at: NOW + HOUR_MS }));
    expect(owes(after)).toEqual(["lite_conclusion", "lite_delivery"]);
  });

  it("taken back is owed no more", () => {
    const chosen = founder(paid, editOf(id, ["conclusion", "order"]));
    expect(owes(founder(chosen, editOf(id, ["conclusion", ""])))).toEqual(["lite_delivery"]);
  });

  it.each(["luck", "Order of execution", "constructor"])(
    "%j is put back with the four",
    (typed) => {
      const after = founder(paid, editOf(id, ["conclusion", typed]));
      expect(after).toMatchObject({ outcome: "REFUSED", notes: [{ column: "conclusion" }] });
      expect(lite(after).row.conclusion).toBe("");
    },
  );

  it("of a flow that has none is put back, and posted it is nobody's", () => {
    const geo: PersonState = { contact: contact(), enrollments: [enrolled()] };
    const typed = founder(geo, editOf("c_ada1.geo.1", ["conclusion", "order"]));
    expect(typed).toMatchObject({ outcome: "REFUSED", notes: [{ column: "conclusion" }] });
    expect(founder(geo, posted("order"))).toMatchObject({ outcome: "IGNORED" });
  });
});

describe("the result of a free check", () => {
  const waiting = enrolled(
    {
      id: "c_ada1.free_check.1",
      flow: "free_check",
      stage: 1,
      next_step: "free_check_result",
      next_at: null,
    },
    { timedBy: "free_check.result" },
  );
  const state: PersonState = { contact: contact(), enrollments: [waiting] };
  const LINK = "https://files.test/r";
  const posted: Fact = {
    kind: "result",
    eventId: "e_result",
    at: NOW,
    event: "free_check.result",
    resultUrl: LINK,
    conclusion: "",
  };
  const check = (from: PersonState) => rowOf(from, "free_check");

  it.each<readonly [string, Fact]>([
    ["typed", editOf(waiting.row.id, ["result_url", LINK])],
    ["posted", posted],
  ])("%s makes its mail due at once", (_, fact) => {
    const after = founder(state, fact);
    expect(check(after).row).toMatchObject({ result_url: LINK, next_at: NOW, stage: 1 });
    expect(check(after).row.why).toContain("free_check_result goes next");
  });

  it("that comes before the receipt went is kept, and due after it", () => {
    const early = enrolled({
      ...waiting.row,
      stage: 0,
      next_step: "free_check_receipt",
      next_at: NOW,
    });
    const after = founder({ ...state, enrollments: [early] }, posted);
    expect(check(after).row).toMatchObject({ result_url: LINK, stage: 0, next_at: NOW });
    expect(check(after).row.next_step).toBe("free_check_receipt");
  });

  it("taken away again waits again", () => {
    const there = founder(state, posted);
    const gone = founder(there, editOf(waiting.row.id, ["result_url", ""]));
    expect(check(gone).row).toMatchObject({ result_url: "", next_at: null });
    expect(check(gone).row.why).toContain("waits for the result");
  });

  it.each(["my file", "http://", "javascript:alert(1)", "www.x.test"])(
    "%j is put back",
    (typed) => {
      const after = founder(state, editOf(waiting.row.id, ["result_url", typed]));
      expect(after).toMatchObject({ outcome: "REFUSED", notes: [{ column: "result_url" }] });
      expect(check(after).row).toMatchObject({ result_url: "", next_at: null });
    },
  );

  it("of a flow that waits for none is put back", () => {
    const geo: PersonState = { contact: contact(), enrollments: [enrolled()] };
    const after = founder(geo, editOf("c_ada1.geo.1", ["result_url", LINK]));
    expect(after).toMatchObject({ outcome: "REFUSED", notes: [{ column: "result_url" }] });
  });

  it.each(["PAID", "STOPPED", "DONE"] as const)(
    "posted for a row that is %s is nobody's",
    (status) => {
      const closing = { at: NOW, payment: "" };
      const closed = { ...waiting, closing, row: { ...waiting.row, status } };
      expect(founder({ ...state, enrollments: [closed] }, posted).outcome).toBe("IGNORED");
    },
  );

  it("goes to the newest of two rows", () => {
    const older = enrolled({ ...waiting.row, id: "c_ada1.free_check.0", entered_at: 1 });
    const after = founder({ ...state, enrollments: [older, waiting] }, posted);
    const named = after.enrollments.map(({ row: { id, result_url } }) => [id, result_url]);
    expect(named).toEqual([
      ["c_ada1.free_check.0", ""],
      ["c_ada1.free_check.1", LINK],
    ]);
  });
});
