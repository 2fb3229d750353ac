// What a step of the walk is: words before, one action, and findings that either hold or do not.
import type { Control } from "./control.ts";

export type Language = "en" | "zh";
export type Words = Readonly<Record<Language, string>>;

/** Where a reader can see a finding with their own eyes. */
export type Place =
  | { readonly kind: "row"; readonly sheet: string; readonly row: number }
  | { readonly kind: "mail"; readonly id: string }
  | { readonly kind: "page"; readonly path: string };

export interface Finding {
  readonly held: boolean;
  readonly words: Words;
  /** What was really there, as it stands in the sheet or the mail. */
  readonly seen?: string;
  readonly place?: Place;
}

export interface Walk {
  readonly control: Control;
  readonly language: Language;
  /** Addresses nobody has used in this workbook before. */
  readonly leads: Leads;
}
export interface Leads {
  readonly first: string;
  readonly held: string;
  readonly returner: string;
  readonly payer: string;
  readonly auditor: string;
  readonly asker: string;
  readonly leaver: string;
  readonly known: string;
}

export interface Step {
  readonly id: string;
  readonly title: Words;
  /** What is about to happen, and why it matters. */
  readonly before: Words;
  readonly button: Words;
  readonly act: (walk: Walk) => Promise<readonly Finding[]>;
}

export function finding(
  held: boolean,
  words: Words,
  more: { seen?: string; place?: Place } = {},
): Finding {
  return { held, words, ...more };
}
