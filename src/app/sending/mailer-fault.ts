// Settings ask for mails that the account cannot send so: told beside the setting, and GmailApp sends them.
import type { RuleFault } from "../../model/flow";
import type { Settings } from "../../model/settings";
import type { Ports, StoredRow } from "../../ports";
import { MAILER_NEEDS } from "../../words/reasons-mail";

export function mailerFaults(
  { mailer }: Pick<Ports, "mailer">,
  { mail }: Pick<Settings, "mail">,
  rows: readonly StoredRow<"Settings">[],
): readonly RuleFault[] {
  const row = rows.find(({ cells }) => cells.key === "mailer");
  if (row === undefined || !mail.oneClick || mailer.oneClick()) return [];
  const place = { tab: "Settings", id: "mailer", row: row.row, column: "value" } as const;
  return [{ ...place, seen: row.cells.value, allowed: MAILER_NEEDS, flow: "" }];
}
