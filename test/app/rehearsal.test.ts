// REHEARSAL and LIVE as design 4.10 has them: rows of a rehearsal are the owner's, never the reader's past.
import { describe, expect, it } from "vitest";
import { HOUR, MemoryOffice, OWNER } from "./memory-office";

const sentTo = (office: MemoryOffice) => office.ports.mailer.sent.map(({ mail }) => mail.to);

function rehearsing(): MemoryOffice {
  const office = new MemoryOffice();
  office.set("mode", "REHEARSAL");
  office.tick();
  return office;
}

function does(office: MemoryOffice, action: string, email = "ada@example.org"): void {
  office.ports.store.edit("Queue", office.queue(email)[0]?.id ?? "", "do", action);
  office.ports.properties.set("stop_mark", `${action} ${office.ports.clock.now()}`);
  office.tick();
}

describe("a rehearsal", () => {
  it("tags its rows and their people, and sends only to the owner", () => {
    const office = rehearsing();
    office.geo();
    office.tick();
    expect(office.row()).toMatchObject({ tags: "test", stage: 1 });
    expect(office.contact()).toMatchObject({ tags: "test" });
    expect(sentTo(office)).toEqual([OWNER]);
  });

  it("moves a row on at once by send now, mail after mail", () => {
    const office = rehearsing();
    office.geo();
    office.tick();
    does(office, "send now");
    expect(office.row()).toMatchObject({ status: "DONE", stage: 2, do: "" });
    expect(sentTo(office)).toEqual([OWNER, OWNER]);
  });

  it("leaves the rows of LIVE alone: nothing of theirs goes or counts meanwhile", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.set("mode", "REHEARSAL");
    office.pass(49 * HOUR, HOUR);
    expect(sentTo(office)).toEqual(["ada@example.org"]);
    expect(office.row()).toMatchObject({ stage: 1, why: expect.stringContaining("LIVE") });
    office.set("mode", "LIVE");
    office.pass(HOUR);
    expect(sentTo(office)).toEqual(["ada@example.org", "ada@example.org"]);
  });

  it("is over with LIVE: its rows wait and say what to do", () => {
    const office = rehearsing();
    office.geo();
    office.tick();
    office.set("mode", "LIVE");
    office.pass(72 * HOUR, HOUR);
    expect(sentTo(office)).toEqual([OWNER]);
    expect(office.row().why).toContain("keep");
  });

  it("gives a real person who came in it everything anew once kept", () => {
    const office = rehearsing();
    office.geo();
    office.tick();
    office.set("mode", "LIVE");
    office.tick();
    does(office, "keep");
    expect(sentTo(office)).toEqual([OWNER, "ada@example.org"]);
    expect(office.row()).toMatchObject({ tags: "", stage: 1, status: "ACTIVE" });
    expect(office.contact()).toMatchObject({ tags: "" });
    office.pass(49 * HOUR, HOUR);
    expect(sentTo(office)).toEqual([OWNER, "ada@example.org", "ada@example.org"]);
  });

  it("is none of the reader's past: the same address asks in LIVE and gets mail 1", () => {
    const office = rehearsing();
    office.geo();
    office.tick();
    office.set("mode", "LIVE");
    office.pass(2 * HOUR, HOUR);
    office.geo();
    office.tick();
    expect(sentTo(office)).toEqual([OWNER, "ada@example.org"]);
    expect(office.queue()).toMatchObject([{ tags: "test" }, { tags: "", stage: 1 }]);
  });

  it("keeps no row that did not begin in it", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    does(office, "keep");
    expect(office.row()).toMatchObject({ do: "", stage: 1 });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
  });

  it("of a mode that nobody can read makes nobody a test row", () => {
    const office = new MemoryOffice();
    office.set("mode", "lvie");
    office.geo();
    office.tick();
    expect(office.row()).toMatchObject({ tags: "" });
    expect(sentTo(office)).toEqual([]);
  });
});
