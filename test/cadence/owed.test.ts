// Steps renamed or taken away while their mail is owed: what was bought still goes, and nothing goes that was not owed.
import { describe, expect, it } from "vitest";
import { dueSends } from "../../src/cadence/due-sends";
import { nextDue } from "../../src/cadence/next-due";
import type { Enrollment } from "../../src/model/enrollment";
import type { Fact, PersonState } from "../../src/model/fact";
import type { Flow, Rules } from "../../src/model/flow";
import { say } from "../../src/model/reason";
import { afterSend } from "../../src/state/after-send";
import { settled } from "../../src/state/settle";
import { transition } from "../../src/state/transition";
import { editOf, form, founder, ground, lived, NOW, payment, rowOf } from "../state/bench";
import { FOUNDER, LITE, offers } from "../state/founder-flows";

const asked = lived([form({ form: "lite" })]);
const bought = lived([payment({ offer: "lite" })], asked);

/** Lite with its steps as `change` has them. */
function rulesWith(change: (step: Flow["steps"][number]) => Flow["steps"]): Rules {
  return new Map([...FOUNDER, ["lite", { ...LITE, steps: LITE.steps.flatMap(change) }]]);
}
const renamed = (name: string) =>
  rulesWith((step) => [step.step === name ? { ...step, step: `${name}_new` } : step]);
const without = (name: string) => rulesWith((step) => (step.step === name ? [] : [step]));

/** As a run finds it: settled by the contact's marks first. */
function found(state: PersonState, rules: Rules): Enrollment {
  if (state.contact === null) throw new Error("nobody");
  return settled(state.contact, rowOf(state, "lite"), { ...ground(rules, offers()), at: NOW });
}
const goes = (own: Enrollment, rules: Rules) =>
  dueSends([own], rules, NOW).map(({ step }) => step.step);

describe("a mail owed under a name that Steps no longer has", () => {
  it("is the delivery of what was bought, and goes once", () => {
    const rules = renamed("lite_delivery");
    const own = found(bought, rules);
    const [due] = dueSends([own], rules, NOW);
    expect(due).toMatchObject({ step: { step: "lite_delivery_new" }, beside: true });
    if (due === undefined) return;
    const went = { at: NOW, beside: due.step.step };
    const sent = afterSend(own, due.flow, went, nextDue, (told) => say(told, "en"));
    expect(sent.owed).toEqual([]);
    expect(sent.row.why).toContain("lite_delivery_new sent");
  });

  it("is the conclusion, where the row owes one, and not a delivery once more", () => {
    const lite = rowOf(bought, "lite");
    const delivered = { ...bought, enrollments: [{ ...lite, owed: [] }] };
    const chosen = founder(delivered, editOf(lite.row.id, ["conclusion", "order"]));
    expect(goes(found(chosen, renamed("lite_conclusion")), renamed("lite_conclusion"))).toEqual([
      "lite_conclusion_new",
    ]);
  });

  it("is the receipt of somebody who asked", () => {
    const rules = renamed("lite_receipt");
    expect(goes(found(asked, rules), rules)).toEqual(["lite_receipt_new"]);
  });

  it("goes to nobody where no step of its kind is left", () => {
    expect(goes(found(bought, without("lite_delivery")), without("lite_delivery"))).toEqual([]);
    expect(goes(found(asked, without("lite_receipt")), without("lite_receipt"))).toEqual([]);
  });

  it("a receipt that waits becomes no delivery of something else", () => {
    const course: Fact = payment({ offer: "course" });
    const rules = renamed("lite_receipt");
    const after = transition(asked, course, ground(rules, offers()));
    expect(rowOf(after, "lite")).toMatchObject({ row: { status: "PAID" }, owed: [] });
  });

  it("stays owed while its flow is gone from Flows, and goes when it is back", () => {
    const gone: Rules = new Map([...FOUNDER].filter(([name]) => name !== "lite"));
    const meanwhile = { ...bought, enrollments: [found(bought, gone)] };
    expect(goes(found(meanwhile, FOUNDER), FOUNDER)).toEqual(["lite_delivery"]);
  });
});
