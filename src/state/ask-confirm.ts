// Asking to confirm a consent: a mail of its own, beside the cadence, where no mail that was asked for carries the button.
import type { ContactRow } from "../../sheets-schema/index";
import { isConfirmed } from "../model/consent";
import { type Enrollment, isAdopted, isOpen } from "../model/enrollment";
import type { Ground } from "../model/fact";
import { asksByMail, stepAt } from "../model/flow";
import { CONFIRM } from "../model/own-steps";
import { reason } from "../model/reason";
import { openReason } from "./settle";

/** Whoever agreed by the form of such a flow is asked. Whether it must be confirmed at all is looked at when the mail is due. */
export function askedByForm(
  contact: ContactRow,
  enrollment: Enrollment,
  eventId: string,
  ground: Ground,
): Enrollment {
  const flow = ground.rules.get(enrollment.row.flow);
  if (flow === undefined || !asksByMail(flow) || !(flow.confirms || ground.regionAsks)) {
    return enrollment;
  }
  const mayAsk = contact.consent === "YES" && !isConfirmed(contact);
  return mayAsk ? owing(enrollment, eventId, ground) : enrollment;
}

/** Given back, or read at another address, a consent is confirmed anew: one of their rows that go on asks. */
export function askedAnew(
  before: ContactRow,
  enrollments: readonly Enrollment[],
  eventId: string,
  ground: Ground,
): readonly Enrollment[] {
  if (isConfirmed({ ...before, consent_confirmed_at: null })) return enrollments;
  const going = enrollments.flatMap((one) => {
    const flow = ground.rules.get(one.row.flow);
    const sells = flow !== undefined && stepAt(flow, one.row.stage ?? 0)?.class === "marketing";
    return sells && isOpen(one.row.status) ? [{ one, confirms: flow.confirms }] : [];
  });
  const [first] = before.consent_confirmed_at === null ? [] : going;
  const asks = (going.find(({ confirms }) => confirms) ?? first)?.one;
  return enrollments.map((one) => (one === asks ? owing(one, eventId, ground, ground.now) : one));
}

/** `notBefore`: it waits where another has asked within a day; without, it is left out then. */
function owing(
  enrollment: Enrollment,
  event: string,
  { say }: Ground,
  notBefore?: number,
): Enrollment {
  const { row, owed } = enrollment;
  const asked = owed.some(({ step }) => step === CONFIRM);
  if (asked || !isOpen(row.status) || isAdopted(enrollment)) return enrollment;
  const why = say(reason("asksToConfirm"));
  const asks = { step: CONFIRM, event, ...(notBefore === undefined ? {} : { notBefore }) };
  return { ...enrollment, owed: [asks, ...owed], row: { ...row, why } };
}

/** They have confirmed before the mail went. */
export function asksNoMore(enrollment: Enrollment, { say }: Ground): Enrollment {
  const owed = enrollment.owed.filter(({ step }) => step !== CONFIRM);
  if (owed.length === enrollment.owed.length) return enrollment;
  const why = say(openReason(enrollment, enrollment.row.next_step));
  return { ...enrollment, owed, row: { ...enrollment.row, why } };
}
