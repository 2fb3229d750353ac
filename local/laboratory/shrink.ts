// Makes a failing history small: leaves out steps, by halves and then one by one, as long as the same rule breaks.
import type { History, Step } from "./history.ts";

/** Whether the rule in question still breaks. */
export type Breaks = (history: History) => boolean;

/** Each try plays a whole history. */
const TRIES_MAX = 150;

export function shrink(history: History, breaks: Breaks): History {
  let tries = 0;
  const holds = (steps: readonly Step[]): boolean => {
    tries += 1;
    return tries <= TRIES_MAX && breaks({ ...history, steps });
  };
  let { steps } = history;
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = steps.length - size; from > -size; from -= size) {
      const start = Math.max(0, from);
      const without = [...steps.slice(0, start), ...steps.slice(start + size)];
      if (without.length < steps.length && holds(without)) steps = without;
    }
  }
  return { ...history, steps };
}
