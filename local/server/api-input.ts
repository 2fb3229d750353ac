// Reads the JSON body of a call; a wrong field is refused by name, with what was seen and allowed.
import { type Call, HttpError } from "./http.ts";

export type Input = Readonly<Record<string, unknown>>;

export function readInput(call: Call, allowed: readonly string[]): Input {
  const input = parseBody(call);
  for (const name of Object.keys(input)) {
    if (!allowed.includes(name)) throw refuse(name, "a field", allowed.join(", "));
  }
  return input;
}

/** The refusal of one field: where, what was seen, what is allowed. */
export function refuse(field: string, seen: unknown, allowed: string): HttpError {
  const shown = seen === undefined ? "nothing" : JSON.stringify(seen);
  return new HttpError(400, `${field}: saw ${shown}, allowed is ${allowed}.`);
}

export function readText(input: Input, field: string): string | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw refuse(field, value, "a text");
  return value;
}

function parseBody(call: Call): Input {
  const text = call.body.toString("utf8").trim();
  if (text === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(400, `Body: saw something that is not JSON (${reason}), allowed is JSON.`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Input;
  throw refuse("Body", value, "a JSON object");
}
