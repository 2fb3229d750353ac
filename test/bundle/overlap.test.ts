// The bundle at the same time as itself: two batches, forms and a payment, in orders drawn or all of them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interleave, type LaneJob } from "../../local/host/lanes.ts";
import { everyOrder, seededOrder } from "../../local/host/orders.ts";
import { BundleOffice, HOUR, MINUTE, sessionPaid } from "./office.ts";

const LEADS = ["ada@example.org", "bo@example.org", "cy@example.org"];
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);
const TICK: LaneJob = { run: { function: "jobs.tick" } };
// Some hundred overlaps: what matters is that they end.
const SWEEP_MS = 120_000;

let base: BundleOffice;
let due: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  due = base.copy();
  for (const lead of LEADS) due.geo(lead);
});
afterAll(() => base.close());

function form(email: string): LaneJob {
  const body = new URLSearchParams({ form: "geo", email, name: "Ada", consent: "yes" }).toString();
  const contentType = "application/x-www-form-urlencoded";
  return { request: { method: "POST", query: "", contentType, body } };
}

function eachOnce(office: BundleOffice, leads: readonly string[], at: string): void {
  for (const lead of leads) expect(office.mails(lead), `${at}: ${lead}`).toHaveLength(1);
  expect(office.host.drafts(), at).toEqual([]);
}

describe("two batches at the same time", () => {
  it(
    "send each mail once, wherever the one is interrupted by the other",
    () => {
      const played = everyOrder(
        (choose) => {
          const office = due.copy();
          const { trace } = interleave(office.host, [TICK, TICK], { choose });
          eachOnce(office, LEADS, trace.join("\n"));
          office.close();
        },
        { interruptionsMax: 1 },
      );
      // One order for each call of either, and those without an interruption.
      expect(played).toBeGreaterThan(100);
    },
    SWEEP_MS,
  );

  it.each(SEEDS)("send each mail once in the order of seed %i, and nothing later", (seed) => {
    const office = due.copy();
    const { trace } = interleave(office.host, [TICK, TICK, TICK], { choose: seededOrder(seed) });
    eachOnce(office, LEADS, trace.join("\n"));
    office.pass(2 * HOUR, 10 * MINUTE);
    eachOnce(office, LEADS, "two hours later");
    office.close();
  });
});

describe("doors at the same time", () => {
  it.each(SEEDS)("lose no form and make nobody twice in the order of seed %i", (seed) => {
    const office = base.copy();
    const jobs = [form("ada@example.org"), form("ada@example.org"), form("bo@example.org"), TICK];
    const { outcomes } = interleave(office.host, jobs, { choose: seededOrder(seed) });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "ok", "ok"]);
    office.pass(5 * MINUTE, MINUTE);
    eachOnce(office, ["ada@example.org", "bo@example.org"], `seed ${seed}`);
    expect(office.host.sheet("Contacts").rows).toHaveLength(2);
    office.close();
  });

  it.each(SEEDS)("stop whoever pays during a batch in the order of seed %i", (seed) => {
    const office = due.copy();
    const event = sessionPaid("ada@example.org", "evt_1", office.host.now());
    office.knownToStripe("events/evt_1", event);
    const query = `hook=stripe&key=${office.host.property("hook_key") ?? ""}`;
    const body = JSON.stringify(event);
    const hook = { method: "POST", query, contentType: "application/json", body } as const;
    interleave(office.host, [TICK, { request: hook }], { choose: seededOrder(seed) });
    office.pass(20 * MINUTE, 5 * MINUTE);
    expect(office.queue()).toMatchObject([{ status: "PAID", paid: "YES", next_at: "" }]);
    expect(office.mails().length).toBeLessThanOrEqual(1);
    office.close();
  });
});
