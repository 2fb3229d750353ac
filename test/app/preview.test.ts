// Preview next batch: who would get what, who not and why, who waits for a person; and nothing of it happens.
import { beforeEach, describe, expect, it } from "vitest";
import { PREVIEW_DIALOG, previewNext } from "../../src/app/dialogs/preview";
import { batchPreview, previewLine } from "../../src/app/preview/preview-batch";
import { ADA, FounderOffice } from "./founder-office";
import { HOUR } from "./memory-office";

const BOB = "bob@shop.test";
const CEM = "cem@shop.test";
let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("geo", "lite");
});

function preview() {
  const found = batchPreview(office.ports, office.ports.properties.all());
  if (found === null) throw new Error("no preview");
  return {
    ...found,
    went: found.goes.map(({ send, mail }) => [send.email, send.step, mail.to]),
    kept: found.held.map(({ email, why }) => [email, why.code]),
  };
}
/** Ada's second mail is due, Bob never consented, Cem is held. */
function threeDue(): void {
  office.geo();
  office.geo(BOB, { consent: "" });
  office.geo(CEM);
  office.tick();
  office.type("Queue", office.row(CEM).id, "do", "hold");
  office.tick();
  office.ports.clock.advance(49 * HOUR);
}

describe("Preview next batch", () => {
  it("says who would get what, who not and why, and who waits for a person", () => {
    threeDue();
    expect(preview().went).toEqual([[ADA, "geo_2", ADA]]);
    expect(preview().kept).toEqual([[BOB, "noConsent"]]);
    expect(preview().person).toMatchObject([{ email: CEM, flow: "geo" }]);
    expect(preview().next).toEqual([]);
  });

  it("handles first what has not been handled yet", () => {
    office.geo();
    expect(preview()).toMatchObject({ events: 1, went: [[ADA, "geo_1", ADA]] });
    office.tick();
    threeDue();
    office.pay(ADA, "evt_x");
    expect(preview().went).toEqual([]);
    expect(office.row().status).toBe("ACTIVE");
  });

  it("names the soonest of those that come later, by the sheet's clock", () => {
    office.geo();
    office.tick();
    expect(preview().next).toEqual([
      { email: ADA, flow: "geo", step: "geo_2", at: "2026-03-04 10:00" },
    ]);
  });

  it("in REHEARSAL says that all of it goes to the owner", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.geo(BOB);
    expect(preview()).toMatchObject({ rehearsal: true, went: [[BOB, "geo_1", "owner@shop.test"]] });
  });

  it("counts what the quota would not let through", () => {
    office.geo();
    office.geo(BOB);
    office.ports.mailer.quota = 1;
    expect(preview().went).toHaveLength(1);
    expect(preview().kept).toMatchObject([[expect.any(String), "quotaSpent"]]);
  });

  it("sends nothing, writes nothing, and says the same twice", () => {
    threeDue();
    const { store, mailer, properties } = office.ports;
    const state = () =>
      JSON.stringify([
        store.rows("Queue"),
        store.rows("Sends"),
        store.rows("Events"),
        [...properties.values],
      ]);
    const before = state();
    const mails = mailer.sent.length;
    expect(preview().went).toEqual(preview().went);
    expect(state()).toBe(before);
    expect(mailer.sent).toHaveLength(mails);
    expect(mailer.drafts.size).toBe(0);
  });

  it("fits into a cell as one line, in the sheet's language", () => {
    threeDue();
    expect(previewLine(office.ports)).toBe(
      `would go: geo_2 → ${ADA}; held back: 1 × no consent; next: none`,
    );
    office.set("language", "zh");
    office.tick();
    expect(previewLine(office.ports)).toContain("未同意后续邮件");
  });
});

describe("the window of Preview", () => {
  it("runs the batch when it is pressed, and shows what is left", () => {
    threeDue();
    previewNext(office.ports);
    expect(office.ports.person.shown.at(-1)?.html).toContain("geo_2");
    const answer = PREVIEW_DIALOG.act(office.ports, { do: "run" });
    expect(answer.message).toContain("1 mails sent");
    expect(office.steps()).toContain("geo_2");
    expect(answer.view?.source).toContain("no consent");
  });

  it("lets another editor look, and not run", () => {
    threeDue();
    office.ports.person.user = "editor@shop.test";
    previewNext(office.ports);
    expect(office.ports.person.shown).toHaveLength(1);
    expect(PREVIEW_DIALOG.act(office.ports, { do: "run" }).message).toContain("Only the account");
    expect(office.steps()).not.toContain("geo_2");
  });

  it("cuts a long list and says how many more there are", () => {
    for (let n = 0; n < 45; n += 1) office.geo(`lead${n}@shop.test`);
    previewNext(office.ports);
    const shown = office.ports.person.shown.at(-1)?.html ?? "";
    expect(shown).toContain("Would go: 45");
    expect(shown).toContain("and 5 more");
  });

  it("before Set up says what to do first", () => {
    office.ports.properties.values.delete("owner");
    previewNext(office.ports);
    expect(office.ports.person.shown).toEqual([]);
    expect(office.ports.person.told.at(-1)?.text).toContain("Set up");
  });
});
