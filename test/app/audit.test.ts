// The audit: silent about whatever really happened, not about a row that stands otherwise; and its repair.
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { repairRows } from "../../src/app/audit/audit-repair";
import { openAudit } from "../../src/app/dialogs/audit";
import { seal, unseal } from "../../src/state/seal";
import { ACTION } from "../order/action";
import { History } from "../order/history";
import { faulty } from "../support/faults";
import { found } from "./audit-found";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, type MemoryOffice, MINUTE } from "./memory-office";

/** Cells and seal together, as a row pasted from an older copy: no comparison with the seal finds it. */
function tamper(office: MemoryOffice, id: string, cells: Partial<QueueRow>): void {
  const { store } = office.ports;
  const row = store.rows("Queue").find((one) => one.id === id);
  const known = row === undefined ? null : unseal(row);
  if (known === null) throw new Error(`no row ${id}`);
  const changed = { ...known, row: { ...known.row, ...cells } };
  store.remove("Queue", id);
  store.append("Queue", [{ ...changed.row, sealed: seal(changed) }]);
}

describe("the audit", () => {
  it("is silent about every history, whatever happened in it", () => {
    fc.assert(
      fc.property(fc.array(ACTION, { minLength: 3, maxLength: 25 }), (actions) => {
        const history = new History();
        for (const one of actions) history.act(one);
        history.office.ports.locks.intakeBusy = false;
        history.office.pass(5 * MINUTE);
        expect(found(history.office)).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  }, 120_000);

  describe("of a row that stands otherwise", () => {
    let office: FounderOffice;
    let geo: string;
    beforeEach(() => {
      office = new FounderOffice("geo", "lite");
      office.geo();
      office.lite("ben@example.org");
      office.pass(3 * MINUTE);
      geo = office.row().id;
      expect(found(office)).toEqual([]);
    });

    it.each<[keyof QueueRow, Partial<QueueRow>]>([
      ["status", { status: "PAUSED" }],
      ["stage", { stage: 0 }],
      ["last_at", { last_at: 0 }],
      ["paid_at", { paid_at: 1 }],
      ["stop_reason", { stop_reason: "payment" }],
      ["next_at", { next_at: 1 }],
      ["next_at", { next_at: null }],
    ])("names %s, where nothing but the records can tell", (column, cells) => {
      tamper(office, geo, cells);
      expect(found(office)).toEqual([
        expect.stringMatching(new RegExp(`^ada@example.org geo: (.*, )?${column} `)),
      ]);
    });

    it("names a next_at that is later only where nothing defers it", () => {
      const due = office.row().next_at ?? 0;
      tamper(office, geo, { next_at: due + 9 * DAY });
      expect(found(office)).toHaveLength(1);
      tamper(office, geo, { next_at: due });
      office.type("Queue", geo, "next_at", due + 9 * DAY);
      office.tick();
      expect(found(office)).toEqual([]);
    });

    it("repairs what it showed, as an event with the old and the new values, sealed anew", () => {
      tamper(office, geo, { status: "STOPPED", stop_reason: "bounced", next_at: null });
      expect(repairRows(office.ports, [geo])).toBe("Repaired: 1.");
      expect(found(office)).toEqual([]);
      expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1, stop_reason: "" });
      expect(office.row().why).toMatch(/^repaired by the audit; /);
      const { type, outcome, payload } = office.lastEvent() ?? { payload: "" };
      expect([type, outcome]).toEqual(["audit.repaired", "APPLIED"]);
      expect(JSON.parse(payload)).toMatchObject({
        enrollment: geo,
        was: { status: "STOPPED", stop_reason: "bounced" },
        is: { status: "ACTIVE", stop_reason: "" },
      });
      expect(repairRows(office.ports, [geo])).toContain("Nothing was repaired");
    });

    it("says in its window what would be open again, and repairs only what was shown", () => {
      tamper(office, geo, { status: "STOPPED", stop_reason: "bounced", next_at: null });
      const ben = office.row("ben@example.org").id;
      tamper(office, ben, { last_at: 0 });
      openAudit(office.ports);
      const html = office.ports.person.shown.at(-1)?.html ?? "";
      expect(html).toContain("closed now; would be open again");
      repairRows(office.ports, [ben]);
      expect(office.row().status).toBe("STOPPED");
      expect(office.row("ben@example.org").last_at).not.toBe(0);
    });

    it("lets nothing go within the hour of a repair, and then what is due", () => {
      tamper(office, geo, { next_at: null });
      office.pass(3 * DAY, 12 * HOUR);
      const before = office.ports.mailer.sent.length;
      repairRows(office.ports, [geo]);
      office.pass(50 * MINUTE, 10 * MINUTE);
      expect(office.ports.mailer.sent).toHaveLength(before);
      office.pass(HOUR, 10 * MINUTE);
      expect(office.queue()).toMatchObject([{ status: "DONE", stage: 2 }]);
    });

    it("holds an open row of which nothing tells, and believes a person who has looked", () => {
      const [entry] = office.ports.store.rows("Events");
      office.ports.store.remove("Events", entry?.id ?? "");
      expect(found(office)).toEqual(["ada@example.org geo: nothing tells of it"]);
      repairRows(office.ports, [geo]);
      expect(office.row()).toMatchObject({ status: "REVIEW" });
      office.type("Queue", geo, "do", "release");
      office.tick();
      expect(office.row()).toMatchObject({ status: "ACTIVE" });
      expect(found(office)).toEqual([]);
    });

    it("believes what was decided by rules that have changed since, which is an event", () => {
      office.pass(4 * DAY, 12 * HOUR);
      expect(office.queue()).toMatchObject([{ status: "DONE" }]);
      const { store } = office.ports;
      const step = store
        .rows("Steps")
        .find(({ flow, step: name }) => flow === "geo" && name === "geo_2");
      store.append("Steps", [{ ...step, step: "geo_3", stage: 2 } as never]);
      const wait = store.rows("Cadence").find(({ flow }) => flow === "geo");
      store.append("Cadence", [{ ...wait, row: "geo 3", stage_from: 2, stage_to: 2 } as never]);
      office.set("sender_name", "Ling");
      office.tick();
      const changed = store.rows("Events").filter(({ type }) => type === "rules.changed");
      expect(changed.map(({ payload }) => payload)).toContain('{"flows":["geo"]}');
      expect(found(office)).toEqual([]);
    });

    it("cut at any call of a repair leaves the row as it stood or as the records say, and one event", () => {
      for (let at = 0, ended = false; !ended; at += 1) {
        tamper(office, geo, { last_at: at + 1 });
        const events = office.ports.store.rows("Events").length;
        ended = true;
        try {
          const when = at % 2 === 0 ? "before" : "after";
          repairRows(faulty(office.ports, { at, when, kill: true }), [geo]);
        } catch {
          ended = false;
        }
        repairRows(office.ports, [geo]);
        expect(found(office), `call ${at}`).toEqual([]);
        expect(office.ports.store.rows("Events").length - events, `call ${at}`).toBe(1);
      }
    }, 60_000);
  });

  it("names a closed row whose last mail is later than any that went", () => {
    const office = new FounderOffice("geo");
    office.geo();
    office.pass(4 * DAY, 12 * HOUR);
    const { id, last_at } = office.row();
    tamper(office, id, { last_at: (last_at ?? 0) + 9 * DAY });
    expect(found(office)).toEqual([expect.stringMatching(/geo: last_at /)]);
  });

  it("names a closed row whose stage no flow has, however large it is", () => {
    const office = new FounderOffice("geo");
    office.geo();
    office.pass(4 * DAY, 12 * HOUR);
    tamper(office, office.row().id, { stage: 1e12 });
    expect(found(office)).toEqual([expect.stringMatching(/geo: stage 1000000000000 /)]);
  });

  describe("where a person deleted a row, and its reader asked again", () => {
    it.each([
      ["before the deletion was noticed", 0],
      ["after it was noticed", DAY],
    ])("is silent about the newer row, but not where it stands otherwise (%s)", (_when, waitMs) => {
      const office = new FounderOffice("lite");
      office.lite();
      office.pass(5 * DAY, 12 * HOUR);
      office.ports.store.remove("Queue", office.row().id);
      office.pass(waitMs, HOUR);
      office.lite();
      office.pass(5 * DAY, 12 * HOUR);
      expect(office.queue()).toHaveLength(1);
      expect(found(office)).toEqual([]);
      tamper(office, office.row().id, { stage: 0 });
      expect(found(office)).toEqual([expect.stringMatching(/lite: stage 0/)]);
    });
  });

  it("runs by itself once a day, tells a difference on Start here, and costs an idle tick nothing", () => {
    const office = new FounderOffice("geo");
    office.geo();
    office.pass(5 * MINUTE);
    const { id } = office.row();
    tamper(office, id, { last_at: 0 });
    const line = () => office.ports.store.rows("Start here").find((one) => one.id === "audit");
    office.pass(20 * HOUR, HOUR);
    expect(line()).toBeUndefined();
    office.ports.store.calls.length = 0;
    office.ports.properties.calls.length = 0;
    office.pass(MINUTE);
    const calls = [...office.ports.store.calls, ...office.ports.properties.calls];
    expect(calls.filter((call) => call.startsWith("read ") || call.includes("audit"))).toEqual([]);
    office.pass(6 * HOUR, HOUR);
    expect(line()).toMatchObject({ state: "✗" });
    expect(line()?.what_to_do).toContain("ada@example.org geo");
    repairRows(office.ports, [id]);
    office.pass(27 * HOUR, HOUR);
    expect(line()).toMatchObject({ state: "✓" });
  });
});
