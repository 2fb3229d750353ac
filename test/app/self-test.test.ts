// What the self-test makes of what it found: the safer way where there is one, and what Stripe thinks of our answers.
import { describe, expect, it } from "vitest";
import { selfTestAnswer, tested } from "../../src/app/self-test/self-test";
import type { Probe } from "../../src/model/probe";
import { asSeen } from "../../src/words/self-test";
import { MemoryOffice, MINUTE } from "./memory-office";

function withProbes(...probes: readonly Probe[]): MemoryOffice {
  const office = new MemoryOffice();
  office.ports.platform.probes = probes;
  return office;
}
const found = (office: MemoryOffice, name: Probe["name"]) =>
  tested(office.ports, "en").probes.find((probe) => probe.name === name);

const SWAPPED: readonly Probe[] = [
  { name: "page", ok: false, seen: asSeen("answered 302") },
  { name: "text", ok: false, seen: asSeen("answered 200") },
];
const USUAL: readonly Probe[] = [
  { name: "page", ok: true, seen: asSeen("answered 200") },
  { name: "text", ok: true, seen: asSeen("answered 302") },
];
const EVENT = { id: "evt_1", type: "invoice.paid" };

describe("where only text is heard as 200", () => {
  it("Stripe is answered with text once stored, and with a page when it is to come again", () => {
    const office = withProbes(...SWAPPED);
    expect(office.hook(EVENT)).toMatchObject({ kind: "page" });
    expect(found(office, "page")?.seen.en).toContain("text from now on");
    expect(office.hook(EVENT)).toMatchObject({ kind: "retry" });
    expect(office.hook(EVENT, "wrong key")).toMatchObject({ kind: "page" });
  });

  it("visitors get their pages as ever", () => {
    const office = withProbes(...SWAPPED);
    tested(office.ports, "en");
    expect(office.geo("ada@example.org")).toMatchObject({ kind: "page" });
  });

  it("a later self-test that finds pages heard again switches back", () => {
    const office = withProbes(...SWAPPED);
    tested(office.ports, "en");
    office.ports.platform.probes = USUAL;
    tested(office.ports, "en");
    expect(office.hook(EVENT)).toMatchObject({ kind: "page" });
  });

  it("nothing is switched where both answers failed", () => {
    const office = withProbes(
      ...SWAPPED.map((probe) => ({ ...probe, seen: asSeen("answered 404") })),
    );
    tested(office.ports, "en");
    expect(office.hook(EVENT)).toMatchObject({ kind: "page" });
  });
});

describe("a timer", () => {
  it("that calls says so, and whom it saw at work", () => {
    const office = withProbes();
    expect(found(office, "timer runs")?.ok).toBe(null);
    office.tick();
    expect(found(office, "timer runs")).toMatchObject({ ok: true });
    expect(found(office, "timer runs")?.seen.en).toContain("nobody");
    expect(office.ports.triggers.otherwise).toBe(false);
  });

  it("that never calls is made anew under its other name, once in a while", () => {
    const office = withProbes();
    tested(office.ports, "en");
    office.ports.clock.advance(4 * MINUTE);
    expect(found(office, "timer runs")?.ok).toBe(false);
    expect(office.ports.triggers.otherwise).toBe(true);
    expect(found(office, "timer runs")?.ok).toBe(null);
  });
});

describe("Stripe's opinion of our answers", () => {
  it.each([
    [0, true],
    [1, false],
  ])("with %i deliveries waiting", (pending, ok) => {
    const office = withProbes();
    office.hook(EVENT);
    office.ports.stripe.put("events/evt_1", { ...EVENT, pending_webhooks: pending });
    expect(found(office, "stripe heard")?.ok).toBe(ok);
  });

  it("is left to a person while no event has come", () => {
    expect(found(withProbes(), "stripe heard")?.ok).toBe(null);
  });
});

it("counts in one sentence only what something depends on", () => {
  const office = withProbes(...USUAL, { name: "row marks", ok: null, seen: asSeen("x") });
  expect(selfTestAnswer(office.ports, "en")).toBe("2 of 2 passed; Start here names each.");
});
