// Links of mails that ask: each leads to a page with the one button that says yes.
import { languageOf } from "../../model/locale";
import type { Secrets } from "../../ports";
import { linkToken } from "./link-token";

/** What is asked; the name of its page, of its token and of the reader's wish. */
export const QUESTIONS = ["confirm", "stay"] as const;
export type Question = (typeof QUESTIONS)[number];

/** `base`: where links of ours lead (link-base.ts). */
export function yesUrl(
  base: string,
  question: Question,
  contactId: string,
  locale: string,
  { now, secret, secrets }: { now: number; secret: string; secrets: Secrets },
): string {
  const token = linkToken(question, contactId, now, secret, secrets);
  return `${base}?p=${question}&t=${encodeURIComponent(token)}&l=${languageOf(locale)}`;
}
