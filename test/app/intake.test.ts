import { describe, expect, it } from "vitest";
import { receivePost } from "../../src/app/doors/receive-post";
import { offerToken } from "../../src/app/offers/offer-link";
import { runTick } from "../../src/app/tick";
import type { Answer } from "../../src/model/web";
import type { Ports } from "../../src/ports";
import { everyFault, faulty } from "../support/faults";
import { MemoryOffice, MINUTE, START, sessionPaid } from "./memory-office";

const spilled = (office: MemoryOffice) =>
  [...office.ports.properties.values].filter(([key]) => key.startsWith("spill:"));
const types = (office: MemoryOffice) => office.ports.store.rows("Events").map(({ type }) => type);
/** As if so many characters lay in the store already. */
const fill = (office: MemoryOffice, characters: number) => {
  const kept = [...office.ports.properties.values].flat().join("").length;
  office.ports.properties.values.set("filler", "x".repeat(characters - kept - "filler".length));
};

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
    ["a form", 249_500, true],
    ["a form", 250_500, false],
    ["Stripe", 449_500, true],
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

interface Door {
  readonly post: (ports: Ports, office: MemoryOffice) => Answer;
  /** Whoever sends it reads a page, not a status. */
  readonly toPerson: boolean;
  /** What must stand once it was sent again and taken in. */
  readonly taken: (office: MemoryOffice) => void;
}
const urlEncoded = { body: "", contentType: "application/x-www-form-urlencoded" } as const;
const sent = (parameters: Readonly<Record<string, string>>, body = "") =>
  ({ ...urlEncoded, method: "POST", parameters, body, contentLength: 9 }) as const;
const oneMail = (office: MemoryOffice) => expect(office.ports.mailer.sent).toHaveLength(1);
const keyOf = (office: MemoryOffice) => office.ports.properties.values.get("hook_key") ?? "";

const form: Door = {
  post: (ports) =>
    receivePost(ports, sent({ form: "geo", email: "ada@example.org", consent: "yes" })),
  toPerson: true,
  taken: oneMail,
};
const hook: Door = {
  post: (ports, office) => {
    const event = sessionPaid("ada@example.org", "evt_1", START);
    office.ports.stripe.put("events/evt_1", event);
    return receivePost(ports, sent({ hook: "stripe", key: keyOf(office) }, JSON.stringify(event)));
  },
  toPerson: false,
  taken: (office) => {
    expect(office.contact()).toMatchObject({ paid: "YES" });
    expect(office.contact()?.payments).toMatch(/^pi_evt_1 [^,]*$/);
  },
};
const press: Door = {
  post: (ports, office) => {
    const secret = office.ports.properties.values.get("token_secret") ?? "";
    const t = offerToken("c_ada0", "lite", START, secret, office.ports.secrets);
    return receivePost(ports, sent({ p: "offer", o: "lite", t }));
  },
  toPerson: true,
  taken: (office) => expect(office.ports.store.rows("Queue")).toMatchObject([{ flow: "lite" }]),
};
const keyed: Door = {
  post: (ports, office) => {
    const result = { email: "ada@example.org", result_url: "https://files.test/r" };
    const key = keyOf(office);
    return receivePost(ports, sent({ event: "free_check.result", key, ...result }));
  },
  toPerson: false,
  taken: (office) => {
    const taken = office.ports.store.rows("Events").filter(({ outcome }) => outcome !== "REPEAT");
    expect(taken.map(({ type }) => type)).toEqual(["free_check.result"]);
  },
};

/** An office that sells, and knows somebody who has asked for nothing. */
function opened(): MemoryOffice {
  const office = new MemoryOffice();
  const { store } = office.ports;
  for (const [column, value] of [
    ["price", "€49"],
    ["checkout_link", "https://buy.stripe.com/low"],
    ["price_after", "€79"],
    ["checkout_link_after", "https://buy.stripe.com/high"],
  ] as const) {
    store.edit("Offers", "lite", column, value);
  }
  office.ports.properties.set("stop_mark", "prices typed");
  store.put("Contacts", { id: "c_ada0", email: "ada@example.org", locale: "en" });
  office.tick();
  office.pass(11 * MINUTE);
  return office;
}

/** "saved" is a promise to the sender. */
const saved = (answer: Answer | null) =>
  answer?.kind === "page" && !/Not saved/i.test(answer.html) && answer.html !== "";

describe.each([
  ["a form", form],
  ["a webhook", hook],
  ["a press", press],
  ["a keyed post", keyed],
] as const)("%s of which one service call fails", (_, { post, toPerson, taken }) => {
  const whole: string[] = [];
  const first = opened();
  post(faulty(first.ports, null, whole), first);

  it.each(everyFault(whole.length, [false]))(
    `at call $at, $when it acts: the sender is told the truth (${whole.join(", ")})`,
    (fault) => {
      const office = opened();
      const answer = post(faulty(office.ports, fault), office);
      // Uncaught, the platform would answer 200, and Stripe would not come again (facts 1.14).
      if (!saved(answer)) expect(answer.kind).toBe(toPerson ? "page" : "retry");
      if (!saved(answer)) post(office.ports, office);
      office.tick();
      taken(office);
      const ids = office.ports.store.rows("Events").map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each(everyFault(whole.length, [true]))(
    "killed at call $at, $when it acts: sent again it counts once",
    (fault) => {
      const office = opened();
      try {
        post(faulty(office.ports, fault), office);
      } catch {
        // A killed run answers nothing.
      }
      post(office.ports, office);
      office.tick();
      expect(office.ports.store.rows("Contacts")).toHaveLength(1);
      taken(office);
      expect(runTick(office.ports)).toBe("idle");
    },
  );
});
