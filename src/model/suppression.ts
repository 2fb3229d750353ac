// Why somebody gets no more mails, as Contacts `suppressed` holds it and as a person reads it.
import { SUPPRESSED_WORDS } from "../words/causes";
import { ownValue } from "./own-value";
import { type Reason, reason } from "./reason";

/** Whatever else a person wrote there is said as it stands. */
export function suppressedReason(what: string): Reason {
  return reason("suppressedBefore", { what: ownValue(SUPPRESSED_WORDS, what) ?? what });
}
