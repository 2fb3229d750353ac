// Draws a serial number as a date or time under a number format such as "yyyy-mm-dd hh:mm".
import { wallOfSerial } from "./serial.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
export const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

const TOKEN = /"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|\[h+\]|[\s\S]/gi;

export function drawDate(serial: number, format: string): string {
  const date = new Date(wallOfSerial(serial));
  const tokens = format.match(TOKEN) ?? [];
  const twelve = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  return tokens.map((token, index) => draw(token, index, tokens, date, twelve, serial)).join("");
}

function draw(
  token: string,
  index: number,
  tokens: readonly string[],
  date: Date,
  twelve: boolean,
  serial: number,
): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith("\\")) return token.slice(1);
  if (/^am\/pm$/i.test(token)) return date.getUTCHours() < 12 ? "AM" : "PM";
  if (/^a\/p$/i.test(token)) return date.getUTCHours() < 12 ? "A" : "P";
  if (/^\[h+\]$/i.test(token)) return String(Math.floor(serial * 24 + 1e-9));
  switch (token[0]?.toLowerCase()) {
    case "y":
      return token.length <= 2
        ? pad(date.getUTCFullYear() % 100, 2)
        : pad(date.getUTCFullYear(), 4);
    case "d":
      return drawDay(token.length, date);
    case "h":
      return pad(hourOf(date, twelve), Math.min(token.length, 2));
    case "s":
      return drawSecond(token, date);
    case "m":
      return isMinute(index, tokens)
        ? pad(date.getUTCMinutes(), Math.min(token.length, 2))
        : drawMonth(token.length, date);
    default:
      return token;
  }
}

function hourOf(date: Date, twelve: boolean): number {
  const hour = date.getUTCHours();
  return twelve ? hour % 12 || 12 : hour;
}

function drawDay(length: number, date: Date): string {
  const name = WEEKDAYS[date.getUTCDay()] ?? "";
  if (length >= 4) return name;
  return length === 3 ? name.slice(0, 3) : pad(date.getUTCDate(), length);
}

function drawMonth(length: number, date: Date): string {
  const name = MONTHS[date.getUTCMonth()] ?? "";
  if (length >= 4) return length === 5 ? name.slice(0, 1) : name;
  return length === 3 ? name.slice(0, 3) : pad(date.getUTCMonth() + 1, length);
}

function drawSecond(token: string, date: Date): string {
  const [seconds = "s", fraction = ""] = token.split(".");
  const whole = pad(date.getUTCSeconds(), Math.min(seconds.length, 2));
  if (fraction === "") return whole;
  return `${whole}.${pad(date.getUTCMilliseconds(), 3).padEnd(fraction.length, "0").slice(0, fraction.length)}`;
}

/** An m is a minute right after an hour or right before a second. */
function isMinute(index: number, tokens: readonly string[]): boolean {
  const before = tokens
    .slice(0, index)
    .reverse()
    .find((token) => /^[ymdhs[]/i.test(token));
  const after = tokens.slice(index + 1).find((token) => /^[ymdhs]/i.test(token));
  return /^\[?h/i.test(before ?? "") || /^s/i.test(after ?? "");
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
