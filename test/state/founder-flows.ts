// The founder's flows and offers as rules, written out by hand: what the engine is held to does not come from it.
import type { Flow, MailClass, Rules, Step, Wait } from "../../src/model/flow";
import type { Offer, Offers } from "../../src/model/offer";
import { DAY_MS, HOUR_MS } from "../../src/model/time";

const FOR_EVER = Number.POSITIVE_INFINITY;

export function step(
  name: string,
  stage: number,
  mailClass: MailClass,
  more: Partial<Step> = {},
): Step {
  return {
    step: name,
    sentOn: "stage",
    stage,
    stageTo: stage,
    templates: [name],
    class: mailClass,
    lateMaxMs: null,
    ...more,
  };
}

export function wait(stage: number, waitMs: number, more: Partial<Wait> = {}): Wait {
  return { stageFrom: stage, stageTo: stage, waitMs, until: "", from: "entry", ...more };
}

function flow(name: string, entries: readonly string[], more: Partial<Flow>): Flow {
  return {
    flow: name,
    on: true,
    entries,
    opensAs: "ACTIVE",
    reentry: null,
    steps: [],
    waits: [],
    confirms: false,
    names: { en: "", zh: "" },
    fault: null,
    ...more,
  };
}

export const GEO = flow("geo", ["form:geo"], {
  reentry: 30 * DAY_MS,
  steps: [step("geo_1", 0, "service"), step("geo_2", 1, "marketing")],
  waits: [wait(0, 0), wait(1, 48 * HOUR_MS, { from: "last mail" })],
});
export const RULES: Rules = new Map([["geo", GEO]]);

/** R71–R76, by hand: from stage, to stage, days. */
const LITE_DAYS: readonly (readonly [number, number, number])[] = [
  [0, 0, 3],
  [1, 4, 7],
  [5, 6, 15],
  [7, 8, 30],
  [9, 9, 60],
  [10, FOR_EVER, 90],
];
const CONCLUSIONS = ["indexing", "structure", "content", "order"];
export const EVERGREEN = ["lite_2", "lite_3", "lite_5", "lite_6", "lite_8", "lite_9"];

export const LITE = flow("lite", ["form:lite", "press:lite"], {
  opensAs: "UNPAID",
  steps: [
    step("lite_receipt", 0, "service", { sentOn: "entry" }),
    ...Array.from({ length: 10 }, (_, stage) => step(`lite_${stage + 1}`, stage, "marketing")),
    step("lite_again", 10, "marketing", { stageTo: FOR_EVER, templates: EVERGREEN }),
    step("lite_delivery", 0, "service", { sentOn: "paid" }),
    step("lite_conclusion", 0, "service", {
      sentOn: "conclusion",
      templates: CONCLUSIONS.map((name) => `lite_conclusion_${name}`),
    }),
  ],
  waits: LITE_DAYS.map(([stageFrom, stageTo, days]) =>
    wait(stageFrom, days * DAY_MS, { stageTo, from: stageFrom === 0 ? "entry" : "last mail" }),
  ),
});
export const FAILED = flow("stripe_failed", ["payment.failed"], {
  opensAs: "FAILED",
  reentry: "payment",
  steps: [
    step("stripe_failed_1", 0, "service", { lateMaxMs: 72 * HOUR_MS }),
    step("stripe_failed_2", 1, "service", { lateMaxMs: 72 * HOUR_MS }),
  ],
  waits: [wait(0, 6 * HOUR_MS), wait(1, 24 * HOUR_MS)],
});
export const FREE_CHECK = flow("free_check", ["form:free_audit"], {
  reentry: 30 * DAY_MS,
  steps: [step("free_check_receipt", 0, "service"), step("free_check_result", 1, "service")],
  waits: [wait(0, 0), wait(1, 0, { until: "free_check.result", from: "last mail" })],
});
const COURSE = flow("course", ["press:course"], {
  opensAs: "UNPAID",
  steps: [step("course_delivery", 0, "service", { sentOn: "paid" })],
});
const GEO_TO_LITE = flow("geo_to_lite", ["done:geo"], {
  steps: [step("geo_to_lite", 0, "marketing")],
  waits: [wait(0, 7 * DAY_MS)],
});
const CHECKOUT_OPEN = flow("checkout_open", ["checkout.expired"], {
  reentry: "payment",
  steps: [step("checkout_open", 0, "service", { lateMaxMs: 72 * HOUR_MS })],
  waits: [wait(0, HOUR_MS)],
});

/** The founder's business: every flow, all of them on. */
export const FOUNDER: Rules = new Map(
  [GEO, FREE_CHECK, LITE, FAILED, COURSE, GEO_TO_LITE, CHECKOUT_OPEN].map((one) => [one.flow, one]),
);

export function offer(name: string, more: Partial<Offer> = {}): Offer {
  return {
    offer: name,
    name,
    flow: name,
    before: { price: "€49", link: `https://buy.test/${name}` },
    after: { price: "€79", link: `https://buy.test/${name}-later` },
    windowMs: null,
    windowEnds: null,
    stripeIds: [],
    stripeIdsAfter: [],
    deliveryLink: `https://files.test/${name}`,
    freeCounts: false,
    allows: new Map(),
    ...more,
  };
}
/** Lite with its window; the course costs what it costs. */
export function offers(lite: Partial<Offer> = {}): Offers {
  const course = offer("course", { before: { price: "€590", link: "https://buy.test/course" } });
  return new Map([
    ["lite", offer("lite", { windowMs: 72 * HOUR_MS, ...lite })],
    ["course", course],
  ]);
}
