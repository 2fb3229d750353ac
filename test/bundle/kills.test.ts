// A kill, or an error, at every service call of one form, one payment and one batch, before and after the
// call has acted; then the platform goes on ticking. Nothing is lost and nothing goes twice (design 5).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract.ts";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

// Some hundred executions each: what matters is that they end.
const SWEEP_MS = 120_000;
const LEADS = ["ada@example.org", "bo@example.org", "cy@example.org"];
const WHEN: readonly Fault["when"][] = ["before", "after"];
const KINDS: readonly Fault["kind"][] = ["kill", "throw"];

let base: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
});
afterAll(() => base.close());

/** Runs `act` once for each of its service calls, cut there, in an office of its own. */
function sweep(
  kind: Fault["kind"],
  prepared: BundleOffice,
  act: (office: BundleOffice) => void,
  check: (office: BundleOffice, at: string) => void,
): number {
  const calls = callsOf(prepared, act);
  for (let atCall = 1; atCall <= calls.length; atCall += 1) {
    for (const when of WHEN) {
      const office = prepared.copy();
      office.host.inject({ atCall, kind, when });
      attempt(() => act(office));
      check(office, `${kind} ${when} call ${atCall} of ${calls.length}, ${calls[atCall - 1]}`);
      office.close();
    }
  }
  return calls.length;
}

function callsOf(prepared: BundleOffice, act: (office: BundleOffice) => void): readonly string[] {
  const office = prepared.copy();
  act(office);
  const calls = office.lastCalls();
  office.close();
  return calls;
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // The killed execution failed, as a person or a sender would see.
  }
}

describe.each(KINDS)("a form and a %s", (kind) => {
  it(
    "met anywhere is saved or plainly unanswered, and pressed again it counts once",
    () => {
      const calls = sweep(
        kind,
        base,
        (office) => office.geo(),
        (office, at) => {
          office.geo();
          office.pass(5 * MINUTE, MINUTE);
          expect(office.mails(), at).toHaveLength(1);
          expect(office.queue(), at).toHaveLength(1);
          expect(office.host.sheet("Contacts").rows, at).toHaveLength(1);
        },
      );
      expect(calls).toBeLessThanOrEqual(10);
    },
    SWEEP_MS,
  );
});

describe.each(KINDS)("a payment and a %s", (kind) => {
  it(
    "met anywhere by its webhook stops everything once Stripe comes again",
    () => {
      const prepared = base.copy();
      prepared.geo();
      prepared.pass(2 * MINUTE, MINUTE);
      const calls = sweep(
        kind,
        prepared,
        (office) => office.pay("ada@example.org"),
        (office, at) => {
          office.pay("ada@example.org");
          office.pass(3 * MINUTE, MINUTE);
          expect(office.queue(), at).toMatchObject([{ status: "PAID", paid: "YES", next_at: "" }]);
        },
      );
      expect(calls).toBeLessThanOrEqual(8);
      prepared.close();
    },
    SWEEP_MS,
  );

  it(
    "met anywhere by its batch: it is applied by a later one, and no mail goes after it",
    () => {
      const prepared = base.copy();
      prepared.geo();
      prepared.pass(2 * MINUTE, MINUTE);
      prepared.pay("ada@example.org");
      sweep(
        kind,
        prepared,
        (office) => office.tick(),
        (office, at) => {
          office.pass(20 * MINUTE, 5 * MINUTE);
          expect(office.queue(), at).toMatchObject([{ status: "PAID", paid: "YES", next_at: "" }]);
          expect(office.mails(), at).toHaveLength(1);
          const outcomes = office.host.sheet("Events").rows.map(({ outcome }) => outcome);
          expect(outcomes, at).toEqual(["APPLIED", "APPLIED"]);
        },
      );
      prepared.close();
    },
    SWEEP_MS,
  );
});

describe.each(KINDS)("a batch of mails and a %s", (kind) => {
  it(
    "met anywhere sends each of them exactly once in the end",
    () => {
      const prepared = base.copy();
      for (const lead of LEADS) prepared.geo(lead);
      sweep(
        kind,
        prepared,
        (office) => office.tick(),
        (office, at) => {
          office.pass(2 * HOUR, 10 * MINUTE);
          for (const lead of LEADS) {
            expect(office.mails(lead), `${at}: ${lead}`).toHaveLength(1);
            expect(office.queue(lead), at).toMatchObject([{ status: "ACTIVE", stage: 1 }]);
          }
          expect(office.host.drafts(), at).toEqual([]);
          const keys = office.host.sheet("Sends").rows.map(({ send_key }) => send_key);
          expect(new Set(keys).size, at).toBe(keys.length);
          expect(keys, at).toHaveLength(LEADS.length);
        },
      );
      prepared.close();
    },
    SWEEP_MS,
  );
});

describe("an intent before which a column is inserted, and a run that is cut right then", () => {
  /** The call after the row was added is the last. */
  function cutAt(office: BundleOffice, column: string): void {
    let added = false;
    office.host.onCall(({ op }) => {
      if (added) return { kind: "kill", when: "after" };
      added = op === "Sheet.appendRow" && office.host.drafts().length > 0;
      if (added) office.host.act({ kind: "insertColumn", sheet: "Sends", column });
      return undefined;
    });
    attempt(() => office.tick());
    office.host.onCall(null);
  }

  it.each(["send_key", "status", "email", "planned_at", "sent_at", "draft_id"])(
    "is put in place, and nobody's mail waits for it (%s)",
    (column) => {
      const office = base.copy();
      office.geo();
      cutAt(office, column);
      office.geo("bo@example.org");
      office.pass(20 * MINUTE);
      expect(office.host.drafts()).toEqual([]);
      for (const email of ["ada@example.org", "bo@example.org"]) {
        expect(office.mails(email)).toHaveLength(1);
        expect(office.queue(email)).toMatchObject([{ status: "ACTIVE", stage: 1 }]);
      }
      office.close();
    },
  );
});

describe("a payment cut off by a crash of the computer", () => {
  it("is found on the disk as it was when it was answered, and applied from there", () => {
    const office = base.copyOnDisk();
    office.geo();
    office.pass(2 * MINUTE, MINUTE);
    office.pay("ada@example.org");
    office.host.inject({ atCall: 12, kind: "kill", when: "after" });
    attempt(() => office.tick());
    const after = office.reopened();
    expect(after.host.outbox()).toEqual(office.host.outbox());
    expect(after.host.sheet("Events")).toEqual(office.host.sheet("Events"));
    after.pass(20 * MINUTE, 5 * MINUTE);
    expect(after.queue()).toMatchObject([{ status: "PAID", paid: "YES", next_at: "" }]);
    expect(after.mails()).toHaveLength(1);
    after.close();
  });
});
