// The executions that are broken at every call, each with what leads up to it.

import { attempt } from "./attempt.ts";
import { Clockwork } from "./clockwork.ts";
import { perform } from "./deeds.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./lab.ts";
import { crowd, PEOPLE } from "./people.ts";
import type { Stage } from "./stage.ts";
import type { SweepCase } from "./sweep.ts";

const TURN_MS = 15 * MINUTE_MS;

function ask(stage: Stage, who: number, form: "geo" | "lite" | "free_audit", consent = true): void {
  perform(stage, { do: "form", who, form, consent });
}
function tick(stage: Stage): void {
  perform(stage, { do: "tick" });
}
function pass(stage: Stage, ms: number): void {
  new Clockwork(stage.lab, HOUR_MS).moveTo(stage.now + ms);
}

/** After so many receipts the timer works every quarter of an hour at times. Until then no tick comes. */
function toNextTurn(stage: Stage): void {
  const turn = Math.ceil(stage.now / TURN_MS) * TURN_MS + (stage.now % MINUTE_MS);
  new Clockwork(stage.lab, HOUR_MS).moveTo(turn, turn);
}

/** `waiting` people who have had their receipt, and as many more as are due. */
function dueOf(due: number, waiting: number): Pick<SweepCase, "people" | "prepare"> {
  const perDay = 75;
  return {
    people: crowd(due + waiting),
    prepare: (stage) => {
      for (let who = due; who < due + waiting; who += 1) {
        ask(stage, who, "free_audit");
        // As many mails as a day's quota allows.
        if ((who - due) % perDay === perDay - 1) pass(stage, DAY_MS);
      }
      pass(stage, DAY_MS);
      for (let who = 0; who < due; who += 1) ask(stage, who, "geo");
      toNextTurn(stage);
    },
  };
}

export const TICK_3_OF_10: SweepCase = {
  name: "a tick with 3 due of 10",
  of: "jobs.tick",
  ...dueOf(3, 7),
  act: tick,
};
export const TICK_50_OF_200: SweepCase = {
  name: "a tick with 50 due of 200",
  of: "jobs.tick",
  ...dueOf(50, 150),
  act: tick,
};

export const SWEEP_CASES: readonly SweepCase[] = [
  {
    name: "a form",
    of: "doPost",
    people: PEOPLE.slice(0, 2),
    prepare: (stage) => ask(stage, 1, "lite"),
    act: (stage) => ask(stage, 0, "geo"),
  },
  {
    name: "a webhook",
    of: "doPost",
    people: PEOPLE.slice(0, 2),
    prepare: (stage) => {
      ask(stage, 0, "geo");
      ask(stage, 1, "lite");
      pass(stage, 5 * MINUTE_MS);
    },
    act: (stage) => perform(stage, { do: "pay", who: 0, offer: "course", told: "one", agoMin: 0 }),
  },
  TICK_3_OF_10,
  {
    name: "a batch from the menu",
    of: "menu.runBatch",
    ...dueOf(2, 2),
    act: (stage) => perform(stage, { do: "menu", who: 0, item: "runBatch" }),
  },
  {
    name: "asking Stripe",
    of: "jobs.tick",
    people: PEOPLE.slice(0, 3),
    prepare: (stage) => {
      for (const who of [0, 1, 2]) ask(stage, who, "lite");
      pass(stage, DAY_MS);
      perform(stage, { do: "pay", who: 0, offer: "lite", told: "never", agoMin: 0 });
      perform(stage, { do: "fail", who: 1, told: "never" });
      stage.lab.host.trouble({ ticks: "none" });
      stage.lab.host.advance(stage.now + 40 * MINUTE_MS);
      stage.lab.host.trouble({ ticks: "normal" });
    },
    act: tick,
  },
  {
    name: "bringing home what was spilled",
    of: "jobs.tick",
    people: PEOPLE.slice(0, 4),
    prepare: (stage) => {
      ask(stage, 3, "geo");
      pass(stage, 5 * MINUTE_MS);
      stage.lab.host.trouble({ lockErrors: ["tryLock"] });
      for (const who of [0, 1, 2]) ask(stage, who, "geo");
      perform(stage, { do: "pay", who: 3, offer: "lite", told: "one", agoMin: 0 });
      stage.lab.host.trouble({ lockErrors: [] });
    },
    act: tick,
  },
  {
    name: "recovery",
    of: "jobs.tick",
    ...dueOf(3, 1),
    prepare: (stage) => {
      dueOf(3, 1).prepare(stage);
      cutAtSend(stage, 2);
    },
    act: tick,
  },
];

/** The run ends right after its n-th mail has gone: one is sent and known to nobody, others lie ready. */
function cutAtSend(stage: Stage, nth: number): void {
  let sends = 0;
  stage.lab.host.onCall(({ op }) => {
    if (op === "GmailDraft.send") sends += 1;
    return op === "GmailDraft.send" && sends === nth ? { kind: "kill", when: "after" } : undefined;
  });
  attempt(() => stage.lab.host.run({ function: "jobs.tick" }));
  stage.lab.host.onCall(null);
}
