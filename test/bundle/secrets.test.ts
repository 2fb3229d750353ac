import { beforeAll, describe, expect, it } from "vitest";
import { BundleOffice, DAY, HOUR, MINUTE } from "./office.ts";

// Keys live in script properties, and nowhere else (design 6): after a year with payments, errors and visitors too.
const STRIPE_KEY = "rk_live_51NeverToBeSeenAnywhere";
const PAGES = ["", "p=form&form=geo", "p=thanks", "p=offer&o=lite", "p=stop&t=x", "p=back&t=x"];
const WORKING = ["menu.selfTest", "menu.audit", "menu.previewBatch", "menu.checkLinks"];

let office: BundleOffice;
const seen: { readonly where: string; readonly text: string }[] = [];
beforeAll(() => {
  office = BundleOffice.open();
  office.host.setProperty("stripe_key", STRIPE_KEY);
  office.host.setProperty("link_secret", "changed-after-somebody-has-left");
  for (const email of ["ada@example.org", "ben@example.org"]) office.geo(email);
  office.pass(HOUR);
  // Stripe knows nothing of the first: an error with its address goes through every layer.
  office.hook({ id: "evt_nobody_knows", type: "charge.succeeded" });
  office.hook({ id: "evt_2" }, "a-wrong-key");
  office.pass(DAY, HOUR);
  office.pay("ada@example.org");
  for (const item of WORKING) see(item, office.host.run({ function: item }));
  for (const query of PAGES) see(`page ${query}`, office.get(query));
  office.pass(360 * DAY, 5 * DAY);
  for (const { name } of office.host.sheets()) see(name, office.host.sheet(name).rows);
  see("mails", office.host.outbox());
  for (const run of office.host.executions()) see(`log of ${run.function}`, [run.logs, run.error]);
});

function see(where: string, what: unknown): void {
  seen.push({ where, text: JSON.stringify(what) ?? "" });
}

describe("after a year nobody who looks at cells, mails, pages, windows or logs finds", () => {
  it.each(["stripe_key", "hook_key", "token_secret", "link_secret"])("the %s", (property) => {
    const secret = office.host.property(property) ?? "";
    expect(secret.length).toBeGreaterThan(15);
    const found = seen.filter(({ text }) => text.includes(secret)).map(({ where }) => where);
    expect(found).toEqual([]);
  });

  it("and it was a year in which something happened", () => {
    expect(seen.length).toBeGreaterThan(30);
    expect(office.queue()[0]?.status).toBe("PAID");
    expect(office.mails("ben@example.org").length).toBeGreaterThan(1);
    expect(office.host.now()).toBeGreaterThan(Date.parse("2027-02-01T00:00:00Z") + MINUTE);
  });
});
