// A run may be cut between the rows and the outcome: the same fact applied once more says APPLIED and changes nothing.
import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../src/model/time";
import { apply, edit, NOW, person, T0 } from "./bench";

const at = (ms: number) => new Date(ms).toISOString();
const price = { kind: "price", eventId: "e_price", at: NOW, enrollment: "c_ada1.geo.1" } as const;

describe("an edit applied once more", () => {
  it.each([
    ["status", "STOPPED"],
    ["status", "PAUSED"],
    ["status", "DONE"],
    ["status", "PAID"],
    ["paid", "YES"],
    ["do", "stop"],
    ["do", "hold"],
    ["do", "mark paid"],
    ["stage", "2"],
    ["next_at", at(NOW + DAY_MS)],
  ] as const)("%s %s holds, and no cell is said to be put back", (column, typed) => {
    const once = apply(person(), edit([column, typed]));
    const twice = apply(once, edit([column, typed]));
    expect(once).toMatchObject({ outcome: "APPLIED", notes: [] });
    expect(twice).toMatchObject({ outcome: "APPLIED", notes: [] });
    expect(twice.enrollments).toEqual(once.enrollments);
  });

  it.each([
    ["status", "ACTIVE"],
    ["do", "release"],
  ] as const)("%s %s of a held row holds", (column, typed) => {
    const once = apply(person({ status: "PAUSED" }), edit([column, typed]));
    expect(apply(once, edit([column, typed]))).toEqual(once);
  });

  it("with a second change that was put back is put back again", () => {
    const both = edit(["status", "STOPPED"], ["stage", "7"]);
    const once = apply(person(), both);
    expect(apply(once, both)).toMatchObject({ outcome: "APPLIED", notes: [{ column: "stage" }] });
  });
});

describe("what is no repeat", () => {
  it("stop on a row that something else closed is put back", () => {
    const closed = { status: "STOPPED", next_at: null, stop_event: "e_other" } as const;
    const state = person(closed, {}, { closing: { at: T0, payment: "" } });
    expect(apply(state, edit(["do", "stop"]))).toMatchObject({ outcome: "REFUSED" });
  });

  it.each(["pi_1", "?pi_1"])("hold on a row that waits for %s is put back", (heldBy) => {
    const state = person({ status: "PAUSED" }, { pending: "pi_1" }, { heldBy });
    expect(apply(state, edit(["do", "hold"]))).toMatchObject({ outcome: "REFUSED" });
  });
});

describe("a price switched once more", () => {
  it("is APPLIED and stays what it is (R33)", () => {
    const state = person({ offer_deadline: NOW, price: "€49" });
    const once = apply(state, price);
    const twice = apply(once, price);
    expect(twice).toEqual(once);
    expect(twice.outcome).toBe("APPLIED");
  });
});
