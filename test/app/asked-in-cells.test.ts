// What a person chooses in `do`: carried out at the next run, the cell emptied, the answer in `why`.
import { describe, expect, it } from "vitest";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

function begun(more: Readonly<Record<string, string>> = {}): MemoryOffice {
  const office = new MemoryOffice();
  office.geo("ada@example.org", more);
  office.tick();
  return office;
}

function chooses(office: MemoryOffice, action: string): void {
  office.ports.store.edit("Queue", office.row().id, "do", action);
  office.ports.properties.set("stop_mark", `${action} ${office.ports.clock.now()}`);
  office.ports.clock.advance(MINUTE);
  office.tick();
}

describe("send now", () => {
  it("sends the next mail at this run, long before its time, and nothing twice", () => {
    const office = begun();
    chooses(office, "send now");
    expect(office.subjects()).toHaveLength(2);
    expect(office.row()).toMatchObject({ do: "", status: "DONE" });
    office.pass(72 * HOUR, HOUR);
    expect(office.subjects()).toHaveLength(2);
  });

  it("overrules no stop: without consent the row says so and nothing goes", () => {
    const office = begun({ consent: "" });
    chooses(office, "send now");
    expect(office.subjects()).toHaveLength(1);
    expect(office.row().why).toContain("no consent");
  });

  it.each(["hold", "stop", "mark paid"])("after %s is refused with a note", (before) => {
    const office = begun();
    chooses(office, before);
    chooses(office, "send now");
    expect(office.subjects()).toHaveLength(1);
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
    expect(office.row().do).toBe("");
  });
});

describe("explain", () => {
  it("empties the cell, answers in why and changes nothing else", () => {
    const office = begun();
    const { do: _, why, sealed, ...before } = office.row();
    chooses(office, "explain");
    expect(office.row()).toMatchObject({ ...before, do: "" });
    expect(office.row().why).not.toBe("");
    office.pass(49 * HOUR, HOUR);
    expect(office.subjects()).toHaveLength(2);
  });
});

describe("an action that is none", () => {
  it("is put back with what is allowed", () => {
    const office = begun();
    chooses(office, "dance");
    expect(office.row().do).toBe("");
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
  });
});
