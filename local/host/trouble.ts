// The weather of the platform: what goes wrong, or differs, without a service call being cut.
import { account } from "./account.ts";
import type { Trouble } from "./contract-lab.ts";

export const CALM: Trouble = {
  sentSearchLagMs: account.searchLagMs,
  draftIdsChange: false,
  quotaLagMs: 0,
  rollingQuota: false,
  ticks: "normal",
  language: "en",
  lockErrors: [],
  crowded: false,
};

export class Weather {
  #now: Trouble;

  constructor(now: Trouble = CALM) {
    this.#now = now;
  }

  get now(): Trouble {
    return this.#now;
  }

  change(trouble: Partial<Trouble>): void {
    this.#now = { ...this.#now, ...trouble };
  }

  fork(): Weather {
    return new Weather(this.#now);
  }
}
