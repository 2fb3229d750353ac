// May this mail go? Ordered guards; the first that fails names the reason. Payment comes first.
import type { ContactRow } from "../../sheets-schema/index";
import { isConfirmed } from "../model/consent";
import { type Enrollment, isAdopted, isOpen } from "../model/enrollment";
import type { Flow, Step } from "../model/flow";
import type { Offers } from "../model/offer";
import { restUntil, stoppingPayment } from "../model/paid";
import { type Reason, reason } from "../model/reason";
import type { Settings } from "../model/settings";
import { suppressedReason } from "../model/suppression";
import { utcDay } from "../model/time";

export interface SendFacts {
  /** Null when the contact's row is gone. */
  readonly contact: ContactRow | null;
  readonly enrollment: Enrollment;
  readonly flow: Flow | undefined;
  readonly step: Step;
  readonly settings: Settings;
  readonly offers: Offers;
  /** It is known who has paid before (design 4.3). */
  readonly historyRead: boolean;
  readonly now: number;
}

/** Null: it may go. */
export function vetoOf(facts: SendFacts): Reason | null {
  const { contact, enrollment, flow, step } = facts;
  const { row } = enrollment;
  // Whoever was joined is met as another; where that row is gone, nobody is.
  if (contact === null || contact.merged_into !== "") return reason("rowGone");
  const paid = paidVeto(contact, facts);
  if (paid !== null) return paid;
  if (contact.suppressed !== "") return leftVeto(contact, step);
  if (!isOpen(row.status) && enrollment.owed.length === 0) return reason("handHeld");
  const veto = flowVeto(flow, row.flow) ?? rehearsalVeto(facts);
  if (veto !== null) return veto;
  return step.class === "marketing" ? marketingVeto(contact, facts) : null;
}

/** What somebody has bought is still theirs: a person hands it over. */
function leftVeto({ suppressed }: ContactRow, { step, sentOn }: Step): Reason {
  const bought = sentOn === "paid" || sentOn === "conclusion";
  return bought ? reason("handOver", { step }) : suppressedReason(suppressed);
}

/** After a payment only what it brings: the delivery and the conclusion (design 4.2). */
function paidVeto(contact: ContactRow, { enrollment, flow, step, offers }: SendFacts) {
  const { row } = enrollment;
  if (step.sentOn === "paid" || step.sentOn === "conclusion") {
    return row.status === "PAID" ? null : reason("rowIs", { status: row.status });
  }
  const stopped = row.paid === "YES" || stoppingPayment(contact, row, flow, offers) !== null;
  return stopped ? reason("paidBefore") : null;
}

/** May this flow send at all? */
export function flowVeto(flow: Flow | undefined, name: string): Reason | null {
  if (flow === undefined) return reason("flowUnknown", { flow: name });
  if (flow.fault !== null) return reason("flowFault", { what: flow.fault });
  return flow.on ? null : reason("flowOff", { flow: name });
}

/** A rehearsal is for rows that began in it; readers meet only what did not (design 4.10). */
function rehearsalVeto({ enrollment, settings }: SendFacts): Reason | null {
  if (enrollment.test === (settings.mode === "REHEARSAL")) return null;
  return reason(enrollment.test ? "testRow" : "waitsForLive");
}

/** Marketing needs consent, a sender, a postal address and a working way out, and knows who has paid. */
function marketingVeto(contact: ContactRow, facts: SendFacts): Reason | null {
  const { step, flow, settings, enrollment, offers, historyRead, now } = facts;
  if (contact.consent !== "YES") return reason("noConsent", { step: step.step });
  // Whose basis stands in their own row of a list has filled in no form.
  const confirms = flow?.confirms === true && !isAdopted(enrollment);
  if (confirms && !isConfirmed(contact)) return reason("waitsForConfirm", { step: step.step });
  if ((contact.paused_until ?? 0) > now) {
    const until = utcDay(contact.paused_until ?? 0);
    return reason("readerPaused", { step: step.step, until });
  }
  const needed: readonly (readonly [string, string])[] = [
    ["web_app_url", settings.webAppUrl],
    ["sender_name", settings.senderName],
    ["postal_address", settings.postalAddress],
  ];
  const missing = needed.find(([, value]) => value === "");
  if (missing !== undefined) {
    return reason("settingMissing", { step: step.step, what: missing[0] });
  }
  if (!historyRead) return reason("historyUnread", { step: step.step });
  const until = restUntil(contact, enrollment.row.flow, offers);
  if (now >= until) return null;
  return reason("restsAfterPurchase", { step: step.step, until: utcDay(until) });
}
