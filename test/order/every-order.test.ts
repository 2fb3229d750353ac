import { describe, expect, it } from "vitest";
import type { PersonState } from "../../src/model/fact";
import { HOUR_MS } from "../../src/model/time";
import { apply, KNOWN, seenOf } from "./engine";
import { ground, T0 } from "./ground";
import { type Deed, type Expected, expectedOf, rowLine } from "./model";

// Design 4.8, walked whole: every order of every subset of up to five of these, and each of them told twice.
const at = (hours: number) => T0 + hours * HOUR_MS;
const POOL: readonly Deed[] = [
  { kind: "asked", entry: "form:geo", at: at(2), key: "a" },
  { kind: "asked", entry: "form:free_audit", at: at(1), key: "b" },
  { kind: "asked", entry: "press:lite", at: at(4), key: "c" },
  // Fails, is paid at last, and comes back.
  { kind: "failed", payment: "pi_1", at: at(3), key: "d" },
  { kind: "paid", payment: "pi_1", offer: "lite", at: at(4), key: "e" },
  { kind: "refunded", payment: "pi_1", at: at(7), key: "f" },
  // Another one, in the same second as the unsubscribe.
  { kind: "paid", payment: "pi_2", offer: "course", at: at(5), key: "g" },
  { kind: "unsubscribed", at: at(5), key: "h" },
  // A third, which never succeeds.
  { kind: "failed", payment: "pi_3", at: at(6), key: "i" },
  // A fourth, on its way, and how that ended.
  { kind: "pending", payment: "pi_4", at: at(3), key: "j" },
  { kind: "failed", payment: "pi_4", at: at(8), key: "k" },
  { kind: "expired", payment: "cs_5", at: at(4.5), key: "l" },
];
const SUBSET_MAX = 5;
const SHOWN_MAX = 20;
const NOW = ground(at(9));
const told = (state: PersonState, deed: Deed) => apply(state, deed, NOW);

/** The expectation is of the set, so it is worked out once for all its orders. */
const known = new Map<number, string>();
function expectedFor(mask: number): string {
  const text =
    known.get(mask) ?? JSON.stringify(expectedOf(POOL.filter((_, bit) => (mask >> bit) & 1)));
  known.set(mask, text);
  return text;
}

interface Walk {
  readonly state: PersonState;
  readonly order: readonly Deed[];
  readonly mask: number;
}
interface Found {
  orders: number;
  /** By the set of facts, as bits. */
  readonly wrong: Map<number, string>;
}

function walk({ state, order, mask }: Walk, found: Found): void {
  for (const [bit, deed] of POOL.entries()) {
    if ((mask >> bit) & 1) continue;
    const next = { state: told(state, deed), order: [...order, deed], mask: mask | (1 << bit) };
    judge(next.state, next, found);
    // Which of them is told again goes round, so that each is, at every place.
    const again = next.order[found.orders % next.order.length];
    if (again !== undefined) judge(told(next.state, repeated(again)), next, found);
    found.orders += 1;
    if (next.order.length < SUBSET_MAX) walk(next, found);
  }
}

/** Stripe tells of one payment by several events; a form or a press comes as the very same event. */
function repeated(deed: Deed): Deed {
  return "payment" in deed ? { ...deed, key: `${deed.key}2` } : deed;
}

/** One order for every smallest set that goes wrong; what holds more than such a set says nothing new. */
function judge(state: PersonState, { order, mask }: Walk, { wrong }: Found): void {
  const seen = seenOf(state);
  if (JSON.stringify(seen) === expectedFor(mask)) return;
  const inside = [...wrong.keys()].filter((known) => (known & mask) === known);
  if (inside.length > 0) return;
  for (const known of wrong.keys()) if ((known & mask) === mask) wrong.delete(known);
  const names = order.map((deed) => `${deed.key} ${deed.kind}`).join(", ");
  wrong.set(mask, [names, brief(expectedOf(order)), brief(seen)].join("\n    "));
}
function brief({ rows, ...rest }: Expected): string {
  return [...rows.map((row) => rowLine(row, T0)), JSON.stringify(rest)].join(" | ");
}

describe("up to five facts", () => {
  it("in every order, each told twice, leave what the set of them says (design 4.8)", () => {
    const found: Found = { orders: 0, wrong: new Map() };
    walk({ state: KNOWN, order: [], mask: 0 }, found);
    expect([...found.wrong.values()].slice(0, SHOWN_MAX)).toEqual([]);
    expect(found.orders).toBe(108_384);
  });
});
