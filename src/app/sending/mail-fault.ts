// Whose fault it is that a mail does not go. Error texts come in any language and tell nothing; whether others go does.
import type { SendRow } from "../../../sheets-schema/index";
import { tokenLine } from "../../model/send-token";
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import type { PlannedSend } from "./plan";

export interface Refused {
  readonly planned: PlannedSend;
  readonly what: string;
}
type Sent = ReadonlyMap<string, SendRow>;

/** More refusals at once and not one draft taken can hardly be the addresses. */
const OWN_FAULT_MAX = 3;
/** Five minutes apart: after an hour it is not the moment but the mail that is wrong, ... */
const ATTEMPTS_MAX = 12;
/** ... where others went meanwhile: it has failed before them and after. */
const OTHERS_WENT_MS = 30 * MINUTE_MS;

/** What failed before goes after the others: it holds up nobody, and whether they go tells whose fault it was. */
export function triedLast(sent: Sent, plan: readonly PlannedSend[]): readonly PlannedSend[] {
  const failed = ({ key }: PlannedSend) => (sent.get(key)?.attempts ?? 0) > 0;
  return [...plan.filter((one) => !failed(one)), ...plan.filter(failed)];
}

/** Of a chunk none was taken: a draft to the owner, deleted at once, tells whether Gmail takes any. */
export function isOwnFault({ mailer, person }: Ports, refused: readonly Refused[]): boolean {
  const [first] = refused;
  if (first === undefined || refused.length > OWN_FAULT_MAX) return false;
  const { from, fromName, replyTo } = first.planned.mail;
  // With our mark, so that recovery knows it after a cut.
  const text = tokenLine(first.planned.token);
  const subject = "Dripsheet";
  const tried = { to: person.effectiveUser(), from, fromName, replyTo, subject, text, html: text };
  try {
    mailer.deleteDraft(mailer.createDraft(tried));
    return true;
  } catch {
    return false;
  }
}

/** Gmail would not take its draft. That was counted only while it took others. */
export function isRefusedForGood({ attempts }: SendRow): boolean {
  return (attempts ?? 0) >= ATTEMPTS_MAX;
}

/** Its draft would not go. While nobody's goes it is tried again, for as long as that lasts. */
export function isStuckForGood(row: SendRow, sent: Sent, now: number): boolean {
  const went = ({ send_key, sent_at }: SendRow) =>
    send_key !== row.send_key && (sent_at ?? 0) > now - OTHERS_WENT_MS;
  return isRefusedForGood(row) && [...sent.values()].some(went);
}
