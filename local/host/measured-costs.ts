// Reads measured costs: a file shaped like costs.json, or a text that has them between two marker lines.

export interface Cost {
  readonly callMs: number;
  readonly cellMs: number;
}
export interface Measured {
  readonly start?: Cost;
  readonly calls?: Readonly<Record<string, Cost>>;
}

const FIRST = "--- costs ---";
const LAST = "--- end of costs ---";
/** The name under which a report tells how long an empty run takes. */
const START = "start";

/** `file` is for whoever has to mend it. */
export function readMeasured(text: string, file: string): Measured {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const from = lines.indexOf(FIRST);
  if (from < 0) return readWhole(text, file);
  const to = lines.indexOf(LAST, from);
  if (to < 0)
    throw new Error(`${file}: there is a line "${FIRST}" and no line "${LAST}" after it.`);
  const entries = lines
    .slice(from + 1, to)
    .filter((line) => line !== "")
    .map((line) => readLine(line, file));
  const { [START]: start, ...calls } = Object.fromEntries(entries);
  return { calls, ...(start === undefined ? {} : { start }) };
}

function readLine(line: string, file: string): readonly [string, Cost] {
  const { call, ms, cellMs } = parse(line, file) as Record<string, unknown>;
  if (typeof call !== "string") throw wrong(file, line, `"call": "Service.method"`);
  return [call, costOf({ callMs: ms, cellMs }, `${file}, ${call}`)];
}

function readWhole(text: string, file: string): Measured {
  const { start, calls } = parse(text, file) as Record<string, Record<string, unknown> | undefined>;
  if (calls === undefined)
    throw wrong(file, "no calls", `{"calls": {"Lock.tryLock": {"callMs": 93}}}`);
  const costs = Object.entries(calls).map(
    ([call, cost]) => [call, costOf(cost as object, `${file}, ${call}`)] as const,
  );
  return {
    calls: Object.fromEntries(costs),
    ...(start === undefined ? {} : { start: costOf(start, `${file}, start`) }),
  };
}

function costOf(value: { callMs?: unknown; cellMs?: unknown }, where: string): Cost {
  const { callMs, cellMs = 0 } = value;
  if (!isMs(callMs)) throw wrong(where, String(callMs), "milliseconds, 0 or more");
  if (!isMs(cellMs)) throw wrong(where, String(cellMs), "milliseconds per cell, 0 or more");
  return { callMs, cellMs };
}

function isMs(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function parse(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below, with the text.
  }
  throw wrong(file, text.slice(0, 80), "JSON");
}

function wrong(where: string, seen: string, wanted: string): Error {
  return new Error(`${where}: saw ${seen}; needed ${wanted}.`);
}
