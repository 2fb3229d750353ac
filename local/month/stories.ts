// What can happen to one person within a month: beats after their arrival, each through a real door.
import {
  asks,
  buys,
  type Deed,
  leavesCheckout,
  leavesForGood,
  opensCheckout,
  paymentFails,
  presses,
} from "./deeds.ts";
import {
  concludes,
  disputes,
  invoiceFails,
  invoicePaid,
  moneyArrives,
  moneyFails,
  moneyOnItsWay,
  namesake,
  refunds,
  resultComes,
  tells,
  types,
} from "./deeds-of-others.ts";

export interface Beat {
  /** Hours after the arrival, at the earliest and at the latest. */
  readonly hours: readonly [number, number];
  readonly deed: Deed;
}

const at = (from: number, to: number, deed: Deed): Beat => ({ hours: [from, to], deed });
const first = (deed: Deed): Beat => at(0, 0, deed);

const pack = first(asks("geo"));
const check = first(asks("free_audit"));
const lite = first(asks("lite"));

export const STORIES = {
  pack: [pack],
  "pack quiet": [first(asks("geo", { consent: false }))],
  "pack twice": [pack, at(25, 32, asks("geo"))],
  "pack then lite": [pack, at(219, 240, presses("lite"))],
  "pack then lite buys": [pack, at(219, 236, presses("lite")), at(242, 262, buys("lite"))],
  "pack leaves": [pack, at(51, 70, leavesForGood)],
  "pack course": [pack, at(130, 160, buys("course"))],
  "pack paid by hand": [pack, at(20, 40, types("geo", "status", "PAID"))],
  check: [check, at(28, 70, resultComes)],
  "check by hand": [check, at(26, 50, types("free_check", "result_url", "RESULT"))],
  "check waits": [check],
  "check forgotten": [check, at(60, 80, types("free_check", "notes", "site was down, look again"))],
  "check then lite": [check, at(28, 50, resultComes), at(56, 90, asks("lite"))],
  "check leaves": [check, at(28, 50, resultComes), at(60, 80, leavesForGood)],
  lite: [lite],
  "lite early": [lite, at(16, 40, buys("lite")), at(70, 90, concludes("by hand"))],
  "lite late": [lite, at(190, 215, buys("lite")), at(240, 265, concludes("by program"))],
  "lite old checkout": [lite, at(40, 52, opensCheckout("lite")), at(76, 88, buys("lite"))],
  "lite fails then pays": [lite, at(18, 40, paymentFails("lite")), at(50, 52, buys("lite"))],
  "lite fails and comes back": [lite, at(18, 30, paymentFails("lite")), at(80, 95, buys("lite"))],
  "lite fails for good": [lite, at(26, 40, paymentFails("lite"))],
  "lite pending": [lite, at(20, 30, moneyOnItsWay)],
  "lite pending arrives": [lite, at(20, 40, moneyOnItsWay), at(110, 130, moneyArrives)],
  "lite pending fails": [lite, at(20, 40, moneyOnItsWay), at(96, 110, moneyFails)],
  "lite refunded": [lite, at(20, 40, buys("lite")), at(150, 190, refunds(1))],
  "lite partly refunded": [lite, at(20, 40, buys("lite")), at(120, 160, refunds(0.5))],
  "lite disputed": [lite, at(90, 120, buys("lite")), at(400, 460, disputes)],
  "lite leaves": [lite, at(96, 130, leavesForGood)],
  "lite held": [
    lite,
    at(80, 88, types("lite", "notes", "asked to wait until after the fair")),
    at(104, 130, types("lite", "do", "hold")),
  ],
  "lite stopped by hand": [lite, at(120, 150, types("lite", "do", "stop"))],
  "lite paid by a namesake": [lite, at(30, 44, namesake), at(50, 66, tells)],
  "lite paid by a stranger": [lite, at(24, 36, namesake)],
  "checkout left": [lite, at(26, 40, leavesCheckout("lite"))],
  "stranger buys course": [first(buys("course"))],
  "stranger invoice fails": [first(invoiceFails)],
  "stranger invoice paid late": [first(invoiceFails), at(8, 12, invoicePaid)],
  "stranger fails late": [first(paymentFails("course"))],
} as const satisfies Record<string, readonly Beat[]>;

export type StoryName = keyof typeof STORIES;
