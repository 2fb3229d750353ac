// Which flow a line of somebody's own sheet belongs to: the one chosen, or what its own column names.
import type { AdoptLine } from "../../events/adopt-line";
import type { Rules } from "../../model/flow";

/** In place of a flow: the line's own column says it; or people only, no mails. */
export const BY_COLUMN = "by column";
export const PEOPLE_ONLY = "people only";

export type FlowOfLine =
  | { readonly kind: "flow"; readonly flow: string }
  /** Kept as a person: nothing is mailed. `elsewhere`: its source names another flow's form. */
  | { readonly kind: "person"; readonly elsewhere: boolean }
  | { readonly kind: "unknown" };

/** What people call the shipped flows. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/free|check|audit|检测|诊断/, "free_check"],
  [/stripe|fail|recover|失败|挽回/, "stripe_failed"],
  [/lite|验证版/, "lite"],
  [/geo|资料/, "geo"],
  [/course|课/, "course"],
];

export function flowOfLine(line: AdoptLine, chosen: string, rules: Rules): FlowOfLine {
  if (chosen === PEOPLE_ONLY) return { kind: "person", elsewhere: false };
  if (chosen !== BY_COLUMN) {
    const elsewhere = !takesSource(line.source, chosen, rules);
    return elsewhere ? { kind: "person", elsewhere } : { kind: "flow", flow: chosen };
  }
  if (line.flow === "") return { kind: "person", elsewhere: false };
  const flow = named(line.flow, rules);
  return flow === "" ? { kind: "unknown" } : { kind: "flow", flow };
}

function named(seen: string, rules: Rules): string {
  const wanted = plain(seen);
  const flows = [...rules.values()];
  const exact = flows.find(({ flow }) => plain(flow) === wanted);
  const byForm = flows.find(({ entries }) => formsOf(entries).includes(wanted));
  const byWord = NAMES.find(([pattern, flow]) => pattern.test(wanted) && rules.has(flow))?.[1];
  return exact?.flow ?? byForm?.flow ?? byWord ?? "";
}

/** A source that is another flow's form never makes a row here (design 4.5). */
function takesSource(source: string, chosen: string, rules: Rules): boolean {
  const wanted = plain(source);
  const flows = [...rules.values()].filter(({ entries }) => formsOf(entries).includes(wanted));
  return flows.length === 0 || flows.some(({ flow }) => flow === chosen);
}

function formsOf(entries: readonly string[]): readonly string[] {
  const forms = entries.filter((entry) => entry.startsWith("form:"));
  return forms.map((entry) => plain(entry.slice("form:".length)));
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s\-_]+/g, "_");
}

/** The flow of failed payments, "" when no flow takes them. */
export function failedFlow(rules: Rules): string {
  return [...rules.values()].find(({ entries }) => entries.includes("payment.failed"))?.flow ?? "";
}
