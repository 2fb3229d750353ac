// The proof of a consent, as the event keeps it: what was shown, in which words and where. The event's own columns say when.
import type { Words } from "../../sheets-schema/index";
import { CONSENT_TEXTS, CONSENT_VERSION } from "../words/consent";
import { ownValue } from "./own-value";

export interface ConsentProof {
  /** Why mails may go: "consent" is a tick of their own, never made for them. */
  readonly basis: "consent";
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

function pageOf(page: string): string {
  return page === "" ? "unknown" : page;
}
