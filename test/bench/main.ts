// npm run bench [-- --json]: what the budgets speak of. Calls are counted exactly; times are CPU of this computer.
import { readFileSync, statSync } from "node:fs";
import { Script } from "node:vm";
import { doorCalls, type Files, idleCalls } from "./host-calls.ts";
import { planTime } from "./plan-time";

const EVALUATIONS = 15;
const IDLE_ROWS = [100, 5_000, 100_000];

export function bench(files: Files, asJson: boolean): void {
  const { webhook, form } = doorCalls(files);
  const idle = new Map(IDLE_ROWS.map((rows) => [rows, idleCalls(files, rows)]));
  const result = {
    idle: byRows(IDLE_ROWS, (rows) => idle.get(rows)?.idle ?? 0),
    compare: byRows(IDLE_ROWS, (rows) => idle.get(rows)?.compare ?? 0),
    webhook,
    form,
    planMs: byRows([20_000, 100_000], planTime),
    bundleKb: Math.round(statSync(files.codeFile).size / 1024),
    evalMs: evaluationTime(files.codeFile),
  };
  if (asJson) console.log(JSON.stringify(result));
  else for (const line of asLines(result)) console.log(line);
}

type ByRows = Readonly<Record<string, number>>;

function byRows(counts: readonly number[], measure: (rows: number) => number): ByRows {
  return Object.fromEntries(counts.map((rows) => [String(rows), measure(rows)]));
}

/** Google evaluates the whole script at every request and every tick. Median, in a context of its own. */
function evaluationTime(codeFile: string): number {
  const script = new Script(readFileSync(codeFile, "utf8"));
  const times = Array.from({ length: EVALUATIONS }, () => {
    const before = process.cpuUsage();
    script.runInNewContext({});
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const median = times.sort((a, b) => a - b)[Math.floor(EVALUATIONS / 2)] ?? 0;
  return Math.round(median * 10) / 10;
}

function asLines(result: {
  readonly idle: ByRows;
  readonly compare: ByRows;
  readonly webhook: { readonly calls: number; readonly fetches: number };
  readonly form: { readonly calls: number };
  readonly planMs: ByRows;
  readonly bundleKb: number;
  readonly evalMs: number;
}): readonly string[] {
  const { idle, compare, webhook, form, planMs, bundleKb, evalMs } = result;
  const line = (what: string, seen: string, budget: string) =>
    `${what.padEnd(36)}${seen.padStart(16)}   ${budget}`;
  const rows = (counts: ByRows, unit: string, budget: (at: string) => string, what: string) =>
    Object.entries(counts).map(([at, value]) =>
      line(`${what}, ${Number(at).toLocaleString("en")} rows`, `${value} ${unit}`, budget(at)),
    );
  const perRow = (at: string) => (planMs[at] ?? 0) / Number(at);
  const [small = "", large = ""] = Object.keys(planMs);
  const growth = (perRow(large) / perRow(small)).toFixed(2);
  return [
    ...rows(idle, "calls", () => "at most 6", "idle tick"),
    ...rows(compare, "calls", () => "every ten minutes", "  that compares rows"),
    line("Stripe webhook", `${webhook.calls} calls`, "at most 8"),
    line("  of these fetches", String(webhook.fetches), "none"),
    line("form", `${form.calls} calls`, "at most 10"),
    ...rows(planMs, "ms CPU", (at) => `at most ${Number(at) / 100}`, "planning"),
    line("  CPU per row, large to small", `× ${growth}`, "about 1: linear"),
    line("bundle", `${bundleKb} KB`, ""),
    line("evaluating it", `${evalMs} ms CPU`, ""),
  ];
}
