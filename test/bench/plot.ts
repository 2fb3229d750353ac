// How a batch of a hundred mails grows with the sheet, drawn: simulated seconds and service calls over rows.
import type { BatchCalls } from "./batches.ts";

export type Growth = BatchCalls & { readonly rows: number };

const [WIDTH, HEIGHT, MARGIN, GAP] = [760, 300, 48, 40];
const PANEL = (WIDTH - 2 * MARGIN - GAP) / 2;
const DEEP = HEIGHT - 2 * MARGIN;
const TICKS = 4;

interface Panel {
  readonly left: number;
  readonly title: string;
  readonly of: (one: Growth) => number;
  /** A budget, and the rows it is stated for. */
  readonly line: { readonly value: number; readonly text: string };
}

export function plot(growth: readonly Growth[]): string {
  const panels: readonly Panel[] = [
    {
      left: MARGIN,
      title: "simulated seconds",
      of: ({ seconds }) => seconds,
      line: { value: 200, text: "200 s, the budget at 5,000 rows" },
    },
    {
      left: MARGIN + PANEL + GAP,
      title: "service calls",
      of: ({ calls }) => calls,
      line: { value: 464, text: "464, the budget" },
    },
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
    "<title>A batch of 100 mails over sheets of 100 to 100,000 rows</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...panels.flatMap((panel) => drawn(panel, growth)),
    "</svg>\n",
  ].join("\n");
}

function drawn({ left, title, of, line }: Panel, growth: readonly Growth[]): readonly string[] {
  const top = ceiling(Math.max(line.value, ...growth.map(of)));
  const [first, last] = [growth[0]?.rows ?? 1, growth.at(-1)?.rows ?? 10];
  const x = (rows: number) =>
    left + (PANEL * Math.log(rows / first)) / Math.log(Math.max(2, last / first));
  const y = (value: number) => HEIGHT - MARGIN - (DEEP * value) / top;
  const points = growth.map((one) => `${x(one.rows).toFixed(1)},${y(of(one)).toFixed(1)}`);
  const budget = y(line.value).toFixed(1);
  return [
    `<text x="${left}" y="${MARGIN - 20}" font-size="13" font-weight="bold">${title}</text>`,
    ...Array.from({ length: TICKS + 1 }, (_, at) => (top * at) / TICKS).map(
      (value) =>
        `<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end" fill="#555">${value}</text>` +
        `<path d="M${left} ${y(value)}h${PANEL}" stroke="#ddd"/>`,
    ),
    ...growth.map(
      ({ rows }) =>
        `<text x="${x(rows).toFixed(1)}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle" fill="#555">${short(rows)}</text>`,
    ),
    `<text x="${left + PANEL / 2}" y="${HEIGHT - 12}" text-anchor="middle" fill="#555">rows</text>`,
    `<path d="M${left} ${budget}h${PANEL}" stroke="#c60" stroke-dasharray="4 3"/>`,
    `<text x="${left + PANEL}" y="${Number(budget) - 5}" text-anchor="end" fill="#a40">${line.text}</text>`,
    `<polyline points="${points.join(" ")}" fill="none" stroke="#1a66c4" stroke-width="2"/>`,
    ...points.map((point) => {
      const [cx, cy] = point.split(",");
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="#1a66c4"/>`;
    }),
  ];
}

const short = (rows: number) => (rows >= 1_000 ? `${rows / 1_000}k` : String(rows));

/** The next round number, so that the axis reads well. */
function ceiling(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 6, 8, 10].map((times) => times * unit).find((one) => one >= value) ?? value;
}
