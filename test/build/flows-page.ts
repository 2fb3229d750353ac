// docs/flows.md out of the rules a new sheet starts with: what lets people in, which mail goes when,
// what ends it (R262).
import type { FlowRow, StepRow, Words } from "../../sheets-schema/index.js";
import { shippedRows } from "../../src/flows/index.js";
import { STATUS_AFTER } from "../../src/state/transitions.js";

type Language = keyof Words;

const SAID = {
  title: { en: "The flows, drawn from the rules", zh: "流程图（由规则生成）" },
  lead: {
    en: "Made from the rows a new sheet starts with, by `npx vitest run test/build/flows-page.test.ts -u`; a test keeps it fresh. What your own sheet does stands in its tabs Flows, Steps and Cadence.",
    zh: "由新表格的初始规则生成：`npx vitest run test/build/flows-page.test.ts -u`，有测试保证与规则一致。你自己的表格以 Flows、Steps、Cadence 三个工作表为准。",
  },
  whole: { en: "How the flows hang together", zh: "流程之间的关系" },
  statuses: { en: "What a row can be, and what moves it", zh: "一行的状态，以及什么会改变它" },
  payment: { en: "payment, whenever it comes", zh: "任何时候付款" },
  atOnce: { en: "at once", zh: "立即" },
  afterLast: { en: "after the last mail", zh: "距上一封" },
  afterEntry: { en: "after entry", zh: "距进入" },
  repeats: { en: "again and again", zh: "循环" },
  conclusion: { en: "conclusion chosen", zh: "选定结论" },
  off: { en: "off in a new sheet", zh: "新表格中默认关闭" },
  every: { en: "every open row of that person", zh: "此人所有进行中的行" },
} as const satisfies Readonly<Record<string, Words>>;

/** Every way a person comes in from outside. */
const isDoor = (entry: string) => !entry.startsWith("done:");

type Rows = ReturnType<typeof shippedRows>;

/** One language's drawing. */
interface Drawing {
  readonly rows: Rows;
  readonly say: (saying: keyof typeof SAID) => string;
  readonly mail: (row: StepRow) => string;
}

export function flowsPage(language: Language): string {
  const drawing = drawingIn(language);
  const { rows, say } = drawing;
  const parts = rows.Flows.flatMap((flow) => [
    `## ${flow.flow}${flow.on === "YES" ? "" : ` (${say("off")})`}`,
    flow.about,
    mermaid(oneFlow(drawing, flow)),
  ]);
  const head = [`# ${say("title")}`, say("lead"), `## ${say("whole")}`, mermaid(allFlows(drawing))];
  return `${[...head, ...parts, `## ${say("statuses")}`, mermaid(statuses())].join("\n\n")}\n`;
}

function drawingIn(language: Language): Drawing {
  const rows = shippedRows(language);
  const subjects = new Map(
    rows.Templates.filter((row) => row.locale === language).map((row) => [
      row.template,
      row.subject,
    ]),
  );
  const mail = (row: StepRow) => {
    const subject = subjects.get(row.template) ?? "";
    const plain = subject.replace(/\{\{\s*(\w+).*?\}\}/g, "‹$1›").replace(/\{%.*?%\}/g, "");
    return quoted(plain === "" ? row.step : `${row.step}<br>${plain}`);
  };
  return { rows, say: (saying) => SAID[saying][language], mail };
}

function oneFlow(drawing: Drawing, flow: FlowRow): readonly string[] {
  const { rows, say, mail } = drawing;
  const own = rows.Steps.filter((row) => row.flow === flow.flow);
  const chain = own.filter((row) => row.sent_on === "stage" || row.sent_on === "entry");
  const lines = [`flowchart ${chain.length > 4 ? "TB" : "LR"}`, `  start([${quoted(flow.entry)}])`];
  let last = "start";
  for (const row of chain) {
    lines.push(`  ${last} -- ${quoted(waitOf(drawing, row))} --> ${row.step}[${mail(row)}]`);
    const again = `  ${row.step} -- ${quoted(say("repeats"))} --> ${row.step}`;
    if (row.repeats === "YES") lines.push(again);
    last = row.step;
  }
  if (flow.opens_as === "ACTIVE") lines.push(`  ${last} --> finished([DONE])`);
  lines.push(`  ${last} -. ${quoted(say("payment"))} .-> paid([PAID])`);
  return [...lines, ...afterPayment(drawing, own)];
}

function afterPayment({ say, mail }: Drawing, own: readonly StepRow[]): readonly string[] {
  const delivery = own.find((row) => row.sent_on === "paid");
  if (delivery === undefined) return [];
  const concluding = own.find((row) => row.sent_on === "conclusion");
  const edge = `  ${delivery.step} -- ${quoted(say("conclusion"))} --> `;
  return [
    `  paid --> ${delivery.step}[${mail(delivery)}]`,
    ...(concluding === undefined ? [] : [`${edge}${concluding.step}[${quoted(concluding.step)}]`]),
  ];
}

function waitOf({ rows, say }: Drawing, { flow, stage, sent_on }: StepRow): string {
  if (sent_on === "entry" || stage === null) return say("atOnce");
  const line = rows.Cadence.find(
    (one) =>
      one.flow === flow &&
      (one.stage_from ?? 0) <= stage &&
      stage <= (one.stage_to ?? Number.POSITIVE_INFINITY),
  );
  if (line === undefined || line.wait === "0") return say("atOnce");
  if (!/^\d/.test(line.wait)) return line.wait;
  return `${line.wait}, ${say(line.counts_from === "entry" ? "afterEntry" : "afterLast")}`;
}

function allFlows({ rows, say }: Drawing): readonly string[] {
  const ways = rows.Flows.flatMap(({ flow, entry }) =>
    entry.split(/,\s*/).map((way) => {
      const box = `${flow}[${quoted(flow)}]`;
      if (isDoor(way)) return `  ${idOf(way)}([${quoted(way)}]) --> ${box}`;
      return `  ${way.slice("done:".length)} -- ${quoted("DONE")} --> ${box}`;
    }),
  );
  const closed = quoted(`PAID: ${say("every")}`);
  return ["flowchart LR", ...ways, `  pay([${quoted(say("payment"))}]) --> closed[${closed}]`];
}

function statuses(): readonly string[] {
  const moves = new Map<string, string[]>();
  for (const [move, table] of Object.entries(STATUS_AFTER)) {
    for (const [from, to] of Object.entries(table)) {
      const arrow = `${from} --> ${to}`;
      moves.set(arrow, [...(moves.get(arrow) ?? []), move]);
    }
  }
  return [
    "stateDiagram-v2",
    ...[...moves].map(([arrow, names]) => `  ${arrow}: ${names.join(", ")}`),
  ];
}

const idOf = (text: string) => text.replace(/\W/g, "_");
const quoted = (text: string) => `"${text.replaceAll('"', "'")}"`;
const mermaid = (lines: readonly string[]) => `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\``;
