// Rows that a person deletes: noticed, silent while they are gone, and brought back as they stood.
import { beforeEach, describe, expect, it } from "vitest";
import { rebuiltContact } from "../../src/app/deleted-rows/deleted-rows-contact";
import { leaveDeleted, restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { FRESH } from "../../src/model/enrollment";
import { knownRows } from "../../src/model/known-rows";
import { EMPTY_ROW } from "../../src/state/blank";
import { unseal } from "../../src/state/seal";
import { Deleting } from "./deleting-office";
import { ADA } from "./founder-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";

const FLOWS = ["geo", "free_check", "lite", "stripe_failed", "geo_to_lite", "course"];

describe("deleted rows:", () => {
  let office: Deleting;
  beforeEach(() => {
    office = new Deleting(...FLOWS);
  });

  it("stand again as they stood, at any point of each flow", () => {
    const moments: readonly (() => void)[] = [
      () => office.geo(),
      () => office.tick(),
      () => office.lite("lin@example.org"),
      () => office.tick(),
      () => office.post({ form: "free_audit", email: "max@example.org", consent: "yes" }),
      () => office.pass(49 * HOUR, HOUR),
      () => office.geo(ADA, { name: "Ada again" }),
      () => office.tick(),
      () => office.fails("eva@example.org", "pi_eva"),
      () => office.pass(7 * HOUR, HOUR),
      () => office.pass(30 * HOUR, HOUR),
      () => office.type("Queue", office.inFlow("lite", "lin@example.org")[0]?.id ?? "", "stage", 3),
      () => office.tick(),
      () => office.pass(20 * DAY, 6 * HOUR),
      () =>
        office.type(
          "Queue",
          office.inFlow("free_check", "max@example.org")[0]?.id ?? "",
          "do",
          "hold",
        ),
      () => office.tick(),
      () => office.buys("lin@example.org", "plink_lite", "evt_lin"),
      () => office.pass(HOUR, MINUTE),
      () => office.pass(40 * DAY, DAY),
    ];
    for (const live of moments) {
      live();
      office.deleteAndRestore();
    }
    // Stripe keeps its events for thirty days.
    for (const { key } of office.ports.store.rows("Events")) {
      office.ports.stripe.put(`events/${key}`, undefined);
    }
    office.deleteAndRestore();
    office.ports.stripe.unreachable = "down";
    office.deleteAndRestore();
    expect(office.ports.store.rows("Queue").length).toBeGreaterThan(4);
  });

  it("send nothing while they are gone, and within the hour after they are back", () => {
    office.geo();
    office.tick();
    const { id } = office.row();
    office.delete(id);
    office.pass(4 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    restoreRows(office.ports);
    const back = office.row();
    expect(back.id).toBe(id);
    expect(back.next_at ?? 0).toBeGreaterThanOrEqual(office.ports.clock.now() + HOUR);
    expect(back.why).toContain("restored");
    office.pass(59 * MINUTE, MINUTE);
    expect(office.subjects()).toHaveLength(1);
    office.pass(5 * MINUTE, MINUTE);
    expect(office.subjects()).toHaveLength(2);
  });

  it("are noticed once, and once more when they are deleted again", () => {
    office.geo();
    office.tick();
    expect(office.notice()).toBe(0);
    const { id } = office.row();
    office.delete(id);
    expect(office.notice()).toBe(1);
    expect(office.notice()).toBe(0);
    expect(office.check()).toMatchObject({ ok: false });
    expect(office.check().open.en).toContain("ada@example.org geo");
    expect(restoreRows(office.ports)).toBe("Restored: 1 in Queue.");
    expect(office.check()).toMatchObject({ ok: true });
    expect(office.notice()).toBe(0);
    office.delete(id);
    expect(office.notice()).toBe(1);
    expect(office.events("row.deleted")).toHaveLength(2);
    expect(office.events("row.restored")).toHaveLength(1);
  });

  it("may be left deleted; then nothing more is said of them", () => {
    office.geo();
    office.tick();
    office.delete(office.row().id);
    office.notice();
    expect(leaveDeleted(office.ports)).toContain("Left deleted: 1");
    expect(office.check()).toMatchObject({ ok: true });
    expect(restoreRows(office.ports)).toBe("No row is missing.");
    office.pass(4 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
  });

  it("come back closed when a payment or a stop came meanwhile", () => {
    office.geo();
    office.lite("lin@example.org");
    office.tick();
    for (const row of office.ports.store.rows("Queue")) office.delete(row.id);
    office.buys("lin@example.org", "plink_lite", "evt_lin");
    office.tick();
    for (const row of office.queue("lin@example.org")) expect(row.status).toBe("PAID");
    restoreRows(office.ports);
    expect(office.queue("lin@example.org").every(({ status }) => status === "PAID")).toBe(true);
    const sent = office.ports.mailer.sent.filter(({ mail }) => mail.to === "lin@example.org");
    office.pass(40 * DAY, DAY);
    const later = office.ports.mailer.sent.filter(({ mail }) => mail.to === "lin@example.org");
    expect(later.length - sent.length).toBeLessThanOrEqual(1);
  });

  it("do not come back beside a newer row of the same flow that goes on", () => {
    office.geo();
    office.tick();
    office.delete(office.row().id);
    office.geo(ADA, { name: "Ada anew" });
    office.pass(HOUR, MINUTE);
    office.notice();
    expect(restoreRows(office.ports)).toContain("another row of the same flow");
    expect(office.inFlow("geo")).toHaveLength(1);
  });

  it("leave rows of a deleted person waiting by name, until the person is restored", () => {
    office.geo();
    office.tick();
    const contact = office.contact();
    office.delete(contact?.id ?? "", "Contacts");
    expect(office.notice()).toBe(1);
    expect(office.row().why).toContain("Contacts was deleted");
    office.pass(4 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    expect(restoreRows(office.ports)).toContain("1 in Contacts");
    expect(office.contact()).toMatchObject({
      id: contact?.id,
      consent: "YES",
      name: "Ada",
      source: contact?.source,
    });
    office.pass(2 * HOUR, MINUTE);
    expect(office.subjects()).toHaveLength(2);
  });

  it("bring a deleted person back as paid and stopped, also where no event tells of it", () => {
    const row = (status: "PAID" | "STOPPED" | "ACTIVE", stop_reason = "") => ({
      ...{ ...FRESH, entryEvent: "e_1" },
      row: {
        ...{ ...EMPTY_ROW, id: `c_1.${status}.1-abcdef`, email: ADA, status, stop_reason },
        ...(status === "PAID" ? { paid: "YES" as const, paid_at: START } : {}),
      },
    });
    const back = rebuiltContact(null, "c_1", [row("ACTIVE"), row("PAID", "lite")], START + DAY);
    expect(back).toMatchObject({
      id: "c_1",
      email: ADA,
      paid: "YES",
      paid_at: START,
      consent: "NO",
    });
    expect(knownRows(back)).toHaveLength(2);
    const left = [row("ACTIVE"), row("STOPPED", "unsubscribed")];
    expect(rebuiltContact(null, "c_1", left, START)).toMatchObject({ suppressed: "unsubscribed" });
    const byHand = [row("ACTIVE"), row("STOPPED", "by hand")];
    expect(rebuiltContact(null, "c_1", byHand, START)).toMatchObject({ suppressed: "" });
  });

  it("are mended where a person damaged the hidden seal", () => {
    office.geo();
    office.tick();
    const before = office.row();
    office.ports.store.edit("Queue", before.id, "sealed", "oops");
    expect(office.notice()).toBe(1);
    office.pass(4 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    expect(restoreRows(office.ports)).toBe("Restored: 1 in Queue.");
    expect(office.queue()).toHaveLength(1);
    expect(unseal(office.row())?.row).toMatchObject({ stage: 1, status: "ACTIVE" });
  });

  it("come back as rows of the rehearsal they began in", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.geo();
    office.tick();
    office.delete(office.row().id);
    office.set("mode", "LIVE");
    office.tick();
    restoreRows(office.ports);
    expect(unseal(office.row())?.test).toBe(true);
    office.pass(4 * DAY, HOUR);
    expect(office.ports.mailer.sent.filter(({ mail }) => mail.to === ADA)).toEqual([]);
  });

  it("are restored by nobody but the owner, and not beside a batch", () => {
    office.geo();
    office.tick();
    office.delete(office.row().id);
    office.ports.person.user = "other@shop.test";
    expect(restoreRows(office.ports)).toContain("Only the account");
    office.ports.person.user = "owner@shop.test";
    office.ports.locks.batchBusy = true;
    expect(restoreRows(office.ports)).toContain("under way");
    expect(leaveDeleted(office.ports)).toContain("under way");
    expect(office.queue()).toHaveLength(0);
  });
});
