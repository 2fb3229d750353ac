import { describe, expect, it } from "vitest";
import { runTick } from "../../src/app/tick";
import { everyFault, type Fault, faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const LEADS = ["ada@example.org", "ben@example.org", "cem@example.org"];

/** Three leads whose first mail is due at the next tick. */
function officeWithLeads(): MemoryOffice {
  const office = new MemoryOffice();
  for (const email of LEADS) office.geo(email);
  return office;
}
function tickWith(office: MemoryOffice, fault: Fault | null, calls: string[] = []): void {
  try {
    runTick(faulty(office.ports, fault, calls));
  } catch {
    // The run was killed, or a call failed that it cannot do without.
  }
}
const sentTo = (office: MemoryOffice) => office.ports.mailer.sent.map(({ mail }) => mail.to).sort();
const sends = (office: MemoryOffice) => office.ports.store.rows("Sends");

const calls: string[] = [];
tickWith(officeWithLeads(), null, calls);
const named = (fault: Fault) => ({ ...fault, call: calls[fault.at] ?? "" });
const faults = everyFault(calls.length, [true, false]).map(named);

describe("one batch of three mails with a fault at any of its calls", () => {
  it("is a batch worth the name", () => {
    expect(calls.filter((call) => call === "mailer.send")).toHaveLength(3);
    expect(calls.indexOf("mailer.createDraft")).toBeLessThan(calls.indexOf("mailer.send"));
    const beforeSends = calls.flatMap((call, at) =>
      call === "mailer.send" ? [calls[at - 1]] : [],
    );
    expect(beforeSends).toEqual(Array(3).fill("properties.all"));
  });

  it.each(faults)("sends each mail once: $call fails $when it acts, killed: $kill", (fault) => {
    const office = officeWithLeads();
    tickWith(office, fault);
    office.pass(15 * MINUTE);
    expect(sentTo(office)).toEqual(LEADS);
    expect(office.ports.mailer.drafts.size).toBe(0);
    expect(sends(office).map(({ status }) => status)).toEqual(["SENT", "SENT", "SENT"]);
    expect(new Set(sends(office).map(({ send_key }) => send_key)).size).toBe(3);
    for (const email of LEADS) {
      expect(office.queue(email)).toMatchObject([
        { status: "ACTIVE", stage: 1, next_step: "geo_2" },
      ]);
    }
    expect(office.ports.properties.values.has("sending_run")).toBe(false);
  });

  it("never sends again a mail of which Sends says SENT and no longer when", () => {
    const sending = calls.indexOf("mailer.send");
    let emptied = 0;
    const written = ({ at, call, when, kill }: (typeof faults)[number]) =>
      at > sending && call === "store.update" && when === "after" && kill;
    for (const fault of faults.filter(written)) {
      const office = officeWithLeads();
      tickWith(office, fault);
      for (const { send_key, status } of sends(office)) {
        if (status !== "SENT") continue;
        office.ports.store.edit("Sends", send_key, "sent_at", "");
        emptied += 1;
      }
      office.pass(15 * MINUTE);
      expect(sentTo(office), fault.call).toEqual(LEADS);
      for (const email of LEADS) expect(office.row(email), fault.call).toMatchObject({ stage: 1 });
    }
    expect(emptied).toBeGreaterThan(0);
  });

  it("counts a mail for a row that a payment closed before the row could move on", () => {
    const ends = calls.lastIndexOf("mailer.send");
    const cut = faults.filter(({ at, when, kill }) => at > ends && when === "before" && kill);
    for (const fault of cut.slice(0, 6)) {
      const office = officeWithLeads();
      tickWith(office, fault);
      office.pay("ada@example.org");
      office.pass(15 * MINUTE);
      expect(sentTo(office), fault.call).toEqual(LEADS);
      expect(office.row("ada@example.org"), fault.call).toMatchObject({
        ...{ status: "PAID", stage: 1, next_at: null, next_step: "" },
        why: "paid; nothing more is sent",
      });
    }
  });

  it.each(
    faults.filter(({ call, when, kill }) => call === "mailer.send" && when === "after" && kill),
  )("never sends again what Gmail's search does not know yet: send $at", (fault) => {
    const office = officeWithLeads();
    office.ports.mailer.searchLagMs = 20 * MINUTE;
    tickWith(office, fault);
    office.pass(5 * MINUTE);
    const unknown = sends(office).filter(({ status }) => status === "CHECKING");
    expect(unknown.length).toBeGreaterThanOrEqual(1);
    for (const { email } of unknown) expect(office.row(email).why).toContain("looking in Sent");
    expect(sentTo(office)).toEqual(LEADS);
    office.pass(20 * MINUTE);
    expect(sends(office).map(({ status }) => status)).toEqual(["SENT", "SENT", "SENT"]);
    expect(sentTo(office)).toEqual(LEADS);
    for (const email of LEADS) expect(office.row(email)).toMatchObject({ stage: 1 });
  });

  it.each(
    faults.filter(({ call, when, kill }) => call === "mailer.send" && when === "after" && kill),
  )("asks a person after an hour, and still never sends again by itself: send $at", (fault) => {
    const office = officeWithLeads();
    office.ports.mailer.searchLagMs = 400 * DAY;
    tickWith(office, fault);
    office.pass(62 * MINUTE);
    const [lost] = sends(office).filter(({ status }) => status === "REVIEW");
    expect(office.row(lost?.email)).toMatchObject({ status: "REVIEW", stage: 0 });
    expect(office.row(lost?.email).why).toContain("look in Gmail's Sent");
    office.pass(5 * HOUR, 10 * MINUTE);
    expect(sentTo(office)).toEqual(LEADS);

    office.ports.store.edit("Queue", office.row(lost?.email).id, "stage", 1);
    office.pass(3 * DAY, HOUR);
    expect(office.ports.mailer.sent.filter(({ mail }) => mail.to === lost?.email)).toHaveLength(2);
    expect(office.row(lost?.email)).toMatchObject({ status: "DONE", stage: 2 });
  });

  it("sends again once a person who looked in Sent releases the row", () => {
    const office = officeWithLeads();
    office.ports.mailer.searchLagMs = 400 * DAY;
    const at = calls.indexOf("mailer.send");
    tickWith(office, { at, when: "after", kill: true });
    office.pass(62 * MINUTE);
    const [lost] = sends(office).filter(({ status }) => status === "REVIEW");
    office.ports.store.edit("Queue", office.row(lost?.email).id, "do", "release");
    office.pass(12 * MINUTE);
    expect(office.ports.mailer.sent.filter(({ mail }) => mail.to === lost?.email)).toHaveLength(2);
    expect(sends(office)).toHaveLength(3);
  });

  it("leaves no draft of a released mail whose run is killed before its intent", () => {
    const released = () => {
      const office = officeWithLeads();
      office.ports.mailer.searchLagMs = 400 * DAY;
      tickWith(office, { at: calls.indexOf("mailer.send"), when: "after", kill: true });
      office.pass(62 * MINUTE);
      const [lost] = sends(office).filter(({ status }) => status === "REVIEW");
      office.ports.store.edit("Queue", office.row(lost?.email).id, "do", "release");
      office.ports.clock.advance(12 * MINUTE);
      return office;
    };
    const again: string[] = [];
    tickWith(released(), null, again);
    const office = released();
    tickWith(office, { at: again.indexOf("mailer.createDraft"), when: "after", kill: true });
    expect(office.ports.mailer.drafts.size).toBe(1);
    office.pass(30 * MINUTE);
    expect(office.ports.mailer.drafts.size).toBe(0);
    expect(office.ports.mailer.sent).toHaveLength(4);
  });
});

describe("a second kill in the middle of the recovery", () => {
  const killedAt = (call: string) =>
    ({ at: calls.indexOf(call), when: "after", kill: true }) as const;

  it.each(["mailer.createDraft", "store.flush", "mailer.send"])(
    "after a first after %s sends each mail once",
    (call) => {
      const recovery: string[] = [];
      const first = officeWithLeads();
      tickWith(first, killedAt(call));
      tickWith(first, null, recovery);
      for (const fault of everyFault(recovery.length, [true])) {
        const office = officeWithLeads();
        tickWith(office, killedAt(call));
        tickWith(office, fault);
        // A draft that is gone may have been sent by hand: Gmail's search is given ten minutes to know.
        office.pass(16 * MINUTE);
        expect(sentTo(office)).toEqual(LEADS);
        expect(office.ports.mailer.drafts.size).toBe(0);
      }
    },
  );
});

describe("a mail Gmail does not take", () => {
  it("does not keep the others from going", () => {
    const office = officeWithLeads();
    office.ports.mailer.failNext("createDraft", "before");
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(2);
  });

  it("holds every mail back while it cannot be found out what went", () => {
    const office = officeWithLeads();
    tickWith(office, { at: calls.indexOf("mailer.send"), when: "after", kill: true });
    for (let time = 0; time < 3; time += 1) office.ports.mailer.failNext("listDrafts", "before");
    office.pass(10 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(1);
    office.pass(10 * MINUTE);
    expect(sentTo(office)).toEqual(LEADS);
  });
});

describe("another's draft", () => {
  it("is never deleted, not even one that carries a token of another sheet", () => {
    const office = officeWithLeads();
    const mail = { to: "x@y.test", from: "", fromName: "", replyTo: "", subject: "s", html: "" };
    const own = office.ports.mailer.createDraft({ ...mail, text: "my own words" });
    const text = "hello\n\nref 0123456789abcdef0123\n";
    const foreign = office.ports.mailer.createDraft({ ...mail, text });
    tickWith(office, { at: calls.indexOf("mailer.send"), when: "before", kill: true });
    office.pass(5 * MINUTE);
    expect([...office.ports.mailer.drafts.keys()]).toEqual([own, foreign]);
  });

  it("is never deleted where a person forwards a mail that went, its mark at the end", () => {
    const office = officeWithLeads();
    tickWith(office, null);
    const { mailer } = office.ports;
    const mail = { to: "x@y.test", from: "", fromName: "", replyTo: "", subject: "Fwd", html: "" };
    const text = `look\n\n${mailer.sent[0]?.mail.text ?? ""}`;
    const forwarded = mailer.createDraft({ ...mail, text });
    office.geo("dee@example.org");
    const again: string[] = [];
    tickWith(office, { at: calls.indexOf("mailer.send"), when: "before", kill: true }, again);
    office.pass(15 * MINUTE);
    expect(again).toContain("mailer.createDraft");
    expect(sentTo(office)).toContain("dee@example.org");
    expect([...mailer.drafts.keys()]).toEqual([forwarded]);
  });
});
