// docs/newcomer.md: what the two ways in cost somebody who has never seen them.
import type { Stretch } from "./newcomer.js";

/** Pointing and pressing, one key, and one look at what came, as measured for practised hands. */
const CLICK_MS = 1_300;
const KEY_MS = 280;
const LOOK_MS = 1_350;

export interface Way {
  readonly title: string;
  readonly walked: readonly Stretch[];
  /** Minutes that only pass: the platform's own clock, Google's questions, reading. */
  readonly besides: string;
}

const handsMs = ({ clicks, keys }: Stretch) => clicks * CLICK_MS + keys * KEY_MS + LOOK_MS;
const seconds = (ms: number) => (ms / 1_000).toFixed(ms < 9_950 ? 1 : 0);

function line(what: string, stretches: readonly Stretch[]): string {
  const sum = (of: (stretch: Stretch) => number) =>
    stretches.reduce((all, stretch) => all + of(stretch), 0);
  const counts = [sum(({ clicks }) => clicks), sum(({ keys }) => keys)];
  const times = [seconds(sum(handsMs)), seconds(sum(({ machineMs }) => machineMs))];
  return `| ${[what, ...counts, ...times].join(" | ")} |`;
}

export function newcomerPage(ways: readonly Way[]): string {
  const parts = ways.flatMap(({ title, walked, besides }) => [
    `## ${title}`,
    [
      "| step | clicks | keys | hands, s | machine, s |",
      "|---|---|---|---|---|",
      ...walked.map((stretch) => line(stretch.what, [stretch])),
      line("**in all**", walked),
    ].join("\n"),
    besides,
  ]);
  return `${[HEAD, ...parts].join("\n\n")}\n`;
}

const HEAD = `# A newcomer's way, counted

Walked by a script through the Studio in a real browser, over the file that Google would run. *Clicks* and *keys* are what a person
presses. *Hands* is what that takes practised hands (${CLICK_MS / 1_000} s a click, ${KEY_MS / 1_000} s a key, ${LOOK_MS / 1_000} s a look); reading comes on top.
*Machine* is how long the page took on the computer it was measured on. Written by
\`npx vitest run test/newcomer\` with \`NEWCOMER=write\` in the environment.`;
