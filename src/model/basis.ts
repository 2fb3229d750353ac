// Why mails may go to somebody on a list: what counts, and how people write it.

/** consent: they said yes themselves. customer: they have bought from you, and you told them that they can say no. */
export const BASES = ["consent", "customer"] as const;
export type Basis = (typeof BASES)[number];

/** A word that counts, alone or with more behind a mark: of "bought list" or "no consent" neither does. */
const WRITTEN: readonly (readonly [Basis, RegExp])[] = [
  ["consent", /^(?:consent(?:ed)?|opt(?:ed)?[- ]?in|agreed|yes|y|true|1|是|我?同意|已同意)$/i],
  ["customer", /^(?:(?:existing )?(?:customer|client)|老?客户)$/i],
];

export interface ToldBasis {
  /** "none": something else stands there, so nothing goes. */
  readonly basis: Basis | "none";
  /** As written. */
  readonly words: string;
}

/** "consent: ticked at the fair". Null: nothing is said. */
export function readBasis(cell: string): ToldBasis | null {
  const words = cell.trim();
  if (words === "") return null;
  const [word = ""] = words.split(/\s*[:：,，;；.。(（–—]/);
  const basis = WRITTEN.find(([, pattern]) => pattern.test(word))?.[0] ?? "none";
  return { basis, words: words.slice(0, 200) };
}
