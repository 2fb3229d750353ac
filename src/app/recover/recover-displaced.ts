// An intent that stands beside its headers: a column was inserted in the second it was written, and the run was cut before it
// could put that right. What its key says is enough to find out whether the mail went.
import type { SendRow } from "../../../sheets-schema/index";
import { contactIdOf, flowOf } from "../../model/enrollment";
import { sendToken } from "../../model/send-token";
import { putSends } from "../sending/send-batch";
import type { Recovering } from "./recover";

const TOKEN = /^[0-9a-f]{20}$/;

export function putInPlace(recovering: Recovering): void {
  const astray = [...recovering.sent.values()].filter(isAstray);
  const rows = astray.map((row) => rebuilt(recovering, row));
  if (rows.length > 0) putSends(recovering, rows);
}

function isAstray({ status, sent_at, ...row }: SendRow): boolean {
  const [enrollment] = row.send_key.split("/");
  const whole =
    row.enrollment === enrollment &&
    TOKEN.test(row.token) &&
    row.planned_at !== null &&
    row.attempts !== null;
  if (status === "INTENT" || status === "CHECKING") return !whole || sent_at !== null;
  // No status that we know.
  return (status as string) === "" && !whole;
}

function rebuilt({ office, book, since, hmac }: Recovering, row: SendRow): SendRow {
  const { send_key } = row;
  const [enrollment = "", step = ""] = send_key.replace(/[@~].*$/, "").split("/");
  const contact = contactIdOf(enrollment);
  const flow = flowOf(enrollment);
  const rule = office.rules.get(flow)?.steps.find((one) => one.step === step);
  const email = book.enrollment(enrollment)?.row.email ?? book.contact(contact)?.email ?? "";
  return {
    ...{ send_key, status: "INTENT", email, enrollment, contact, flow, step },
    ...{ template: rule?.templates[0] ?? "", class: rule?.class ?? "service" },
    ...{ token: sendToken(send_key, hmac), planned_at: row.planned_at ?? since, sent_at: null },
    ...{ draft_id: "", message_id: "", thread_id: "", attempts: 1, why: "" },
  };
}
