// What may be typed after `npm start --`.
import { parseArgs } from "node:util";

export type Language = "en" | "zh";

export interface Flags {
  readonly port: number;
  readonly dataDir: string | null;
  /** ISO instant at which the clock stands, or null: it follows the wall clock. */
  readonly now: string | null;
  /** A file of measured costs of service calls. */
  readonly costs: string | null;
  readonly fresh: boolean;
  readonly tour: boolean;
  readonly lang: Language;
}

export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `npm start -- [--port N] [--data DIR] [--now ISO] [--costs FILE] [--fresh] [--tour] [--lang zh|en]
  --port N     where to listen on this computer (8787, or the next free port)
  --data DIR   folder that keeps the workbook, the mail and the clock (.local)
  --now ISO    the clock stands still at this moment, e.g. 2026-03-02T09:00:00Z
  --costs FILE what service calls cost by the report of a self-test, instead of assumed figures
  --fresh      empties the data folder first
  --tour       plays one lead's walk in the terminal, explained, and stops
  --lang       language of the tour and of a new workbook (en)`;

const DEFAULT_PORT = 8787;
const LAST_PORT = 65_535;

export function parseFlags(argv: readonly string[]): Flags {
  const values = readArguments(argv);
  return {
    port: parsePort(values.port),
    dataDir: parsePath("--data", "a folder", values.data),
    now: values.now === undefined ? null : parseNow(values.now),
    costs: parsePath("--costs", "a file", values.costs),
    fresh: values.fresh ?? false,
    tour: values.tour ?? false,
    lang: parseLanguage(values.lang),
  };
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        now: { type: "string" },
        costs: { type: "string" },
        fresh: { type: "boolean" },
        tour: { type: "boolean" },
        lang: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > LAST_PORT) {
    throw new UsageError(`--port: saw "${text}", allowed is a number from 1 to ${LAST_PORT}.`);
  }
  return port;
}

function parsePath(flag: string, of: string, text: string | undefined): string | null {
  if (text === "") throw new UsageError(`${flag}: saw "", allowed is the path of ${of}.`);
  return text ?? null;
}

function parseNow(text: string): string {
  // Without a zone the moment is read as UTC, so that it means the same on every computer.
  const zoned = /T[^Z+-]*$/i.test(text) ? `${text}Z` : text;
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new UsageError(`--now: saw "${text}", allowed is a moment such as 2026-03-02T09:00:00Z.`);
  }
  return new Date(ms).toISOString();
}

function parseLanguage(text: string | undefined): Language {
  if (text === undefined || text === "en") return "en";
  if (text === "zh") return "zh";
  throw new UsageError(`--lang: saw "${text}", allowed are en and zh.`);
}
