// The walk in the pure engine: a form becomes two mails, a payment stops them.
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MemoryOffice, MINUTE, START } from "./memory-office";

describe("a GEO form", () => {
  it("becomes an event before anything else happens", () => {
    const office = new MemoryOffice();
    const answer = office.geo();
    expect(answer).toMatchObject({ kind: "page" });
    expect(office.lastEvent()).toMatchObject({
      type: "form:geo",
      who: "ada@example.org",
      outcome: "",
    });
    expect(office.ports.store.rows("Contacts")).toHaveLength(0);
    expect(office.ports.mailer.sent).toHaveLength(0);
  });

  it("becomes a contact, a row and mail 1 at the next tick (R29, R69)", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    expect(office.contact()).toMatchObject({ name: "Ada", consent: "YES", source: "GEO" });
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1, next_step: "geo_2" });
    const [mail] = office.ports.mailer.sent;
    expect(mail?.mail.to).toBe("ada@example.org");
    expect(mail?.mail.text).toContain("https://files.test/geo.pdf");
    expect(mail?.mail.text).toContain("p=stop");
    expect(mail?.mail.text).toContain("1 Lane, Town");
    expect(office.lastEvent()).toMatchObject({ outcome: "APPLIED" });
  });

  it("becomes mail 2 at 48 h after mail 1, not before, and then it is done (R70, R104)", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const sentAt = office.row().first_sent_at ?? 0;
    expect(office.row().next_at).toBe(sentAt + 48 * HOUR);
    office.pass(48 * HOUR - MINUTE, 10 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
    office.pass(2 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(2);
    expect(office.row()).toMatchObject({ status: "DONE", stage: 2, next_at: null, next_step: "" });
    office.pass(30 * DAY, 6 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("without consent gets what it asked for, and mail 2 is blocked with its reason", () => {
    const office = new MemoryOffice();
    office.geo("ada@example.org", { consent: "" });
    office.tick();
    expect(office.row().why).toContain("no consent");
    office.pass(5 * DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1 });
    expect(office.row().why).toContain("no consent");
  });

  it("in Chinese gets Chinese mails", () => {
    const office = new MemoryOffice();
    office.geo("li@example.org", { locale: "zh-CN", name: "" });
    office.tick();
    expect(office.ports.mailer.sent[0]?.mail.text).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it("posted again the same day sends nothing twice; the next day mail 1 goes once more", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.pass(2 * HOUR);
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(1);
    office.pass(25 * HOUR, HOUR);
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(2);
    expect(office.queue()).toHaveLength(1);
    expect(office.row()).toMatchObject({ stage: 1, next_step: "geo_2" });
  });
});

describe("a free audit form", () => {
  const ask = (office: MemoryOffice) =>
    office.post({
      form: "free_audit",
      email: "ben@example.org",
      url: "https://ben.test",
      consent: "yes",
    });

  it("makes a contact with its source and never a GEO row (R30, R65, R99)", () => {
    const office = new MemoryOffice();
    ask(office);
    office.pass(10 * DAY, 6 * HOUR);
    expect(office.contact("ben@example.org")).toMatchObject({ source: "FREE_AUDIT" });
    const rows = office.queue("ben@example.org").map(({ flow }) => flow);
    expect(rows).toEqual(["free_check"]);
  });

  it("opens a row that waits, and says so, while the free check is off (R20)", () => {
    const office = new MemoryOffice();
    ask(office);
    office.pass(10 * DAY, 6 * HOUR);
    expect(office.row("ben@example.org")).toMatchObject({ status: "ACTIVE", stage: 0 });
    expect(office.row("ben@example.org").why).toContain("flow free_check is switched off");
    expect(office.ports.mailer.sent).toHaveLength(0);
    office.ports.store.edit("Flows", "free_check", "on", "YES");
    office.pass(HOUR);
    expect(office.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual(["ben@example.org"]);
  });
});

describe("a payment", () => {
  it("closes every open row: PAID, paid YES, next_at empty, reason and event named (R31, R94, R95)", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.pay("ADA@example.org");
    office.tick();
    expect(office.row()).toMatchObject({
      status: "PAID",
      paid: "YES",
      next_at: null,
      stop_reason: "payment",
      stop_event: "evt_1",
    });
    office.pass(30 * DAY, 6 * HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("known only to the body changes nothing", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.hook({ id: "evt_forged", type: "checkout.session.completed" });
    office.tick();
    expect(office.row()).toMatchObject({ status: "ACTIVE", paid: "NO" });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
  });

  it("with a wrong key is answered so that Stripe comes again, and only counted", () => {
    const office = new MemoryOffice();
    const before = office.ports.store.rows("Events").length;
    expect(office.hook({ id: "evt_1" }, "wrong")).toMatchObject({ kind: "retry" });
    expect(office.ports.store.rows("Events")).toHaveLength(before);
    expect(office.ports.properties.values.get("wrong_hook_keys")).toBe("1");
  });

  it("while Stripe cannot be reached holds every mail back and says so (design 5)", () => {
    const office = new MemoryOffice();
    office.ports.stripe.unreachable = "timeout";
    office.geo();
    office.pay("somebody@example.org");
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(0);
    expect(office.row().why).toContain("waits for Stripe");
    office.ports.stripe.unreachable = null;
    office.pass(6 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("of a stranger with an address makes a paid contact; one without waits in Unmatched", () => {
    const office = new MemoryOffice();
    office.pay("new@example.org", "evt_1");
    office.pay("", "evt_2", { customer_details: null });
    office.tick();
    expect(office.contact("new@example.org")).toMatchObject({ paid: "YES", source: "stripe" });
    expect(office.ports.store.rows("Unmatched")).toMatchObject([{ payment: "pi_evt_2" }]);
  });

  it("delivered twice is applied once", () => {
    const office = new MemoryOffice();
    office.geo();
    office.pay("ada@example.org");
    office.pay("ada@example.org");
    office.tick();
    expect(office.ports.store.rows("Events").map(({ outcome }) => outcome)).toEqual([
      "APPLIED",
      "APPLIED",
      "REPEAT",
    ]);
    expect(office.ports.mailer.sent).toHaveLength(0);
  });

  it("before the form leaves a row that says so, and no mail", () => {
    const office = new MemoryOffice();
    office.pay("ada@example.org");
    office.pass(HOUR);
    office.geo();
    office.pass(3 * DAY, HOUR);
    expect(office.row()).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(office.ports.mailer.sent).toHaveLength(0);
  });
});

describe("a person at the sheet", () => {
  it.each([
    ["status", "PAID"],
    ["paid", "YES"],
  ] as const)("stops everything by typing %s %s", (column, typed) => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.ports.store.edit("Queue", office.row().id, column, typed);
    office.pass(11 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(office.contact()).toMatchObject({ paid: "YES" });
    office.pass(3 * DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("moves next_at, and the mail goes then", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    office.ports.store.edit("Queue", office.row().id, "next_at", new Date(START + 2 * HOUR));
    office.pass(HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
    office.pass(HOUR + MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("finds an impossible edit put back, with a note that says why", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const { id } = office.row();
    office.ports.store.edit("Queue", id, "stage", "seven");
    office.pass(11 * MINUTE);
    expect(office.row().stage).toBe(1);
    expect(office.ports.store.note("Queue", id, "stage")).toContain("seven");
  });

  it("may do the same edit twice", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const { id } = office.row();
    for (const typed of ["PAUSED", "ACTIVE", "PAUSED"] as const) {
      office.ports.store.edit("Queue", id, "status", typed);
      office.pass(11 * MINUTE);
      expect(office.row().status).toBe(typed);
    }
  });
});
