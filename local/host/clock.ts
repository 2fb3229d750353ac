// The host's one clock: it stands still when an instant was given, else it follows the wall clock.
// In both cases moves add up and it never runs backwards.

export class Clock {
  #at: number;
  #frozen: boolean;
  readonly #standing: boolean;
  #movedMs: number;

  /** `latest` is the last instant the data folder has seen, `movedMs` how far it was moved ahead. */
  constructor(now: string | undefined, latest: number, movedMs: number) {
    this.#standing = now !== undefined;
    this.#frozen = this.#standing;
    this.#movedMs = movedMs;
    this.#at = Math.max(now === undefined ? Date.now() + movedMs : parseInstant(now), latest);
    this.#noteMove();
  }

  /** Shows the same, and goes on by itself. */
  fork(): Clock {
    const now = this.#standing ? new Date(this.now()).toISOString() : undefined;
    const fork = new Clock(now, this.now(), this.#movedMs);
    fork.#frozen = this.#standing;
    return fork;
  }

  /** How far it runs ahead of the wall clock; a clock that stands still has no say in that. */
  get movedMs(): number {
    return this.#movedMs;
  }

  now(): number {
    if (!this.#frozen) this.#at = Math.max(this.#at, Date.now() + this.#movedMs);
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
    this.#noteMove();
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
      this.#noteMove();
    }
  }

  #noteMove(): void {
    if (!this.#standing) this.#movedMs = this.#at - Date.now();
  }
}

function parseInstant(text: string): number {
  const instant = Date.parse(text);
  if (Number.isFinite(instant)) return instant;
  throw new Error(
    `now: saw ${JSON.stringify(text)}; an ISO instant is needed, such as 2026-03-02T09:00:00Z.`,
  );
}
