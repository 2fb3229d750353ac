// The measured figures as a person reads them: beside their budgets, and beside other designs.
import type { Comparison } from "./beside-ours.ts";
import { allowed, type GridLine } from "./grid.ts";
import type { Beside, ByRows, Measured } from "./main.ts";
import type { Growth } from "./plot.ts";

type Cells = readonly string[];

const count = (value: number) => value.toLocaleString("en");
const rowsOf = (at: string) => `${count(Number(at))} rows`;

function budgetLine(what: string, seen: number, unit: string, most: number): Cells {
  return [what, `${count(seen)} ${unit}`, `≤ ${count(most)}`, seen <= most ? "✓" : "over"];
}

/** As Markdown, which reads well in a terminal, too. */
export function tableOf(measured: Measured, { compare, fixedSeconds, mailbox }: Beside): string {
  const { idle, webhook, form, d100, perRun, minutes, planMs, bundleKb, evalMs } = measured;
  const each = (by: ByRows, line: (at: string, value: number) => Cells) =>
    Object.entries(by).map(([at, value]) => line(at, value));
  return markdown(
    ["figure", "measured", "budget", ""],
    [
      ...each(idle, (at, value) => budgetLine(`idle tick, ${rowsOf(at)}`, value, "calls", 6)),
      ...each(compare, (at, value) => [
        `every ten minutes it compares ${rowsOf(at)}`,
        `${value} calls`,
        "",
        "",
      ]),
      budgetLine("Stripe webhook", webhook.calls, "calls", 8),
      budgetLine("of these fetches", webhook.fetches, "fetches", 0),
      budgetLine("form", form.calls, "calls", 10),
      budgetLine("100 mails, 5,000 rows", d100.calls, "calls", 464),
      budgetLine("of these sheet calls", d100.sheet, "calls", 156),
      budgetLine("of these flushes", d100.flushes, "flushes", 10),
      budgetLine("100 mails, 5,000 rows", d100.seconds, "simulated s", 200),
      budgetLine("of a batch beside its mails, 5,000 rows", fixedSeconds, "simulated s", 8),
      ["mails before a run ends itself", count(perRun), "≥ 140", perRun >= 140 ? "✓" : "under"],
      budgetLine("trigger minutes of an idle day, 5,000 rows", minutes.idle, "min", 25),
      budgetLine("of a day with one burst of 100 mails", minutes.burst, "min", 30),
      budgetLine("of a day with 100 forms, each with its mail", minutes.spread, "min", 45),
      budgetLine("reading 60 answers and bounces of a day", mailbox.minutes, "min", 9),
      budgetLine("of that calls on Gmail", mailbox.readings, "calls", 2_000),
      ...each(planMs, (at, value) =>
        budgetLine(`planning ${rowsOf(at)}`, value, "ms CPU", Number(at) / 100),
      ),
      budgetLine("bundle", bundleKb, "kB", 500),
      budgetLine("reading and evaluating it", evalMs, "ms CPU", 20),
    ],
  );
}

interface Tables {
  readonly growth: readonly Growth[];
  readonly grid: readonly GridLine[];
}

export function docsOf(table: string, { growth, grid }: Tables, beside: Comparison): string {
  return `# What Dripsheet costs, measured

Written by \`npm run bench -- --docs\`. Service calls and simulated seconds are counted in Dripsheet Local, where every call takes
what [its cost model](../local/host/costs.json) says; CPU is of the computer it ran on.

${table}

A private account may mail a hundred people a day. So that all hundred of these figures go, Settings leave the owner no reserve
(\`mail_reserve\` 0; 10 as shipped) and send no daily mail (\`digest\` off). Whatever comes every ten minutes is in the days, not
in a batch: the beat on Start here, a look into the mailbox, the comparison.

## A batch by mails and new events

In a sheet of 5,000 rows; in brackets what is allowed: 24 + 4d + 10⌈d/25⌉ + 4e calls, 16 + d + 10⌈d/25⌉ + 4e of them of the sheet,
2 + 2⌈d/25⌉ + ⌈e/25⌉ of these flushes. Events are forms; a form brings its mail, but where somebody posts it once more.

${gridTable(grid)}

Where it is over, one event stands beside a few mails: in a tab so long its headers and its rows are two readings each time, and the
rows of both kinds are two rectangles. Believing either would save a call; both are protections.

## How a batch of 100 mails grows

![Simulated seconds and service calls of a batch of 100 mails over rows](budgets.svg)

${growthTable(growth)}

Queue, Contacts, Events and Sends are all that long; with 100,000 rows Queue and Contacts alone, since a spreadsheet holds ten
million cells and older history is archived. A run ends itself after 270 s; what does not fit goes with the next, and all are
counted here.

## Beside two published designs

100 mails out of 5,000 rows, counted by the same host in the same run. Killed: 50 due of 200, cut before and after each service
call, then run again.

${besideTable(beside)}

## Every method

A service call reaches Google; asking for a sheet, a range or a builder does not. Counted naively, every method of Google's
services, these are:

${methodsTable(beside)}
`;
}

const growthTable = (growth: readonly Growth[]) =>
  markdown(
    ["rows", "simulated s", "calls", "sheet calls", "flushes"],
    growth.map(({ rows, seconds, calls, sheet, flushes }) =>
      [rows, seconds, calls, sheet, flushes].map(count),
    ),
  );

const gridTable = (grid: readonly GridLine[]) =>
  markdown(
    ["mails d", "events e", "calls", "of the sheet", "flushes", "simulated s", ""],
    grid.map(({ mails, events, calls, sheet, flushes, seconds }) => {
      const most = allowed(mails, events);
      const within = calls <= most.calls && sheet <= most.sheet && flushes <= most.flushes;
      const pairs = [
        [calls, most.calls],
        [sheet, most.sheet],
        [flushes, most.flushes],
      ].map(([seen = 0, may = 0]) => `${count(seen)} (${count(may)})`);
      return [count(mails), count(events), ...pairs, count(seconds), within ? "✓" : "over"];
    }),
  );

const besideTable = ({ merges }: Comparison) =>
  markdown(
    [
      "design",
      "calls",
      "flushes",
      "simulated s",
      "kills",
      "mails twice, at the worst kill",
      "over all kills",
      "never mailed",
    ],
    merges.map(({ name, batch, kills }) => [
      name,
      ...[batch.calls, batch.flushes, batch.seconds].map(count),
      ...[kills.points, kills.worst, kills.twice, kills.never].map(count),
    ]),
  );

const methodsTable = ({ merges, methods }: Comparison) =>
  markdown(
    ["run", "service calls", "methods"],
    [
      ...methods.map(({ name, calls, methods: all }) => [name, count(calls), count(all)]),
      ...merges.map(({ name, batch, methods: all }) => [
        `100 mails, ${name}`,
        count(batch.calls),
        count(all),
      ]),
    ],
  );

function markdown(head: Cells, lines: readonly Cells[]): string {
  const all = [head, ...lines];
  const wide = head.map((_, at) => Math.max(3, ...all.map((line) => (line[at] ?? "").length)));
  const row = (line: Cells) =>
    `| ${wide.map((width, at) => (line[at] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `|${wide.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [row(head), rule, ...lines.map(row)].join("\n");
}
