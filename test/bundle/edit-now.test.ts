// An edit by menu or in a cell, cut at every one of its service calls: the row holds in the end, once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../local/host/contract.ts";
import { BundleOffice, HOUR, MINUTE } from "./office.ts";

const SWEEP_MS = 120_000;
/** Of one row: config, mutex, the tab, its person, the event under its lock, the verified write. */
const CALLS_MAX = 20;

let base: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  base.geo();
  base.pass(HOUR, 10 * MINUTE);
});
afterAll(() => base.close());

const rowOf = (office: BundleOffice) =>
  office.host.sheet("Queue").rows.findIndex(({ email }) => email === "ada@example.org") + 2;
const byMenu = (office: BundleOffice) =>
  office.host.run({ function: "menu.hold", selection: { sheet: "Queue", row: rowOf(office) } });
const inCell = (office: BundleOffice) =>
  office.host.edit("Queue", rowOf(office), "status", "PAUSED");

describe.each([
  ["by menu", byMenu],
  ["in its cell", inCell],
])("a row held %s", (_, hold) => {
  it(`costs at most ${CALLS_MAX} service calls, and two more for another row`, () => {
    const office = base.copy();
    hold(office);
    expect(office.lastCalls().length).toBeLessThanOrEqual(CALLS_MAX);
    office.close();
  });

  it.each<[Fault["kind"], Fault["when"]]>([
    ["kill", "after"],
    ["throw", "before"],
  ])(
    "is held in the end, also when a %s comes %s any of these calls",
    (kind, when) => {
      for (let atCall = 1; atCall <= CALLS_MAX; atCall += 1) {
        const office = base.copy();
        office.host.inject({ atCall, kind, when });
        try {
          hold(office);
        } catch {
          // As the person sees it who pressed.
        }
        const at = `${kind} ${when} call ${atCall}`;
        office.pass(20 * MINUTE, 5 * MINUTE);
        if (office.queue()[0]?.status === "ACTIVE") byMenu(office);
        office.pass(20 * MINUTE, 5 * MINUTE);
        expect(office.queue(), at).toMatchObject([{ status: "PAUSED", do: "" }]);
        const edits = office.host.sheet("Events").rows.filter(({ type }) => type === "edit");
        expect(
          edits.some(({ outcome }) => outcome === "APPLIED"),
          at,
        ).toBe(true);
        expect(
          edits.every(({ outcome }) => outcome !== ""),
          at,
        ).toBe(true);
        expect(office.host.sheet("Queue").rows[0]?.sealed, at).not.toContain('"j":');
        office.close();
      }
    },
    SWEEP_MS,
  );
});
