// Somebody types another's address into every form, all day: one mail of each form, none of marketing, and one press ends it.
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { HOUR, type MemoryOffice } from "./memory-office";

const VICTIM = "victim@example.org";
const FORMS = ["geo", "free_audit", "lite"];
/** How one mailbox may be written so that it looks like another. */
const SPELT = [VICTIM, "Victim@Example.org", " victim@example.org "];

const open = () => new FounderOffice("free_check", "lite");

/** Each form in every spelling, every two hours of a day. */
function bomb(office: MemoryOffice): void {
  for (let hour = 0; hour < 22; hour += 2) {
    for (const form of FORMS) {
      for (const email of SPELT) {
        office.post({ form, email, name: `x${hour}`, url: "https://x.test", locale: "en" });
      }
    }
    office.pass(2 * HOUR, HOUR);
  }
}
function mailsTo({ ports }: MemoryOffice) {
  return ports.mailer.sent.filter(({ mail }) => mail.to === VICTIM);
}

describe("an address that somebody else types into every form, all day", () => {
  it("gets one mail of each form, all of them what was asked for", () => {
    const office = open();
    bomb(office);
    expect(mailsTo(office)).toHaveLength(FORMS.length);
    const classes = office.ports.store.rows("Sends").map((row) => row.class);
    expect(new Set(classes)).toEqual(new Set(["service"]));
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it("gets nothing any more from the press that stops", () => {
    const office = open();
    bomb(office);
    const [, token = ""] = /p=stop&t=([^&\s]+)/.exec(mailsTo(office)[0]?.mail.text ?? "") ?? [];
    office.post({ p: "stop", t: decodeURIComponent(token) });
    office.pass(48 * HOUR, 24 * HOUR);
    bomb(office);
    expect(mailsTo(office)).toHaveLength(FORMS.length);
  });
});
