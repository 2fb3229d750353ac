// The bundle keeps nothing in its variables: run in a context that other executions have left, it does the very same.
import { afterAll, beforeAll, expect, it } from "vitest";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

let base: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
});
afterAll(() => base.close());

/** A week with a form, a page, a payment, typing, a menu, a window and an error in it. */
function play(office: BundleOffice): void {
  office.geo();
  office.geo("bo@example.org", { locale: "zh" });
  office.get("p=geo");
  office.pass(30 * MINUTE, MINUTE);
  office.type("Queue", "email", "bo@example.org", "tags", "vip");
  office.type("Settings", "key", "sender_name", "value", "Lin");
  office.type("Settings", "key", "language", "value", "zh");
  office.host.run({ function: "menu.runBatch" });
  office.host.menu();
  office.pay("ada@example.org");
  office.hook({ id: "evt_nobody" });
  office.type("Settings", "key", "language", "value", "en");
  office.host.run({ function: "menu.setUp" });
  expect(() => office.host.run({ function: "menu.nothing" })).toThrow("not found");
  office.pass(7 * DAY, 6 * HOUR);
}

function story(office: BundleOffice): object {
  const { host } = office;
  const cells = host.sheets().map(({ name }) => [name, host.sheet(name)]);
  return { cells, mails: host.outbox(), executions: host.executions(), menu: host.menu() };
}

it("leaves the same sheets, mails, calls and logs as in fresh contexts", () => {
  const [warm, fresh] = [base.copy({ warm: true }), base.copy({ warm: false })];
  for (const office of [warm, fresh]) play(office);
  const told = story(warm) as { mails: unknown[] };
  expect(told.mails.length).toBeGreaterThanOrEqual(3);
  expect(told).toEqual(story(fresh));
});
