// Quiet hours in the bundle as it is pushed: zones without a service call, the night over, each mail once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

let office: BundleOffice;
beforeAll(() => {
  office = BundleOffice.open();
});
afterAll(() => office.close());

const mails = (to: string) => office.host.outbox().filter((mail) => mail.to === to);
const row = (email: string) => office.host.sheet("Queue").rows.find((one) => one.email === email);

describe("a marketing mail due in quiet hours", () => {
  it("is shipped to wait for 08:00 of its reader's day, and goes then, once", () => {
    const shipped = office.host.sheet("Settings").rows.find(({ key }) => key === "quiet_hours");
    expect(shipped?.value).toBe("21:00-08:00");
    // 09:00 in UTC: it is 22:00 there.
    office.geo("kim@example.org", { timezone: "Pacific/Auckland" });
    office.geo("lea@example.org", { timezone: "Europe/Berlin" });
    office.pass(2 * MINUTE, MINUTE);
    expect(mails("kim@example.org")).toHaveLength(1);
    office.pass(49 * HOUR, 10 * MINUTE);
    expect(mails("lea@example.org")).toHaveLength(2);
    expect(mails("kim@example.org")).toHaveLength(1);
    expect(row("kim@example.org")?.why).toBe(
      "geo_2 held until 08:00 in Pacific/Auckland (the reader's own zone): quiet hours",
    );
    office.pass(12 * HOUR, 10 * MINUTE);
    expect(mails("kim@example.org")).toHaveLength(2);
    expect(row("kim@example.org")?.status).toBe("DONE");
    const sends = office.host
      .sheet("Sends")
      .rows.filter(({ email }) => email === "kim@example.org");
    expect(String(sends.at(-1)?.sent_at).slice(0, 14)).toBe("2026-03-04T19:");
  });
});

describe("the service calls of a batch", () => {
  it("are the same with every rule of time and frequency as with none", () => {
    const every = { working_days: "Mon-Sun", holidays: "12-25", cap_marketing: "9 per 7 d" };
    const counts = [{}, { ...every, min_gap: "1 h", flow_gap: "2 h", offer_gap: "3 h" }].map(
      (settings: Readonly<Record<string, string>>) => {
        const own = office.copy();
        for (const [key, value] of Object.entries(settings)) own.set(key, value);
        for (let n = 0; n < 6; n += 1) own.geo(`one${n}@example.org`, { timezone: "Europe/Rome" });
        own.pass(2 * MINUTE, MINUTE);
        own.pass(49 * HOUR, 10 * MINUTE);
        const sends = (calls: readonly string[]) =>
          calls.filter((name) => name === "GmailDraft.send").length;
        const batches = own.host.executions().filter(({ calls }) => sends(calls) === 6);
        const calls = batches.at(-1)?.calls ?? [];
        expect(batches.length).toBeGreaterThan(0);
        own.close();
        return calls.length;
      },
    );
    expect(counts[1]).toBe(counts[0]);
  });
});
