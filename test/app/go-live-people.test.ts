// Whom Go LIVE leaves in Contacts: what a person has said of somebody outlives the rehearsal, what the rehearsal said does not.
import { beforeEach, describe, expect, it } from "vitest";
import { pastePaidList } from "../../src/app/stripe/paid-list";
import { isTestPerson } from "../../src/model/test-person";
import { Adopting } from "./adopt-office";
import { goLive, mailed as mailedBy, REHEARSES, rehearsed as rehearsedIn } from "./going-live";
import { HOUR, MemoryOffice, MINUTE, OWNER, sessionPaid } from "./memory-office";
import { past } from "./stripe-past";

const ADA = "ada@example.org";
let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice(REHEARSES);
  past(office, {});
});

const mailed = (to: string) => mailedBy(office, to);
const contact = () => {
  const one = office.contact(ADA);
  if (one === undefined) throw new Error("no contact");
  return one;
};

function rehearsed(): void {
  rehearsedIn(office, ADA);
  expect(isTestPerson(contact())).toBe(true);
}
const go = () => goLive(office).said;

function asksAgain(): void {
  office.pass(5 * MINUTE);
  office.geo(ADA);
  office.pass(60 * HOUR, HOUR);
}

describe("somebody first met in the rehearsal", () => {
  it("goes with the rows, and is met anew", () => {
    rehearsed();
    go();
    expect(office.contact(ADA)).toBeUndefined();
    asksAgain();
    expect(isTestPerson(contact())).toBe(false);
    expect(contact().tags).toBe("");
    expect(mailed(ADA)).toHaveLength(2);
  });

  it("goes also where a person took the tag away: the mark counts", () => {
    rehearsed();
    office.ports.store.edit("Contacts", contact().id, "tags", "");
    go();
    expect(office.contact(ADA)).toBeUndefined();
  });

  it.each(["bounced", "complained", "by hand", "please not"])(
    "stays with a stop that a person typed (%s), and gets nothing",
    (typed) => {
      rehearsed();
      office.ports.store.edit("Contacts", contact().id, "suppressed", typed);
      office.pass(2 * MINUTE);
      expect(go()).toContain("removed: 1");
      expect(contact()).toMatchObject({ tags: "", rows: "", consent: "NO" });
      expect(isTestPerson(contact())).toBe(false);
      asksAgain();
      expect(mailed(ADA)).toEqual([]);
      expect(office.queue(ADA)).toHaveLength(1);
      expect(office.row(ADA).status).not.toBe("ACTIVE");
    },
  );

  it("stays with an unsubscribe that a person typed; one by its link was a rehearsal", () => {
    rehearsed();
    office.ports.store.edit("Contacts", contact().id, "suppressed", "unsubscribed");
    go();
    asksAgain();
    expect(contact().suppressed).toBe("unsubscribed");
    expect(mailed(ADA)).toEqual([]);
  });

  it("stays paid by a pasted list, taken in or not yet", () => {
    rehearsed();
    office.ports.person.answers.push(ADA);
    pastePaidList(office.ports);
    go();
    expect(contact()).toMatchObject({ paid: "YES", tags: "", rows: "" });
    expect(isTestPerson(contact())).toBe(false);
    asksAgain();
    expect(mailed(ADA)).toEqual([]);
    expect(office.row(ADA)).toMatchObject({ status: "PAID" });
  });

  it("has not paid by test money: what the rehearsal counted is forgotten", () => {
    office.ports.properties.set("stripe_key", "rk_test_1");
    rehearsed();
    const event = {
      ...sessionPaid(ADA, "evt_test", office.ports.clock.now(), {}),
      livemode: false,
    };
    office.ports.stripe.put("events/evt_test", event);
    office.hook(event);
    office.pass(2 * MINUTE);
    expect(contact().paid).toBe("YES");
    office.ports.properties.set("stripe_key", "rk_live_test");
    go();
    asksAgain();
    expect(contact().paid).toBe("NO");
    expect(mailed(ADA)).toHaveLength(2);
  });
});

describe("somebody real", () => {
  it("stays, whatever the tags say", () => {
    rehearsed();
    office.set("mode", "LIVE");
    office.geo("eve@example.org");
    office.pass(2 * MINUTE);
    const eve = office.contact("eve@example.org");
    office.ports.store.edit("Contacts", eve?.id ?? "", "tags", "test");
    go();
    expect(office.contact("eve@example.org")).toMatchObject({ tags: "test", consent: "YES" });
    expect(office.queue("eve@example.org")).toHaveLength(1);
    expect(office.contact(ADA)).toBeUndefined();
  });

  it("adopted in the rehearsal stays with the row, and gets what the sheet said is next", () => {
    const adopting = new Adopting("lite");
    office = adopting;
    for (const [key, value] of Object.entries(REHEARSES)) adopting.set(key, value);
    past(adopting, {});
    adopting.pass(2 * MINUTE);
    adopting.add("paid@example.org", { paid: "是", stage: 1, first: "2026-02-20" });
    adopting.add("lead@example.org", { stage: 1, first: "2026-02-28", next: "2026-03-04" });
    adopting.adopt();
    adopting.geo(OWNER);
    adopting.pass(2 * MINUTE);
    go();
    expect(office.contact("paid@example.org")).toMatchObject({ paid: "YES" });
    expect(office.queue("lead@example.org")).toHaveLength(1);
    office.pass(5 * MINUTE);
    office.geo("paid@example.org");
    office.pass(100 * HOUR, HOUR);
    expect(mailed("paid@example.org")).toEqual([]);
    expect(mailed("lead@example.org").length).toBeGreaterThan(0);
  });
});
