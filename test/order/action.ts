// What may happen in a random history, and how often.
import fc from "fast-check";
import { HOUR } from "../app/memory-office";

const PEOPLE = ["ada@example.org", "ben@example.org", "cem@example.org"] as const;
export const TYPED = [
  ["status", "PAID"],
  ["status", "STOPPED"],
  ["status", "PAUSED"],
  ["status", "ACTIVE"],
  ["status", "DONE"],
  ["status", "nonsense"],
  ["paid", "YES"],
  ["paid", "NO"],
  ["stage", 0],
  ["stage", 1],
  ["stage", "x"],
  ["next_at", "soon"],
  ["do", "release"],
  ["do", "constructor"],
  ["conclusion", "order"],
] as const;
export const MONEY = ["lite", "course", "unnamed"] as const;
export const TROUBLE = [
  "failed",
  "pending",
  "arrived",
  "bounced",
  "expired",
  "refunded",
  "disputed",
] as const;

const person = fc.constantFrom(...PEOPLE);
const FORMS = ["geo", "free_audit", "lite"] as const;
interface Of {
  readonly person: (typeof PEOPLE)[number];
}
export type Action =
  | ({
      readonly what: "form";
      readonly form: (typeof FORMS)[number];
      readonly consent: boolean;
    } & Of)
  | ({ readonly what: "press" | "unsubscribe" | "suppress" } & Of)
  | ({ readonly what: "pay"; readonly money: (typeof MONEY)[number]; readonly agoMs: number } & Of)
  | ({ readonly what: "trouble"; readonly trouble: (typeof TROUBLE)[number] } & Of)
  | ({ readonly what: "result"; readonly keyed: boolean } & Of)
  | ({ readonly what: "type"; readonly typed: (typeof TYPED)[number]; readonly told: boolean } & Of)
  | { readonly what: "switch"; readonly on: boolean }
  | { readonly what: "sort" }
  | { readonly what: "lock"; readonly busy: boolean }
  | { readonly what: "fault"; readonly at: number; readonly kill: boolean }
  | { readonly what: "pass"; readonly hours: number };

const weighted = (weight: number, arbitrary: fc.Arbitrary<Action>) => ({ weight, arbitrary });
const what = <T extends string>(name: T) => fc.constant(name);
export const ACTION: fc.Arbitrary<Action> = fc.oneof(
  weighted(
    5,
    fc.record({
      what: what("form"),
      person,
      form: fc.constantFrom(...FORMS),
      consent: fc.boolean(),
    }),
  ),
  weighted(3, fc.record({ what: fc.constantFrom("press", "unsubscribe", "suppress"), person })),
  weighted(
    2,
    fc.record({
      what: what("pay"),
      person,
      money: fc.constantFrom(...MONEY),
      agoMs: fc.constantFrom(0, HOUR, 60 * HOUR),
    }),
  ),
  weighted(3, fc.record({ what: what("trouble"), person, trouble: fc.constantFrom(...TROUBLE) })),
  weighted(1, fc.record({ what: what("result"), person, keyed: fc.boolean() })),
  weighted(
    4,
    fc.record({
      what: what("type"),
      person,
      typed: fc.constantFrom(...TYPED),
      told: fc.boolean(),
    }),
  ),
  weighted(1, fc.record({ what: what("switch"), on: fc.boolean() })),
  weighted(1, fc.record({ what: what("sort") })),
  weighted(1, fc.record({ what: what("lock"), busy: fc.boolean() })),
  weighted(2, fc.record({ what: what("fault"), at: fc.nat(60), kill: fc.boolean() })),
  weighted(
    6,
    fc.record({ what: what("pass"), hours: fc.constantFrom(0.1, 1, 25, 49, 24 * 8, 24 * 40) }),
  ),
);
