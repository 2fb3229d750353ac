// Chance with a seed: the same seed tells the same month.

export interface Chance {
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32: small, even enough for a story. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { between, pick: (list) => list[between(0, list.length - 1)] ?? list[0] };
}
