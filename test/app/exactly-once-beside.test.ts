// A receipt, a delivery and a conclusion in one batch, with a fault at any of its calls: each goes exactly once (design 5).
import { describe, expect, it } from "vitest";
import { runTick } from "../../src/app/tick";
import { everyFault, type Fault, faulty } from "../support/faults";
import { FounderOffice } from "./founder-office";
import { HOUR, MINUTE } from "./memory-office";

const [ASKS, BUYS, KNOWS, FAILS] = ["asks", "buys", "knows", "fails"].map(
  (name) => `${name}@example.org`,
) as [string, string, string, string];

/** At the next tick: a receipt, a delivery, a conclusion, and a payment that is found to be paid. */
function prepared(): FounderOffice {
  const office = new FounderOffice("lite", "stripe_failed");
  office.fails(FAILS);
  office.buys(KNOWS, "plink_lite", "evt_knows");
  office.pass(6 * HOUR - 2 * MINUTE, HOUR);
  office.paysUnheard();
  office.lite(ASKS);
  office.buys(BUYS, "plink_lite", "evt_buys");
  office.type("Queue", office.one("lite", KNOWS).id, "conclusion", "order");
  office.ports.clock.advance(3 * MINUTE);
  return office;
}
function tickWith(office: FounderOffice, fault: Fault | null, calls: string[] = []): void {
  try {
    runTick(faulty(office.ports, fault, calls));
  } catch {
    // The run was killed, or a call failed that it cannot do without.
  }
}
const everything = (office: FounderOffice) => ({
  asks: office.steps(ASKS),
  buys: office.steps(BUYS),
  knows: office.steps(KNOWS),
  fails: office.steps(FAILS),
  statuses: [ASKS, BUYS, KNOWS].map((email) => office.one("lite", email).status),
  failed: office.one("stripe_failed", FAILS).status,
});
const EXPECTED: ReturnType<typeof everything> = {
  asks: ["lite_receipt"],
  buys: ["lite_delivery"],
  knows: ["lite_delivery", "lite_conclusion"],
  fails: [],
  statuses: ["UNPAID", "PAID", "PAID"],
  failed: "PAID",
};

const calls: string[] = [];
const whole = prepared();
tickWith(whole, null, calls);
/** What acts on the world; a read that fails ends the run as a kill does. */
const ACTS = /^(?:mailer|stripe|locks)\.|^store\.(?:append|update)|^properties\.set/;
const named = everyFault(calls.length, [true, false])
  .map((fault) => ({ ...fault, call: calls[fault.at] ?? "" }))
  .filter(({ kill, call }) => kill || ACTS.test(call));

describe("one batch of mails beside the cadence", () => {
  it("sends three and closes the fourth without one", () => {
    expect(calls.filter((call) => call === "mailer.send")).toHaveLength(3);
    whole.pass(5 * MINUTE);
    expect(everything(whole)).toEqual(EXPECTED);
    expect(whole.events("payment.found")).toHaveLength(1);
  });

  it.each(named)("ends the same: $call ($at) fails $when it acts, killed: $kill", (fault) => {
    const office = prepared();
    tickWith(office, fault);
    office.pass(40 * MINUTE, 4 * MINUTE);
    expect(everything(office)).toEqual(EXPECTED);
    expect(office.ports.mailer.sent).toHaveLength(4);
    expect(office.ports.mailer.drafts.size).toBe(0);
    const keys = office.ports.store.rows("Sends").map(({ send_key }) => send_key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const email of [ASKS, BUYS, KNOWS]) expect(office.queue(email)).toHaveLength(1);
    const found = office.events("payment.found").filter(({ outcome }) => outcome === "APPLIED");
    expect(found).toHaveLength(1);
  });
});
