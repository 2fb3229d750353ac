// Rows deleted and restored by somebody who has rehearsed: what was rehearsed stays so, and nothing real is replayed as such.
import { beforeEach, describe, expect, it } from "vitest";
import { restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { unseal } from "../../src/state/seal";
import { Deleting } from "./deleting-office";
import { ADA } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

describe("a deleted row of somebody whom a rehearsal has met", () => {
  let office: Deleting;
  beforeEach(() => {
    office = new Deleting("geo", "lite");
  });
  const mode = (to: "LIVE" | "REHEARSAL") => {
    office.set("mode", to);
    office.pass(2 * MINUTE);
  };
  const mailed = () => office.ports.mailer.sent.filter(({ mail }) => mail.to === ADA);
  const real = () => office.inFlow("geo").filter((row) => unseal(row)?.test === false);

  it("is restored as LIVE made it, after the same form was rehearsed first", () => {
    mode("REHEARSAL");
    office.geo();
    office.pass(2 * HOUR);
    mode("LIVE");
    office.pass(HOUR);
    office.geo(ADA, { name: "Ada of LIVE" });
    office.pass(HOUR);
    expect(real()).toHaveLength(1);
    expect(mailed()).toHaveLength(1);
    office.deleteAndRestore();
    office.pass(50 * HOUR, HOUR);
    expect(mailed()).toHaveLength(2);
    office.deleteAndRestore();
  });

  it("is restored as LIVE made it, where the rehearsal has sent nothing and its row was removed", () => {
    mode("REHEARSAL");
    office.set("sending", "OFF");
    office.geo();
    office.pass(MINUTE);
    const test = office.one("geo");
    office.delete(test.id);
    office.ports.store.edit("Contacts", office.contact()?.id ?? "", "rows", "");
    office.set("sending", "ON");
    mode("LIVE");
    office.pass(HOUR);
    office.geo(ADA, { name: "Ada of LIVE" });
    office.pass(HOUR);
    office.deleteAndRestore();
    expect(mailed()).toHaveLength(1);
  });

  it("is restored as it was kept: anew, whatever had gone to the owner", () => {
    mode("REHEARSAL");
    office.geo();
    office.pass(3 * HOUR);
    office.pass(49 * HOUR, HOUR);
    expect(office.one("geo").status).toBe("DONE");
    mode("LIVE");
    office.type("Queue", office.one("geo").id, "do", "keep");
    office.tick();
    expect(real()).toMatchObject([{ status: "ACTIVE", stage: 1 }]);
    expect(mailed()).toHaveLength(1);
    office.deleteAndRestore();
    office.delete(office.one("geo").id);
    restoreRows(office.ports);
    office.pass(50 * HOUR, HOUR);
    expect(office.one("geo")).toMatchObject({ status: "DONE", stage: 2 });
    expect(mailed()).toHaveLength(2);
    office.deleteAndRestore();
  });

  it("is restored without the mails of the rehearsal also where the edit that kept it is gone", () => {
    mode("REHEARSAL");
    office.geo();
    office.pass(52 * HOUR, HOUR);
    mode("LIVE");
    const { id } = office.one("geo");
    office.type("Queue", id, "do", "keep");
    office.pass(MINUTE);
    for (const edit of office.events("edit")) office.ports.store.remove("Events", edit.id);
    office.delete(id);
    expect(restoreRows(office.ports)).toBe("Restored: 1 in Queue.");
    expect(office.one("geo")).toMatchObject({ status: "ACTIVE", stage: 1, next_step: "geo_2" });
  });

  it("gets no mail twice, when a real person's form was rehearsed later", () => {
    office.geo();
    office.pass(HOUR);
    office.pass(2 * DAY, HOUR);
    mode("REHEARSAL");
    office.geo(ADA, { name: "Ada tries" });
    office.pass(HOUR);
    const before = mailed().length;
    mode("LIVE");
    office.pass(HOUR);
    const after = mailed().length;
    expect(after - before).toBeLessThanOrEqual(1);
    office.delete(office.one("geo").id);
    office.notice();
    restoreRows(office.ports);
    office.pass(3 * DAY, HOUR);
    expect(mailed()).toHaveLength(after);
    office.deleteAndRestore();
  });
});

describe("a mail beside the cadence that a deleted row owes", () => {
  it("goes within the hour after it was restored as little as any other, and then once", () => {
    const office = new Deleting("geo", "lite");
    office.lite();
    office.ports.mailer.quota = 0;
    office.pass(MINUTE);
    office.ports.mailer.quota = 10_000;
    const owes = office.one("lite");
    expect(unseal(owes)?.owed).not.toEqual([]);
    office.delete(owes.id);
    restoreRows(office.ports);
    office.pass(59 * MINUTE);
    expect(office.subjects()).toHaveLength(0);
    office.pass(3 * MINUTE);
    expect(office.steps()).toHaveLength(1);
    office.pass(HOUR);
    expect(office.steps()).toHaveLength(1);
  });

  it("goes at once where a person asks for it", () => {
    const office = new Deleting("geo", "lite");
    office.lite();
    office.ports.mailer.quota = 0;
    office.pass(MINUTE);
    office.ports.mailer.quota = 10_000;
    const owes = office.one("lite");
    office.delete(owes.id);
    restoreRows(office.ports);
    office.type("Queue", owes.id, "do", "send now");
    office.pass(2 * MINUTE);
    expect(office.steps()).toHaveLength(1);
  });
});
