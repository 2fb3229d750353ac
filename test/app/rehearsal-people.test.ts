// A rehearsal and real people (design 4.10): neither touches the other, in either mode and across the change.
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE, OWNER, sessionPaid } from "./memory-office";

const ADA = "ada@example.org";

type Mode = "LIVE" | "REHEARSAL";

class Stage extends FounderOffice {
  constructor(mode: Mode) {
    super("geo", "lite");
    this.turn(mode);
  }
  turn(mode: Mode): void {
    this.set("mode", mode);
    this.ports.properties.set("stripe_key", mode === "LIVE" ? "rk_live_x" : "rk_test_x");
    this.pass(2 * HOUR, HOUR);
  }
  asksLite(email = ADA): void {
    this.post({ form: "lite", email, name: "Ada", consent: "yes", locale: "en" });
    this.pass(2 * MINUTE);
  }
  paysLite(livemode: boolean, id: string): void {
    const more = { payment_link: "plink_lite" };
    const event = { ...sessionPaid(ADA, id, this.ports.clock.now(), more), livemode };
    this.ports.stripe.put(`events/${id}`, event);
    this.hook(event);
    this.pass(2 * MINUTE);
  }
  chooses(id: string, action: string): void {
    this.ports.store.edit("Queue", id, "do", action);
    this.ports.properties.set("stop_mark", `${id} ${action} ${this.ports.clock.now()}`);
    this.pass(2 * MINUTE);
  }
  types(id: string, column: string, to: string): void {
    this.ports.store.edit("Queue", id, column as never, to as never);
    this.ports.properties.set("stop_mark", `${id} ${column} ${this.ports.clock.now()}`);
    this.pass(2 * MINUTE);
  }
  rows(flow: string) {
    return this.queue(ADA).filter((row) => row.flow === flow);
  }
  sentTo(email: string): number {
    return this.ports.mailer.sent.filter(({ mail }) => mail.to === email).length;
  }
}

describe("a real person, while the sheet rehearses", () => {
  it("who posts a form gets a real row that waits for LIVE, and then their mails", () => {
    const office = new Stage("LIVE");
    office.asksLite();
    const before = office.sentTo(ADA);
    office.turn("REHEARSAL");
    office.geo(ADA);
    office.pass(DAY, HOUR);
    expect(office.rows("geo")).toMatchObject([{ tags: "", why: expect.stringContaining("LIVE") }]);
    expect(office.sentTo(ADA)).toBe(before);
    office.turn("LIVE");
    expect(office.sentTo(ADA)).toBe(before + 1);
  });

  it("is touched by no test money: nothing is delivered, nothing stops", () => {
    const office = new Stage("LIVE");
    office.asksLite();
    office.turn("REHEARSAL");
    office.paysLite(false, "evt_test");
    office.turn("LIVE");
    expect(office.contact(ADA)).toMatchObject({ paid: "NO" });
    expect(office.rows("lite")).toMatchObject([{ status: "UNPAID" }]);
    office.pass(4 * DAY, HOUR);
    expect(office.rows("lite")[0]?.stage).toBe(1);
  });

  it("who unsubscribes is heard at once", () => {
    const office = new Stage("LIVE");
    office.asksLite();
    office.turn("REHEARSAL");
    office.ports.store.edit("Contacts", office.contact(ADA)?.id ?? "", "suppressed", "by hand");
    office.ports.properties.set("stop_mark", "typed");
    office.tick();
    expect(office.rows("lite")).toMatchObject([{ status: "STOPPED" }]);
  });
});

describe("a test person, in LIVE", () => {
  it("who buys in earnest is real: the delivery goes, whatever was rehearsed", () => {
    const office = new Stage("REHEARSAL");
    office.asksLite();
    office.turn("LIVE");
    office.paysLite(true, "evt_live");
    office.pass(HOUR);
    expect(office.contact(ADA)).toMatchObject({ paid: "YES", tags: "" });
    expect(office.sentTo(ADA)).toBe(1);
    const real = office.rows("lite").filter(({ tags }) => tags === "");
    expect(real).toMatchObject([{ status: "PAID" }]);
  });

  it("who had paid in the rehearsal has not paid, and asks like anybody", () => {
    const office = new Stage("REHEARSAL");
    office.asksLite();
    office.paysLite(false, "evt_test");
    expect(office.rows("lite")).toMatchObject([{ status: "PAID" }]);
    office.turn("LIVE");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    expect(office.contact(ADA)).toMatchObject({ paid: "NO", payments: "", tags: "" });
    expect(office.sentTo(ADA)).toBe(1);
  });

  it("who was unsubscribed in the rehearsal is not, but what was typed stays", () => {
    const office = new Stage("REHEARSAL");
    office.asksLite();
    const { id = "" } = office.contact(ADA) ?? {};
    office.ports.store.edit("Contacts", id, "suppressed", "complained");
    office.tick();
    office.turn("LIVE");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    expect(office.contact(ADA)).toMatchObject({ suppressed: "complained" });
    expect(office.sentTo(ADA)).toBe(0);
  });

  it("is let into no flow by what was rehearsed", () => {
    const office = new Stage("REHEARSAL");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    office.chooses(office.rows("geo")[0]?.id ?? "", "send now");
    expect(office.rows("geo")).toMatchObject([{ status: "DONE" }]);
    office.set("mode", "LIVE");
    office.tick();
    office.ports.store.edit("Flows", "geo_to_lite", "on", "YES");
    office.ports.properties.set("stop_mark", "on");
    office.pass(8 * DAY, HOUR);
    expect(office.queue(ADA)).toHaveLength(1);
    expect(office.sentTo(ADA)).toBe(0);
  });
});

describe("keep", () => {
  it("is refused where a real row of that flow stands: nothing goes twice", () => {
    const office = new Stage("REHEARSAL");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    const test = office.rows("geo")[0]?.id ?? "";
    office.turn("LIVE");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    office.chooses(test, "keep");
    office.pass(3 * DAY, HOUR);
    expect(office.sentTo(ADA)).toBe(2);
  });

  it("of somebody who had paid in the rehearsal begins anew as unpaid", () => {
    const office = new Stage("REHEARSAL");
    office.asksLite();
    office.paysLite(false, "evt_test");
    office.turn("LIVE");
    office.chooses(office.rows("lite")[0]?.id ?? "", "keep");
    expect(office.contact(ADA)).toMatchObject({ paid: "NO", tags: "", consent: "YES" });
    expect(office.rows("lite")).toMatchObject([{ status: "UNPAID", tags: "", stage: 0 }]);
    expect(office.sentTo(ADA)).toBe(1);
  });

  it("cannot be taken back: mail 1 is never left out", () => {
    const office = new Stage("REHEARSAL");
    office.geo(ADA);
    office.pass(2 * MINUTE);
    office.turn("LIVE");
    const { id = "" } = office.rows("geo")[0] ?? {};
    office.ports.store.edit("Queue", id, "do", "keep");
    office.set("sending", "OFF");
    office.tick();
    office.chooses(id, "undo");
    office.set("sending", "ON");
    office.pass(3 * DAY, HOUR);
    expect(office.sentTo(ADA)).toBe(2);
    expect(office.sentTo(OWNER)).toBe(1);
  });
});
