// What happens when an owner's hand, a trigger or a service fails and nobody looks: nothing waits for ever.
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MemoryOffice, MINUTE, sessionPaid } from "./memory-office";

function withMail1(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo();
  office.tick();
  return office;
}

describe("a mail that is due", () => {
  it("goes after the master switch was off and is on again", () => {
    const office = new MemoryOffice();
    office.set("sending", "OFF");
    office.geo();
    office.pass(HOUR);
    expect(office.row().why).toContain("sending is OFF");
    office.set("sending", "ON");
    office.pass(HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("goes after its row was held past its time and released", () => {
    const office = withMail1();
    const { id } = office.row();
    office.ports.store.edit("Queue", id, "do", "hold");
    office.pass(3 * DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
    office.ports.store.edit("Queue", id, "do", "release");
    office.pass(HOUR);
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("is not owed for ever when its step was taken out of the rules: first the fault is named, then the row is done", () => {
    const office = withMail1();
    office.ports.store.remove("Steps", "geo_2");
    office.pass(3 * DAY, HOUR);
    expect(office.row()).toMatchObject({ status: "ACTIVE" });
    expect(office.row().why).toContain("that have a Steps row");
    office.ports.store.remove("Cadence", "geo-1");
    // No trigger tells of a row that was deleted.
    office.pass(3 * HOUR, HOUR);
    expect(office.row()).toMatchObject({ status: "DONE", next_at: null });
  });

  it("names the flow when the flow was renamed under it", () => {
    const office = withMail1();
    office.ports.store.edit("Flows", "geo", "flow", "pack");
    office.pass(3 * DAY, HOUR);
    expect(office.row()).toMatchObject({ status: "ACTIVE" });
    expect(office.row().why).toContain("geo");
  });
});

describe("a payment", () => {
  it("that came live during REHEARSAL counts once the sheet is LIVE", () => {
    const office = withMail1();
    office.set("mode", "REHEARSAL");
    office.pay("ada@example.org");
    office.tick();
    expect(office.row()).toMatchObject({ status: "ACTIVE" });
    office.set("mode", "LIVE");
    office.pass(4 * DAY, HOUR);
    expect(office.row()).toMatchObject({ status: "PAID" });
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("is waited for, not thrown away, while only a test key is stored in LIVE", () => {
    const office = withMail1();
    office.ports.properties.set("stripe_key", "rk_test_1");
    office.pay("ada@example.org");
    office.pass(HOUR);
    expect(office.lastEvent()).toMatchObject({ outcome: "" });
    office.ports.properties.set("stripe_key", "rk_live_1");
    office.pass(HOUR);
    expect(office.row()).toMatchObject({ status: "PAID" });
  });

  it.each(["work@example.org，other@example.org", "other@example.org; work@example.org"])(
    "from an alias in the list %j stops the lead",
    (aliases) => {
      const office = withMail1();
      const id = office.contact()?.id ?? "";
      office.ports.store.edit("Contacts", id, "aliases", aliases);
      office.pay("work@example.org");
      office.tick();
      expect(office.row()).toMatchObject({ status: "PAID" });
    },
  );

  it("stops every lead that its address speaks of", () => {
    const office = withMail1();
    office.geo("work@example.org");
    office.tick();
    office.ports.store.edit("Contacts", office.contact()?.id ?? "", "aliases", "work@example.org");
    office.pay("work@example.org");
    office.tick();
    expect(office.row()).toMatchObject({ status: "PAID" });
    expect(office.row("work@example.org")).toMatchObject({ status: "PAID" });
  });

  it("is told to come again when the door cannot even read its settings", () => {
    const office = new MemoryOffice();
    const event = sessionPaid("ada@example.org", "evt_1", office.ports.clock.now());
    office.ports.properties.all = () => {
      throw new Error("Service unavailable");
    };
    expect(office.hook(event)).toMatchObject({ kind: "retry" });
    expect(office.geo()).toMatchObject({ kind: "page" });
  });

  it("that came behind more events than one pass takes still stops the mail that is due", () => {
    const office = withMail1();
    office.ports.mailer.quota = 1_000;
    office.pass(48 * HOUR - 2 * MINUTE, HOUR);
    for (let n = 0; n < 160; n += 1) office.geo(`crowd${n}@example.org`);
    office.pay("ada@example.org");
    office.ports.clock.advance(3 * MINUTE);
    office.tick();
    office.pass(10 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", stage: 1 });
    expect(office.ports.mailer.sent).toHaveLength(161);
  });

  it("of many waiting ones asks a silent Stripe once a run", () => {
    const office = new MemoryOffice();
    for (let n = 0; n < 20; n += 1) office.pay(`p${n}@example.org`, `evt_${n}`);
    office.ports.stripe.unreachable = "timeout";
    office.tick();
    expect(office.ports.stripe.asked).toHaveLength(1);
  });
});

describe("an owner's hand in the sheet", () => {
  it("that writes its own words into suppressed stops the mails, and the words stay", () => {
    const office = withMail1();
    const id = office.contact()?.id ?? "";
    office.ports.store.edit("Contacts", id, "suppressed", "STOP, wrote by mail");
    office.pass(4 * DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it("that copies a row wakes nobody who was stopped", () => {
    const office = withMail1();
    const copy = office.row();
    office.ports.store.edit("Queue", copy.id, "do", "stop");
    office.pass(11 * MINUTE);
    office.ports.store.put("Queue", copy);
    office.ports.store.reverse("Queue");
    office.pass(4 * DAY, HOUR);
    office.geo("other@example.org");
    office.tick();
    expect(office.subjects()).toHaveLength(2);
    expect(office.row()).toMatchObject({ status: "STOPPED" });
  });

  it("that deletes a lead's row does not eat the mail of the same lead's next form", () => {
    const office = withMail1();
    office.ports.store.remove("Queue", office.row().id);
    office.pass(2 * HOUR);
    office.geo();
    office.pass(5 * MINUTE);
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: 1 });
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("that restores an older version holds every mail until its owner says that it is the one to use", () => {
    const office = withMail1();
    const [send] = office.ports.store.rows("Sends");
    office.ports.store.remove("Sends", send?.send_key ?? "");
    office.geo("ben@example.org");
    office.pass(HOUR);
    expect(office.ports.mailer.sent).toHaveLength(1);
    expect(office.row("ben@example.org").why).toContain("Sends 1 → 0");
  });
});

describe("Start here", () => {
  it("torn down stops no mail", () => {
    const office = new MemoryOffice();
    office.ports.store.stamp = () => {
      throw new Error("There is no tab Start here.");
    };
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(1);
  });
});
