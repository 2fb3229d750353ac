// An edit of one row is applied at once, by reading and writing its person alone; the next tick settles its event.
import { beforeEach, describe, expect, it } from "vitest";
import { receiveEdit } from "../../src/app/edit-door";
import { actOnSelected } from "../../src/app/row-actions";
import type { RowAction } from "../../src/app/row-events";
import { unseal } from "../../src/state/seal";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const BOB = "bob@shop.test";
let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("geo", "lite");
  office.geo();
  office.geo(BOB);
  office.tick();
  office.ports.clock.advance(HOUR);
  office.tick();
});

const calls = () => office.ports.store.calls;
const edits = () => office.events("edit");
const outcomes = () => edits().map(({ outcome, reason }) => [outcome, reason]);
const taken = (email = ADA) => unseal(office.row(email))?.taken ?? [];

function type(column: "status" | "do" | "next_at" | "stage" | "notes", typed: unknown): void {
  office.ports.store.edit("Queue", office.row().id, column, typed);
  const row = office.ports.store.read("Queue").find(({ cells }) => cells.id === office.row().id);
  const at = row?.row ?? 0;
  calls().length = 0;
  receiveEdit(office.ports, { tab: "Queue", firstRow: at, lastRow: at });
}
function press(action: RowAction, email = ADA): void {
  office.ports.person.selected = { tab: "Queue", ids: [office.row(email).id] };
  actOnSelected(office.ports, action);
}

describe("an edit of one row", () => {
  it("changes the row at once, and reads no other tab of rules or people for it", () => {
    type("status", "PAUSED");
    expect(office.row()).toMatchObject({
      status: "PAUSED",
      why: "held by hand; choose release to go on",
    });
    const reads = calls().filter((call) => call.startsWith("read"));
    expect(reads).toEqual([]);
    expect(calls()).toEqual([
      "pick Queue",
      "find Contacts",
      "append Events",
      "flush",
      "update Queue",
    ]);
  });

  it("stands in Events before its row changes, and the next tick says there what came of it", () => {
    type("status", "PAUSED");
    expect(outcomes()).toEqual([["", ""]]);
    expect(taken()).toHaveLength(1);
    office.tick();
    expect(outcomes()).toEqual([["APPLIED", "held by hand; choose release to go on"]]);
    expect(taken()).toEqual([]);
    expect(office.row().status).toBe("PAUSED");
  });

  it("is not applied a second time by that tick, whatever has followed it meanwhile", () => {
    press("hold");
    press("mark paid");
    office.ports.person.answers.push("YES");
    press("mark paid");
    office.tick();
    expect(office.row()).toMatchObject({ status: "PAID", paid: "YES" });
    expect(outcomes().map(([outcome]) => outcome)).toEqual(["APPLIED", "APPLIED"]);
    expect(office.ports.store.note("Queue", office.row().id, "do")).toBe("");
  });

  it("that was put back is told so at once, and once", () => {
    type("stage", 77);
    const { why } = office.row();
    expect(why).toContain("was put back");
    office.tick();
    expect(outcomes().map(([outcome]) => outcome)).toEqual(["REFUSED"]);
    expect(office.row().why).toBe(why);
  });

  it("of a cell that decides nothing is no event", () => {
    type("notes", "called her");
    expect(edits()).toEqual([]);
    expect(calls()).toEqual(["pick Queue"]);
  });

  it("marks a person paid in Contacts and every row of theirs, so that nothing goes any more", () => {
    office.lite();
    office.tick();
    office.ports.person.answers.push("YES");
    press("mark paid");
    const rows = office.ports.store.read("Queue").map(({ cells }) => cells);
    const theirs = rows.filter(({ email }) => email === ADA);
    expect(theirs.map(({ status }) => status)).toEqual(["PAID", "PAID"]);
    expect(office.contact()?.paid).toBe("YES");
    const before = office.steps().length;
    office.ports.clock.advance(30 * DAY);
    office.tick();
    expect(office.steps()).toHaveLength(before);
  });

  it("is taken back by Undo before a tick has come, too", () => {
    const { next_at } = office.row();
    press("hold");
    press("undo");
    expect(office.row()).toMatchObject({ status: "ACTIVE", next_at });
    office.tick();
    expect(office.row()).toMatchObject({ status: "ACTIVE", next_at });
  });
});

describe("the rules it goes by", () => {
  it("are those of the last batch; one that changed since times the row anew within a tick", () => {
    office.ports.store.edit("Cadence", "geo-1", "wait", "9 d");
    // What the edit's trigger leaves.
    office.ports.properties.set("stop_mark", "typed");
    press("hold");
    press("release");
    const before = office.row().next_at ?? 0;
    office.ports.clock.advance(10 * MINUTE);
    office.tick();
    expect((office.row().next_at ?? 0) - before).toBe(7 * DAY);
  });

  it("torn by a run that was cut are not believed: then a whole pass decides", () => {
    office.ports.properties.set("rules:1", "{}");
    type("status", "PAUSED");
    expect(office.row().status).toBe("PAUSED");
    expect(calls()).toContain("read Cadence");
    expect(outcomes()).toEqual([["APPLIED", "held by hand; choose release to go on"]]);
  });

  it("keep what has no end, and a name of any length", () => {
    office.ports.store.edit("Settings", "postal_address", "value", "巷".repeat(9_000));
    office.ports.properties.set("stop_mark", "typed");
    office.tick();
    type("status", "PAUSED");
    expect(calls()).not.toContain("read Cadence");
    for (const value of Object.values(office.ports.properties.all())) {
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9 * 1024);
    }
  });
});

describe("a whole pass applies instead", () => {
  it("where the address in the row was typed over, or the person's", () => {
    const { id } = office.row();
    office.ports.store.edit("Queue", id, "email", "else@shop.test");
    office.ports.store.edit("Queue", id, "status", "PAUSED");
    receiveEdit(office.ports, office.ports.store.area("Queue"));
    expect(office.row()).toMatchObject({ status: "PAUSED", email: ADA });
  });

  it("where a row was copied with its id", () => {
    office.ports.store.put("Queue", office.row());
    press("hold");
    expect(calls()).toContain("read Contacts");
  });
});
