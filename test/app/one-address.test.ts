// One person, however the address was written, at every door (R154, R157).
import { describe, expect, it } from "vitest";
import { openPerson } from "../../src/app/dialogs/person";
import { report } from "../events/raw-mails";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";
import { newestWindow } from "./open-window";

const SHOWN = "ada@münchen.de";
const NET = "ada@xn--mnchen-3ya.de";

describe("one person by two spellings of a domain", () => {
  function office(): MemoryOffice {
    const one = new MemoryOffice();
    one.geo("Ada <mailto:Ada@ＭÜNCHEN。de>，");
    one.pass(MINUTE);
    return one;
  }

  it("is kept as written and mailed as the net spells it", () => {
    const one = office();
    expect(one.contact(SHOWN)).toMatchObject({ email: SHOWN, consent: "YES" });
    expect(one.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual([NET]);
    expect(one.row(SHOWN)).toMatchObject({ status: "ACTIVE", stage: 1 });
  });

  it("is not made two by a form, and a payment stops the mails", () => {
    const one = office();
    one.ports.clock.advance(DAY);
    one.geo(NET);
    one.pay(NET);
    one.pass(MINUTE);
    expect(one.ports.store.rows("Contacts")).toHaveLength(1);
    expect(one.row(SHOWN).status).toBe("PAID");
  });

  it("is met by a bounce that names the other one", () => {
    const one = office();
    one.pass(HOUR);
    one.ports.mailbox.arrive(report(NET, "failed", "5.1.1"), one.ports.mailer.sent[0]?.threadId);
    one.pass(21 * MINUTE);
    expect(one.contact(SHOWN)).toMatchObject({ suppressed: "bounced" });
  });

  it("leaves nothing behind when erased by the other one", () => {
    const one = office();
    one.geo(NET);
    one.pass(DAY, HOUR);
    openPerson(one.ports);
    const window = newestWindow(one.ports);
    window.type({ named: NET });
    window.press("show");
    window.type({ again: SHOWN });
    window.press("erase");
    one.pass(2 * HOUR, HOUR);
    const left = JSON.stringify([
      ...(["Contacts", "Queue", "Events", "Sends"] as const).map((tab) =>
        one.ports.store.rows(tab),
      ),
      Object.fromEntries(one.ports.properties.values),
    ]).toLowerCase();
    for (const mark of [SHOWN, NET, "ｍü"]) expect(left).not.toContain(mark);
  });
});
