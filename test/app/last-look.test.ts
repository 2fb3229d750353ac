import { describe, expect, it } from "vitest";
import { receiveEdit } from "../../src/app/edit-door";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const [ADA, BEN, CEM] = ["ada@example.org", "ben@example.org", "cem@example.org"] as const;
const sentTo = (office: MemoryOffice) => office.ports.mailer.sent.map(({ mail }) => mail.to);

/** Mail 1 of three leads is due; `happens` comes in right after the first has gone. */
function meanwhile(happens: (office: MemoryOffice) => void): MemoryOffice {
  const office = new MemoryOffice();
  arrive(office, [ADA, BEN, CEM]);
  afterSend(office, happens, 1);
  office.tick();
  return office;
}
/** One after the other, so that the first is due first. */
function arrive(office: MemoryOffice, emails: readonly string[]): void {
  for (const email of emails) {
    office.geo(email);
    office.ports.clock.advance(1_000);
  }
}
/** Other executions run while this one holds the batch mutex. */
function afterSend(office: MemoryOffice, happens: (office: MemoryOffice) => void, times: number) {
  const { mailer, locks } = office.ports;
  const send = mailer.send.bind(mailer);
  let left = times;
  mailer.send = (draftId) => {
    const receipt = send(draftId);
    left -= 1;
    if (left >= 0) {
      locks.batchBusy = true;
      happens(office);
      locks.batchBusy = false;
    }
    return receipt;
  };
}
const stopLink = (office: MemoryOffice, email: string) => {
  const sent = office.ports.mailer.sent.find(({ mail }) => mail.to === email);
  return decodeURIComponent(/p=stop&t=([^&\s]+)/.exec(sent?.mail.text ?? "")?.[1] ?? "");
};

describe("between two mails of a batch (design 5, last look; R96, R97)", () => {
  it("a payment stops the payer's mail, and only that", () => {
    const office = meanwhile((now) => now.pay(BEN));
    expect(sentTo(office)).toEqual([ADA, CEM]);
    expect(office.row(BEN)).toMatchObject({ status: "PAID", stage: 0, next_at: null });
    expect(office.ports.mailer.drafts.size).toBe(0);
    const [withdrawn] = office.ports.store.rows("Sends").filter(({ email }) => email === BEN);
    expect(withdrawn).toMatchObject({ status: "WITHDRAWN", sent_at: null });
  });

  it("a payment that could only be spilled does so as well", () => {
    const office = meanwhile((now) => {
      now.ports.locks.intakeBusy = true;
      now.pay(BEN);
      now.ports.locks.intakeBusy = false;
    });
    office.pass(2 * MINUTE);
    expect(sentTo(office)).toEqual([ADA, CEM]);
    expect(office.row(BEN).status).toBe("PAID");
  });

  it("an unsubscribe stops the mails that were still to go", () => {
    const office = new MemoryOffice();
    for (const email of [ADA, BEN]) {
      office.geo(email);
      office.tick();
      office.ports.clock.advance(1_000);
    }
    office.pass(48 * HOUR - MINUTE, HOUR);
    afterSend(office, (now) => now.post({ p: "stop", t: stopLink(now, BEN) }), 1);
    office.pass(5 * MINUTE);
    expect(sentTo(office)).toEqual([ADA, BEN, ADA]);
    expect(office.row(BEN).status).toBe("STOPPED");
  });

  it.each([
    ["status", "PAID"],
    ["status", "STOPPED"],
    ["status", "PAUSED"],
    ["paid", "YES"],
    ["do", "hold"],
  ] as const)("a person who chooses %s %s is obeyed", (column, typed) => {
    const office = meanwhile((now) => {
      now.ports.store.edit("Queue", now.row(BEN).id, column, typed);
      receiveEdit(now.ports, now.ports.store.area("Queue"));
    });
    expect(sentTo(office)).toEqual([ADA, CEM]);
    expect(office.row(BEN).stage).toBe(0);
    office.pass(DAY, HOUR);
    expect(sentTo(office)).toEqual([ADA, CEM]);
  });

  it.each([
    ["Settings", "sending", "value", "OFF"],
    ["Flows", "geo", "on", "NO"],
    ["Settings", "armed_file", "value", "another"],
  ] as const)("in %s, %s turned off stops all the rest", (tab, id, column, typed) => {
    const office = meanwhile((now) => {
      now.ports.store.edit(tab, id, column as never, typed);
      receiveEdit(now.ports, now.ports.store.area(tab));
    });
    office.pass(5 * MINUTE);
    expect(sentTo(office)).toEqual([ADA]);
    expect(office.ports.mailer.drafts.size).toBe(0);
    for (const email of [BEN, CEM]) expect(office.row(email).why).toContain("waits");
  });

  it("something coming in after every mail delays, repeats nothing and loses nothing", () => {
    const office = new MemoryOffice();
    const emails = Array.from({ length: 12 }, (_, at) => `lead${at}@example.org`);
    for (const email of emails) office.geo(email);
    let paid = 0;
    afterSend(office, (now) => now.pay(`stranger${paid}@example.org`, `evt_${paid++}`), 12);
    office.pass(10 * MINUTE);
    expect(sentTo(office).sort()).toEqual([...emails].sort());
    expect(paid).toBe(12);
  });

  it("time running out leaves the rest to the next tick", () => {
    const office = new MemoryOffice();
    arrive(office, [ADA, BEN, CEM]);
    afterSend(office, (now) => now.ports.clock.advance(5 * MINUTE), 1);
    office.tick();
    expect(sentTo(office)).toEqual([ADA]);
    expect(office.ports.mailer.drafts.size).toBe(0);
    office.pass(2 * MINUTE);
    expect(sentTo(office)).toEqual([ADA, BEN, CEM]);
  });
});

describe("what a person writes during a batch", () => {
  it("in columns of theirs is never written over", () => {
    const office = meanwhile((now) => {
      const { id } = now.row(BEN);
      now.ports.store.edit("Queue", id, "notes", "called her");
      now.ports.store.edit("Queue", id, "tags", "vip");
      now.ports.store.edit("Contacts", now.contact(BEN)?.id ?? "", "notes", "likes tea");
    });
    office.pass(DAY, HOUR);
    expect(office.row(BEN)).toMatchObject({ notes: "called her", tags: "vip", stage: 1 });
    expect(office.contact(BEN)?.notes).toBe("likes tea");
  });
});

describe("a scarce quota", () => {
  it("goes to service mails first; the rest waits, says so and goes when there is some again", () => {
    const office = new MemoryOffice();
    office.geo(ADA);
    office.tick();
    office.pass(48 * HOUR - MINUTE, HOUR);
    office.ports.mailer.quota = 1;
    office.geo(BEN);
    office.pass(2 * MINUTE);
    expect(sentTo(office)).toEqual([ADA, BEN]);
    expect(office.row(ADA).why).toContain("quota");
    expect(office.ports.store.rows("Runs").at(-1)).toMatchObject({ sent: 1, quota_left: 1 });
    office.pass(HOUR, MINUTE);
    expect(sentTo(office)).toHaveLength(2);
    office.ports.mailer.quota = 100;
    office.pass(2 * HOUR, MINUTE);
    expect(sentTo(office)).toEqual([ADA, BEN, ADA]);
  });

  it("spent in the middle of a batch costs no mail its turn", () => {
    const office = new MemoryOffice();
    arrive(office, [ADA, BEN, CEM]);
    afterSend(office, (now) => Object.assign(now.ports.mailer, { quota: 0 }), 1);
    office.pass(10 * MINUTE);
    office.ports.mailer.quota = 100;
    office.pass(2 * HOUR, MINUTE);
    expect(sentTo(office).sort()).toEqual([ADA, BEN, CEM]);
  });
});

describe("a second run while one is under way", () => {
  it("does nothing", () => {
    const office = new MemoryOffice();
    office.geo();
    office.ports.locks.batchBusy = true;
    const before = [...office.ports.store.calls];
    expect(office.tick()).toBe("busy");
    expect(office.ports.store.calls).toEqual(before);
    expect(office.ports.mailer.sent).toHaveLength(0);
  });
});

describe("the next tick after a person's edit", () => {
  it("sends what became due meanwhile, without waiting for the next comparison (R69)", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const due = office.row().next_at ?? 0;
    office.ports.clock.set(due - 20 * MINUTE);
    office.tick();
    office.ports.clock.set(due + 1_000);
    receiveEdit(office.ports, office.ports.store.area("Settings"));
    office.ports.clock.advance(MINUTE);
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("sends what a setting held back, also where no trigger told of the edit, within half an hour", () => {
    const office = new MemoryOffice();
    office.set("geo_download_url", "");
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(0);
    office.ports.store.edit("Settings", "geo_download_url", "value", "https://files.test/x.pdf");
    office.pass(31 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });
});
