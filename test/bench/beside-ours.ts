// Ours beside two published designs, counted the same way in the same run: calls, methods, and what a kill does.
import type { Host } from "../../local/host/contract.ts";
import { type BatchCalls, batchOf, D, sendingRuns } from "./batches.ts";
import {
  type Files,
  form,
  HOUR,
  lastRun,
  MINUTE,
  minutes,
  openOffice,
  tick,
} from "./bench-office.ts";
import { crowded } from "./crowd.ts";
import { DESIGNS, designBatch, designKills, designMethods } from "./designs.ts";
import { FILL } from "./fill.ts";
import { webhook } from "./idle-and-doors.ts";
import { type Kills, killedEverywhere } from "./killed.ts";
import { countingOurs, methodsOf } from "./methods.ts";

/** As many as the kills of the budgets speak of: 50 due of 200. */
const KILL_DUE = 50;

export interface Beside {
  readonly name: string;
  readonly batch: BatchCalls;
  readonly methods: number;
  readonly kills: Kills;
}
export interface Comparison {
  readonly merges: readonly Beside[];
  /** Every method called, by what ran. */
  readonly methods: readonly { readonly name: string; readonly calls: number; methods: number }[];
}

const counting = countingOurs(FILL);

export function compareWithOthers(files: Files, rows: number): Comparison {
  const others = DESIGNS.map((name) => ({
    name,
    batch: designBatch(name, files, rows, D),
    methods: designMethods(name, files, D),
    kills: designKills(name, files, KILL_DUE),
  }));
  const name = "Dripsheet";
  const own = {
    name,
    batch: batchOf(files, rows),
    methods: batchMethods(files),
    kills: kills(files),
  };
  return { merges: [...others, own], methods: everyMethod(files) };
}

function batchMethods(files: Files): number {
  return methodsOf(sendingRuns(files, 3 * D, D, counting)[0]?.logs);
}

function kills(files: Files): Kills {
  const host = crowded(files, { rows: 4 * KILL_DUE, due: KILL_DUE, history: true });
  minutes(host, 1);
  const emails = host.sheet("Queue", ["email"]).rows.map(({ email }) => String(email));
  const due = emails.filter((email) => email.startsWith("due"));
  const act = (copy: Host) => minutes(copy, 1);
  const recover = (copy: Host) => copy.advance(copy.now() + 2 * HOUR, 10 * MINUTE);
  return killedEverywhere(host, due, { act, recover });
}

function everyMethod(files: Files): Comparison["methods"] {
  const host = openOffice(files, counting);
  for (let at = 0; at < 3; at += 1) tick(host);
  const acts = {
    "idle tick": () => tick(host),
    "Stripe webhook": () => webhook(host),
    form: () => form(host, "ada@shop.test"),
  };
  return Object.entries(acts).map(([name, act]) => {
    act();
    const { calls, logs } = lastRun(host);
    return { name, calls: calls.length, methods: methodsOf(logs) };
  });
}
