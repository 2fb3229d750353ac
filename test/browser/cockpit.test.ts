// The cockpit as an owner uses it in the Studio, in both languages: each action by its menu or its cell, what is seen, and
// what it did in the sheet. Nobody stumbles over a window (axe), and leaving one does nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { paidDirectly } from "../../local/stripe/events.ts";
import { DELETED } from "../../src/words/deleted";
import { DIALOG } from "../../src/words/dialog";
import { LIVE } from "../../src/words/live";
import { RESOLVE } from "../../src/words/resolve";
import { ROWS } from "../../src/words/rows";
import { SENDER } from "../../src/words/sender";
import { STRIPE } from "../../src/words/stripe";
import { sale } from "../bundle/sales.ts";
import { Desk } from "./cockpit-desk.ts";

const waitMsMax = 420_000;
const ADA = "ada@cockpit.test";
const BO = "bo@cockpit.test";
const WINDOWS = [
  ...["explainRow", "previewBatch", "editMail", "stripe", "resolve", "sender"],
  ...["goLive", "forms", "responses", "adopt", "restoreRows", "checkLinks"],
];

describe.each(["en", "zh"] as const)("the cockpit in %s", { timeout: waitMsMax }, (l) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(l);
    await desk.lead(ADA);
    await desk.lead(BO);
    const now = Date.parse((await desk.api<{ now: string }>("status")).now);
    for (const event of paidDirectly(sale("nobodys", "", { name: "Wren" }), now)) {
      await desk.api("stripe", { event, deliver: true });
    }
    await desk.api("clock", { advance: "PT2M" });
  }, waitMsMax);
  beforeEach(() => desk.clear());
  afterAll(() => desk?.close());

  it("the Studio itself", async () => {
    await desk.row(ADA).locator("[tabulator-field=c2]").click();
    expect(await desk.stumblings()).toEqual([]);
    await desk.tab("Start here");
    await desk.row("✓").waitFor();
    expect(await desk.stumblings()).toEqual([]);
    await desk.tab("Queue");
    await desk.row(ADA).waitFor();
  });

  it("windows open in its language, nobody stumbles, and the cross leaves all as it was", async () => {
    await desk.row(ADA).locator("[tabulator-field=c2]").click();
    const before = await desk.everything();
    for (const name of WINDOWS) {
      await desk.menu(name);
      const window = await desk.window();
      expect(await window.locator("html").getAttribute("lang"), name).toBe(l);
      expect(await desk.stumblings(window), name).toEqual([]);
      await desk.cross();
    }
    expect(await desk.everything()).toBe(before);
  });

  it("a window that was used elsewhere meanwhile is refused kindly", async () => {
    await desk.menu("sender");
    const window = await desk.window();
    await window.evaluate(spendToken);
    const brand = await desk.cell("Settings", "brand", "value");
    await window.locator("[name=brand]").fill("Late");
    await window.locator("button[value=save]").click();
    await window.getByText(DIALOG[l].tooOld).waitFor();
    expect(await desk.cell("Settings", "brand", "value")).toBe(brand);
    await desk.cross();
  });

  it("Hold, Release and Undo from the row's own menu", async () => {
    await desk.rowMenu(ADA, "menu.hold");
    expect(await desk.answered()).toContain(ADA);
    expect(await desk.cell("Queue", ADA, "status")).toBe("PAUSED");
    await desk.rowMenu(ADA, "menu.release");
    await desk.answered();
    expect(await desk.cell("Queue", ADA, "status")).toBe("ACTIVE");
    await desk.rowMenu(ADA, "menu.undoLast");
    expect(await desk.answered()).toContain(ADA);
    expect(await desk.cell("Queue", ADA, "status")).toBe("PAUSED");
    await desk.rowMenu(ADA, "menu.release");
    await desk.answered();
  });

  it("Send this step now sends it", async () => {
    await desk.rowMenu(ADA, "menu.sendNow");
    expect(await desk.answered()).toContain(ROWS.sent[l].replace("{step}", "geo_2"));
    const mails = await desk.api<readonly { to: string }[]>("outbox");
    expect(mails.filter(({ to }) => to === ADA)).toHaveLength(2);
  });

  it("Mark paid asks, does nothing at Cancel, and stops the row at YES", async () => {
    await desk.rowMenu(BO, "menu.markPaid");
    expect(await desk.answered("last")).toContain(BO);
    await desk.answered();
    expect(await desk.cell("Queue", BO, "status")).toBe("ACTIVE");
    await desk.rowMenu(BO, "menu.markPaid");
    await desk.answered("first", "YES");
    await desk.answered();
    expect(await desk.cell("Queue", BO, "status")).toBe("PAID");
    expect(await desk.cell("Queue", BO, "next_at")).toBe("");
  });

  it("Connect Stripe refuses what is no key, and its second window has the webhook to copy", async () => {
    await desk.menu("stripe");
    const window = await desk.window();
    await window.locator("[name=key]").fill("my password");
    await window.locator("button[value=store]").click();
    await expect.poll(() => window.locator("#said").innerText()).not.toBe(DIALOG[l].working);
    await window.locator("button[value=hook]").click();
    await window.getByText(STRIPE.step2[l]).waitFor();
    expect(await window.locator("pre").allInnerTexts()).toEqual([
      expect.stringContaining("?hook=stripe&key="),
      expect.stringContaining("charge.refunded"),
    ]);
    expect(await desk.stumblings(window)).toEqual([]);
    await window.locator("button.close").click();
    await desk.page.locator("dialog.window").waitFor({ state: "detached" });
  });

  it("Resolve unmatched asks whose a payment was, and settles it", async () => {
    await desk.menu("resolve");
    const window = await desk.window();
    await window.getByText("Wren").waitFor();
    await window.getByText(RESOLVE.nobody[l]).click();
    await window.locator("button.go").click();
    await window.getByText(RESOLVE.done[l]).waitFor();
    expect((await desk.rows("Unmatched")).at(-1)?.resolved_at).not.toBe("");
    await desk.cross();
  });

  it("Sender saves what readers see", async () => {
    await desk.menu("sender");
    const window = await desk.window();
    await window.locator("[name=brand]").fill("Salt & Pepper");
    await window.locator("button[value=save]").click();
    await window.getByText(SENDER.saved[l]).waitFor();
    expect(await desk.cell("Settings", "brand", "value")).toBe("Salt & Pepper");
    await desk.cross();
  });

  it("Forms for your site shows a text to paste", async () => {
    await desk.menu("forms");
    const window = await desk.window();
    await window.locator("button").first().click();
    await window.locator("pre, textarea").first().waitFor();
    expect(await window.locator("#view").innerText()).toContain("<form");
    expect(await desk.stumblings(window)).toEqual([]);
    await desk.cross();
  });

  it("deleted rows are listed, and come back", async () => {
    await desk.rowMenu(BO, "delete");
    await desk.answered();
    await desk.api("clock", { advance: "PT2M" });
    await desk.menu("restoreRows");
    const window = await desk.window();
    await window.getByText(BO).waitFor();
    expect(await desk.stumblings(window)).toEqual([]);
    await window.locator("button[value=restore]").click();
    await window.getByText(DELETED[l].nothing).waitFor();
    expect(await desk.cell("Queue", BO, "status")).toBe("PAID");
    await desk.cross();
  });

  it("Go LIVE leads to REHEARSAL and back, once asked", async () => {
    await desk.menu("goLive");
    const window = await desk.window();
    await window.locator("button[value=rehearse]").click();
    await window.getByText(LIVE.rehearsing[l]).waitFor();
    expect(await desk.cell("Settings", "mode", "value")).toBe("REHEARSAL");
    expect(await desk.stumblings(window)).toEqual([]);
    await window.locator("button[value=live]").click();
    await expect.poll(() => desk.cell("Settings", "mode", "value")).toBe("LIVE");
    await desk.cross();
  });

  it("Back up now names the copy, which lies in the Drive", async () => {
    await desk.menu("backUp");
    expect(await desk.answered()).toContain("Dripsheet backup 2026-03-02");
    expect(await desk.api<readonly unknown[]>("copies")).toHaveLength(1);
  });

  it("`do` on a phone: explain in Queue, and switching off on Start here", async () => {
    const why = await desk.cell("Queue", BO, "why");
    await desk.rowMenu(BO, "do explain");
    await desk.api("clock", { advance: "PT1M" });
    await expect.poll(() => desk.cell("Queue", BO, "why")).not.toBe(why);
    expect(await desk.cell("Queue", BO, "do")).toBe("");
    await desk.tab("Start here");
    const row = desk.row("✓");
    await row.locator("[tabulator-field=c3]").click();
    await desk.page.keyboard.press("Enter");
    await desk.page.locator(".tabulator-edit-list-item", { hasText: "sending OFF" }).click();
    await expect.poll(() => desk.cell("Settings", "sending", "value")).toBe("OFF");
    await expect.poll(() => row.locator("[tabulator-field=c4]").innerText()).not.toBe("");
  });
});

interface Framed {
  readonly dripsheet: { readonly name: string; readonly token: string };
  readonly google: {
    script: {
      run: { withSuccessHandler(done: (answer: unknown) => void): { doPost(call: object): void } };
    };
  };
}

/** Runs in the window: presses it with nothing filled in, past its own script. */
function spendToken(): Promise<unknown> {
  const { dripsheet, google } = globalThis as unknown as Framed;
  const { name, token } = dripsheet;
  return new Promise((done) =>
    google.script.run.withSuccessHandler(done).doPost({ dialog: name, token, args: { go: "" } }),
  );
}
