// A row that waits for a mail it may not get says so from the start, not only when the mail is due.
import { contactIdOf, type Enrollment, isOpen } from "../../model/enrollment";
import { type Flow, type Step, stepAt } from "../../model/flow";
import { type Reason, reason, say } from "../../model/reason";
import type { Language } from "../../ports";
import { openReason } from "../../state/settle";
import { vetoOf } from "../../stop-loss/may-send";
import type { Book } from "../book";
import type { RuleOffice } from "../rules-mirror";

/** Only what no clock changes: a fault in the flow's rows, missing consent, one that is not confirmed. It is taken back when that is mended. */
export function foreseeBlocks(book: Book, office: RuleOffice, now: number): void {
  const { rules, settings } = office;
  const speak = (told: Reason) => say(told, settings.language);
  const wordsOf = new Map<string, ReturnType<typeof wordsFor>>();
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
    const block = consentBlock(book, office, standing, flow, step, now);
    if (block !== null) tell(standing, known[block]);
    else if (BLOCKS.some((code) => why === known[code])) tell(standing, known.goes);
  }

  function tell(enrollment: Enrollment, why: string): void {
    if (why !== enrollment.row.why) {
      book.putEnrollment({ ...enrollment, row: { ...enrollment.row, why } });
    }
  }
}

const BLOCKS = ["noConsent", "waitsForConfirm"] as const;

function consentBlock(
  book: Book,
  { settings, offers }: RuleOffice,
  enrollment: Enrollment,
  flow: Flow,
  step: Step,
  now: number,
): (typeof BLOCKS)[number] | null {
  const contact = book.contact(contactIdOf(enrollment.row.id));
  const facts = { contact, enrollment, flow, step, settings, offers, historyRead: true, now };
  const code = vetoOf(facts)?.code;
  return BLOCKS.find((one) => one === code) ?? null;
}

function wordsFor(step: string, language: Language) {
  const noConsent = say(reason("noConsent", { step }), language);
  const waitsForConfirm = say(reason("waitsForConfirm", { step }), language);
  return { noConsent, waitsForConfirm, goes: say(reason("nextMail", { step }), language) };
}
