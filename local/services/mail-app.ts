// MailApp: sending with the mail scope alone. It ignores `from` in silence (facts 6.2).
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";
import { type MailArguments, mailArguments } from "./mail-arguments.ts";

const METHOD = "MailApp.sendEmail";

export class MailApp extends lacking<GoogleAppsScript.Mail.MailApp>("MailApp") {
  override sendEmail(...args: readonly unknown[]): void {
    call(METHOD, read(args));
  }
  override getRemainingDailyQuota(): number {
    return call("MailApp.getRemainingDailyQuota");
  }
}

/** One object, (to, subject, body[, options]) or (to, replyTo, subject, body). */
function read(args: readonly unknown[]): MailArguments {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === "object" && first !== null) {
    const message = first as { to?: unknown; subject?: unknown; body?: unknown };
    return mailArguments(
      METHOD,
      message.to ?? "",
      message.subject ?? "",
      message.body ?? "",
      first,
    );
  }
  if (typeof fourth === "string")
    return mailArguments(METHOD, first, third, fourth, { replyTo: second });
  return mailArguments(METHOD, first, second, third, (fourth ?? {}) as object);
}
