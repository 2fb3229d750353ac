// The host's one clock: it stands still when an instant was given, else it follows the wall clock.
// In both cases moves add up and it never runs backwards.

export class Clock {
  #at: number;
  #frozen: boolean;
  readonly #standing: boolean;
  #offsetMs = 0;

  /** `latest` is the last instant the data folder has seen. */
  constructor(now: string | undefined, latest: number) {
    this.#standing = now !== undefined;
    this.#frozen = this.#standing;
    const wanted = now === undefined ? Date.now() : parseInstant(now);
    this.#at = Math.max(wanted, latest);
    this.#offsetMs = this.#at - Date.now();
  }

  now(): number {
    if (!this.#frozen) this.#at = Math.max(this.#at, Date.now() + this.#offsetMs);
    return this.#at;
  }

  /** True while calls cost simulated time. */
  get simulated(): boolean {
    return this.#frozen;
  }

  /** Whole milliseconds: a part of one counts as one. */
  move(ms: number): void {
    this.moveTo(this.now() + Math.ceil(ms));
  }

  moveTo(instant: number): void {
    this.#at = Math.max(this.now(), instant);
    this.#offsetMs = this.#at - Date.now();
  }

  /** Simulates for the duration of `work`, whatever the clock follows otherwise. */
  simulate<T>(work: () => T): T {
    const before = this.#frozen;
    this.now();
    this.#frozen = true;
    try {
      return work();
    } finally {
      this.#frozen = before;
      this.#offsetMs = this.#at - Date.now();
    }
  }
}

function parseInstant(text: string): number {
  const instant = Date.parse(text);
  if (Number.isFinite(instant)) return instant;
  throw new Error(
    `now: saw ${JSON.stringify(text)}; an ISO instant is needed, such as 2026-03-02T09:00:00Z.`,
  );
}
