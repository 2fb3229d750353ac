// The archive: what is settled long ago lies in a second file, and nothing here counts or goes twice for that.
import { beforeEach, describe, expect, it } from "vitest";
import { ARCHIVED, archiveSome, oldIn } from "../../src/app/archive";
import { audited } from "../../src/app/audit/audit";
import { openArchive } from "../../src/app/dialogs/archive";
import { faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

/** Ada was through a hundred days ago, Ben has just begun. */
function olden(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo();
  office.pass(3 * DAY, 12 * HOUR);
  office.ports.clock.advance(100 * DAY);
  office.geo("ben@example.org");
  office.pass(5 * MINUTE);
  return office;
}
function files({ ports: { archive } }: MemoryOffice) {
  return [...archive.files.values()].map((file) => ({
    events: file.rows("Events"),
    sends: file.rows("Sends"),
  }));
}

describe("the archive", () => {
  let office: MemoryOffice;
  beforeEach(() => {
    office = olden();
  });

  it("takes what belongs to people whose every row was closed 90 days ago, and nothing of others", () => {
    const old = oldIn(office.ports);
    expect(old.events.map(({ who }) => who)).toEqual(["ada@example.org"]);
    expect(old.sends.map(({ email, step }) => `${email} ${step}`)).toEqual([
      "ada@example.org geo_1",
      "ada@example.org geo_2",
    ]);
    office.geo();
    office.pass(5 * MINUTE);
    expect(oldIn(office.ports)).toMatchObject({ events: [], sends: [] });
  });

  it("holds them whole, and leaves here their rows and keys", () => {
    const { store } = office.ports;
    const before = { events: store.rows("Events"), sends: store.rows("Sends") };
    const old = oldIn(office.ports);
    expect(archiveSome(office.ports, old)).toBe(3);
    expect(files(office)).toEqual([{ events: old.events, sends: old.sends }]);
    expect(store.rows("Events").map(({ key }) => key)).toEqual(before.events.map(({ key }) => key));
    expect(store.rows("Sends").map(({ send_key }) => send_key)).toEqual(
      before.sends.map(({ send_key }) => send_key),
    );
    expect(store.rows("Events")[0]).toMatchObject({ payload: ARCHIVED, outcome: "APPLIED" });
    expect(store.rows("Sends")[0]).toMatchObject({ token: "", message_id: "", status: "SENT" });
    expect(oldIn(office.ports)).toMatchObject({ events: [], sends: [] });
  });

  it("disarms nothing, raises no alarm, and what comes again is a repeat", () => {
    office.pay("cem@example.org", "evt_old");
    office.pass(5 * MINUTE);
    office.ports.clock.advance(100 * DAY);
    archiveSome(office.ports, oldIn(office.ports));
    const sent = office.ports.mailer.sent.length;
    office.pay("cem@example.org", "evt_old");
    office.geo();
    office.pass(3 * DAY, 12 * HOUR);
    expect(office.ports.properties.values.get("disarmed")).toBeUndefined();
    expect(office.lastEvent()?.outcome).not.toBe("");
    expect(audited(office.ports, office.ports.properties.all()).differences).toEqual([]);
    const ada = office.ports.mailer.sent
      .slice(sent)
      .filter(({ mail }) => mail.to.startsWith("ada"));
    const keys = office.ports.store.rows("Sends").map(({ send_key }) => send_key);
    expect(new Set(keys).size).toBe(keys.length);
    // Who asks anew gets what is asked for, once.
    expect(new Set(ada.map(({ mail }) => mail.subject)).size).toBe(ada.length);
  });

  it("leaves here what somebody changed in it there", () => {
    const old = oldIn(office.ports);
    const { archive, store } = office.ports;
    const append = archive.append.bind(archive);
    archive.append = (fileId, tab, rows) => {
      append(fileId, tab, rows);
      const file = archive.files.get(fileId);
      if (tab === "Events") file?.edit("Events", old.events[0]?.id ?? "", "payload", "changed");
    };
    expect(archiveSome(office.ports, old)).toBe(2);
    expect(store.rows("Events")[0]?.payload).not.toBe(ARCHIVED);
  });

  it("cut at any call loses nothing and doubles nothing", () => {
    for (let at = 0, ended = false; !ended; at += 1) {
      for (const when of ["before", "after"] as const) {
        const own = olden();
        const old = oldIn(own.ports);
        ended = true;
        try {
          archiveSome(faulty(own.ports, { at, when, kill: true }), oldIn(own.ports));
        } catch {
          ended = false;
        }
        for (let press = 0; press < 2; press += 1) archiveSome(own.ports, oldIn(own.ports));
        const place = `${when} call ${at}`;
        const last = files(own).at(-1);
        expect(last, place).toEqual({ events: old.events, sends: old.sends });
        expect(own.ports.store.rows("Sends").length, place).toBe(3);
        expect(oldIn(own.ports), place).toMatchObject({ events: [], sends: [] });
      }
    }
  }, 60_000);

  it("says in its window how many would go", () => {
    openArchive(office.ports);
    const html = office.ports.person.shown.at(-1)?.html ?? "";
    expect(html).toContain("closed for 90 days: 1");
    archiveSome(office.ports, oldIn(office.ports));
    openArchive(office.ports);
    expect(office.ports.person.shown.at(-1)?.html).toContain("Nothing is old enough");
  });
});
