// Text from outside becomes harmless text: one line, nothing invisible that changes how the rest is read.

const LINE_BREAKS_AND_CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// These turn the reading direction of everything after them, also of our own words.
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g;
// Private-use characters say nothing to a reader; two of them mark held values in a template.
const PRIVATE_USE = /\p{Co}/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

export function cleanLine(text: string): string {
  return text
    .replace(LINE_BREAKS_AND_CONTROLS, " ")
    .replace(DIRECTION_OVERRIDES, "")
    .replace(PRIVATE_USE, "")
    .replace(LONE_SURROGATES, "\uFFFD")
    .trim();
}

/** What a stranger types never begins as a formula does: a cell of ours is text, but not where its file is saved as CSV. */
export function plainLine(text: string): string {
  return cleanLine(text).replace(/^[=+\-@＝＋－＠\s]+/u, "");
}

/** A plus before its digits is how a phone number begins. */
export function phoneLine(text: string): string {
  const line = cleanLine(text);
  return /^\+[\d\s()]/.test(line) ? `+${plainLine(line)}` : plainLine(line);
}

/** Cuts without splitting a character in two. */
export function cutText(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
