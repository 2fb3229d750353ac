// The built bundle, driven through doPost, doGet, the timer and the menu of the simulated platform.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

let base: BundleOffice;
const copies: BundleOffice[] = [];
function office(): BundleOffice {
  const copy = base.copy();
  copies.push(copy);
  return copy;
}
beforeAll(() => {
  base = BundleOffice.open();
});
afterAll(() => {
  for (const copy of [base, ...copies]) copy.close();
});

describe("the walk in the bundle", () => {
  it("turns a GEO form into two mails 48 h apart, then DONE (R104)", () => {
    const own = office();
    own.geo();
    own.pass(2 * MINUTE, MINUTE);
    expect(own.mails()).toHaveLength(1);
    expect(own.queue()).toMatchObject([{ status: "ACTIVE", stage: 1, next_step: "geo_2" }]);
    own.pass(48 * HOUR - 5 * MINUTE);
    expect(own.mails()).toHaveLength(1);
    own.pass(15 * MINUTE, MINUTE);
    expect(own.mails()).toHaveLength(2);
    expect(own.queue()).toMatchObject([{ status: "DONE", next_at: "" }]);
  });

  it("turns a payment into PAID, and nothing is mailed any more (R94–R97)", () => {
    const own = office();
    own.geo();
    own.pass(2 * MINUTE, MINUTE);
    expect(own.pay("Ada@Example.org")).toMatchObject({ kind: "html" });
    own.pass(7 * DAY, HOUR);
    expect(own.queue()).toMatchObject([{ status: "PAID", paid: "YES", next_at: "" }]);
    expect(own.queue()[0]?.stop_event).toBe("evt_1");
    expect(own.mails()).toHaveLength(1);
  });

  it.each([
    ["status", "PAID"],
    ["paid", "YES"],
    ["do", "mark paid"],
  ])("stops at once when a person types %s = %s", (column, value) => {
    const own = office();
    own.geo();
    own.pass(2 * MINUTE, MINUTE);
    own.type("Queue", "email", "ada@example.org", column, value);
    expect(own.queue()).toMatchObject([{ status: "PAID", paid: "YES", next_at: "", do: "" }]);
    own.pass(4 * DAY, HOUR);
    expect(own.mails()).toHaveLength(1);
  });

  it("shows one button on GET and stops on POST, before the next send (R169, R171)", () => {
    const own = office();
    own.geo();
    own.pass(2 * MINUTE, MINUTE);
    const [mail] = own.host.outbox();
    const query = /exec\?(p=stop&t=[^\s&]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const shown = own.get(query);
    expect(shown.kind === "html" && shown.html.match(/<button/g)).toHaveLength(1);
    own.pass(11 * MINUTE);
    expect(own.queue()).toMatchObject([{ status: "ACTIVE" }]);
    own.post(Object.fromEntries(new URLSearchParams(query)));
    own.pass(4 * DAY, HOUR);
    expect(own.queue()).toMatchObject([{ status: "STOPPED", stop_reason: "unsubscribed" }]);
    expect(own.mails()).toHaveLength(1);
  });

  it("keeps a free audit out of the GEO flow for ever (R65, R99)", () => {
    const own = office();
    own.post({
      form: "free_audit",
      email: "ben@example.org",
      url: "https://ben.test",
      consent: "yes",
    });
    own.pass(30 * DAY, 6 * HOUR);
    expect(own.queue("ben@example.org")).toMatchObject([{ flow: "free_check" }]);
    expect(own.mails("ben@example.org")).toEqual([]);
    const [contact] = own.host.sheet("Contacts").rows;
    expect(contact).toMatchObject({ email: "ben@example.org", source: "FREE_AUDIT" });
  });

  it("refuses a wrong hook key with 302 and a forged event without a change", () => {
    const own = office();
    own.geo();
    own.pass(2 * MINUTE, MINUTE);
    const events = own.host.sheet("Events").rows.length;
    expect(own.hook({ id: "evt_x" }, "wrong")).toMatchObject({ kind: "text" });
    expect(own.host.sheet("Events").rows).toHaveLength(events);
    expect(own.hook({ id: "evt_x", type: "charge.succeeded" })).toMatchObject({ kind: "html" });
    own.pass(2 * MINUTE, MINUTE);
    expect(own.host.sheet("Events").rows.at(-1)).toMatchObject({ outcome: "REFUSED" });
    expect(own.queue()).toMatchObject([{ status: "ACTIVE" }]);
  });
});

describe("the sheet in a person's hands", () => {
  it("may be sorted and its columns moved: rows are found by id, columns by header", () => {
    const own = office();
    for (const name of ["cy", "bo", "al"]) own.geo(`${name}@example.org`);
    own.pass(2 * MINUTE, MINUTE);
    own.host.run({ function: "menu.previewBatch" });
    own.pass(3 * DAY, HOUR);
    for (const name of ["al", "bo", "cy"]) {
      expect(own.queue(`${name}@example.org`)).toMatchObject([{ status: "DONE" }]);
    }
  });

  it("is set up a second time without a change", () => {
    const own = office();
    const before = own.host.sheets().map(({ name }) => [name, own.host.sheet(name).headers]);
    const settings = own.host.sheet("Settings").rows;
    own.host.run({ function: "menu.setUp" });
    expect(own.host.sheets().map(({ name }) => [name, own.host.sheet(name).headers])).toEqual(
      before,
    );
    expect(own.host.sheet("Settings").rows).toEqual(settings);
    const handlers = own.host.triggers().map(({ handler }) => handler);
    expect(handlers.sort()).toEqual(["jobs.edit", "jobs.tick", "jobs.watch"]);
  });

  it("passes its own self-test, each probe a row with what it means", () => {
    const own = office();
    own.host.run({ function: "menu.selfTest" });
    const rows = own.host
      .sheet("Start here")
      .rows.filter((row) => String(row.check).startsWith("self-test"));
    expect(rows).toHaveLength(9);
    expect(rows.filter((row) => row.state !== "✓")).toEqual([]);
  });

  it("does not let another editor send", () => {
    const own = office();
    own.geo();
    own.host.run({ function: "menu.runBatch", as: "guest@shop.test" });
    expect(own.host.outbox()).toEqual([]);
  });
});
