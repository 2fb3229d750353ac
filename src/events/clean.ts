// Text from outside becomes harmless text: one line, no control characters, not longer than allowed.

/** Control, bidirectional-override and private-use characters: they change how text is read, not what it says. */
const UNWANTED =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ue000-\uf8ff\ufeff]+/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|([^\ud800-\udbff]|^)[\udc00-\udfff]/g;

export function cleanLine(raw: string): string {
  return raw.replace(LONE_SURROGATE, "$1").replace(UNWANTED, " ").trim();
}

/** Cuts without splitting a character in two. */
export function cutText(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
