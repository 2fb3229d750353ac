// Plays a history from its first day to a quiet week after its last, and looks at what came of it.
import { runnerOf } from "../host/runner-of.ts";
import { Accidents } from "./accidents.ts";
import { attempt } from "./attempt.ts";
import { Clockwork, QUIET_MS } from "./clockwork.ts";
import { perform } from "./deeds.ts";
import { deliver } from "./deeds-of-money.ts";
import type { History, Step, Weather } from "./history.ts";
import { type Finding, judge } from "./judge.ts";
import { DAY_MS, HOUR_MS, type Lab, MINUTE_MS } from "./lab.ts";
import { PEOPLE } from "./people.ts";
import { Stage } from "./stage.ts";

export interface Played {
  readonly findings: readonly Finding[];
  readonly executions: number;
  readonly kills: number;
  readonly sends: number;
  readonly review: number;
  readonly inFlight: number;
  readonly virtualDays: number;
}

/** What a trigger may not tell of. */
const BY_HAND: readonly string[] = ["type", "note", "delete row", "act"];

/** Nobody deletes a row of these: what once stood there stands there at the end. */
const KEPT_TABS = ["Events", "Sends", "Contacts"] as const;

export function play(base: Lab, history: History): Played {
  const lab = base.fork();
  const run = new Run(new Stage(lab, PEOPLE.slice(0, history.people)));
  try {
    // Once for the whole history: to change the zone of the process costs as much as a short execution.
    return runnerOf(lab.host).inZone(() => run.whole(history));
  } finally {
    lab.host.close();
  }
}

type Lasting = Exclude<Weather["what"], "no ticks">;

class Run {
  readonly #stage: Stage;
  readonly #accidents: Accidents;
  readonly #clockwork: Clockwork;
  readonly #began: number;
  #silentUntil = 0;
  /** What lasts, and until when. */
  readonly #ends = new Map<Lasting, number>();

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#accidents = new Accidents(stage);
    this.#clockwork = new Clockwork(stage.lab, DAY_MS, () => this.#watch());
    this.#began = stage.now;
    stage.lab.host.trouble({ draftIdsChange: true });
  }

  whole({ steps, days }: History): Played {
    for (const step of steps) {
      this.#moveTo(this.#began + step.atMin * MINUTE_MS);
      this.#take(step);
    }
    this.#moveTo(this.#began + days * 24 * HOUR_MS);
    this.#calm();
    this.#moveTo(this.#stage.now + QUIET_MS);
    return judge(this.#stage, this.#audit(), this.#began);
  }

  /** What the audit of the sheet itself says: it recomputes Queue from Events and Sends. */
  #audit(): readonly Finding[] {
    const { lab } = this.#stage;
    const page = lab.host.run({ function: "menu.audit" }).dialogs[0]?.html ?? "";
    if (page.includes("Every row agrees")) return [];
    const told = page.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]+>/g, " ");
    const what = told.replace(/\s+/g, " ").trim().slice(0, 300);
    return [{ rule: "the audit agrees", kind: "broken", what }];
  }

  /** After a run that did something. */
  #watch(): void {
    const { witness, people, lab } = this.#stage;
    for (const { id, email, status } of lab.host.sheet("Queue", ["id", "email", "status"]).rows) {
      if (status !== "PAID") continue;
      witness.seesPaid(
        String(id),
        people.findIndex((one) => one.email === email),
      );
    }
    for (const tab of KEPT_TABS) witness.sees(tab, idsOf(lab, tab));
    this.#accidents.forget();
  }

  #take(step: Step): void {
    if (step.do === "accident") this.#accidents.arm(step);
    else if (step.do === "weather") this.#begin(step);
    else {
      perform(this.#stage, step);
      if (BY_HAND.includes(step.do)) this.#clockwork.stirred();
    }
  }

  #begin({ what, hours }: Weather): void {
    const until = this.#stage.now + hours * HOUR_MS;
    if (what === "no ticks") {
      this.#silentUntil = until;
      return;
    }
    this.#set(what, true);
    this.#ends.set(what, until);
  }

  #set(what: Lasting, begins: boolean): void {
    const { host, stripe } = this.#stage.lab;
    switch (what) {
      case "Stripe away":
        stripe.reachable = !begins;
        return;
      case "sending off":
        attempt(() => this.#stage.lab.type("Settings", "sending", "value", begins ? "OFF" : "ON"));
        this.#clockwork.stirred();
        return;
      case "search lags":
        this.#stage.witness.doubtful = true;
        this.#stage.witness.searchLagged = true;
        host.trouble({ sentSearchLagMs: begins ? 3 * HOUR_MS : 0 });
        return;
      case "ticks twice":
        this.#clockwork.repeat(begins);
        return;
      case "locks fail":
        host.trouble({ lockErrors: begins ? ["tryLock", "releaseLock"] : [] });
    }
  }

  /** On the way Stripe comes again, and what lasted for a while ends. */
  #moveTo(instant: number): void {
    for (;;) {
      const ends = [...this.#ends.values()];
      const retries = this.#stage.retries.map(({ at }) => at);
      const next = Math.min(instant, ...ends, ...retries);
      this.#clockwork.moveTo(next, this.#silentUntil);
      this.#endWeather();
      this.#retry();
      if (next >= instant) return;
    }
  }

  #retry(): void {
    const { retries, now } = this.#stage;
    const due = retries.filter(({ at }) => at <= now);
    retries.splice(0, retries.length, ...retries.filter(({ at }) => at > now));
    for (const { who, event } of due) deliver(this.#stage, who, event, null);
  }

  #endWeather(until = this.#stage.now): void {
    for (const [what, at] of this.#ends) {
      if (at > until) continue;
      this.#ends.delete(what);
      this.#set(what, false);
    }
  }

  /** Everything that was broken is mended; what was lost by then is lost. */
  #calm(): void {
    this.#accidents.disarm();
    this.#silentUntil = 0;
    this.#endWeather(Number.POSITIVE_INFINITY);
  }
}

function idsOf({ host }: Lab, tab: string): readonly string[] {
  const [id = ""] = [{ Sends: "send_key" }[tab] ?? "id"];
  return host
    .sheet(tab, [id])
    .rows.map((row) => String(row[id]))
    .filter((one) => one !== "");
}
