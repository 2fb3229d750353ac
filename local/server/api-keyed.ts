// POST /local/api/keyed: what a program of the owner's would post, with the key that only the sheet knows.
import { readInput, readText, refuse } from "./api-input.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

const FORM_TYPE = "application/x-www-form-urlencoded";

export async function postKeyed(local: Local, call: Call): Promise<Reply> {
  const input = readInput(call, ["event", "fields"]);
  const event = readText(input, "event");
  if (!event) throw refuse("event", event, "a name such as free_check.result");
  const secret = local.host.property("hook_key");
  if (secret === null) throw new HttpError(400, "There is no hook_key yet. Run Set up first.");
  const answer = local.host.request({
    method: "POST",
    query: new URLSearchParams({ event, key: secret }).toString(),
    contentType: FORM_TYPE,
    body: new URLSearchParams(readFields(input.fields)).toString(),
  });
  await local.outbox.settled();
  if (answer.kind === "html") return json({ status: 200, said: "" });
  return json({ status: 302, said: answer.kind === "text" ? answer.content : answer.message });
}

function readFields(fields: unknown): Record<string, string> {
  const isRecord = typeof fields === "object" && fields !== null && !Array.isArray(fields);
  const entries = isRecord ? Object.entries(fields) : [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  if (!isRecord || texts.length < entries.length) {
    throw refuse("fields", fields, 'texts by name, such as {"email": "…", "result_url": "…"}');
  }
  return Object.fromEntries(texts);
}
