// What somebody meant to fill in and did not: a sample domain, dots for the rest, "your …" in an address.

/** Domains that belong to nobody (RFC 2606), and gaps as templates and manuals write them. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\b(?:[a-z0-9-]+\.)*example\.(?:com|org|net)\b/i,
  /\b[a-z0-9-]+\.(?:example|invalid)\b/i,
  /\b(?:YOUR|TO[D]O|TBD|XXXX*)(?![a-z])[A-Z_-]*/,
  /\bhttps?:\/\/\S*(?:…|\.\.\.)/,
  /\blorem ipsum\b/i,
];

/** The placeholder as it stands there; null when there is none. */
export function placeholderIn(text: string): string | null {
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
