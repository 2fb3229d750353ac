// A row that waits for a mail it may not get says so from the start, not only when the mail is due.
import { contactIdOf, isOpen } from "../model/enrollment";
import { stepAt } from "../model/flow";
import { reason, say } from "../model/reason";
import type { Language } from "../ports";
import { vetoOf } from "../stop-loss/may-send";
import type { Book } from "./book";
import type { Office } from "./office";

/** Only what no clock changes: missing consent. It is taken back when consent is given. */
export function foreseeBlocks(book: Book, { rules, settings, offers }: Office, now: number): void {
  const wordsOf = new Map<string, { readonly blocks: string; readonly goes: string }>();
  for (const enrollment of book.enrollments()) {
    const { row } = enrollment;
    const flow = rules.get(row.flow);
    const step = flow === undefined ? undefined : stepAt(flow, row.stage ?? 0);
    if (step === undefined || !isOpen(row.status) || (row.next_at ?? 0) <= now) continue;
    const contact = book.contact(contactIdOf(row.id));
    const facts = { contact, enrollment, flow, step, settings, offers, historyRead: true, now };
    const blocked = vetoOf(facts)?.code === "noConsent";
    const known = wordsOf.get(step.step);
    const { blocks, goes } = known ?? wordsFor(step.step, settings.language);
    if (known === undefined) wordsOf.set(step.step, { blocks, goes });
    const why = blocked ? blocks : row.why === blocks ? goes : row.why;
    if (why !== row.why) book.putEnrollment({ ...enrollment, row: { ...row, why } });
  }
}

function wordsFor(step: string, language: Language) {
  const blocks = say(reason("noConsent", { step }), language);
  return { blocks, goes: say(reason("nextMail", { step }), language) };
}
