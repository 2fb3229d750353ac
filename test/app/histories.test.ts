import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen } from "../../src/model/enrollment";
import { ACTION } from "../order/action";
import { History } from "../order/history";

// Anything may happen in any order: people ask, pay, fail to, leave; the owner types and sorts, runs fail. Then,
// whatever happened, what must never happen has not.
describe("whatever happens", () => {
  it("nobody is mailed who did not ask or has stopped, nothing goes twice or early, no row is forgotten (R8, R58, R59, R65, R94–R100)", () => {
    fc.assert(
      fc.property(fc.array(ACTION, { minLength: 3, maxLength: 25 }), (actions) => {
        const history = new History();
        for (const one of actions) history.act(one);
        history.end();
      }),
      { numRuns: 60 },
    );
  });

  it("who only asked for a free check is never in GEO or Lite, in any year (R65, R99, R105)", () => {
    const history = new History();
    history.act({ what: "form", person: "ada@example.org", form: "free_audit", consent: true });
    for (let month = 0; month < 24; month += 1) {
      history.act({ what: "pass", hours: 24 * 30 });
      history.act({ what: "result", person: "ada@example.org", keyed: month % 2 === 0 });
    }
    const { store } = history.office.ports;
    expect(store.rows("Queue").map(({ flow }) => flow)).toEqual(["free_check"]);
    expect(store.rows("Sends").map(({ step }) => step)).toEqual([
      "free_check_receipt",
      "free_check_result",
    ]);
    expect(store.rows("Queue").filter(({ status }) => isOpen(status))).toEqual([]);
  });
});
