// Liquid, cut down to what a mail needs: values, a fallback, a condition.
import { Liquid, LiquidError } from "liquidjs";
import { TEMPLATE_FAULTS } from "../words/template-faults";
import type { HeldValues } from "./held-values";
import { broken, missing, type Problem, TemplateError } from "./problem";
import { presentValues, type Values, withoutMarks } from "./values";

/** No tag or filter that prints a value past the escape, reads the clock or includes a file. */
const TAGS = ["if", "unless", "case", "assign", "comment"];
const FILTERS = [
  "default",
  "upcase",
  "downcase",
  "capitalize",
  "strip",
  "truncate",
  "append",
  "prepend",
  "replace",
  "remove",
];

/** Far above any mail; a runaway template stops here instead of at the platform's six minutes. */
const CHARACTERS_MAX = 100_000;
const MEMORY_MAX = 1_000_000;

let engine: Liquid | undefined;
let holdOutput: (value: unknown) => string = String;

export function fillValues(source: string, values: Values, held: HeldValues): string {
  holdOutput = (value) => held.hold(printable(value));
  try {
    return liquid().parseAndRenderSync(withoutMarks(source), presentValues(values));
  } catch (error) {
    throw new TemplateError(problemOf(error));
  }
}

/** Full names of the values a source asks for, such as "links.download". */
export function valuesUsed(source: string): readonly string[] {
  try {
    return liquid().globalFullVariablesSync(source);
  } catch (error) {
    throw new TemplateError(problemOf(error));
  }
}

function liquid(): Liquid {
  engine ??= cutDown(
    new Liquid({
      strictVariables: true,
      strictFilters: true,
      lenientIf: true,
      ownPropertyOnly: true,
      parseLimit: CHARACTERS_MAX,
      memoryLimit: MEMORY_MAX,
      outputEscape: (value) => holdOutput(value),
    }),
  );
  return engine;
}

function cutDown(full: Liquid): Liquid {
  keepOnly(full.tags, TAGS);
  keepOnly(full.filters, FILTERS);
  return full;
}

function keepOnly(record: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(record)) if (!names.includes(name)) delete record[name];
}

function printable(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TemplateError(broken(TEMPLATE_FAULTS.group));
}

function problemOf(error: unknown): Problem {
  if (error instanceof TemplateError) return error.problem;
  if (!(error instanceof Error)) return faulty(String(error), "");
  const cause = error instanceof LiquidError ? error.originalError : undefined;
  if (cause instanceof TemplateError) return cause.problem;
  const name = /^undefined variable: (\S+?)(?:,|$)/.exec(error.message)?.[1];
  if (name !== undefined) return missing(name);
  return faulty(firstLine(error.message), error instanceof LiquidError ? place(error) : "");
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/, line:\d+, col:\d+$/, "");
}

function place(error: LiquidError): string {
  const [line] = error.token.getPosition();
  return line === undefined ? "" : String(line);
}

function faulty(seen: string, line: string): Problem {
  const at = line === "" ? NOWHERE : TEMPLATE_FAULTS.inLine(line);
  return broken(TEMPLATE_FAULTS.unreadable(seen, at, FILTERS));
}

const NOWHERE = { en: "", zh: "" };
