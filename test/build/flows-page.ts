// docs/flows.md out of the rules a new sheet starts with: what lets people in, which mail goes when,
// what ends it (R262).
import type { CadenceRow, FlowRow, StepRow, Words } from "../../sheets-schema/index.js";
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

export function flowsPage(language: Language): string {
  const say = (saying: keyof typeof SAID) => SAID[saying][language];
  const { Flows, Steps, Cadence, Templates } = shippedRows(language);
  const subjects = new Map(
    Templates.filter((row) => row.locale === language).map((row) => [row.template, row.subject]),
  );
  const parts = Flows.flatMap((flow) => [
    `## ${flow.flow}${flow.on === "YES" ? "" : ` (${say("off")})`}`,
    flow.about,
    mermaid(oneFlow(flow, Steps, Cadence)),
  ]);
  const whole = mermaid(allFlows(Flows));
  const states = mermaid(statuses());
  const head = [`# ${say("title")}`, say("lead"), `## ${say("whole")}`, whole];
  return `${[...head, ...parts, `## ${say("statuses")}`, states].join("\n\n")}\n`;

  function oneFlow(flow: FlowRow, steps: readonly StepRow[], cadence: readonly CadenceRow[]) {
    const own = steps.filter((row) => row.flow === flow.flow);
    const chain = own.filter((row) => row.sent_on === "stage" || row.sent_on === "entry");
    const lines = [
      `flowchart ${chain.length > 4 ? "TB" : "LR"}`,
      `  start([${quoted(flow.entry)}])`,
    ];
    let last = "start";
    for (const row of chain) {
      lines.push(`  ${last} -- ${quoted(waitOf(row, cadence))} --> ${row.step}[${mail(row)}]`);
      if (row.repeats === "YES")
        lines.push(`  ${row.step} -- ${quoted(say("repeats"))} --> ${row.step}`);
      last = row.step;
    }
    if (flow.opens_as === "ACTIVE") lines.push(`  ${last} --> finished([DONE])`);
    lines.push(`  ${last} -. ${quoted(say("payment"))} .-> paid([PAID])`);
    const delivery = own.find((row) => row.sent_on === "paid");
    if (delivery !== undefined) lines.push(`  paid --> ${delivery.step}[${mail(delivery)}]`);
    const concluding = own.find((row) => row.sent_on === "conclusion");
    if (delivery !== undefined && concluding !== undefined) {
      const edge = `${delivery.step} -- ${quoted(say("conclusion"))} --> `;
      lines.push(`  ${edge}${concluding.step}[${quoted(concluding.step)}]`);
    }
    return lines;
  }

  function mail(row: StepRow): string {
    const subject = subjects.get(row.template) ?? "";
    const plain = subject.replace(/\{\{\s*(\w+).*?\}\}/g, "‹$1›").replace(/\{%.*?%\}/g, "");
    return quoted(plain === "" ? row.step : `${row.step}<br>${plain}`);
  }

  function waitOf(row: StepRow, cadence: readonly CadenceRow[]): string {
    const stage = row.stage;
    if (row.sent_on === "entry" || stage === null) return say("atOnce");
    const line = cadence.find(
      (one) =>
        one.flow === row.flow &&
        (one.stage_from ?? 0) <= stage &&
        stage <= (one.stage_to ?? Number.POSITIVE_INFINITY),
    );
    if (line === undefined || line.wait === "0") return say("atOnce");
    if (!/^\d/.test(line.wait)) return line.wait;
    return `${line.wait}, ${say(line.counts_from === "entry" ? "afterEntry" : "afterLast")}`;
  }

  function allFlows(flows: readonly FlowRow[]): readonly string[] {
    const lines = ["flowchart LR"];
    for (const { flow, entry } of flows) {
      for (const way of entry.split(/,\s*/)) {
        if (isDoor(way))
          lines.push(`  ${idOf(way)}([${quoted(way)}]) --> ${flow}[${quoted(flow)}]`);
        else
          lines.push(
            `  ${way.slice("done:".length)} -- ${quoted("DONE")} --> ${flow}[${quoted(flow)}]`,
          );
      }
    }
    lines.push(`  pay([${quoted(say("payment"))}]) --> closed[${quoted(`PAID: ${say("every")}`)}]`);
    return lines;
  }
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
