// May anything be sent at all? The master switch, a copied file, a newer sheet.
import { sayFault } from "../model/flow";
import { type Reason, reason } from "../model/reason";
import type { Settings } from "../model/settings";

/** Null: sending is open. */
export function sendingStop(
  settings: Settings,
  fileId: string,
  schemaKnown: number,
): Reason | null {
  if (settings.schemaVersion > schemaKnown) {
    const seen = String(settings.schemaVersion);
    return reason("newerSchema", { seen, known: String(schemaKnown) });
  }
  // A mode nobody can read must not count mails to the owner as sent to readers.
  const unread = settings.faults.find(({ id }) => id === "mode" || id === "sending");
  if (unread !== undefined) return reason("flowFault", { what: sayFault(unread) });
  if (settings.armedFile !== fileId) return reason("copiedFile");
  return settings.sending ? null : reason("sendingOff");
}
