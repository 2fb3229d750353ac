// Actions on selected rows by menu: the same edits as in `do`, applied at once, told row by row, undone the same way.
import { beforeEach, describe, expect, it } from "vitest";
import { actOnSelected } from "../../src/app/row-actions";
import type { RowAction } from "../../src/app/row-events";
import { ADA, FounderOffice } from "./founder-office";
import { HOUR, MINUTE, START } from "./memory-office";

const BOB = "bob@shop.test";
let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("geo", "lite");
  office.geo();
  office.geo(BOB);
  office.tick();
  office.ports.clock.advance(HOUR);
});

const told = () => office.ports.person.told.at(-1) ?? { title: "", text: "" };
const edits = () => office.events("edit");
function press(action: RowAction, ...people: readonly string[]): void {
  const ids = people.map((email) => office.row(email).id);
  office.ports.person.selected = { tab: "Queue", ids };
  actOnSelected(office.ports, action);
}

describe("by menu, for the selected rows", () => {
  it("Hold holds each of them and says so, row by row; Release lets them go on", () => {
    press("hold", ADA, BOB);
    expect([office.row().status, office.row(BOB).status]).toEqual(["PAUSED", "PAUSED"]);
    expect(told().text.split("\n").sort()).toEqual(
      [ADA, BOB].map((email) => `${email} (geo): held by hand; choose release to go on`),
    );
    press("release", ADA);
    expect([office.row().status, office.row(BOB).status]).toEqual(["ACTIVE", "PAUSED"]);
    expect(edits()).toHaveLength(3);
    office.tick();
    expect(edits().every(({ outcome }) => outcome === "APPLIED")).toBe(true);
  });

  it("Send this step now sends it, and says what went and what comes next", () => {
    press("send now", ADA);
    expect(office.steps()).toEqual(["geo_1", "geo_2"]);
    expect(office.steps(BOB)).toEqual(["geo_1"]);
    expect(told()).toEqual({
      title: "Send this step now",
      text: `${ADA} (geo): geo_2 went; all mails of geo sent`,
    });
  });

  it("sends nothing that may not go, whoever presses: no consent, no mail", () => {
    office.geo("cem@shop.test", { consent: "" });
    office.tick();
    press("send now", "cem@shop.test");
    expect(office.steps("cem@shop.test")).toEqual(["geo_1"]);
    expect(told().text).toContain("no consent");
  });

  it("Hold does not send what else is due; only what was asked to go now does", () => {
    office.ports.clock.advance(49 * HOUR);
    press("hold", ADA);
    expect(office.steps(BOB)).toEqual(["geo_1"]);
  });

  it("Mark paid asks once, and stops every mail to that person", () => {
    office.lite();
    office.tick();
    office.ports.person.answers.push("yes");
    press("mark paid", ADA);
    expect(office.ports.person.asked.at(-1)?.text).toContain(ADA);
    expect(office.queue().map(({ status }) => status)).toEqual(["PAID", "PAID"]);
    expect(told().text).toContain("marked PAID by hand");
  });

  it.each([null, "", "no"])("Mark paid answered %j changes nothing", (answer) => {
    office.ports.person.answers.push(answer);
    press("mark paid", ADA);
    expect(office.row()).toMatchObject({ status: "ACTIVE", paid: "NO" });
    expect(edits()).toEqual([]);
    expect(told().text).toBe("Nothing was changed.");
  });

  it("what a row does not allow is refused with the reason, and the others are done", () => {
    office.pay(BOB);
    office.pass(2 * MINUTE);
    press("hold", ADA, BOB);
    expect(told().text).toContain(`${ADA} (geo): held by hand`);
    expect(told().text).toMatch(/bob@shop\.test \(geo\): not done: .*PAID/);
  });

  it("a stop that came a moment before wins over Send this step now", () => {
    office.pay(ADA);
    press("send now", ADA);
    expect(office.steps()).toEqual(["geo_1"]);
    expect(office.row().status).toBe("PAID");
    expect(told().text).toBe(`${ADA} (geo): paid; nothing more is sent`);
  });

  it("in REHEARSAL Send this step now is Next step now, and the mail goes to the owner", () => {
    const own = new FounderOffice("geo");
    own.set("mode", "REHEARSAL");
    own.tick();
    own.geo();
    own.tick();
    own.ports.clock.advance(MINUTE);
    own.ports.person.selected = { tab: "Queue", ids: [own.row().id] };
    actOnSelected(own.ports, "send now");
    expect(own.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual([
      "owner@shop.test",
      "owner@shop.test",
    ]);
    const { title, text } = own.ports.person.told.at(-1) ?? { title: "", text: "" };
    expect(title).toBe("Next step now");
    expect(text).toContain("geo_2 went to you");
  });

  it("speaks Chinese where the sheet does", () => {
    office.set("language", "zh");
    office.tick();
    press("hold", ADA);
    expect(told()).toEqual({
      title: "暂停",
      text: `${ADA} (geo): 手动暂停；选择 release 继续`,
    });
  });
});

describe("Undo last hand edit", () => {
  it("takes back the edit of the selected row, and goes no sooner than in an hour", () => {
    const before = office.row();
    press("hold", ADA);
    press("undo", ADA);
    expect(office.row()).toMatchObject({ status: "ACTIVE", stage: before.stage });
    expect(office.row().next_at).toBeGreaterThanOrEqual(office.ports.clock.now() + HOUR);
    expect(told().text).toContain("taken back");
  });

  it("without a selection takes the newest edit that can be taken back, then the one before", () => {
    press("hold", ADA);
    office.ports.clock.advance(MINUTE);
    press("hold", BOB);
    office.ports.clock.advance(MINUTE);
    const undo = () => {
      office.ports.person.selected = { tab: "", ids: [] };
      actOnSelected(office.ports, "undo");
    };
    undo();
    expect([office.row().status, office.row(BOB).status]).toEqual(["PAUSED", "ACTIVE"]);
    undo();
    expect([office.row().status, office.row(BOB).status]).toEqual(["ACTIVE", "ACTIVE"]);
    undo();
    expect(told().text).toBe("There is no edit by hand that could be taken back.");
  });

  it("brings back every row that one Mark paid closed", () => {
    office.lite();
    office.tick();
    office.ports.person.answers.push("YES");
    press("mark paid", ADA);
    press("undo", ADA);
    expect(office.queue().map(({ status }) => status)).toEqual(["ACTIVE", "UNPAID"]);
    expect(office.contact()?.paid).toBe("NO");
  });

  it("does not take back a payment from Stripe", () => {
    office.pay(ADA);
    office.pass(2 * MINUTE);
    press("undo", ADA);
    expect(office.row().status).toBe("PAID");
    expect(told().text).toContain("not done");
  });
});

describe("an action that cannot be done", () => {
  it.each([
    ["nothing is selected", { tab: "Queue", ids: [] }],
    ["another tab is open", { tab: "Contacts", ids: ["c_1"] }],
    ["a tab of somebody else's is open", { tab: "", ids: [] }],
  ] as const)("because %s says what to do, and records nothing", (_, selected) => {
    office.ports.person.selected = selected;
    actOnSelected(office.ports, "hold");
    expect(told().text).toContain("Nothing was done");
    expect(edits()).toEqual([]);
  });

  it("beside a run says that one is under way; for another editor, whose sheet it is", () => {
    office.ports.locks.batchBusy = true;
    press("hold", ADA);
    expect(told().text).toContain("A run is under way");
    office.ports.locks.batchBusy = false;
    office.ports.person.user = "editor@shop.test";
    press("hold", ADA);
    expect(told().text).toContain("Only the account");
    expect(edits()).toEqual([]);
    expect(office.row().status).toBe("ACTIVE");
  });

  it("while Events is busy says so, and nothing is half done", () => {
    office.ports.locks.intakeBusy = true;
    press("hold", ADA);
    expect(told().text).toContain("Press it again");
    office.ports.locks.intakeBusy = false;
    office.pass(12 * MINUTE);
    expect(office.row().status).toBe("ACTIVE");
  });

  it("for more rows than a run can take is refused whole", () => {
    for (let n = 0; n < 101; n += 1) office.geo(`lead${n}@shop.test`);
    office.pass(5 * MINUTE);
    const ids = office.ports.store.rows("Queue").map(({ id }) => id);
    office.ports.person.selected = { tab: "Queue", ids };
    actOnSelected(office.ports, "hold");
    expect(told().text).toContain("103 rows are selected");
    expect(edits()).toEqual([]);
  });
});

describe("explain chosen in do", () => {
  const why = () => office.row().why;
  function chosen(): void {
    office.type("Queue", office.row().id, "do", "explain");
    office.tick();
  }

  it("answers in why: what comes, the last mail, and what to do", () => {
    chosen();
    expect(why()).toBe(
      "geo_2 goes at 2026-03-04 10:00; last mail geo_1, 2026-03-02 10:00; nothing to do; send now in do sends it at once",
    );
    expect(office.row().do).toBe("");
  });

  it("names what would hold it back, before its time", () => {
    office.set("postal_address", "");
    office.set("sender_name", "");
    chosen();
    expect(why()).toContain("fill in sender_name in Settings; then fill in postal_address");
    expect(why().length).toBeLessThanOrEqual(300);
  });

  it("speaks Chinese where the sheet does", () => {
    office.set("language", "zh");
    office.set("postal_address", "");
    chosen();
    expect(why()).toContain("geo_2 将在 2026-03-04 10:00 发送；上一封 geo_1");
    expect(why()).toContain("在 Settings 中填写 postal_address");
  });

  it("moves nothing: the mail goes when it would have gone", () => {
    chosen();
    expect(office.row().next_at).toBe(START + 48 * HOUR);
    office.pass(50 * HOUR, HOUR);
    expect(office.steps()).toEqual(["geo_1", "geo_2"]);
  });
});
