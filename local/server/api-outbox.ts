// Sent mail over the control API.
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import { describeMail } from "./outbox.ts";

export function listOutbox(local: Local): Reply {
  return json(local.host.outbox().map(describeMail));
}

export async function sendEml(local: Local, _call: Call, id: string): Promise<Reply> {
  const known = local.host.outbox().some((mail) => mail.id === id);
  const body = known ? await local.outbox.read(id) : null;
  if (!body) throw new HttpError(404, `Mail: saw "${id}", allowed is the id of a sent mail.`);
  return {
    status: 200,
    headers: {
      "content-type": "message/rfc822",
      "content-disposition": `attachment; filename="${id.replace(/[^\w.-]/g, "_")}.eml"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body,
  };
}
