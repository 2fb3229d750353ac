// Ways to choose whose turn it is: by a seed, or one order after the other until all have been seen.
import type { Choose, LanePoint } from "./lanes.ts";
import { Random } from "./random.ts";

/** How often whoever has the turn keeps it, in 256ths. Few long stretches find other mistakes than many short ones. */
const KEEPS = [0, 200, 245, 252];

/** The same seed, the same order. */
export function seededOrder(seed: number): Choose {
  const random = new Random(seed);
  const below = (end: number) => random.bytes(4).readUInt32LE() % end;
  const keeps = KEEPS[below(KEEPS.length)] ?? 0;
  let last = -1;
  return (points) => {
    const goesOn = points.findIndex(({ lane }) => lane === last);
    const chosen = goesOn >= 0 && below(256) < keeps ? goesOn : below(points.length);
    last = points[chosen]?.lane ?? -1;
    return chosen;
  };
}

interface Limits {
  /** How often somebody may be interrupted who could have gone on. */
  readonly interruptionsMax: number;
}
interface Decision {
  readonly options: readonly number[];
  taken: number;
}

/** Plays every order there is; `play` must begin each time from the same state. How many there were. */
export function everyOrder(
  play: (choose: Choose) => void,
  { interruptionsMax }: Limits = { interruptionsMax: Number.POSITIVE_INFINITY },
): number {
  const decisions: Decision[] = [];
  let played = 0;
  do {
    play(replaying(decisions, interruptionsMax));
    played += 1;
    dropDone(decisions);
  } while (decisions.length > 0);
  return played;
}

/** Repeats the decisions that are there, then takes the first option at each new one and notes it. */
function replaying(decisions: Decision[], interruptionsMax: number): Choose {
  let [step, interruptions, last] = [0, 0, -1];
  return (points) => {
    const goesOn = points.findIndex(({ lane }) => lane === last);
    const known = decisions[step];
    const decision = known ?? {
      options: optionsOf(points, goesOn, interruptions < interruptionsMax),
      taken: 0,
    };
    if (known === undefined) decisions.push(decision);
    step += 1;
    const chosen = decision.options[decision.taken] ?? 0;
    if (goesOn >= 0 && chosen !== goesOn) interruptions += 1;
    last = points[chosen]?.lane ?? -1;
    return chosen;
  };
}

/** Going on comes first; the others only while interruptions are allowed. */
function optionsOf(points: readonly LanePoint[], goesOn: number, mayInterrupt: boolean): number[] {
  const all = points.map((_, index) => index);
  if (goesOn < 0) return all;
  return mayInterrupt ? [goesOn, ...all.filter((index) => index !== goesOn)] : [goesOn];
}

/** To the next order: the last decision that has an option left takes it. */
function dropDone(decisions: Decision[]): void {
  for (let last = decisions.pop(); last !== undefined; last = decisions.pop()) {
    if (last.taken + 1 >= last.options.length) continue;
    last.taken += 1;
    decisions.push(last);
    return;
  }
}
