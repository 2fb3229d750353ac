// What somebody meant to fill in and did not: a sample domain, dots for the rest, "your …" in an address.

/**
 * Domains that belong to nobody (RFC 2606), and gaps as templates and manuals write them. Where the whole begins with any
 * word, its fixed end is looked for first: every run looks through all words of all mails.
 */
const PLACEHOLDERS: readonly { readonly end?: RegExp; readonly whole: RegExp }[] = [
  {
    end: /example\.(?:com|org|net)\b/i,
    whole: /\b(?:[a-z0-9-]+\.)*example\.(?:com|org|net)\b/i,
  },
  { end: /\.(?:example|invalid)\b/i, whole: /\b[a-z0-9-]+\.(?:example|invalid)\b/i },
  { whole: /\b(?:YOUR|TO[D]O|TBD|XXXX*)(?![a-z])[A-Z_-]*/ },
  { whole: /\bhttps?:\/\/\S*(?:…|\.\.\.)/ },
  { whole: /\blorem ipsum\b/i },
];

/** The placeholder as it stands there; null when there is none. */
export function placeholderIn(text: string): string | null {
  for (const { end, whole } of PLACEHOLDERS) {
    const found = end?.test(text) === false ? null : whole.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
