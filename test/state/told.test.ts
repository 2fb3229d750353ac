// What `why`, notes and outcomes tell after a person's hand: what was done, and what truly comes next.
import { describe, expect, it } from "vitest";
import { editOf, enrolled, founder, NOW, person, rowOf } from "./bench";

const failed = enrolled({
  ...{ id: "c_ada1.stripe_failed.1", flow: "stripe_failed", status: "PAUSED", stage: 2 },
  ...{ next_step: "", next_at: null, payment: "pi_1", why: "held by hand" },
});
const waiting = enrolled(
  {
    ...{ id: "c_ada1.free_check.1", flow: "free_check", status: "PAUSED", stage: 1 },
    ...{ next_step: "free_check_result", next_at: null, why: "held by hand" },
  },
  { timedBy: "free_check.result" },
);
const alone = (own: ReturnType<typeof enrolled>) => ({ ...person(), enrollments: [own] });
const LINK = "https://files.test/result";

describe("a release by hand", () => {
  it.each([
    ["a failed payment after both its mails", failed, "waits only for payment"],
    ["a check without its result", waiting, "waits for the result"],
    ["a row that is timed", enrolled({ status: "PAUSED" }), "geo_2 goes at next_at"],
  ])("of %s says what the row waits for, and names no empty step", (_, own, words) => {
    const after = founder(alone(own), editOf(own.row.id, ["do", "release"]));
    const { why } = rowOf(after, own.row.flow).row;
    expect(why).toContain("released by hand");
    expect(why).toContain(words);
    expect(why).not.toMatch(/; {2}|goes next/);
  });
});

describe("a result for a row that is held", () => {
  it("is kept and makes it due, and `why` still says that it is held", () => {
    const after = founder(alone(waiting), editOf(waiting.row.id, ["result_url", LINK]));
    expect(rowOf(after, "free_check").row).toMatchObject({
      ...{ status: "PAUSED", result_url: LINK, next_at: NOW, why: "held by hand" },
    });
    expect(after.reason.code).toBe("resultKept");
    const on = founder(after, editOf(waiting.row.id, ["do", "release"]));
    expect(rowOf(on, "free_check").row.why).toContain("free_check_result goes at next_at");
  });
});
