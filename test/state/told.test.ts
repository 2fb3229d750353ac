// What `why`, notes and outcomes tell after a person's hand: what was done, and what truly comes next.
import { describe, expect, it } from "vitest";
import { say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { editOf, enrolled, form, founder, NOW, person, rowOf, T0 } from "./bench";

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

describe("a form sent again", () => {
  const LONG_AFTER = NOW + 60 * DAY_MS;
  it.each([
    ["60 days after a stop by hand", { status: "STOPPED" }, "the row is STOPPED, nothing is sent"],
    ["while the row is held", { status: "PAUSED" }, "the row is PAUSED, nothing is sent"],
    ["before its first mail went", { last_at: null, stage: 0 }, "has not gone yet"],
    ["within a day of its mail", { last_at: LONG_AFTER - HOUR_MS }, "within a day"],
  ] as const)("%s says why nothing goes", (_, cells, words) => {
    const own = enrolled(cells, { closing: { at: T0, payment: "" } });
    const after = founder(alone(own), form({ at: LONG_AFTER }));
    expect(say(after.reason, "en")).toContain(words);
    expect(say(after.reason, "zh")).toMatch(/再次索取/);
  });

  it("whose time is before the first says from when the row counts (design 4.8)", () => {
    const after = founder(person(), form({ at: T0 - HOUR_MS }));
    expect(after.reason.code).toBe("askedEarlier");
    expect(rowOf(after, "geo").row.entered_at).toBe(T0 - HOUR_MS);
  });
});
