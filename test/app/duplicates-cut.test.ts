// Joining and parting cut at any write come to the same when they are pressed again.
import { describe, expect, it } from "vitest";
import type { FounderOffice } from "./founder-office";
import { pairOf, press, standing, twoAddresses } from "./two-addresses";

describe("cut anywhere", () => {
  it("and pressed again it comes to the same, joined and parted", () => {
    const whole = twoAddresses();
    press(whole, "join");
    const joined = standing(whole);
    press(whole, "part");
    const parted = standing(whole);
    for (const go of ["join", "part"] as const) {
      for (let calls = 1; ; calls += 1) {
        const office = twoAddresses();
        if (go === "part") press(office, "join");
        const pair = pairOf(office);
        const cut = cutAfter(office, calls);
        press(office, go, pair);
        if (!cut()) break;
        press(office, go, pair);
        office.tick();
        expect(withoutIds(standing(office))).toEqual(withoutIds(go === "join" ? joined : parted));
      }
    }
  });
});

/** Ids differ from office to office. */
function withoutIds(all: unknown): string {
  return JSON.stringify(all).replace(/[ce]_[0-9a-f]{16}|-[0-9a-f]{6}\b/g, "id");
}

/** The store fails at that write, once. Whether it came to that. */
function cutAfter({ ports }: FounderOffice, calls: number): () => boolean {
  let left = calls;
  const { store } = ports;
  for (const name of ["append", "update"] as const) {
    const write = store[name].bind(store) as (...given: readonly unknown[]) => unknown;
    Object.assign(store, {
      [name]: (...given: readonly unknown[]) => {
        left -= 1;
        if (left === 0) throw new Error("the run was cut");
        return write(...given);
      },
    });
  }
  return () => left <= 0;
}
