// The proof of a consent, as the event keeps it: what was shown, in which words and where. The event's own columns say when.
import type { ContactRow, Words } from "../../sheets-schema/index";
import { CONFIRM_TEXTS, CONFIRM_VERSION, CONSENT_TEXTS, CONSENT_VERSION } from "../words/consent";
import type { Basis } from "./basis";
import { listOf } from "./list-cell";
import { ownValue } from "./own-value";

export interface ConsentProof {
  /**
   * Why mails may go: "consent" is a tick or a word of their own, never made for them; "confirmation" their press in answer to a
   * mail; the others the owner has stated of a list.
   */
  readonly basis: Basis | "confirmation";
  /** Of the words; "" where they are the owner's own. */
  readonly version: string;
  readonly text: string;
  readonly language: keyof Words;
  /** Where it was given. */
  readonly page: string;
}

/** A post that says no more than "yes" came from a form that showed what is registered now. */
export function consentFrom(
  said: { readonly version: string; readonly page: string },
  language: keyof Words,
): ConsentProof {
  const known = ownValue<Words>(CONSENT_TEXTS, said.version);
  const version = known === undefined ? CONSENT_VERSION : said.version;
  const words = known ?? CONSENT_TEXTS[CONSENT_VERSION];
  return { basis: "consent", version, text: words[language], language, page: pageOf(said.page) };
}

/** The question as the owner's own form asks it. */
export function consentAsked(text: string, page: string, language: keyof Words): ConsentProof {
  return { basis: "consent", version: "", text, language, page: pageOf(page) };
}

/** What the reader has pressed on the page a mail of ours leads to. */
export function consentConfirmed(page: string, language: keyof Words): ConsentProof {
  const text = CONFIRM_TEXTS[CONFIRM_VERSION][language];
  return { basis: "confirmation", version: CONFIRM_VERSION, text, language, page: pageOf(page) };
}

/** By the reader's own press; or the owner notes it as a tag. */
export function isConfirmed({
  consent_confirmed_at,
  tags,
}: Pick<ContactRow, "consent_confirmed_at" | "tags">): boolean {
  return consent_confirmed_at !== null || listOf(tags.toLowerCase()).includes("confirmed");
}

/** In the words of the owner, who has seen it given; `page`: their list. */
export function consentStated(
  basis: Basis,
  text: string,
  page: string,
  language: keyof Words,
): ConsentProof {
  return { basis, version: "", text, language, page: pageOf(page) };
}

function pageOf(page: string): string {
  return page === "" ? "unknown" : page;
}
