// What a contact's marks mean for rows still open: paid closes them, suppression stops them. However the mark got there.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { type Reason, reason } from "../model/reason";
import { moved } from "./close";

export function settled(
  contact: ContactRow,
  enrollment: Enrollment,
  now: number,
  say: (given: Reason) => string,
): Enrollment {
  if (contact.paid === "YES") {
    const what = contact.paid_for || "payment";
    const cause = { at: contact.paid_at ?? now, eventId: "", stopReason: what };
    return moved(enrollment, "pay", { ...cause, why: say(reason("paid", { what })) }) ?? enrollment;
  }
  if (contact.suppressed === "") return enrollment;
  const told = reason("suppressedBefore", { what: contact.suppressed });
  const cause = { at: now, eventId: "", stopReason: contact.suppressed };
  return moved(enrollment, "stop", { ...cause, why: say(told) }) ?? enrollment;
}
