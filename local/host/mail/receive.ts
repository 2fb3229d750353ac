// A mail that arrives from elsewhere: kept as it came, in the conversation it answers, as Gmail sorts it.
import type { Platform } from "../platform.ts";
import type { Letter, Message } from "../world-state.ts";
import { mailboxOf, newMessage } from "./mailbox.ts";

type Headers = Readonly<Record<string, string>>;

export function receiveMail(
  platform: Platform,
  user: string,
  raw: string,
): { readonly id: string; readonly threadId: string } {
  const headers = headersIn(raw);
  const threadId = conversationOf(platform, user, headers);
  const arrived = newMessage(platform, letterOf(raw, headers), "inbox", threadId);
  const messageId = headers["message-id"] ?? arrived.messageId;
  const message: Message = { ...arrived, messageId, raw };
  platform.world.apply(["set", ["mailboxes", user, "messages", message.id], message]);
  platform.world.commit();
  return { id: message.id, threadId: message.threadId };
}

/** By name in lower case, unfolded; of several the first. */
export function headersIn(raw: string): Headers {
  const [head = ""] = raw.replace(/\r\n/g, "\n").split("\n\n", 1);
  const lines = head.replace(/\n[ \t]+/g, " ").split("\n");
  const found = lines.flatMap((line): [string, string][] => {
    const at = line.indexOf(":");
    return at < 1 ? [] : [[line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]];
  });
  return Object.fromEntries(found.reverse());
}

/** The one whose mail it names; a new one where it names none. */
function conversationOf({ world }: Platform, user: string, headers: Headers): string | null {
  const named = `${headers["in-reply-to"] ?? ""} ${headers.references ?? ""}`;
  const known = Object.values(mailboxOf(world, user).messages);
  return known.find(({ messageId }) => named.includes(messageId))?.threadId ?? null;
}

function letterOf(raw: string, headers: Headers): Letter {
  const [, name = "", address = ""] =
    /^\s*"?([^"<]*?)"?\s*<([^<>]*)>/.exec(headers.from ?? "") ?? [];
  return {
    to: headers.to ?? "",
    cc: headers.cc ?? "",
    bcc: "",
    from: address || (headers.from ?? "").trim(),
    fromName: name,
    replyTo: headers["reply-to"] ?? "",
    subject: headers.subject ?? "",
    text: textIn(raw, headers),
    html: "",
  };
}

/** The first text, decoded; of a mail without one all it says. */
function textIn(raw: string, headers: Headers): string {
  const lines = raw.replace(/\r\n/g, "\n");
  const body = lines.slice(lines.indexOf("\n\n") + 2);
  const boundary = /boundary="?([^";\n]+)"?/i.exec(headers["content-type"] ?? "")?.[1];
  if (boundary !== undefined) {
    const parts = `\n${body}`.split(`\n--${boundary}`).slice(1);
    const inner = parts.map((part) => part.replace(/^[ \t]*\n/, ""));
    const text = inner.find((part) => /text\/plain/i.test(headersIn(part)["content-type"] ?? ""));
    if (text !== undefined) return textIn(text, headersIn(text));
  }
  const encoding = (headers["content-transfer-encoding"] ?? "").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return body;
}
