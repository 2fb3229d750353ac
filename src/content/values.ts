// The values a template may use, made harmless before anything else sees them.
import { cleanLine } from "../model/one-line";

export interface Values {
  readonly [key: string]: string | Values;
}

/** Marks around a held value; in the private-use area, so no text means anything by them. */
export const HELD_OPEN = "\uE000";
export const HELD_CLOSE = "\uE001";

const MARKS = /[\uE000\uE001]/g;

export function withoutMarks(text: string): string {
  return text.replace(MARKS, "");
}

/** What is there to say: an empty value is a missing one, so that a template can fall back. */
export function presentValues(values: Values): Values {
  const present: [string, string | Values][] = [];
  for (const [key, value] of Object.entries(values)) {
    const clean = typeof value === "string" ? cleanLine(value) : presentValues(value);
    if (clean !== "") present.push([key, clean]);
  }
  return Object.fromEntries(present);
}
