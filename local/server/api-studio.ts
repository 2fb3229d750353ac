// What only the Studio asks for, shaped so that a long workbook stays light: rows that changed, columns that count.
import type { CellValue, SheetDump } from "../host/contract.ts";
import { requireSheet } from "./api-sheets.ts";
import { type Call, HttpError, json, jsonText, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import { describeMail } from "./outbox.ts";

/** `?since=` the cursor of an earlier answer: then only the rows that differ. */
export function readGrid(local: Local, call: Call, name: string): Reply {
  const since = new URLSearchParams(call.query).get("since") ?? "";
  return jsonText(local.host.lookPage(requireSheet(local, name), since));
}

const QUEUE_COLUMNS = ["email", "name", "flow", "status", "next_at"];

/** Who stands where, one short line each: `[row, email, name, flow, status, next_at]`. */
export function readQueue({ host }: Local): Reply {
  const rows = readTab(host.sheets(), () => host.sheet("Queue", QUEUE_COLUMNS), "Queue");
  const lines = rows.map((cells, index) => [
    index + 2,
    ...QUEUE_COLUMNS.map((name) => cells[name]),
  ]);
  return json(lines.filter(([, email]) => email !== undefined && email !== ""));
}

/** Mails from number `?from=` on, and how many there are; read whole one by one. */
export function listMails({ host }: Local, call: Call): Reply {
  const from = Number(new URLSearchParams(call.query).get("from") ?? 0);
  const sent = host.outbox();
  const mails = sent.slice(from).map((mail) => {
    const { html: _html, headers: _headers, ...brief } = describeMail(mail);
    return brief;
  });
  return json({ total: sent.length, mails });
}

/** A mail with the row it went for, where Sends still knows it. */
export function readMail({ host }: Local, _call: Call, id: string): Reply {
  const mail = host.outbox().find((one) => one.id === id);
  if (!mail) throw new HttpError(404, `Mail: saw "${id}", allowed is the id of a sent mail.`);
  const columns = ["message_id", "enrollment", "step"];
  const rows = readTab(host.sheets(), () => host.sheet("Sends", columns), "Sends");
  const send = rows.find((row) => row.message_id === id);
  const { enrollment = "", step = "" } = send ?? {};
  return json({ ...describeMail(mail), enrollment, step });
}

function readTab(
  sheets: readonly { readonly name: string }[],
  read: () => SheetDump,
  name: string,
): readonly Readonly<Record<string, CellValue>>[] {
  return sheets.some((sheet) => sheet.name === name) ? read().rows : [];
}
