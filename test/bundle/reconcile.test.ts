// Asking Stripe itself, in the bundle: cut at every call nothing is lost and nothing is told twice; and what it costs.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract.ts";
import { BundleOffice, HOUR, MINUTE, sessionPaid } from "./office.ts";

const SWEEP_MS = 120_000;
const ADA = "ada@example.org";
const BUYERS = [ADA, "new@shop.test"];
/** Killed before a call is killed after the one before it. */
const FAULTS: readonly Pick<Fault, "kind" | "when">[] = [
  { kind: "kill", when: "after" },
  { kind: "throw", when: "before" },
  { kind: "throw", when: "after" },
];

let listening: BundleOffice;
beforeAll(() => {
  listening = BundleOffice.open();
  listening.geo();
  listening.pass(12 * MINUTE, MINUTE);
});
afterAll(() => listening.close());

/** Stripe knows it, and no webhook comes. */
function lost(office: BundleOffice, email: string, id: string): void {
  office.knownToStripe(`events/${id}`, sessionPaid(email, id, office.host.now()));
}

function heard(office: BundleOffice): readonly string[] {
  const rows = office.host.sheet("Events").rows.filter(({ source }) => source === "stripe");
  return rows.map(({ key, outcome }) => `${key} ${outcome}`).sort();
}

/** Mail 2 is due, Stripe has two payments that nobody told of, and no timer has run since. */
function unheard(): BundleOffice {
  const office = listening.copy();
  office.host.trouble({ ticks: "none" });
  office.host.advance(office.host.now() + 48 * HOUR);
  office.host.trouble({ ticks: "normal" });
  BUYERS.forEach((email, at) => {
    lost(office, email, `evt_${at}`);
  });
  return office;
}

function callsOf(prepared: BundleOffice): readonly string[] {
  const office = prepared.copy();
  office.tick();
  const calls = office.lastCalls();
  office.close();
  return calls;
}

describe("a run that asks Stripe", () => {
  it.each(FAULTS)(
    "met anywhere by a $kind $when the call loses no payment, repeats none and mails no payer",
    ({ kind, when }) => {
      const prepared = unheard();
      const calls = callsOf(prepared);
      for (const [before, call] of calls.entries()) {
        const at = `call ${before + 1} of ${calls.length}, ${call}`;
        const office = prepared.copy();
        office.host.inject({ atCall: before + 1, kind, when });
        try {
          office.tick();
        } catch {
          // The run was cut.
        }
        office.pass(30 * MINUTE, 10 * MINUTE);
        expect(heard(office), at).toEqual(["evt_0 APPLIED", "evt_1 APPLIED"]);
        expect(office.queue(), at).toMatchObject([{ status: "PAID", next_at: "" }]);
        expect(office.mails(), at).toHaveLength(1);
        office.close();
      }
      prepared.close();
    },
    SWEEP_MS,
  );

  it("costs one fetch, one read of Events, one append for each event and one note of how far it is", () => {
    const prepared = unheard();
    const calls = callsOf(prepared);
    prepared.close();
    const isFetch = (call: string) => call.startsWith("UrlFetch");
    expect(calls.filter(isFetch)).toHaveLength(1);
    const look = calls.slice(calls.findIndex(isFetch), calls.lastIndexOf("Lock.releaseLock") + 2);
    expect(look.filter((call) => call === "Sheet.appendRow")).toHaveLength(BUYERS.length);
    expect(look.at(-1)).toBe("Properties.setProperty");
    expect(look.length).toBeLessThanOrEqual(10);
  });
});

describe("an idle tick", () => {
  it("asks Stripe at the comparison of every ten minutes alone, never between", () => {
    const office = listening.copy();
    const counts: { fetches: number; calls: number }[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      office.pass(MINUTE, MINUTE);
      const calls = office.lastCalls();
      const fetched = calls.filter((call) => call.startsWith("UrlFetch"));
      counts.push({ fetches: fetched.length, calls: calls.length });
    }
    office.close();
    const asking = counts.filter(({ fetches: asked }) => asked > 0);
    expect(asking).toHaveLength(2);
    const others = counts.filter(({ fetches: asked }) => asked === 0);
    expect(Math.max(...others.map(({ calls }) => calls))).toBeLessThanOrEqual(6);
  });
});
