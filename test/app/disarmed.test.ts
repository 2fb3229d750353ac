// A file that is an older version of itself, or a copy: it mails nobody until its owner has looked, and nobody twice then.
import { beforeEach, describe, expect, it } from "vitest";
import { openDisarmed } from "../../src/app/dialogs/disarmed";
import { thisFile, useThisFile } from "../../src/app/disarmed/disarmed-arm";
import { refill } from "../../src/app/disarmed/disarmed-refill";
import { setUp } from "../../src/app/set-up";
import { faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";
import { charge, past } from "./stripe-past";

const TABS = ["Queue", "Contacts", "Events", "Sends", "Settings"] as const;
const LEADS = ["ada@example.org", "ben@example.org", "cem@example.org"];

/** The sheets as they are now; called later, they are so again, and all else stays as it is. */
function version({ ports: { store } }: MemoryOffice): () => void {
  const rows = TABS.map((tab) => [tab, store.rows(tab)] as const);
  return () => {
    for (const [tab, before] of rows) {
      const id = tab === "Sends" ? "send_key" : tab === "Settings" ? "key" : "id";
      for (const row of store.rows(tab)) store.remove(tab, String(row[id as keyof typeof row]));
      store.append(tab, before as never);
    }
  };
}

/** Mail 1 went to all, then to Ada and Ben mail 2, then the version from before mail 2 came back. */
function restored(): MemoryOffice {
  const office = new MemoryOffice();
  for (const lead of LEADS.slice(0, 2)) office.geo(lead);
  office.pass(2 * MINUTE);
  const restore = version(office);
  office.geo("cem@example.org");
  office.pass(3 * DAY, 12 * HOUR);
  expect(office.ports.mailer.sent).toHaveLength(6);
  restore();
  return office;
}

describe("an older version of the file", () => {
  let office: MemoryOffice;
  beforeEach(() => {
    office = restored();
  });

  it("sends nothing, and says what is missing where its owner looks", () => {
    office.geo("dan@example.org");
    office.pass(DAY, 6 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(6);
    const line = office.ports.store.rows("Start here").find(({ id }) => id === "file");
    expect(line).toMatchObject({ state: "✗" });
    expect(line?.what_to_do).toContain("Sends 6 → 2");
    expect(office.row("dan@example.org").why).toContain("older version");
  });

  it("is not armed by rows that come in meanwhile, nor by Set up", () => {
    office.pass(HOUR);
    for (let count = 0; count < 9; count += 1) office.geo(`new${count}@example.org`);
    setUp(office.ports);
    office.pass(DAY, 6 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(6);
  });

  it("is noticed by Set up itself, where no run came before it", () => {
    setUp(office.ports);
    office.pass(DAY, 6 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(6);
  });

  it("learns from Gmail's Sent what it does not know, mails nobody twice, and goes on where it stood", () => {
    office.pass(HOUR);
    const found = refill(office.ports);
    expect(found).toEqual({ added: 2, strangers: ["cem@example.org"], more: false });
    past(office, {});
    useThisFile(office.ports);
    office.pass(3 * DAY, 12 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(6);
    expect(office.row("ada@example.org")).toMatchObject({ status: "DONE", stage: 2 });
    office.geo("eve@example.org");
    office.pass(HOUR);
    expect(office.ports.mailer.sent).toHaveLength(7);
  });

  it("may be used without that look, as its owner wishes", () => {
    office.pass(HOUR);
    useThisFile(office.ports);
    expect(thisFile(office.ports)).toMatchObject({ copied: false, disarmed: null });
    const line = office.ports.store.rows("Start here").find(({ id }) => id === "file");
    expect(line).toMatchObject({ state: "✓" });
  });

  it("cut at any call of the look or of the press is armed or not, and mails nobody twice", () => {
    // Each call once, in turn before and after it has acted.
    for (let at = 1, ended = false; !ended; at += 1) {
      const own = restored();
      own.tick();
      ended = true;
      try {
        const ports = faulty(own.ports, {
          at,
          when: at % 2 === 0 ? "before" : "after",
          kill: true,
        });
        refill(ports);
        useThisFile(ports);
      } catch {
        ended = false;
      }
      refill(own.ports);
      useThisFile(own.ports);
      own.pass(3 * DAY, DAY);
      const mails = own.ports.mailer.sent.map(({ mail }) => `${mail.to} ${mail.subject}`);
      expect(new Set(mails).size, `call ${at}`).toBe(mails.length);
      const keys = own.ports.store.rows("Sends").map(({ send_key }) => send_key);
      expect(new Set(keys).size, `call ${at}`).toBe(keys.length);
    }
  }, 120_000);
});

describe("a payment in the time that an older version does not know", () => {
  it("is told by Stripe's history once more, which marks it; nothing is delivered again, no mail goes before", () => {
    const office = new MemoryOffice();
    for (const lead of LEADS) office.geo(lead);
    office.pass(2 * MINUTE);
    const restore = version(office);
    office.pass(DAY, 6 * HOUR);
    office.pay("ada@example.org", "evt_1");
    office.pass(30 * MINUTE);
    expect(office.row("ada@example.org").status).toBe("PAID");
    restore();
    office.pass(2 * DAY, 6 * HOUR);
    past(office, { charges: [charge("evt_1", "ada@example.org")] });
    useThisFile(office.ports);
    office.pass(2 * DAY, HOUR);
    expect(office.row("ada@example.org").status).toBe("PAID");
    const stripes = office.ports.store.rows("Events").filter(({ source }) => source === "stripe");
    expect(stripes).toEqual([]);
    const toAda = office.ports.mailer.sent.filter(({ mail }) => mail.to === "ada@example.org");
    expect(toAda).toHaveLength(1);
    expect(office.row("ben@example.org").stage).toBe(2);
  });
});

describe("an empty row that a person makes in the records", () => {
  it.each(["Events", "Sends"] as const)(
    "and takes away again leaves nothing missing (%s)",
    (tab) => {
      const office = new MemoryOffice();
      office.geo();
      office.ports.store.put(tab, {});
      office.pass(20 * MINUTE);
      office.ports.store.remove(tab, "");
      office.pass(3 * DAY, 12 * HOUR);
      expect(thisFile(office.ports).disarmed).toBeNull();
      expect(office.ports.mailer.sent).toHaveLength(2);
    },
  );
});

describe("a copy of the file", () => {
  it("with timers and keys of its own mails nobody until its owner says that mails go from it", () => {
    const office = new MemoryOffice();
    office.geo();
    office.pass(2 * MINUTE);
    office.set("armed_file", "another");
    office.pass(3 * DAY, 12 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
    openDisarmed(office.ports);
    expect(office.ports.person.shown.at(-1)?.html).toContain("copy of one that mailed");
    past(office, {});
    useThisFile(office.ports);
    office.pass(2 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(2);
  });
});
