// Why mails may go to somebody on a list: what counts, and how people write it.

/** consent: they said yes themselves. customer: they have bought from you, and you told them that they can say no. */
export const BASES = ["consent", "customer"] as const;
export type Basis = (typeof BASES)[number];

const WRITTEN: readonly (readonly [Basis, RegExp])[] = [
  [
    "consent",
    /^(?:consent(?:ed)?|opt(?:ed)?[- ]?in|agreed|yes|y|true|1|是|同意|已同意|我同意)(?![\p{L}\p{N}])/iu,
  ],
  [
    "customer",
    /^(?:(?:existing )?customer|client|bought|purchased|老?客户|已购买?|买过)(?![\p{L}\p{N}])/iu,
  ],
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
  const basis = WRITTEN.find(([, pattern]) => pattern.test(words))?.[0] ?? "none";
  return { basis, words: words.slice(0, 200) };
}
