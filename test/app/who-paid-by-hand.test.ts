// What a person says of payments: a pasted list of who has paid, and "This is …" for a payment without a name.
import { beforeEach, describe, expect, it } from "vitest";
import { RESOLVE_DIALOG, resolveUnmatched } from "../../src/app/dialogs/resolve";
import { receiveEdit } from "../../src/app/edit-door";
import { historyRead } from "../../src/app/history/history-state";
import { pastePaidList, readPaidList } from "../../src/app/stripe/paid-list";
import { DAY, HOUR, type MemoryOffice, MINUTE } from "./memory-office";
import { unreadOffice } from "./unread-office";

let office: MemoryOffice;
beforeEach(() => {
  office = unreadOffice();
});
const kept = () => office.ports.properties.all();
const lastTold = () => office.ports.person.told.at(-1)?.text ?? "";
const unmatched = (id = "pi_evt_x") => office.ports.store.row("Unmatched", id);

describe("a list of addresses", () => {
  it.each<[string, readonly string[]]>([
    ["a@shop.test, B@Shop.test", ["a@shop.test", "b@shop.test"]],
    ["a@shop.test\nb@shop.test\r\n\n", ["a@shop.test", "b@shop.test"]],
    ["a@shop.test；b@shop.test、c@shop.test", ["a@shop.test", "b@shop.test", "c@shop.test"]],
    ["Ada Lovelace <a@shop.test>, Bob <b@shop.test>", ["a@shop.test", "b@shop.test"]],
    ['"Lin, Mei" <m@shop.test>, b@shop.test', ["m@shop.test", "b@shop.test"]],
    ["Ada a@shop.test b@shop.test", ["a@shop.test", "b@shop.test"]],
    ["mailto:a@shop.test (a@shop.test)", ["a@shop.test"]],
    ["a@shop.test, A@SHOP.test", ["a@shop.test"]],
    ["", []],
  ])("%j gives %j", (text, addresses) => {
    expect(readPaidList(text)).toEqual({ addresses, wrong: [] });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["Ada, b@shop.test", ["b@shop.test"], ["Ada"]],
    ["a@b, b@shop.test", ["b@shop.test"], ["a@b"]],
    ["a@shop.test b@", ["a@shop.test"], ["a@shop.test b@"]],
  ])("%j names what is wrong in it and keeps the rest", (text, addresses, wrong) => {
    expect(readPaidList(text)).toEqual({ addresses, wrong });
  });
});

describe("Paste who has paid", () => {
  it("marks known and new people as paid, stops their rows and mails nobody", () => {
    office.geo();
    office.tick();
    const mails = office.subjects().length;
    office.ports.person.answers.push("Ada <Ada@example.org>, bob@shop.test, nonsense");
    pastePaidList(office.ports);
    expect(lastTold()).toContain("Addresses: 2; already in Contacts: 1, new: 1");
    expect(lastTold()).toContain("nonsense");
    office.pass(4 * DAY, HOUR);
    expect(office.row()).toMatchObject({ status: "PAID", next_at: null });
    expect(office.contact("bob@shop.test")).toMatchObject({ paid: "YES" });
    expect(office.queue("bob@shop.test")).toEqual([]);
    expect(office.subjects()).toHaveLength(mails);
  });

  it("opens the gate for marketing, also when nobody has paid yet", () => {
    expect(historyRead(kept(), "LIVE")).toBe(false);
    office.ports.person.answers.push("");
    pastePaidList(office.ports);
    expect(historyRead(kept(), "LIVE")).toBe(true);
    expect(lastTold()).toContain("nobody has paid");
  });

  it("shows on Start here at once", () => {
    office.ports.person.answers.push("bob@shop.test");
    pastePaidList(office.ports);
    const line = office.ports.store.row("Start here", "payment history");
    expect(line).toMatchObject({ state: "✓", what_to_do: "you said who has paid; addresses: 1" });
  });

  it.each([
    ["cancelled", null],
    ["full of nonsense", "who, knows"],
  ])("that is %s changes nothing", (_, answer) => {
    office.ports.person.answers.push(answer);
    pastePaidList(office.ports);
    expect(historyRead(kept(), "LIVE")).toBe(false);
    expect(office.ports.store.rows("Events")).toEqual([]);
  });

  it("while Events is busy records nothing and says so", () => {
    office.ports.locks.intakeBusy = true;
    office.ports.person.answers.push("a@shop.test");
    pastePaidList(office.ports);
    expect(historyRead(kept(), "LIVE")).toBe(false);
    expect(lastTold()).toContain("Recorded: 0 of 1");
  });

  it("pasted twice counts once", () => {
    for (let time = 0; time < 2; time += 1) {
      office.ports.person.answers.push("a@shop.test");
      pastePaidList(office.ports);
      office.tick();
    }
    expect(office.contact("a@shop.test")?.payments).toMatch(/^by_list \S+$/);
    expect(office.ports.store.rows("Events")).toHaveLength(1);
  });
});

describe("This is …", () => {
  beforeEach(() => {
    office.geo();
    office.tick();
    office.pay("", "evt_x", { customer_details: { email: null, name: "Somebody" } });
    office.pass(2 * MINUTE);
    expect(unmatched()).toMatchObject({ this_is: "", resolved_at: null });
  });

  it("typed into the cell marks that person paid and stops the right rows at once", () => {
    office.geo("other@shop.test");
    office.tick();
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", " Ada@example.org ");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(office.row()).toMatchObject({ status: "PAID", next_at: null });
    expect(office.row("other@shop.test").status).toBe("ACTIVE");
    expect(office.contact()?.payments).toContain("pi_evt_x");
    expect(unmatched()?.resolved_at).toBe(office.ports.clock.now());
    expect(unmatched()?.what_to_do).toContain("ada@example.org is marked as paid");
    expect(office.lastEvent()).toMatchObject({ type: "unmatched.resolved", outcome: "APPLIED" });
  });

  it("takes a contact's id, too", () => {
    const id = office.contact()?.id ?? "";
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", id);
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(office.row().status).toBe("PAID");
  });

  it("makes a contact of an address that was nobody's", () => {
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "new@shop.test");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(office.contact("new@shop.test")).toMatchObject({ paid: "YES" });
    expect(unmatched()?.what_to_do).toContain("was nobody here");
    expect(office.row().status).toBe("ACTIVE");
  });

  it("with a wrong address says what is allowed, loses nothing, and waits", () => {
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "the nice one");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(unmatched()).toMatchObject({ this_is: "the nice one", resolved_at: null });
    expect(unmatched()?.what_to_do).toContain('this_is is "the nice one"; allowed:');
    expect(office.ports.store.note("Unmatched", "pi_evt_x", "this_is")).toContain("allowed");
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "ada@example.org");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(office.row().status).toBe("PAID");
  });

  it("once settled is not settled again by another edit", () => {
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "ada@example.org");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    const events = office.ports.store.rows("Events").length;
    office.ports.store.edit("Unmatched", "pi_evt_x", "notes", "hers");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(office.ports.store.rows("Events")).toHaveLength(events);
  });

  it("pasted where no trigger tells of it is seen within ten minutes", () => {
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "ada@example.org");
    office.pass(12 * MINUTE);
    expect(office.row().status).toBe("PAID");
  });

  it("from the menu is chosen in a window, one payment after another, and a wrong answer changes nothing", () => {
    office.pay("", "evt_y", { customer_details: { email: null, name: "Other" } });
    office.pass(2 * MINUTE);
    resolveUnmatched(office.ports);
    const shown = office.ports.person.shown.at(-1)?.html ?? "";
    expect(shown).toContain("pi_evt_x");
    expect(shown).toContain("pi_evt_y");
    const press = (args: Readonly<Record<string, string>>) =>
      RESOLVE_DIALOG.act(office.ports, { payment: "pi_evt_x", ...args });
    expect(press({}).message).toContain("choose first");
    expect(press({ who: "other", other: "who?" }).message).toContain('"who?" is neither');
    expect(unmatched("pi_evt_x")).toMatchObject({ this_is: "", resolved_at: null });
    const answer = press({ who: "other", other: "ada@example.org" });
    expect(answer.message).toContain("ada@example.org is marked as paid");
    expect(answer.view?.source).toContain("pi_evt_y");
    expect(answer.view?.source).not.toContain("pi_evt_x");
    expect(unmatched("pi_evt_x")?.resolved_at).not.toBeNull();
    expect(unmatched("pi_evt_y")).toMatchObject({ this_is: "", resolved_at: null });
    expect(office.row().status).toBe("PAID");
    expect(press({ who: "nobody" }).message).toContain("settled by now");
  });

  it("from the menu with nothing open says so", () => {
    office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", "ada@example.org");
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    resolveUnmatched(office.ports);
    expect(lastTold()).toContain("no open row");
    expect(office.ports.person.shown).toEqual([]);
  });

  it("from the menu is for the owner, and not beside a run", () => {
    const press = () =>
      RESOLVE_DIALOG.act(office.ports, { payment: "pi_evt_x", who: "nobody" }).message;
    office.ports.locks.batchBusy = true;
    expect(press()).toContain("A run is under way");
    office.ports.locks.batchBusy = false;
    office.ports.person.user = "editor@shop.test";
    expect(press()).toContain("Only the account");
    expect(unmatched("pi_evt_x")).toMatchObject({ this_is: "", resolved_at: null });
  });
});
