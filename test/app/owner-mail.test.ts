// A mail to the owner goes once: however many try it at the same moment, and wherever a run is cut.
import { beforeEach, describe, expect, it } from "vitest";
import { type About, finishMails, mailOwner } from "../../src/app/timer/owner-mail";
import { type MemoryPorts, memoryPorts } from "../memory/memory-ports";
import { everyFault, faulty } from "../support/faults";
import { DAY, HOUR, MINUTE, OWNER, START } from "./memory-office";

const DAILY: About = { topic: "late", key: "" };
const KEYED: About = { topic: "digest", key: "day one" };

let ports: MemoryPorts;
beforeEach(() => {
  ports = anOffice();
});

function anOffice(): MemoryPorts {
  const properties = { owner: OWNER, token_secret: "s" };
  return memoryPorts({ now: START, owner: OWNER, properties });
}
const words = () => ({ subject: "Look", text: "It stands still.\nhttps://docs.test/x <b>" });
const tell = (to: MemoryPorts, about = DAILY, kept = to.properties.all()) =>
  mailOwner(to, kept, about, words);
const told = (to: MemoryPorts) => to.mailer.told.length;

describe("a mail to the owner", () => {
  it("goes to the owner from Dripsheet, its text safe as HTML", () => {
    expect(tell(ports)).toBe("gone");
    const [{ mail } = { mail: null }] = ports.mailer.told;
    expect(mail).toMatchObject({ to: OWNER, fromName: "Dripsheet", replyTo: OWNER });
    expect(mail?.html).toContain('<a href="https://docs.test/x">');
    expect(mail?.html).toContain("&lt;b&gt;");
  });

  it("once a day goes no second time within the day, and costs nothing then", () => {
    tell(ports);
    ports.clock.advance(DAY - MINUTE);
    const kept = ports.properties.all();
    ports.properties.calls.length = 0;
    ports.mailer.calls.length = 0;
    for (let visit = 0; visit < 500; visit += 1) expect(tell(ports, DAILY, kept)).toBe("gone");
    expect([ports.properties.calls, ports.mailer.calls, told(ports)]).toEqual([[], [], 1]);
    ports.clock.advance(2 * MINUTE);
    tell(ports);
    expect(told(ports)).toBe(2);
  });

  it("with a key goes once for it, however much later it is asked for again", () => {
    tell(ports, KEYED);
    ports.clock.advance(40 * DAY);
    expect(tell(ports, KEYED)).toBe("gone");
    expect(tell(ports, { ...KEYED, key: "day two" })).toBe("gone");
    expect(told(ports)).toBe(2);
  });

  it("goes once where many doors have read the properties before any of them claimed it", () => {
    const stale = ports.properties.all();
    const answers = Array.from({ length: 30 }, () => tell(ports, DAILY, stale));
    expect(answers.every((answer) => answer === "gone")).toBe(true);
    expect(told(ports)).toBe(1);
  });

  it("is left to the one who is at it, also in the middle", () => {
    const stale = ports.properties.all();
    const { createDraft } = ports.mailer;
    const met: string[] = [];
    ports.mailer.createDraft = (mail) => {
      met.push(tell(ports, DAILY, stale));
      return createDraft.call(ports.mailer, mail);
    };
    expect(tell(ports)).toBe("gone");
    expect([met, told(ports)]).toEqual([["later"], 1]);
  });

  it("waits while another holds the lock, and where no quota is left: nothing is thrown or drafted", () => {
    ports.locks.intakeBusy = true;
    expect(tell(ports)).toBe("later");
    ports.locks.intakeBusy = false;
    ports.mailer.quota = 0;
    expect(tell(ports)).toBe("later");
    expect(ports.mailer.drafts.size).toBe(0);
    ports.mailer.quota = 5;
    expect(tell(ports)).toBe("later");
    ports.clock.advance(HOUR);
    expect(tell(ports)).toBe("gone");
    expect(told(ports)).toBe(1);
  });

  it("whose draft the counter was too late for is made anew, and no draft of it stays", () => {
    ports.mailer.quotaLeft = () => 3;
    ports.mailer.quota = 0;
    expect(tell(ports)).toBe("later");
    ports.mailer.quota = 5;
    ports.clock.advance(HOUR);
    tell(ports);
    expect([told(ports), ports.mailer.drafts.size]).toEqual([1, 0]);
  });
});

describe("a mail whose sending failed and whose cause is over", () => {
  const failed = () => {
    const { send } = ports.mailer;
    ports.mailer.send = () => {
      throw new Error("a server error");
    };
    expect(tell(ports)).toBe("later");
    ports.mailer.send = send;
    ports.clock.advance(HOUR);
  };
  const finish = () => finishMails(ports, ports.properties.all());

  it("goes after all, as it was written, and no draft of it stays", () => {
    failed();
    finish();
    finish();
    expect([told(ports), ports.mailer.drafts.size]).toEqual([1, 0]);
  });

  it("is left alone for an hour, and once it went", () => {
    failed();
    ports.clock.advance(-MINUTE);
    finish();
    expect(told(ports)).toBe(0);
    ports.clock.advance(MINUTE);
    finish();
    ports.clock.advance(2 * HOUR);
    ports.mailer.calls.length = 0;
    finish();
    expect(ports.mailer.calls).toEqual([]);
  });

  it("is looked for again where the run was cut before it was noted, and its draft cannot be read at first", () => {
    failed();
    const claim = JSON.parse(ports.properties.values.get("mailed_late") ?? "{}");
    ports.properties.set("mailed_late", JSON.stringify({ ...claim, draft: "" }));
    const { listDrafts } = ports.mailer;
    ports.mailer.listDrafts = () => [];
    finish();
    ports.mailer.listDrafts = listDrafts;
    ports.clock.advance(HOUR);
    finish();
    expect([told(ports), ports.mailer.drafts.size]).toEqual([1, 0]);
  });

  it("is forgotten within a day where no draft was made", () => {
    ports.mailer.quota = 0;
    tell(ports);
    for (let hour = 0; hour < 24; hour += 1) {
      ports.clock.advance(HOUR);
      finish();
    }
    expect(ports.properties.values.get("mailed_late")).toBeUndefined();
    expect(told(ports)).toBe(0);
  });

  it.each(everyFault(8, [true, false]))("goes once where its finishing breaks: %o", (fault) => {
    failed();
    attempt(() => finishMails(faulty(ports, fault), ports.properties.all()));
    for (let hour = 0; hour < 3; hour += 1) {
      ports.clock.advance(HOUR);
      finish();
    }
    expect([told(ports), ports.mailer.drafts.size]).toEqual([1, 0]);
  });
});

const calls: string[] = [];
mailOwner(faulty(anOffice(), null, calls), { owner: OWNER, token_secret: "s" }, DAILY, words);
const FAULTS = everyFault(calls.length, [true, false]);

it("is claimed, drafted, noted, sent and noted", () => {
  const names = calls.map((call) => call.split(".")[1]);
  const claimed = ["intake", "all", "set", "quotaLeft"];
  expect(names).toEqual([...claimed, "createDraft", "set", "send", "set"]);
});

describe.each([DAILY, KEYED])("a fault at any call of it ($topic)", (about) => {
  it.each(FAULTS)(
    "at call $at, $when it acted (killed: $kill): it goes once in the end",
    (fault) => {
      attempt(() => mailOwner(faulty(ports, fault), ports.properties.all(), about, words));
      for (let hour = 0; hour < 4; hour += 1) {
        ports.clock.advance(HOUR);
        tell(ports, about);
      }
      expect([told(ports), ports.mailer.drafts.size]).toEqual([1, 0]);
    },
  );

  it.each(FAULTS)("and a second one in what makes it good: at $at $when ($kill)", (fault) => {
    for (const first of everyFault(calls.length, [true])) {
      const once = anOffice();
      attempt(() => mailOwner(faulty(once, first), once.properties.all(), about, words));
      once.clock.advance(HOUR);
      attempt(() => mailOwner(faulty(once, fault), once.properties.all(), about, words));
      for (let hour = 0; hour < 4; hour += 1) {
        once.clock.advance(HOUR);
        tell(once, about);
      }
      expect([told(once), once.mailer.drafts.size], JSON.stringify(first)).toEqual([1, 0]);
    }
  });
});

/** A killed run fails before its own catch can act. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // As a person would see.
  }
}
