// Draws a history from its seed: who does what when, what the weather is, what breaks.
import { type Chance, chanceFrom } from "../month/random.ts";
import { drawAccident, drawBackAtOnce } from "./draw-accident.ts";
import { drawAct, drawBack, drawForm, drawMoney, one } from "./draw-parts.ts";
import type { Accident, Deed, History, Step, Weather } from "./history.ts";

const DAY_MIN = 1_440;
const BACKS_FROM = 2 ** 30;

const TYPED = [
  ["status", "PAID"],
  ["status", "STOPPED"],
  ["status", "PAUSED"],
  ["status", "ACTIVE"],
  ["status", "nonsense"],
  ["paid", "YES"],
  ["stage", 1],
  ["next_at", "2026-03-20 10:00"],
  ["next_at", "soon"],
  ["do", "send now"],
  ["do", "hold"],
  ["do", "release"],
  ["do", "stop"],
  ["do", "undo"],
] as const;
const MENU = ["runBatch", "sendNow", "hold", "release", "undoLast", "previewBatch", "setUp"];
const WEATHER = [
  "no ticks",
  "no ticks",
  "Stripe away",
  "sending off",
  "search lags",
  "ticks twice",
  "locks fail",
] as const;

export function historyOf(seed: number, days: number): History {
  const chance = chanceFrom(seed);
  const people = chance.between(3, 5);
  const at = <W extends Deed | Accident | Weather>(what: W): Step => {
    // More happens in the first days: what begins late has little time to go wrong.
    const day = Math.min(chance.between(0, days - 1), chance.between(0, days - 1));
    return { atMin: day * DAY_MIN + chance.between(0, DAY_MIN - 1), ...what };
  };
  // Of their own numbers, so that what else a seed draws stays as it was.
  const backs = chanceFrom(seed + BACKS_FROM);
  const backAt = <W extends Deed | Accident>(what: W): Step => {
    return { atMin: backs.between(0, days * DAY_MIN - 1), ...what };
  };
  const steps = [
    ...times(chance.between(12, 20), () => at(drawDeed(chance, people))),
    ...times(chance.between(5, 10), () => at(drawAccident(chance, people))),
    ...times(chance.between(0, 2), () => at(drawWeather(chance))),
    ...times(backs.between(0, 4), () => backAt(drawBack(backs, people))),
    ...times(backs.between(0, 2), () => backAt(drawBackAtOnce(backs, people))),
  ];
  return { seed, days, people, steps: steps.sort((a, b) => a.atMin - b.atMin) };
}

function times<T>(count: number, make: () => T): readonly T[] {
  return Array.from({ length: count }, make);
}

function drawDeed(chance: Chance, people: number): Deed {
  const who = chance.between(0, people - 1);
  const roll = chance.between(1, 100);
  if (roll <= 34) return drawForm(chance, who);
  if (roll <= 40) return { do: "press", who, offer: one(chance, ["lite", "course"]) };
  if (roll <= 46) return { do: "leave", who };
  if (roll <= 49) return { do: "come back", who };
  if (roll <= 70) return drawMoney(chance, who);
  if (roll <= 74) return { do: one(chance, ["result", "conclude"]), who };
  return drawHand(chance, who);
}

function drawHand(chance: Chance, who: number): Deed {
  const roll = chance.between(1, 10);
  if (roll <= 3) {
    const [column, value] = one(chance, TYPED);
    const flow = one(chance, ["geo", "lite", "stripe_failed"]);
    return { do: "type", who, flow, column, value };
  }
  if (roll <= 5) return { do: "menu", who, item: one(chance, MENU) };
  if (roll === 6) return { do: "note", who };
  if (roll === 7) return { do: "delete row", who };
  return { do: "act", act: drawAct(chance) };
}

function drawWeather(chance: Chance): Weather {
  return { do: "weather", what: one(chance, WEATHER), hours: one(chance, [2, 8, 30, 60]) };
}
