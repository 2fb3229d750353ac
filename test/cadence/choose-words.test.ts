// Which of a step's templates a row gets: in turn, never one of the last four; by its ending for a conclusion.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCLUSIONS } from "../../sheets-schema/index";
import { templateOf } from "../../src/cadence/choose-words";
import type { Step } from "../../src/model/flow";
import { enrolled } from "../state/bench";
import { EVERGREEN, LITE, step } from "../state/founder-flows";

const named = (name: string): Step => {
  const found = LITE.steps.find((one) => one.step === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
/** What goes from that stage on, after what has gone before. */
function rotation(repeated: Step, stages: number, before: readonly string[]): readonly string[] {
  let sent = before;
  for (let stage = repeated.stage; stage < repeated.stage + stages; stage += 1) {
    sent = [...sent, templateOf(repeated, enrolled({ stage }), sent)];
  }
  return sent.slice(before.length);
}
function noneOfTheLastFour(before: readonly string[], sent: readonly string[]): boolean {
  const all = [...before, ...sent];
  return sent.every((name, at) => {
    const now = before.length + at;
    return !all.slice(Math.max(0, now - 4), now).includes(name);
  });
}

describe("a step that repeats", () => {
  it("never takes one of the last four over 200 stages, whatever went before", () => {
    const drip = Array.from({ length: 10 }, (_, at) => `lite_${at + 1}`);
    const before = fc.array(fc.constantFrom(...drip), { maxLength: 12 });
    fc.assert(
      fc.property(before, (went) => {
        const sent = rotation(named("lite_again"), 200, went);
        expect(noneOfTheLastFour(went, sent)).toBe(true);
      }),
    );
  });

  it("does so with as few as five templates, and leaves none of them out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        (many, stage) => {
          const templates = Array.from({ length: many }, (_, at) => `t${at}`);
          const repeats = step("again", stage, "marketing", { templates, stageTo: Infinity });
          const sent = rotation(repeats, 200, []);
          expect(noneOfTheLastFour([], sent)).toBe(true);
          expect(new Set(sent)).toEqual(new Set(templates));
        },
      ),
    );
  });

  it("after the ten of Lite goes on with one that is older than four mails", () => {
    const drip = Array.from({ length: 10 }, (_, at) => `lite_${at + 1}`);
    expect(rotation(named("lite_again"), 6, drip)).toEqual(EVERGREEN);
  });

  it("chooses the same for the same history: planning twice changes no mail", () => {
    const went = ["lite_8", "lite_2"];
    const row = enrolled({ stage: 31 });
    const once = templateOf(named("lite_again"), row, went);
    expect(templateOf(named("lite_again"), row, went)).toBe(once);
  });

  it("still sends something where a list of another age has too few", () => {
    const short = step("again", 0, "marketing", { templates: ["a", "b"], stageTo: Infinity });
    expect(templateOf(short, enrolled({ stage: 4 }), ["a", "b"])).toBe("a");
  });
});

describe("a conclusion", () => {
  it.each(CONCLUSIONS)("%s takes the template that ends with it (R106)", (conclusion) => {
    const row = enrolled({ conclusion });
    const name = templateOf(named("lite_conclusion"), row, [`lite_conclusion_${conclusion}`]);
    expect(name).toBe(`lite_conclusion_${conclusion}`);
  });

  it("does not take another that only ends alike", () => {
    const templates = ["x_reorder", "x_order", "x_content", "x_indexing", "x_structure"];
    const conclusion = step("c", 0, "service", { sentOn: "conclusion", templates });
    expect(templateOf(conclusion, enrolled({ conclusion: "order" }), [])).toBe("x_order");
  });
});

describe("any other step", () => {
  it("has one template, also when it was sent a moment ago", () => {
    expect(templateOf(named("lite_3"), enrolled({ stage: 2 }), ["lite_3"])).toBe("lite_3");
  });
});
