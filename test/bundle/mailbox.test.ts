// Mails that come back, through the bundle on the simulated Gmail: a bounce, an answer, an absence; and a cut at every
// service call of the run that reads them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract.ts";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

// Some hundred executions: what matters is that they end.
const SWEEP_MS = 120_000;
const KINDS: readonly Fault["kind"][] = ["kill", "throw"];
const WHEN: readonly Fault["when"][] = ["before", "after"];
const ADA = "ada@example.org";

let base: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  base.geo();
  base.pass(HOUR, 10 * MINUTE);
});
afterAll(() => base.close());

const sent = ({ host }: BundleOffice) => host.outbox().find(({ to }) => to === ADA);

/** In answer to our mail, by a server or by Ada. */
function answered(office: BundleOffice, headers: readonly string[], text: string): void {
  const named = `In-Reply-To: ${sent(office)?.messageId}`;
  office.host.receive([named, ...headers, "", text].join("\r\n"));
}

function bounced(office: BundleOffice, address = ADA): void {
  const headers = [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; boundary="b1"; report-type=delivery-status',
  ];
  const report = `Final-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1`;
  const parts = [
    "--b1\r\nContent-Type: text/plain\r\n\r\nAddress not found",
    `--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n${report}`,
    "--b1--",
  ];
  answered(office, headers, parts.join("\r\n"));
}

const writes = (office: BundleOffice, text: string, ...headers: readonly string[]) =>
  answered(office, [`From: Ada <${ADA}>`, "Subject: Re: Your GEO pack", ...headers], text);

const row = (office: BundleOffice) => office.queue()[0];
const events = ({ host }: BundleOffice) =>
  host.sheet("Events").rows.filter(({ source }) => source === "mailbox");

describe("in the bundle", () => {
  it("a bounce suppresses the contact, and the next mail is not sent", () => {
    const office = base.copy();
    bounced(office);
    office.pass(4 * DAY, HOUR);
    expect(office.mails()).toHaveLength(1);
    expect(office.host.sheet("Contacts").rows).toMatchObject([{ suppressed: "bounced" }]);
    expect(row(office)).toMatchObject({ status: "STOPPED", stop_reason: "bounced" });
    office.close();
  });

  it("a bounce that names somebody else stops nobody", () => {
    const office = base.copy();
    bounced(office, "bo@example.org");
    office.pass(4 * DAY, HOUR);
    expect(office.mails()).toHaveLength(2);
    office.close();
  });

  it("an answer holds the row until it is released", () => {
    const office = base.copy();
    writes(office, "Is it for shops, too?");
    office.pass(4 * DAY, HOUR);
    expect(office.mails()).toHaveLength(1);
    expect(row(office)?.status).toBe("PAUSED");
    expect(String(row(office)?.why)).toContain(`#all/${sent(office)?.threadId}`);
    office.type("Queue", "email", ADA, "do", "release");
    office.pass(2 * HOUR, 10 * MINUTE);
    expect(office.mails()).toHaveLength(2);
    office.close();
  });

  it("an absence changes nothing", () => {
    const office = base.copy();
    writes(office, "I am back on Monday.", "Auto-Submitted: auto-replied");
    office.pass(4 * DAY, HOUR);
    expect(office.mails()).toHaveLength(2);
    expect(events(office)).toMatchObject([{ type: "mail.auto" }]);
    office.close();
  });

  it("a wish in Chinese, in GBK, is heard", () => {
    const office = base.copy();
    const bytes = "\xcd\xcb\xb6\xa9";
    writes(office, bytes, "Content-Type: text/plain; charset=GBK");
    office.pass(HOUR, 10 * MINUTE);
    expect(office.host.sheet("Contacts").rows).toMatchObject([{ suppressed: "unsubscribed" }]);
    office.close();
  });

  it("an idle tick never looks, and a look without news costs one search", () => {
    const office = base.copy();
    office.pass(HOUR, MINUTE);
    const looks = office.host
      .executions()
      .slice(-60)
      .map(({ calls }) => calls.filter((call) => call.startsWith("Gmail")));
    expect(looks.filter((calls) => calls.length > 0).length).toBeLessThanOrEqual(7);
    expect(new Set(looks.flat())).toEqual(new Set(["GmailApp.search"]));
    office.close();
  });
});

describe.each(KINDS)("a look into the mailbox and a %s", (kind) => {
  it(
    "met anywhere loses no mail and tells none twice",
    () => {
      const prepared = base.copy();
      bounced(prepared);
      prepared.host.receive(`From: Ada <${ADA}>\r\nSubject: unsubscribe\r\n\r\n`);
      const looked = untilLook(prepared.copy());
      expect(looked.calls).toContain("GmailMessage.getRawContent");
      for (let atCall = 1; atCall <= looked.calls.length; atCall += 1) {
        for (const when of WHEN) {
          const office = prepared.copy();
          for (let tick = 1; tick < looked.ticks; tick += 1) office.pass(MINUTE, MINUTE);
          office.host.inject({ atCall, kind, when });
          office.pass(MINUTE, MINUTE);
          office.pass(HOUR, 5 * MINUTE);
          const at = `${kind} ${when} call ${atCall}, ${looked.calls[atCall - 1]}`;
          const told = events(office).map(({ type, outcome }) => `${type} ${outcome}`);
          expect(told.sort(), at).toEqual(["mail.bounced APPLIED", "mail.stop APPLIED"]);
          expect(row(office)?.status, at).toBe("STOPPED");
          office.close();
        }
      }
      prepared.close();
    },
    SWEEP_MS,
  );
});

/** How many ticks from here the mailbox is read, and the calls of that tick. */
function untilLook(office: BundleOffice): {
  readonly ticks: number;
  readonly calls: readonly string[];
} {
  for (let ticks = 1; ticks <= 45; ticks += 1) {
    office.pass(MINUTE, MINUTE);
    const calls = office.lastCalls();
    if (calls.includes("GmailMessage.getRawContent")) {
      office.close();
      return { ticks, calls };
    }
  }
  throw new Error("The mailbox was not read within 45 minutes.");
}
