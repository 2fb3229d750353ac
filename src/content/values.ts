// The values a template may use, made harmless before anything else sees them.

export interface Values {
  readonly [key: string]: string | Values;
}

/** Marks around a held value; in the private-use area, so no text means anything by them. */
export const HELD_OPEN = "\uE000";
export const HELD_CLOSE = "\uE001";

const MARKS = /[\uE000\uE001]/g;
const LINE_BREAKS_AND_CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
// These turn the reading direction of everything after them, also of our own words.
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

export function withoutMarks(text: string): string {
  return text.replace(MARKS, "");
}

/** One line of readable text. */
export function cleanLine(text: string): string {
  return withoutMarks(text)
    .replace(LINE_BREAKS_AND_CONTROLS, " ")
    .replace(DIRECTION_OVERRIDES, "")
    .replace(LONE_SURROGATES, "\uFFFD")
    .trim();
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
