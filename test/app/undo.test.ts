// Taking back an edit by hand: status, stage and next_at as they were, never sooner than in an hour.
import { describe, expect, it } from "vitest";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

function begun(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo();
  office.tick();
  return office;
}

function types(office: MemoryOffice, column: "status" | "stage" | "next_at" | "do", to: unknown) {
  office.ports.store.edit("Queue", office.row().id, column, to as never);
  office.ports.properties.set("stop_mark", `${column} ${office.ports.clock.now()} ${String(to)}`);
  office.ports.clock.advance(MINUTE);
  office.tick();
}

describe("undo", () => {
  it.each([
    ["status", "STOPPED"],
    ["status", "PAUSED"],
    ["status", "DONE"],
    ["status", "PAID"],
    ["stage", 2],
    ["next_at", new Date("2026-04-01T10:00:00Z")],
  ] as const)("of %s → %s restores status, stage and next_at", (column, to) => {
    const office = begun();
    const before = office.row();
    types(office, column, to);
    expect(office.row()).not.toMatchObject({
      ...{ status: before.status, stage: before.stage, next_at: before.next_at },
    });
    types(office, "do", "undo");
    const { status, stage, next_at, paid, stop_reason, stop_event, paid_at } = before;
    expect(office.row()).toMatchObject({ status, stage, next_at, paid, do: "" });
    expect(office.row()).toMatchObject({ stop_reason, stop_event, paid_at });
    expect(office.contact()).toMatchObject({ paid: "NO", payments: "" });
    office.pass(49 * HOUR, HOUR);
    expect(office.subjects()).toHaveLength(2);
  });

  it("brings back every row that one PAID had closed", () => {
    const office = begun();
    const row = (id: string) => office.ports.store.rows("Queue").find((one) => one.id === id);
    const rows = office.ports.store.rows("Queue").length;
    types(office, "status", "PAID");
    types(office, "do", "undo");
    expect(office.ports.store.rows("Queue")).toHaveLength(rows);
    expect(row(office.row().id)?.status).toBe("ACTIVE");
  });

  it("is due no sooner than in an hour", () => {
    const office = begun();
    types(office, "next_at", new Date("2026-03-09T09:00:00Z"));
    office.pass(47 * HOUR + 50 * MINUTE, 10 * MINUTE);
    types(office, "do", "undo");
    const at = office.row().next_at ?? 0;
    expect(at - office.ports.clock.now()).toBeGreaterThanOrEqual(59 * MINUTE);
    office.pass(50 * MINUTE);
    expect(office.subjects()).toHaveLength(1);
    office.pass(15 * MINUTE);
    expect(office.subjects()).toHaveLength(2);
  });

  it("takes back no payment that Stripe has told", () => {
    const office = begun();
    types(office, "status", "PAUSED");
    office.pay("ada@example.org");
    office.tick();
    types(office, "do", "undo");
    expect(office.row()).toMatchObject({ status: "PAID", do: "" });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
    office.pass(72 * HOUR, HOUR);
    expect(office.subjects()).toHaveLength(1);
  });

  it("takes back no mark of a person when Stripe has told a payment besides", () => {
    const office = begun();
    types(office, "status", "PAID");
    office.pay("ada@example.org");
    office.tick();
    types(office, "do", "undo");
    expect(office.row()).toMatchObject({ status: "PAID" });
    expect(office.contact()).toMatchObject({ paid: "YES" });
  });

  it("has nothing to take back once a mail went, and says so", () => {
    const office = begun();
    types(office, "do", "send now");
    expect(office.subjects()).toHaveLength(2);
    types(office, "do", "undo");
    expect(office.row()).toMatchObject({ status: "DONE", stage: 2 });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
  });

  it("goes one edit back and no further", () => {
    const office = begun();
    types(office, "status", "PAUSED");
    types(office, "do", "undo");
    types(office, "do", "undo");
    expect(office.row()).toMatchObject({ status: "ACTIVE" });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED" });
  });
});
