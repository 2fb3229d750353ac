// Adopting people who are known here already, or while the sheet rehearses.
import { beforeEach, describe, expect, it } from "vitest";
import { isTestPerson } from "../../src/model/test-person";
import { unseal } from "../../src/state/seal";
import { Adopting } from "./adopt-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";

describe("adopting a sheet", () => {
  let office: Adopting;
  beforeEach(() => {
    office = new Adopting("geo", "free_check", "lite", "stripe_failed");
  });

  it("leaves whoever is known as they stand, adds their row in another flow, and takes over a stop", () => {
    office.geo();
    office.lite("lin@example.org");
    office.pass(HOUR, MINUTE);
    const lin = office.one("lite", "lin@example.org");
    office.add("ada@example.org", { stage: 6, next: new Date(START + 9 * DAY) });
    office.add("lin@example.org", { stage: 6, paid: "YES" });
    office.add("max@example.org", { stage: 6 });
    const told = office.dry();
    expect(told).toContain("known here, get a row in another flow");
    expect(told).toContain("known here, stopped now");
    const geo = office.one("geo");
    office.adopt();
    expect(office.one("geo")).toMatchObject({ stage: geo.stage, next_at: geo.next_at });
    expect(office.one("lite")).toMatchObject({ stage: 6, next_at: START + 9 * DAY });
    expect(lin.status).toBe("UNPAID");
    expect(office.one("lite", "lin@example.org").status).toBe("PAID");
  });

  it("gives one row to a person who stands there under two addresses", () => {
    office.geo();
    office.tick();
    office.ports.store.edit("Contacts", office.contact()?.id ?? "", "aliases", "ada@home.test");
    office.add("ada@example.org", { stage: 2, next: new Date(START + DAY) });
    office.add("ada@home.test", { stage: 3, next: new Date(START + DAY) });
    expect(office.dry()).toContain("not taken: rows 2");
    office.adopt();
    expect(office.ports.store.rows("Queue").map(({ flow }) => flow)).toEqual(["geo", "lite"]);
    expect(office.one("lite").stage).toBe(3);
    expect(office.dry()).toContain("There is nobody to adopt");
  });

  it("adds nothing for a row that was deleted by hand, whichever address the sheet names", () => {
    office.lite();
    office.tick();
    office.ports.store.edit("Contacts", office.contact()?.id ?? "", "aliases", "ada@home.test");
    office.ports.store.remove("Queue", office.one("lite").id);
    office.add("ada@home.test", { stage: 3, next: new Date(START + DAY) });
    expect(office.dry()).toContain("There is nobody to adopt");
  });

  it("makes somebody of a rehearsal real, who goes on where the sheet says", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.lite();
    office.pass(5 * MINUTE);
    const test = office.one("lite");
    office.post({ form: "geo", email: "bea@example.org", consent: "yes" });
    office.pass(2 * MINUTE);
    office.add("ada@example.org", { stage: 4, next: new Date(START + 3 * DAY) });
    office.adopt();
    const person = office.contact();
    expect(person).toMatchObject({ tags: "", consent: "YES", source: "YouTube" });
    expect(person === undefined || isTestPerson(person)).toBe(false);
    const [left, real] = office.inFlow("lite");
    expect(left?.id).toBe(test.id);
    expect(real).toMatchObject({ stage: 4, next_at: START + 3 * DAY, tags: "" });
    office.set("mode", "LIVE");
    office.pass(4 * DAY, HOUR);
    expect(
      office.ports.mailer.sent.filter(({ mail }) => mail.to === "ada@example.org"),
    ).toHaveLength(1);
    expect(office.dry()).toContain("There is nobody to adopt");
  });

  it("waits for LIVE in a rehearsal, and is no test row", () => {
    office.set("mode", "REHEARSAL");
    office.add("ada@example.org", { stage: 1, next: new Date(START + DAY) });
    expect(office.dry()).toContain("In REHEARSAL adopted rows wait");
    office.adopt();
    expect(unseal(office.one("lite"))?.test).toBe(false);
    expect(office.contact()?.tags).toBe("");
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(0);
  });

  it("sends none of it in a burst either when LIVE comes hours after it was adopted in a rehearsal", () => {
    office.set("mode", "REHEARSAL");
    for (let at = 0; at < 80; at += 1) {
      office.add(`p${at}@example.org`, {
        stage: 2,
        last: new Date(START - 20 * DAY),
        next: new Date(START - DAY),
      });
    }
    office.adopt();
    office.pass(21 * HOUR, 10 * MINUTE);
    expect(office.subjects()).toHaveLength(0);
    office.set("mode", "LIVE");
    office.pass(HOUR, MINUTE);
    expect(office.subjects().length).toBeGreaterThan(0);
    expect(office.subjects().length).toBeLessThanOrEqual(5);
    office.pass(20 * HOUR, MINUTE);
    expect(office.subjects()).toHaveLength(80);
  });
});
