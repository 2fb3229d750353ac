// Why somebody gets no more mails, as Contacts `suppressed` holds it and as a person reads it.
import type { Words } from "../../sheets-schema/index";
import { ownValue } from "./own-value";
import { type Reason, reason } from "./reason";

const WORDS: Readonly<Record<string, Words>> = {
  unsubscribed: { en: "unsubscribed", zh: "已退订" },
  bounced: { en: "bounced", zh: "曾退信" },
  complained: { en: "complained", zh: "曾投诉" },
  "by hand": { en: "stopped by hand", zh: "已手动停发" },
};

/** Whatever else a person wrote there is said as it stands. */
export function suppressedReason(what: string): Reason {
  return reason("suppressedBefore", { what: ownValue<Words>(WORDS, what) ?? what });
}
