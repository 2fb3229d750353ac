// People deleted from Contacts after their rows have closed: who has paid or left gets no marketing, however they ask anew.
import { beforeEach, describe, expect, it } from "vitest";
import { openDeleted } from "../../src/app/deleted-rows/deleted-rows-dialog";
import { leaveDeleted, restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { Deleting } from "./deleting-office";
import { ADA } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

describe("a person deleted from Contacts", () => {
  let office: Deleting;
  beforeEach(() => {
    office = new Deleting("geo", "lite");
  });
  const payer = () => {
    office.geo();
    office.tick();
    office.buys(ADA, "plink_lite");
    office.pass(HOUR);
  };
  const leaver = () => {
    office.geo();
    office.tick();
    const { id } = office.row();
    const contact = office.contact()?.id ?? "";
    office.ports.store.edit("Contacts", contact, "suppressed", "unsubscribed");
    office.ports.properties.set("stop_mark", "by hand Contacts");
    office.pass(15 * MINUTE);
    expect(office.queue().find((row) => row.id === id)?.status).toBe("STOPPED");
  };
  const deletePerson = () => {
    const id = office.contact()?.id ?? "";
    office.delete(id, "Contacts");
    office.pass(15 * MINUTE);
    return id;
  };
  const window = () => {
    openDeleted(office.ports);
    return office.ports.person.shown.at(-1)?.html ?? "";
  };

  it.each([
    ["paid", payer],
    ["unsubscribed", leaver],
  ])("who has %s is noticed once and listed, and restored as such", (what, happens) => {
    happens();
    const before = office.contact();
    const id = deletePerson();
    expect(office.events("contact.deleted")).toHaveLength(1);
    expect(office.events("contact.deleted")[0]?.reason).toContain("paid or left");
    expect(office.check()).toMatchObject({ ok: false });
    expect(office.check().open.en).toContain(ADA);
    expect(window()).toContain("said that they have paid or left");
    office.pass(30 * MINUTE);
    expect(office.events("contact.deleted")).toHaveLength(1);
    expect(restoreRows(office.ports)).toContain("1 in Contacts");
    expect(office.check()).toMatchObject({ ok: true });
    expect(office.contact()).toMatchObject({ id, paid: before?.paid, payments: before?.payments });
    expect(office.contact()?.suppressed).toBe(what === "paid" ? "" : what);
  });

  it.each([
    ["paid", payer, { paid: "YES" }, "PAID"],
    ["unsubscribed", leaver, { suppressed: "unsubscribed" }, "STOPPED"],
  ] as const)(
    "who has %s and asks anew gets nothing, and is known again",
    (_, happens, marks, status) => {
      happens();
      const id = deletePerson();
      const sent = office.subjects().length;
      office.pass(2 * DAY, HOUR);
      office.geo(ADA, { name: "Ada anew" });
      office.lite();
      office.pass(60 * DAY, DAY);
      expect(office.subjects()).toHaveLength(sent);
      const anew = office.contact();
      expect(anew?.id).not.toBe(id);
      expect(anew).toMatchObject(marks);
      const own = office.queue().filter((row) => row.id.startsWith(`${anew?.id}.`));
      expect(own.map((row) => row.status)).toEqual([status, status]);
      expect(office.check()).toMatchObject({ ok: true });
    },
  );

  it("may still ask for what their purchase allows", () => {
    office.ports.store.edit("Offers", "lite", "allows", "geo");
    office.tick();
    office.lite();
    office.tick();
    office.buys(ADA, "plink_lite");
    office.pass(HOUR);
    deletePerson();
    office.geo(ADA, { name: "Ada anew" });
    office.pass(HOUR);
    expect(office.inFlow("geo")).toMatchObject([{ status: "ACTIVE" }]);
    expect(office.contact()).toMatchObject({ paid: "YES", paid_for: "lite" });
  });

  it("is left deleted where that is chosen: nothing more is said, and nothing is mailed", () => {
    payer();
    deletePerson();
    expect(leaveDeleted(office.ports)).toContain("Left deleted: 1");
    expect(office.check()).toMatchObject({ ok: true });
    office.pass(HOUR);
    expect(office.check()).toMatchObject({ ok: true });
    expect(restoreRows(office.ports)).toBe("No row is missing.");
    const sent = office.subjects().length;
    office.geo(ADA, { name: "Ada anew" });
    office.pass(5 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(sent);
  });

  it("does not come back beside a newer row of the same address", () => {
    office.geo();
    office.tick();
    deletePerson();
    office.geo(ADA, { name: "Ada anew" });
    office.pass(HOUR);
    const sent = office.subjects().length;
    expect(restoreRows(office.ports)).toContain("stand in Contacts anew: ada@example.org");
    expect(office.ports.store.rows("Contacts").filter(({ email }) => email === ADA)).toHaveLength(
      1,
    );
    leaveDeleted(office.ports);
    expect(office.check()).toMatchObject({ ok: true });
    office.pass(5 * DAY, HOUR);
    expect(office.subjects().length - sent).toBe(1);
  });

  it("is told by nothing that was rehearsed", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.geo();
    office.tick();
    office.type("Queue", office.row().id, "status", "PAID");
    office.pass(15 * MINUTE);
    deletePerson();
    expect(office.check()).toMatchObject({ ok: true });
    office.set("mode", "LIVE");
    office.tick();
    office.geo(ADA, { name: "Ada of LIVE" });
    office.pass(HOUR);
    expect(office.contact()).toMatchObject({ paid: "NO" });
  });
});

describe("a row deleted from the Queue whose person asks anew", () => {
  it("is named as one that a newer row stands for, on Start here and in the window", () => {
    const office = new Deleting("geo", "lite");
    office.geo();
    office.tick();
    office.delete(office.row().id);
    office.pass(15 * MINUTE);
    expect(office.check().open.en).not.toContain("Asked anew");
    office.geo(ADA, { name: "Ada anew" });
    office.pass(15 * MINUTE);
    expect(office.check().open.en).toContain("Asked anew since: 1");
    openDeleted(office.ports);
    expect(office.ports.person.shown.at(-1)?.html).toContain("does not come back beside it");
    expect(restoreRows(office.ports)).toContain("another row of the same flow");
  });
});
