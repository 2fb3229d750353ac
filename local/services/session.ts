// Session and Logger, and the console: who is running, and what was noted.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";
import { User } from "./user.ts";

type GUser = GoogleAppsScript.Base.User;
type GLogger = GoogleAppsScript.Base.Logger;

export class Session extends lacking<GoogleAppsScript.Base.Session>("Session") {
  override getActiveUser(): GUser {
    return new User(call("Session.getActiveUser"));
  }
  override getEffectiveUser(): GUser {
    return new User(call("Session.getEffectiveUser"));
  }
  override getActiveUserLocale(): string {
    return call("Session.getLocale");
  }
  override getScriptTimeZone(): string {
    return call("Session.getTimeZone");
  }
  override getTemporaryActiveUserKey(): string {
    return call("Session.getTemporaryKey");
  }
}

export class Logger extends lacking<GLogger>("Logger") {
  override log(first: unknown, ...rest: unknown[]): GLogger {
    note("", [first, ...rest]);
    return this;
  }
}

/** The console writes to the execution's log, as Logger does. */
export function newConsole(): Console {
  const at =
    (level: string) =>
    (...values: unknown[]) =>
      note(level, values);
  return {
    log: at(""),
    info: at("info: "),
    warn: at("warn: "),
    error: at("error: "),
    time: () => undefined,
    timeEnd: () => undefined,
  };
}

function note(level: string, values: readonly unknown[]): void {
  const [first, ...rest] = values;
  let next = 0;
  const filled =
    typeof first === "string"
      ? first.replace(/%[sdifjo]/g, (mark) => (next < rest.length ? text(rest[next++]) : mark))
      : text(first);
  call("Logger.log", level + [filled, ...rest.slice(next).map(text)].join(" "));
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.stack ?? String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
