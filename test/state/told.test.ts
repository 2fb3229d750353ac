// What `why`, notes and outcomes tell after a person's hand: what was done, and what truly comes next.
import { describe, expect, it } from "vitest";
import { nextDue } from "../../src/cadence/next-due";
import type { PersonState } from "../../src/model/fact";
import { type Reason, say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { afterSend } from "../../src/state/after-send";
import { editOf, enrolled, form, founder, lived, NOW, person, rowOf, T0 } from "./bench";
import { LITE } from "./founder-flows";

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

describe("a conclusion that was chosen", () => {
  const asked = lived([form({ form: "lite" })]);
  const { id } = rowOf(asked, "lite").row;
  const chosen = founder(asked, editOf(id, ["conclusion", "structure"]));
  const owes = (state: PersonState) => rowOf(state, "lite").owed.map(({ step }) => step);

  it.each([
    ["in its row", () => chosen, ["paid", "YES"]],
    ["by status", () => chosen, ["status", "PAID"]],
  ] as const)("is still owed when the person is marked PAID %s (design 4.2)", (_, from, cell) => {
    expect(owes(founder(from(), editOf(id, cell)))).toEqual(["lite_conclusion"]);
  });

  it("is still owed when another row of the person is marked", () => {
    const both = lived([form()], chosen);
    const marked = founder(both, editOf(rowOf(both, "geo").row.id, ["do", "mark paid"]));
    expect(rowOf(marked, "lite").row.status).toBe("PAID");
    expect(owes(marked)).toEqual(["lite_conclusion"]);
  });

  it("is owed no more once the person is stopped", () => {
    expect(owes(founder(chosen, editOf(id, ["do", "stop"])))).toEqual([]);
  });

  it("anew after its mail went says that it went and does not go again", () => {
    const paid = founder(chosen, editOf(id, ["paid", "YES"]));
    const speak = (told: Reason) => say(told, "en");
    const went = { at: NOW + HOUR_MS, beside: "lite_conclusion" };
    const sent = afterSend(rowOf(paid, "lite"), LITE, went, nextDue, speak);
    expect(sent.row.why).toContain("lite_conclusion sent");
    const anew = founder(alone(sent), editOf(id, ["conclusion", "order"]));
    // The run finds the mail under the same send key.
    const found = afterSend(rowOf(anew, "lite"), LITE, went, nextDue, speak);
    expect(found).toMatchObject({ owed: [], row: { conclusion: "order", last_at: went.at } });
    expect(found.row.why).toContain("does not go again");
  });
});

describe("a stage typed to the end", () => {
  it.each(["FAILED", "PAUSED", "REVIEW"] as const)(
    "of a failed payment that is %s leaves it waiting for payment, never DONE",
    (status) => {
      const own = {
        ...failed,
        row: { ...failed.row, status, stage: 0, next_step: "stripe_failed_1" },
      };
      const after = rowOf(founder(alone(own), editOf(own.row.id, ["stage", "2"])), "stripe_failed");
      const open = status === "PAUSED" ? "PAUSED" : "FAILED";
      expect(after.row).toMatchObject({ status: open, stage: 2, next_step: "", next_at: null });
      if (open === "FAILED") expect(after.row.why).toContain("waits only for payment");
    },
  );
});

describe("a cell put back", () => {
  it.each(["next_at", "stage"] as const)(
    "in %s is what `why` tells of, and not what was typed before",
    (column) => {
      const own = enrolled({ why: "edited by hand: next_at → 2026-04-01 09:00 UTC" });
      const { why } = rowOf(founder(alone(own), editOf(own.row.id, [column, ""])), "geo").row;
      expect(why).toContain(`the edit of ${column} was put back`);
      expect(why).toContain("geo_2 goes at next_at");
      expect(why).not.toContain("2026-04-01");
    },
  );
});
