// "Show a month of business": offered while nothing has happened yet, played once, never undone.
import type { Host } from "../host/contract.ts";
import { type Month, type Played, type Progress, playMonth } from "../month/play-month.ts";

/** none: people of one's own are in the workbook, or it was asked for empty. */
export type MonthState = "offered" | "playing" | "played" | "none";

const KEPT_KEY = "month";

export class MonthOffer {
  #progress: Progress | null = null;

  constructor(
    private readonly host: Host,
    /** --fresh asks for an empty workbook, and it stays one. */
    private readonly asksForEmpty: boolean,
  ) {}

  view(): { readonly state: MonthState } & Partial<Progress> {
    return { state: this.#state(), ...this.#progress };
  }

  async play(month: Omit<Month, "tell">): Promise<Played> {
    this.#progress = { day: 1, days: 30, people: 0 };
    try {
      const tell = (progress: Progress) => {
        this.#progress = progress;
      };
      const played = await playMonth({ ...month, tell });
      this.host.keep(KEPT_KEY, { seed: month.seed, ...played });
      return played;
    } finally {
      this.#progress = null;
    }
  }

  #state(): MonthState {
    if (this.#progress !== null) return "playing";
    if (this.host.kept(KEPT_KEY) !== undefined) return "played";
    return this.asksForEmpty || !this.#isEmpty() ? "none" : "offered";
  }

  #isEmpty(): boolean {
    const filled = this.host.sheets().filter(({ rows }) => rows > 0);
    return !filled.some(({ name }) => name === "Contacts" || name === "Queue");
  }
}
