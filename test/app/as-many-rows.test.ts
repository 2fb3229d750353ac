// As many rows come to Events as a person takes away: it ends where it did, and an idle tick sees nothing new (R99).
import { expect, it } from "vitest";
import { eventRow } from "../../src/app/doors/record-event";
import { MemoryOffice, MINUTE } from "./memory-office";

it("is seen within the hour, and whoever came is mailed", () => {
  const office = new MemoryOffice();
  const { store, mailer, clock } = office.ports;
  const gone = eventRow(office.ports, {
    ...{ source: "api", type: "lite.conclusion", key: "gone", who: "", payload: "{}" },
    ...{ occurredAt: clock.now(), outcome: "IGNORED", stops: false },
  });
  store.append("Events", [gone]);
  office.geo("ada@example.org");
  office.pass(30 * MINUTE, MINUTE);
  store.remove("Events", [gone.id]);
  office.geo("bob@example.org");
  expect(office.tick()).toBe("idle");
  office.pass(80 * MINUTE, MINUTE);
  const to = mailer.sent.map(({ mail }) => mail.to);
  expect(to).toEqual(["ada@example.org", "bob@example.org"]);
});
