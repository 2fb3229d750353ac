// The six flows and two offers the model speaks of, as the engine's own rules: just what the order of facts needs.
import { nextDue } from "../../src/cadence/next-due";
import type { Ground } from "../../src/model/fact";
import type { Flow, MailClass, Rules, Step, Wait } from "../../src/model/flow";
import type { Offer, Offers } from "../../src/model/offer";
import { say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";

export const T0 = Date.parse("2026-03-02T09:00:00Z");

function step(name: string, stage: number, mailClass: MailClass, more: Partial<Step> = {}): Step {
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
function wait(stage: number, waitMs: number, more: Partial<Wait> = {}): Wait {
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

const FLOWS: readonly Flow[] = [
  flow("geo", ["form:geo"], {
    reentry: 30 * DAY_MS,
    steps: [step("geo_1", 0, "service"), step("geo_2", 1, "marketing")],
    waits: [wait(0, 0), wait(1, 48 * HOUR_MS, { from: "last mail" })],
  }),
  flow("free_check", ["form:free_audit"], {
    reentry: 30 * DAY_MS,
    steps: [step("free_check_receipt", 0, "service"), step("free_check_result", 1, "service")],
    waits: [wait(0, 0), wait(1, 0, { until: "free_check.result", from: "last mail" })],
  }),
  flow("lite", ["form:lite", "press:lite"], {
    opensAs: "UNPAID",
    steps: [
      step("lite_receipt", 0, "service", { sentOn: "entry" }),
      step("lite_1", 0, "marketing", { stageTo: Number.POSITIVE_INFINITY }),
      step("lite_delivery", 0, "service", { sentOn: "paid" }),
    ],
    waits: [
      wait(0, 72 * HOUR_MS),
      wait(1, 7 * DAY_MS, { stageTo: Number.POSITIVE_INFINITY, from: "last mail" }),
    ],
  }),
  flow("course", ["press:course"], {
    opensAs: "UNPAID",
    steps: [step("course_delivery", 0, "service", { sentOn: "paid" })],
  }),
  flow("stripe_failed", ["payment.failed"], {
    opensAs: "FAILED",
    reentry: "payment",
    steps: [step("stripe_failed_1", 0, "service"), step("stripe_failed_2", 1, "service")],
    waits: [wait(0, 6 * HOUR_MS), wait(1, 24 * HOUR_MS)],
  }),
  flow("checkout_open", ["checkout.expired"], {
    reentry: "payment",
    steps: [step("checkout_open", 0, "service")],
    waits: [wait(0, HOUR_MS)],
  }),
];
export const RULES: Rules = new Map(FLOWS.map((one) => [one.flow, one]));

function offer(name: string, more: Partial<Offer> = {}): Offer {
  const before = { price: "€49", link: `https://buy.shop.test/${name}` };
  return {
    offer: name,
    name,
    flow: name,
    before,
    after: before,
    windowMs: null,
    windowEnds: null,
    stripeIds: [],
    stripeIdsAfter: [],
    deliveryLink: `https://files.shop.test/${name}`,
    freeCounts: false,
    allows: new Map(),
    ...more,
  };
}

export function offers(more: Readonly<Record<string, Partial<Offer>>> = {}): Offers {
  const all = [
    offer("lite", { windowMs: 72 * HOUR_MS, ...more.lite }),
    offer("course", more.course),
  ];
  return new Map(all.map((one) => [one.offer, one]));
}

export function ground(now: number, known: Offers = offers()): Ground {
  return {
    rules: RULES,
    offers: known,
    nextDue,
    now,
    rehearsal: false,
    regionAsks: false,
    say: (given) => say(given, "en"),
  };
}
