// A row that waits for a mail it may not get says so from the start, not only when the mail is due.
import { contactIdOf, type Enrollment, isOpen } from "../model/enrollment";
import { type Flow, type Step, stepAt } from "../model/flow";
import { type Reason, reason, say } from "../model/reason";
import type { Language } from "../ports";
import { openReason } from "../state/settle";
import { vetoOf } from "../stop-loss/may-send";
import type { Book } from "./book";
import type { RuleOffice } from "./rules-mirror";

/** Only what no clock changes: a fault in the flow's rows, missing consent. It is taken back when that is mended. */
export function foreseeBlocks(book: Book, office: RuleOffice, now: number): void {
  const { rules, settings } = office;
  const speak = (told: Reason) => say(told, settings.language);
  const wordsOf = new Map<string, { readonly blocks: string; readonly goes: string }>();
  const faulty = speak(reason("flowFault", { what: "" }));
  for (const enrollment of book.enrollments()) {
    const { row } = enrollment;
    const flow = rules.get(row.flow);
    if (flow === undefined || !isOpen(row.status) || (row.next_at ?? now + 1) <= now) continue;
    if (flow.fault !== null) {
      tell(enrollment, speak(reason("flowFault", { what: flow.fault })));
      continue;
    }
    if (row.why.startsWith(faulty)) {
      tell(enrollment, speak(openReason(enrollment, row.next_step)));
    }
    const step = stepAt(flow, row.stage ?? 0);
    // Only marketing asks for consent.
    if (step?.class !== "marketing") continue;
    const known = wordsOf.get(step.step) ?? wordsFor(step.step, settings.language);
    wordsOf.set(step.step, known);
    const standing = book.enrollment(row.id) ?? enrollment;
    const { why } = standing.row;
    if (lacksConsent(book, office, standing, flow, step, now)) tell(standing, known.blocks);
    else if (why === known.blocks) tell(standing, known.goes);
  }

  function tell(enrollment: Enrollment, why: string): void {
    if (why !== enrollment.row.why) {
      book.putEnrollment({ ...enrollment, row: { ...enrollment.row, why } });
    }
  }
}

function lacksConsent(
  book: Book,
  { settings, offers }: RuleOffice,
  enrollment: Enrollment,
  flow: Flow,
  step: Step,
  now: number,
): boolean {
  const contact = book.contact(contactIdOf(enrollment.row.id));
  const facts = { contact, enrollment, flow, step, settings, offers, historyRead: true, now };
  return vetoOf(facts)?.code === "noConsent";
}

function wordsFor(step: string, language: Language) {
  const blocks = say(reason("noConsent", { step }), language);
  return { blocks, goes: say(reason("nextMail", { step }), language) };
}
