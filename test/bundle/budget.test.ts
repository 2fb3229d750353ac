// Service calls (design 5), counted in the bundle: the figures the product is held to.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

let office: BundleOffice;
beforeAll(() => {
  office = BundleOffice.open();
});
afterAll(() => office.close());

function calls(act: () => void): number {
  act();
  return office.lastCalls().length;
}

describe("service calls", () => {
  it("are at most 6 for an idle tick", () => {
    office.pass(2 * MINUTE, MINUTE);
    expect(calls(() => office.tick())).toBeLessThanOrEqual(6);
  });

  it("are at most 10 for a form", () => {
    expect(calls(() => office.geo())).toBeLessThanOrEqual(10);
  });

  it("are at most 8 for a Stripe webhook, and none of them is a fetch", () => {
    expect(calls(() => office.pay("someone@example.org"))).toBeLessThanOrEqual(8);
    expect(office.lastCalls().filter((name) => name.startsWith("UrlFetch"))).toEqual([]);
  });

  it("stay what they are for an idle tick when the queue has grown", () => {
    for (let n = 0; n < 40; n += 1) office.geo(`lead${n}@example.org`);
    office.pass(2 * HOUR, MINUTE);
    expect(office.host.outbox().length).toBe(41);
    expect(calls(() => office.tick())).toBeLessThanOrEqual(6);
  });

  it("for ten mails more are about ten of each mail call, not more reads", () => {
    const few = BundleOffice.open();
    few.geo("one@example.org");
    few.tick();
    const one = few.lastCalls();
    for (let n = 0; n < 10; n += 1) few.geo(`ten${n}@example.org`);
    few.tick();
    const ten = few.lastCalls();
    const count = (all: readonly string[], name: string) =>
      all.filter((call) => call === name).length;
    for (const name of ["GmailApp.createDraft", "GmailDraft.send"]) {
      expect(count(ten, name)).toBe(10);
    }
    expect(count(ten, "Range.getValues")).toBeLessThanOrEqual(count(one, "Range.getValues") + 6);
    few.close();
  });
});
