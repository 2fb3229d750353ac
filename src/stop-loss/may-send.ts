// May this mail go? Ordered guards; the first that fails names the reason. Payment comes first.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isOpen } from "../model/enrollment";
import type { Flow, Step } from "../model/flow";
import { type Reason, reason } from "../model/reason";
import type { Settings } from "../model/settings";

export interface SendFacts {
  /** Null when the contact's row is gone. */
  readonly contact: ContactRow | null;
  readonly enrollment: Enrollment;
  readonly flow: Flow | undefined;
  readonly step: Step;
  readonly settings: Settings;
}

/** Null: it may go. */
export function vetoOf(facts: SendFacts): Reason | null {
  const { contact, enrollment, flow, step, settings } = facts;
  if (contact === null) return reason("rowGone");
  if (contact.paid === "YES" || enrollment.row.paid === "YES") return reason("paidBefore");
  if (contact.suppressed !== "") return reason("suppressedBefore", { what: contact.suppressed });
  if (!isOpen(enrollment.row.status) && enrollment.again === "") return reason("handHeld");
  const veto = flowVeto(flow, enrollment.row.flow);
  if (veto !== null) return veto;
  return step.class === "marketing" ? marketingVeto(contact, step, settings) : null;
}

/** May this flow send at all? */
export function flowVeto(flow: Flow | undefined, name: string): Reason | null {
  if (flow === undefined) return reason("flowUnknown", { flow: name });
  if (flow.fault !== null) return reason("flowFault", { what: flow.fault });
  return flow.on ? null : reason("flowOff", { flow: name });
}

/** Marketing needs consent, a sender, a postal address and a working way out. */
function marketingVeto(contact: ContactRow, step: Step, settings: Settings): Reason | null {
  if (contact.consent !== "YES") return reason("noConsent", { step: step.step });
  const needed: readonly (readonly [string, string])[] = [
    ["web_app_url", settings.webAppUrl],
    ["sender_name", settings.senderName],
    ["postal_address", settings.postalAddress],
  ];
  const missing = needed.find(([, value]) => value === "");
  return missing === undefined
    ? null
    : reason("settingMissing", { step: step.step, what: missing[0] });
}
