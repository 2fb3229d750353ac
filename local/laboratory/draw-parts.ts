// Deeds that are drawn in more than one place.
import type { Chance } from "../month/random.ts";
import type { Back, Deed, Form, SheetAct, Told } from "./history.ts";

export function one<T>(chance: Chance, list: readonly T[]): T {
  return list[chance.between(0, list.length - 1)] as T;
}

export function drawForm(chance: Chance, who: number): Deed {
  const form = one<Form>(chance, ["geo", "geo", "lite", "lite", "free_audit"]);
  return { do: "form", who, form, consent: chance.between(1, 6) > 1 };
}

const TOLD: readonly Told[] = ["all", "all", "one", "twice", "later", "never"];
const MONEY = [
  "pay",
  "pay",
  "pay",
  "fail",
  "fail",
  "pay the failed",
  "refund",
  "dispute",
  "tell again",
] as const;

export function drawMoney(chance: Chance, who: number): Deed {
  const told = one(chance, TOLD);
  const what = one(chance, MONEY);
  if (what === "tell again") return { do: what, nth: chance.between(0, 5) };
  if (what !== "pay") return { do: what, who, told };
  const agoMin = one(chance, [0, 0, 0, 90, 3_000]);
  return { do: "pay", who, offer: one(chance, ["lite", "course"]), told, agoMin };
}

export function drawBack(chance: Chance, people: number): Deed {
  const what = one<Back>(chance, ["stop", "bounce", "full", "full", "question", "away"]);
  return { do: "write back", who: chance.between(0, people - 1), what };
}

const SORTED: Readonly<Record<string, readonly string[]>> = {
  Queue: ["email", "status", "next_at", "name"],
  Events: ["who", "type", "received_at"],
  Sends: ["email", "step"],
  Contacts: ["name", "email"],
};

/** A hand among rows and columns. */
export function drawAct(chance: Chance): SheetAct {
  const sheet = one(chance, ["Queue", "Queue", "Events", "Sends", "Contacts"]);
  const kind = one(chance, ["sort", "insertRows", "insertColumn"] as const);
  if (kind === "insertRows") return { kind, sheet, row: one(chance, [2, 2, 3]) };
  return { kind, sheet, column: one(chance, SORTED[sheet] ?? []) };
}
