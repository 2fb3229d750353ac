// Mails that come back, in an office in memory: who bounced gets no more, who answers is put before the owner (R157, R158, R172).
import { beforeEach, describe, expect, it } from "vitest";
import { mail, report } from "../events/raw-mails";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const ADA = "ada@example.org";

describe("the mailbox", () => {
  let office: MemoryOffice;

  beforeEach(() => {
    office = new MemoryOffice();
    office.geo();
    office.pass(HOUR);
    expect(office.subjects()).toHaveLength(1);
  });

  const thread = () => office.ports.mailer.sent[0]?.threadId ?? "";
  const token = () => /ref ([0-9a-f]{20})/.exec(office.ports.mailer.sent[0]?.mail.text ?? "")?.[1];
  const events = () =>
    office.ports.store.rows("Events").filter(({ source }) => source === "mailbox");
  const arrives = (raw: string, threadId?: string) => {
    office.ports.mailbox.arrive(raw, threadId);
    office.pass(21 * MINUTE);
  };
  const answer = (text: string, headers = {}) =>
    mail({ From: `Ada <${ADA}>`, Subject: "Re: Your GEO pack", ...headers }, text);

  it("gives up an address that does not exist, at once", () => {
    arrives(report(ADA, "failed", "5.1.1"), thread());
    expect(office.contact()).toMatchObject({ suppressed: "bounced" });
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "bounced" });
    expect(office.row().why).toContain("no mail reaches ada@example.org");
    office.pass(5 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
  });

  it("believes a bounce apart from the conversation only with the mail's own mark", () => {
    arrives(report(ADA, "failed", "5.1.1"));
    arrives(report(ADA, "failed", "5.1.1", `ref ${"f".repeat(20)}`));
    expect(events()).toEqual([]);
    expect(office.contact()).toMatchObject({ suppressed: "" });
    arrives(report(ADA, "failed", "5.1.1", `ref ${token()}`));
    expect(office.contact()).toMatchObject({ suppressed: "bounced" });
  });

  it("suppresses nobody else whom a bounce names", () => {
    office.geo("bo@example.org");
    office.pass(HOUR);
    arrives(report("bo@example.org", "failed", "5.1.1"), thread());
    expect(office.contact("bo@example.org")).toMatchObject({ suppressed: "" });
    expect(office.contact()).toMatchObject({ suppressed: "" });
  });

  it("gives up a full mailbox after three mails, and counts a mail once", () => {
    office.set("soft_bounces", "2");
    arrives(report(ADA, "failed", "5.2.2"), thread());
    arrives(report(ADA, "failed", "5.2.2"), thread());
    expect(office.contact()).toMatchObject({ suppressed: "" });
    expect(events().at(-1)?.reason).toContain("(1 of 2)");
    office.pass(2 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(2);
    arrives(report(ADA, "failed", "5.2.2"), office.ports.mailer.sent[1]?.threadId);
    expect(office.contact()).toMatchObject({ suppressed: "bounced" });
  });

  it("goes on while the mail server still tries", () => {
    arrives(report(ADA, "delayed", "4.4.1"), thread());
    expect(events()).toMatchObject([{ outcome: "IGNORED", type: "mail.undelivered" }]);
    expect(office.row().status).toBe("ACTIVE");
  });

  it("ends everything for whoever asks so in an answer, and says by what", () => {
    arrives(answer("STOP"), thread());
    expect(office.contact()).toMatchObject({ suppressed: "unsubscribed" });
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "unsubscribed" });
    expect(office.row().why).toContain("asked in an answer");
  });

  it("hears that wish in a mail of its own, too", () => {
    arrives(mail({ From: `Ada <${ADA}>`, Subject: "unsubscribe" }, ""));
    expect(office.contact()).toMatchObject({ suppressed: "unsubscribed" });
  });

  it("ends everything for whoever reports a mail as spam", () => {
    const complaint = [
      "From: feedbackloop@provider.test",
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
      "",
      "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse",
      `--b\r\nContent-Type: message/rfc822\r\n\r\nTo: redacted\r\n\r\nHello\r\n\r\nref ${token()}`,
      "--b--",
    ].join("\r\n");
    arrives(complaint);
    expect(office.contact()).toMatchObject({ suppressed: "complained" });
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "complained" });
  });

  it("holds the rows of whoever answers, puts them before the owner, and goes on when released", () => {
    arrives(answer("Is it for shops, too?"), thread());
    expect(office.row()).toMatchObject({ status: "PAUSED", stop_reason: "" });
    expect(office.row().why).toContain(`#all/${thread()}`);
    const line = () => office.ports.store.rows("Start here").find(({ id }) => id === "answers");
    expect(line()).toMatchObject({ state: "✗" });
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    office.ports.store.edit("Queue", office.row().id, "do", "release");
    office.pass(2 * HOUR);
    expect(office.subjects()).toHaveLength(2);
    expect(line()).toMatchObject({ state: "✓" });
  });

  it("puts an answer into the daily mail, whatever else it does", () => {
    office.set("digest", "daily");
    office.set("on_reply", "nothing");
    arrives(answer("Is it for shops, too?"), thread());
    office.pass(DAY, 10 * MINUTE);
    const digest = office.ports.mailer.told.at(-1)?.mail.text ?? "";
    expect(digest).toContain("Wrote back, please answer:");
    expect(digest).toContain(`${ADA}: https://mail.google.com/`);
    expect(digest).toContain(thread());
  });

  it.each([
    ["stop", { status: "STOPPED", stop_reason: "replied" }],
    ["nothing", { status: "ACTIVE" }],
  ])("with on_reply %s does that instead", (onReply, row) => {
    office.set("on_reply", onReply);
    arrives(answer("Is it for shops, too?"), thread());
    expect(office.row()).toMatchObject(row);
    expect(office.contact()).toMatchObject({ suppressed: "" });
  });

  it("is not taken in by an automatic answer", () => {
    arrives(answer("STOP! I am away.", { "Auto-Submitted": "auto-replied" }), thread());
    expect(events()).toMatchObject([{ type: "mail.auto", outcome: "IGNORED" }]);
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(2);
  });

  it("leaves the owner's own mails and everybody else's alone", () => {
    office.ports.mailer.own = ["desk@shop.test"];
    arrives(mail({ From: "owner@shop.test" }, "Here is my answer. STOP"), thread());
    arrives(mail({ From: "Desk <Desk@shop.test>" }, "Here is another. STOP"), thread());
    arrives(mail({ From: "eve@example.org" }, "STOP"));
    arrives(answer("A letter about something else"));
    expect(events()).toEqual([]);
    expect(office.row().status).toBe("ACTIVE");
  });

  it("tells a mail once, however often it is found", () => {
    arrives(answer("Is it for shops, too?"), thread());
    office.ports.properties.remove("mailbox");
    office.pass(2 * HOUR);
    expect(events()).toHaveLength(1);
  });

  it("reads nothing twice and does not look between", () => {
    arrives(answer("Thanks"), thread());
    const { calls } = office.ports.mailbox;
    const before = calls.length;
    office.pass(HOUR);
    expect(calls.slice(before).filter((call) => call === "raw")).toEqual([]);
    expect(calls.length - before).toBeLessThanOrEqual(6);
  });

  it("goes on where Gmail fails, and misses nothing", () => {
    office.ports.mailbox.failing = "Service unavailable: Gmail";
    arrives(answer("STOP"), thread());
    expect(office.row().status).toBe("ACTIVE");
    office.ports.mailbox.failing = null;
    office.pass(HOUR);
    expect(office.row().status).toBe("STOPPED");
  });

  it("uses up no more than a tenth of what may be read in a day", () => {
    for (let at = 0; at < 30; at += 1) {
      for (let one = 0; one < 49; one += 1)
        office.ports.mailbox.arrive(mail({ From: "MAILER-DAEMON@mx.test" }, `failed ${one}`));
      office.pass(11 * MINUTE);
    }
    const raws = office.ports.mailbox.calls.filter((call) => call === "raw").length;
    expect(raws).toBeGreaterThan(300);
    expect(raws).toBeLessThanOrEqual(2_000);
  });

  it("hears what answers a mail before the run that sent it could note so", () => {
    const [sent] = office.ports.store.rows("Sends");
    const cut = { status: "INTENT", sent_at: null, message_id: "", thread_id: "" };
    office.ports.store.update("Sends", [{ id: sent?.send_key ?? "", cells: cut as object }]);
    office.ports.properties.set("sending_run", String(office.ports.clock.now()));
    office.ports.properties.set("beat", "0");
    office.ports.mailbox.arrive(answer("Is it for shops, too?"), thread());
    office.pass(HOUR, MINUTE);
    expect(events()).toMatchObject([{ type: "mail.replied", outcome: "APPLIED" }]);
    expect(office.subjects()).toHaveLength(1);
  });

  it("is read though the run that sent the first mail failed before it had counted it", () => {
    const { properties, mailbox, clock } = office.ports;
    const cursor = JSON.parse(properties.values.get("cursor") ?? "{}");
    const highWater = { ...cursor.highWater, sends: 1 };
    properties.set("cursor", JSON.stringify({ ...cursor, highWater, lookAgainAt: clock.now() }));
    mailbox.arrive(report(ADA, "failed", "5.1.1"), thread());
    office.pass(21 * MINUTE);
    expect(office.contact()).toMatchObject({ suppressed: "bounced" });
  });

  it("is read from the first mail on, even where the timer stopped right after it", () => {
    const late = new MemoryOffice();
    late.geo();
    late.tick();
    expect(late.subjects()).toHaveLength(1);
    late.ports.clock.advance(MINUTE);
    late.ports.mailbox.arrive(
      report(ADA, "failed", "5.1.1"),
      late.ports.mailer.sent[0]?.threadId ?? "",
    );
    late.ports.clock.advance(3 * DAY);
    late.pass(30 * MINUTE, 5 * MINUTE);
    expect(late.contact()).toMatchObject({ suppressed: "bounced" });
  });

  it("costs nothing before a first mail has gone", () => {
    const fresh = new MemoryOffice();
    fresh.pass(2 * HOUR);
    expect(fresh.ports.mailbox.calls).toEqual([]);
  });
});
