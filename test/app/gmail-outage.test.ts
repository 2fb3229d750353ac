// Gmail takes nothing for hours: nobody is lost, however many wait. A mail that it refuses for its own sake is given up and says why.
import { describe, expect, it } from "vitest";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

type Act = "createDraft" | "send";

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `lead${index}@example.org`);

class Weather extends MemoryOffice {
  /** Whose mail does not go; none while it is fine. */
  refused: (to: string) => boolean = () => false;

  constructor(act: Act) {
    super();
    const { mailer } = this.ports;
    const [createDraft, send] = [mailer.createDraft.bind(mailer), mailer.send.bind(mailer)];
    const unless = <T>(to: string, work: () => T): T => {
      if (this.refused(to)) throw new Error("Dienst nicht verfügbar");
      return work();
    };
    if (act === "createDraft") {
      mailer.createDraft = (mail) => unless(mail.to, () => createDraft(mail));
    } else {
      mailer.send = (id) => unless(mailer.drafts.get(id)?.mail.to ?? "", () => send(id));
    }
  }
  statuses(): readonly string[] {
    return this.ports.store.rows("Sends").map(({ status }) => status);
  }
  went(): readonly string[] {
    return this.ports.mailer.sent.map(({ mail }) => mail.to).sort();
  }
}

describe.each(["createDraft", "send"] as const)("while Gmail fails at every %s", (act) => {
  it.each([1, 2, 3, 5])(
    "for five hours, %i who wait are not given up, and each is mailed once",
    (count) => {
      const office = new Weather(act);
      office.refused = () => true;
      for (const email of people(count)) office.geo(email);
      office.pass(5 * HOUR);
      expect(office.went()).toEqual([]);
      expect(office.statuses()).not.toContain("FAILED");
      office.refused = () => false;
      // Sending may have paused itself: it tries again every six hours.
      office.pass(8 * HOUR, 5 * MINUTE);
      expect(office.went()).toEqual(people(count));
      expect(office.ports.mailer.drafts.size).toBe(0);
    },
  );
});

describe("a mail that Gmail refuses for its own sake", () => {
  it("is tried for an hour, then a person is asked, though nobody else is mailed", () => {
    const office = new Weather("createDraft");
    office.refused = (to) => to === "ada@example.org";
    office.geo();
    office.pass(90 * MINUTE);
    expect(office.ports.store.rows("Sends")).toMatchObject([{ status: "FAILED", attempts: 12 }]);
    expect(office.row()).toMatchObject({ status: "REVIEW" });
    expect(office.row().why).toContain("could not be sent after 12 tries: Dienst nicht verfügbar");
    expect(office.ports.mailer.drafts.size).toBe(0);
  });

  it("when it is to be sent holds up nobody, and is given up while others go", () => {
    const office = new Weather("send");
    office.refused = (to) => to === "ada@example.org";
    office.geo();
    for (const email of people(8)) {
      office.pass(10 * MINUTE);
      office.geo(email);
    }
    office.pass(10 * MINUTE);
    expect(office.went()).toEqual(people(8));
    expect(office.row()).toMatchObject({ status: "REVIEW" });
    expect(office.row().why).toContain("could not be sent");
  });
});
