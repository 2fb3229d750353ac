// One last question to whoever has been silent for long, and the end of their rows where no answer comes (R177, R178).
import { beforeEach, describe, expect, it } from "vitest";
import { audited } from "../../src/app/audit/audit";
import { setUp } from "../../src/app/set-up";
import { runTick } from "../../src/app/tick";
import { type Fault, faulty } from "../support/faults";
import { AskingShop, BEA } from "./asking-shop";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { words } from "./offer-visit";

const ASK = "Shall these mails go on?";
const TEA = ["Tea 1", "Tea 2", "Tea 3"];
const WAITS = ["0", ...Array.from({ length: 11 }, () => "1 d")];
let shop: AskingShop;

/** Three mails without a sign of life, then the question, then five days for an answer. */
beforeEach(() => {
  shop = new AskingShop(WAITS);
  shop.type("Flows", "tea_notes", "confirm", "NO");
  shop.set("cool_down", "3 ask 5 d");
  shop.asks();
});
const pass = (ms: number, everyMs = 2 * HOUR) => shop.pass(ms, everyMs);

describe("the last question", () => {
  it("goes once, in place of the next mail, which waits for the answer and says so", () => {
    pass(4 * DAY);
    expect(shop.had()).toEqual([...TEA, ASK]);
    expect(shop.ports.store.rows("Sends").at(-1)).toMatchObject({ class: "marketing" });
    expect(shop.row(BEA).status).toBe("ACTIVE");
    expect(shop.row(BEA).next_step).toBe("tea_notes_4");
    expect(shop.row(BEA).why).toMatch(/last question|tea_notes_4/);
  });

  it("is marketing: it keeps quiet hours, and goes to nobody who has left or paid", () => {
    pass(2 * DAY + 7 * HOUR);
    shop.set("quiet_hours", "00:00-20:00");
    pass(2 * DAY);
    const sentAt = shop.ports.store.rows("Sends").find(({ step }) => step === "last-question");
    expect(new Date(sentAt?.sent_at ?? 0).getUTCHours()).toBeGreaterThan(19);
    const left = new AskingShop(WAITS);
    left.type("Flows", "tea_notes", "confirm", "NO");
    left.set("cool_down", "3 ask 5 d");
    left.asks();
    left.pass(2 * DAY + 7 * HOUR, 2 * HOUR);
    left.post(Object.fromEntries(new URLSearchParams(left.link("stop"))));
    left.pass(9 * DAY, 6 * HOUR);
    expect(left.had()).toEqual(TEA);
  });

  it("without an answer ends the row by name, and nothing more of marketing comes", () => {
    pass(30 * DAY, 4 * HOUR);
    expect(shop.had()).toEqual([...TEA, ASK]);
    expect(shop.row(BEA)).toMatchObject({ status: "STOPPED", stop_reason: "no answer" });
    expect(shop.row(BEA).why).toContain("was not answered");
    expect(shop.contact(BEA)?.suppressed).toBe("");
    expect(shop.events("silence").map(({ outcome }) => outcome)).toEqual(["APPLIED"]);
    expect(audited(shop.ports, shop.ports.properties.all()).differences).toEqual([]);
  });

  it("answered by its button goes on, not within the hour, and counts anew", () => {
    pass(4 * DAY);
    const page = shop.look(shop.link("stay"));
    expect(words(page)).toContain("Keep them coming");
    expect(shop.events("reader.stay")).toEqual([]);
    expect(words(shop.press(page))).toContain("They go on");
    shop.pass(50 * MINUTE, 5 * MINUTE);
    expect(shop.had()).toHaveLength(4);
    pass(3 * DAY);
    expect(shop.had()).toEqual([...TEA, ASK, "Tea 4", "Tea 5", "Tea 6"]);
    pass(2 * DAY);
    expect(shop.had().at(-1)).toBe(ASK);
    pass(20 * DAY, 4 * HOUR);
    expect(shop.had()).toHaveLength(8);
    expect(shop.row(BEA).stop_reason).toBe("no answer");
  });

  it("answered after the end brings the row back where it stood", () => {
    pass(30 * DAY, 4 * HOUR);
    shop.yes("stay");
    pass(2 * HOUR, 10 * MINUTE);
    expect(shop.had()).toEqual([...TEA, ASK, "Tea 4"]);
    expect(shop.row(BEA)).toMatchObject({ status: "ACTIVE", stop_reason: "" });
    expect(audited(shop.ports, shop.ports.properties.all()).differences).toEqual([]);
  });

  it("after its end leaves what is asked for: it comes, and the letter can be joined again", () => {
    shop.switchOn("geo");
    setUp(shop.ports);
    pass(30 * DAY, 4 * HOUR);
    shop.geo(BEA);
    pass(HOUR, 10 * MINUTE);
    expect(shop.had().slice(4)).toHaveLength(1);
    const back = Object.fromEntries(new URLSearchParams(shop.link("back")));
    expect(shop.look(shop.link("back"))).toContain("“Notes on tea” again");
    shop.post({ ...back, w: "join", to: "tea_notes" });
    pass(3 * HOUR, 10 * MINUTE);
    expect(shop.had().at(-1)).toBe("Tea 4");
  });

  it("is dropped where a sign of life comes before it goes", () => {
    pass(2 * DAY + 7 * HOUR);
    shop.set("quiet_hours", "00:00-20:00");
    shop.ports.clock.advance(DAY);
    shop.tick();
    expect(shop.had()).toEqual(TEA);
    shop.post({ ...Object.fromEntries(new URLSearchParams(shop.link("back"))), w: "often" });
    pass(8 * DAY);
    expect(shop.had()[3]).toBe("Tea 4");
  });

  it("goes once to a person of several letters, and ends them all; what waits for a result stays", () => {
    shop.addLetter("coffee_notes", WAITS);
    shop.type("Flows", "coffee_notes", "confirm", "NO");
    shop.switchOn("free_check");
    setUp(shop.ports);
    shop.asks(BEA, { form: "coffee_notes" });
    shop.post({ form: "free_audit", email: BEA, consent: "yes", url: "https://b.test" });
    pass(30 * DAY, 4 * HOUR);
    expect(shop.had().filter((subject) => subject === ASK)).toHaveLength(1);
    const status = (flow: string) => shop.one(flow, BEA).status;
    expect([status("tea_notes"), status("coffee_notes")]).toEqual(["STOPPED", "STOPPED"]);
    expect(status("free_check")).toBe("ACTIVE");
  });

  it("comes before a stop that is due at once, and is never asked without its rule", () => {
    shop.set("cool_down", "1 stop, 3 ask 5 d");
    const other = new AskingShop(WAITS);
    other.type("Flows", "tea_notes", "confirm", "NO");
    other.asks();
    other.pass(6 * DAY, 4 * HOUR);
    other.set("cool_down", "2 stop, 3 ask");
    other.pass(2 * DAY, 4 * HOUR);
    expect(other.had().at(-1)).toBe(ASK);
    other.set("cool_down", "");
    other.pass(20 * DAY, 4 * HOUR);
    expect(other.had().filter((subject) => subject === ASK)).toHaveLength(1);
    expect(other.row(BEA).status).not.toBe("STOPPED");
  });

  it.each(["3 ask", "6 rarer, 10 pause 60 d, 14 ask, 15 stop", "14 ask 21 d"])(
    "is read in %j",
    (rules) => {
      shop.set("cool_down", rules);
      setUp(shop.ports);
      expect(shop.ports.store.row("Settings", "cool_down")?.check).toBe("");
    },
  );

  it("is no rule with a span of nothing", () => {
    shop.set("cool_down", "3 ask 0");
    setUp(shop.ports);
    expect(shop.ports.store.row("Settings", "cool_down")?.check).toContain("14 ask 14 d");
  });

  it("holds where a run is cut at any write: one question, and one end", () => {
    const calls: string[] = [];
    const run = (at: number, when: Fault["when"]) => {
      try {
        runTick(faulty(shop.ports, { at, when, kill: true }, calls));
      } catch {
        // The run is over.
      }
    };
    const begin = () => {
      shop = new AskingShop(["0", "1 d", "1 d"]);
      shop.type("Flows", "tea_notes", "confirm", "NO");
      shop.set("cool_down", "1 ask 2 d");
      shop.asks();
      pass(DAY - HOUR, 6 * HOUR);
    };
    begin();
    // Held, asked, ended: the ticks at which something of it happens.
    for (const [fromMs, at] of [
      [0, 9],
      [2, 5],
      [2, 14],
    ] as const) {
      for (const when of ["before", "after"] as const) {
        begin();
        pass(fromMs * DAY, 6 * HOUR);
        for (let minute = 0; minute < 3; minute += 1) {
          shop.ports.clock.advance(40 * MINUTE);
          run(at, when);
        }
        pass(6 * DAY, 3 * HOUR);
        expect(shop.had()).toEqual(["Tea 1", ASK]);
        const ends = shop.events("silence").filter(({ outcome }) => outcome === "APPLIED");
        expect(ends).toHaveLength(1);
        expect(shop.row(BEA).stop_reason).toBe("no answer");
      }
    }
  });
});
