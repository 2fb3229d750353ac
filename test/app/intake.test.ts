import { describe, expect, it } from "vitest";
import { receivePost } from "../../src/app/receive-post";
import { runBatch } from "../../src/app/run-batch";
import type { Answer } from "../../src/model/web";
import type { Ports } from "../../src/ports";
import { everyFault, faulty } from "../support/faults";
import { MemoryOffice, MINUTE, START, sessionPaid } from "./memory-office";

const spilled = (office: MemoryOffice) =>
  [...office.ports.properties.values].filter(([key]) => key.startsWith("spill:"));
const types = (office: MemoryOffice) => office.ports.store.rows("Events").map(({ type }) => type);
const fill = (office: MemoryOffice, characters: number) =>
  office.ports.properties.values.set("filler", "x".repeat(characters));

describe("the lock not had in time", () => {
  it("is waited for at most 8 s, and the event is kept in a property of its own (design 5)", () => {
    const office = new MemoryOffice();
    office.ports.locks.intakeBusy = true;
    expect(office.geo()).toMatchObject({ kind: "page", html: expect.stringContaining("geo.pdf") });
    expect(office.ports.locks.waitsMs.at(-1)).toBeLessThanOrEqual(8_000);
    expect(types(office)).toEqual([]);
    expect(spilled(office)).toHaveLength(1);
  });

  it("is made up for by the next batch, once, in the order things happened", () => {
    const office = new MemoryOffice();
    office.ports.locks.intakeBusy = true;
    for (const name of ["ada", "ben", "cem"]) {
      office.geo(`${name}@example.org`);
      office.ports.clock.advance(1_000);
    }
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(0);
    expect(spilled(office)).toHaveLength(3);
    office.ports.locks.intakeBusy = false;
    office.pass(3 * MINUTE);
    expect(spilled(office)).toHaveLength(0);
    expect(types(office)).toEqual(["form:geo", "form:geo", "form:geo"]);
    const entered = office.ports.store.rows("Queue").map(({ email }) => email);
    expect(entered).toEqual(["ada@example.org", "ben@example.org", "cem@example.org"]);
    expect(office.ports.mailer.sent).toHaveLength(3);
  });

  it("never makes a spilled payment late: nothing is sent before it is brought home", () => {
    const office = new MemoryOffice();
    office.geo();
    office.ports.locks.intakeBusy = true;
    office.pay("ada@example.org");
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(0);
    office.ports.locks.intakeBusy = false;
    office.tick();
    expect(office.row().status).toBe("PAID");
    expect(office.ports.mailer.sent).toHaveLength(0);
  });

  it("holds an edit that cannot be recorded: no mail goes on top of it, and it is not put back", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.pass(48 * 60 * MINUTE - MINUTE, 60 * MINUTE);
    office.ports.store.edit("Queue", office.row().id, "status", "PAID");
    office.ports.locks.intakeBusy = true;
    office.pass(5 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
    expect(office.row().status).toBe("PAID");
    office.ports.locks.intakeBusy = false;
    office.pass(11 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(office.ports.mailer.sent).toHaveLength(1);
  });
});

describe("a spilled event", () => {
  it("fits a property, whatever was typed (≤ 8 KB)", () => {
    const office = new MemoryOffice();
    office.ports.locks.intakeBusy = true;
    const long = "龙🐉".repeat(3_000);
    office.geo("ada@example.org", {
      name: long,
      url: long,
      source: long,
      utm_x: long,
      phone: long,
    });
    const [[key, value] = ["", ""]] = spilled(office);
    expect(Buffer.byteLength(key + value)).toBeLessThanOrEqual(9 * 1_024);
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(8 * 1_024);
    office.ports.locks.intakeBusy = false;
    office.tick();
    expect(office.contact()).toMatchObject({ email: "ada@example.org", consent: "YES" });
  });

  it.each([
    ["a form", 249_000, true],
    ["a form", 250_500, false],
    ["Stripe", 440_000, true],
    ["Stripe", 450_500, false],
  ] as const)("of %s with %d characters in the store is kept: %s", (who, characters, kept) => {
    const office = new MemoryOffice();
    office.ports.locks.intakeBusy = true;
    fill(office, characters);
    const mark = office.ports.properties.values.get("stop_mark");
    const form = who === "a form";
    const answer = form
      ? office.geo()
      : office.hook(sessionPaid("ada@example.org", "evt_1", START));
    expect(spilled(office)).toHaveLength(kept ? 1 : 0);
    if (form) expect(JSON.stringify(answer).includes("Not saved")).toBe(!kept);
    else expect(answer.kind).toBe(kept ? "page" : "retry");
    if (!form) expect(office.ports.properties.values.get("stop_mark") !== mark).toBe(kept);
  });
});

type Post = (ports: Ports, office: MemoryOffice) => Answer;
const form: Post = (ports) =>
  receivePost(ports, {
    method: "POST",
    parameters: { form: "geo", email: "ada@example.org", consent: "yes" },
    body: "",
    contentType: "application/x-www-form-urlencoded",
    contentLength: 10,
  });
const hook: Post = (ports, office) => {
  const event = sessionPaid("ada@example.org", "evt_1", START);
  office.ports.stripe.put("events/evt_1", event);
  const key = office.ports.properties.values.get("hook_key") ?? "";
  const body = JSON.stringify(event);
  const parameters = { hook: "stripe", key };
  return receivePost(ports, {
    method: "POST",
    parameters,
    body,
    contentType: "",
    contentLength: 9,
  });
};
/** "saved" is a promise to the sender. */
const saved = (answer: Answer | null) =>
  answer?.kind === "page" && !/Not saved/i.test(answer.html) && answer.html !== "";

describe.each([
  ["a form", form],
  ["a webhook", hook],
] as const)("%s of which one service call fails", (what, post) => {
  const whole: string[] = [];
  post(faulty(new MemoryOffice().ports, null, whole), new MemoryOffice());

  it.each(everyFault(whole.length, [false]))(
    `at call $at, $when it acts: the sender is told the truth (${whole.join(", ")})`,
    (fault) => {
      const office = new MemoryOffice();
      const answer = post(faulty(office.ports, fault), office);
      // Uncaught, the platform would answer 200, and Stripe would not come again (facts 1.14).
      if (!saved(answer)) expect(answer.kind).toBe(what === "a form" ? "page" : "retry");
      if (!saved(answer)) post(office.ports, office);
      office.tick();
      if (what === "a form") expect(office.ports.mailer.sent).toHaveLength(1);
      else expect(office.contact()).toMatchObject({ paid: "YES", payments: "pi_evt_1" });
      const ids = office.ports.store.rows("Events").map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each(everyFault(whole.length, [true]))(
    "killed at call $at, $when it acts: sent again it counts once",
    (fault) => {
      const office = new MemoryOffice();
      try {
        post(faulty(office.ports, fault), office);
      } catch {
        // A killed run answers nothing.
      }
      post(office.ports, office);
      office.tick();
      expect(office.ports.store.rows("Contacts")).toHaveLength(1);
      if (what === "a form") expect(office.ports.mailer.sent).toHaveLength(1);
      expect(runBatch(office.ports, "tick")).toBe("idle");
    },
  );
});
