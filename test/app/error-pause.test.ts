// Past too many errors sending pauses itself: doors and stops go on, one mail to the owner, one press to go on; and for
// whoever is away it tries a few mails again by itself.
import { beforeEach, describe, expect, it } from "vitest";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

const line = (id: string) => office.ports.store.row("Start here", id);
const told = () => office.ports.mailer.told.map(({ mail }) => mail.subject);
const sent = () => office.subjects().length;
const paused = () => office.ports.properties.values.get("paused") ?? "";
const leads = (names: readonly string[]) => {
  for (const name of names) office.geo(`${name}@example.org`);
};
const names = (count: number, of = "lead") =>
  Array.from({ length: count }, (_, index) => `${of}${index}`);
/** Gmail takes no draft to these addresses. */
function refuse(refused: (to: string) => boolean): void {
  const { mailer } = office.ports;
  const create = mailer.createDraft.bind(mailer);
  mailer.createDraft = (mail) => {
    if (refused(mail.to)) throw new Error("Invalid email");
    return create(mail);
  };
}
let broken = true;
/** Five of eight are refused while `broken`. */
function trouble(): void {
  broken = true;
  refuse((to) => broken && to.startsWith("bad"));
  leads([...names(3), ...names(5, "bad")]);
  office.tick();
}
function press(action: string): void {
  office.ports.store.edit("Start here", "sending", "do", action);
  office.pass(11 * MINUTE);
}

describe("five of eight mails that Gmail refuses", () => {
  beforeEach(trouble);

  it("pause sending, with the reason on Start here and in why", () => {
    expect(sent()).toBe(3);
    expect(line("sending")).toMatchObject({ state: "✗" });
    expect(line("sending")?.what_to_do).toContain("5 of 8 mails");
    leads(["new"]);
    office.pass(2 * HOUR, 5 * MINUTE);
    expect(sent()).toBe(3);
    expect(office.row("new@example.org").why).toContain("5 of 8 mails");
  });

  it("mail the owner once, however long it lasts", () => {
    office.pass(5 * HOUR, 5 * MINUTE);
    expect(told()).toEqual(["Dripsheet: sending has paused itself"]);
    office.pass(48 * HOUR, 30 * MINUTE);
    expect(told()).toHaveLength(1);
  });

  it("leave doors and stops at work", () => {
    office.pass(MINUTE);
    office.pay("lead0@example.org");
    office.pass(2 * MINUTE);
    expect(office.row("lead0@example.org").status).toBe("PAID");
  });

  it("go on after one press, and are not held against it again", () => {
    leads(["new"]);
    broken = false;
    press("sending ON");
    expect(line("sending")).toMatchObject({ state: "✓" });
    expect(sent()).toBe(9);
    refuse((to) => to === "bad9@example.org");
    leads(["bad9"]);
    office.pass(2 * MINUTE);
    expect(paused()).toContain('"why":""');
  });

  it("pause again after a press while they are refused as before", () => {
    leads(names(3, "more"));
    press("sending ON");
    expect(line("sending")).toMatchObject({ state: "✗" });
  });

  it("are tried again a few at a time after six hours, and go on by themselves once they go", () => {
    leads(names(8, "new"));
    office.pass(5 * HOUR, 5 * MINUTE);
    expect(sent()).toBe(3);
    office.pass(2 * HOUR, 5 * MINUTE);
    // Some of the five were refused again.
    expect(sent()).toBeLessThan(3 + 5);
    expect(line("sending")).toMatchObject({ state: "✗" });
    broken = false;
    office.pass(7 * HOUR, 5 * MINUTE);
    expect(sent()).toBe(16);
    expect(line("sending")).toMatchObject({ state: "✓" });
  });
});

describe("what happens without being trouble", () => {
  it("four refused mails, or five among many, pause nothing", () => {
    refuse((to) => to.startsWith("bad"));
    leads(names(4, "bad"));
    office.pass(MINUTE);
    expect(paused()).toBe("");
    leads([...names(22), "bad4"]);
    office.pass(2 * MINUTE);
    expect([paused(), sent()]).toEqual(["", 22]);
  });

  it("one mail that is refused again and again is one", () => {
    refuse((to) => to.startsWith("bad"));
    leads(["bad"]);
    office.pass(50 * MINUTE);
    expect(paused()).toBe("");
  });

  it("mails taken back because news came are none, though one beside them is refused", () => {
    leads([...names(19), "bad"]);
    const { mailer, properties } = office.ports;
    const create = mailer.createDraft.bind(mailer);
    let count = 0;
    mailer.createDraft = (mail) => {
      count += 1;
      if (count === 20) properties.set("stop_mark", "news");
      if (mail.to.startsWith("bad")) throw new Error("Invalid email");
      return create(mail);
    };
    office.tick();
    office.pass(2 * MINUTE);
    expect([paused(), sent()]).toEqual(["", 19]);
  });
});

describe("runs that fail", () => {
  const breaks = (after: number) => {
    const { store } = office.ports;
    const read = store.read.bind(store);
    let reads = 0;
    store.read = (tab) => {
      if (tab === "Queue") {
        reads += 1;
        if (reads <= after) throw new Error("Service Spreadsheets failed");
      }
      return read(tab);
    };
  };
  const fail = (times: number) => {
    for (let n = 0; n < times; n += 1) {
      office.ports.clock.advance(MINUTE);
      expect(() => office.tick()).toThrow("Spreadsheets");
    }
  };

  it("twice in a row change nothing: the third sends", () => {
    office.geo();
    breaks(2);
    fail(2);
    office.pass(MINUTE);
    expect(sent()).toBe(1);
  });

  it("three times pause sending until one goes through, without anybody's press", () => {
    office.geo();
    breaks(3);
    fail(3);
    office.pass(MINUTE);
    expect(sent()).toBe(0);
    expect(office.row().why).toContain("runs in a row failed");
    office.pass(MINUTE);
    expect(sent()).toBe(1);
    expect([line("sending")?.state, line("timer")?.state]).toEqual(["✓", "✓"]);
    expect(told()).toEqual([]);
  });

  it("once, and then nothing to do, are forgotten", () => {
    office.pass(9 * MINUTE);
    breaks(1);
    office.ports.clock.advance(2 * MINUTE);
    expect(() => office.tick()).toThrow("Spreadsheets");
    expect(line("timer")).toMatchObject({ state: "✗" });
    office.pass(3 * HOUR);
    expect([line("timer")?.state, told()]).toEqual(["✓", []]);
  });

  it("are told from the first of them, also where a quiet minute cannot see whether anything came", () => {
    office.pass(12 * MINUTE);
    const { store } = office.ports;
    const lastRow = store.lastRow.bind(store);
    store.lastRow = (tab) => {
      if (tab === "Events") throw new Error("Service Spreadsheets failed");
      return lastRow(tab);
    };
    fail(1);
    expect(line("timer")).toMatchObject({ state: "✗" });
  });

  it("for half an hour are told to the owner, once a day", () => {
    office.geo();
    breaks(1_000);
    fail(29);
    office.watch();
    expect(told()).toEqual([]);
    fail(60);
    office.watch();
    office.watch();
    expect(told()).toEqual(["Dripsheet: its runs fail, no mail goes"]);
    expect(office.ports.mailer.told[0]?.mail.text).toContain("Service Spreadsheets failed");
  });
});
