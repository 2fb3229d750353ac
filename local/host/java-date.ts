// Utilities.formatDate: the letters of Java's SimpleDateFormat, in English.

import { ServiceError } from "./errors.ts";
import { MONTHS, WEEKDAYS } from "./grid/date-format.ts";
import { isZone, offsetMsAt } from "./zone.ts";

const TOKEN = /'(?:[^']|'')*'|([a-zA-Z])\1*|[^a-zA-Z']+/g;

export function formatDate(instant: number, zone: string, pattern: string): string {
  const offsetMs = offsetOf(zone, instant);
  const wall = new Date(instant + offsetMs);
  return (pattern.match(TOKEN) ?? [])
    .map((token) => draw(token, wall, offsetMs, zone, instant))
    .join("");
}

/** An unknown zone means GMT, as in Java. */
function offsetOf(zone: string, instant: number): number {
  const fixed = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return (fixed[1] === "-" ? -minutes : minutes) * 60_000;
  }
  return isZone(zone) ? offsetMsAt(zone, instant) : 0;
}

function draw(token: string, wall: Date, offsetMs: number, zone: string, instant: number): string {
  if (token === "''") return "'";
  if (token.startsWith("'")) return token.slice(1, -1).replace(/''/g, "'");
  const number = numbers[token[0] ?? ""];
  if (number !== undefined) return pad(number(wall), token.length);
  const text = texts[token[0] ?? ""];
  if (text !== undefined) return text(wall, token.length, offsetMs, zone, instant);
  if (/[a-zA-Z]/.test(token)) throw new ServiceError(`Illegal pattern character '${token[0]}'`);
  return token;
}

const numbers: Readonly<Record<string, (wall: Date) => number>> = {
  d: (wall) => wall.getUTCDate(),
  H: (wall) => wall.getUTCHours(),
  k: (wall) => wall.getUTCHours() || 24,
  K: (wall) => wall.getUTCHours() % 12,
  h: (wall) => wall.getUTCHours() % 12 || 12,
  m: (wall) => wall.getUTCMinutes(),
  s: (wall) => wall.getUTCSeconds(),
  S: (wall) => wall.getUTCMilliseconds(),
  D: dayOfYear,
  F: (wall) => Math.ceil(wall.getUTCDate() / 7),
  u: (wall) => wall.getUTCDay() || 7,
  w: weekOfYear,
  W: (wall) => Math.ceil((wall.getUTCDate() + firstDayOfMonth(wall)) / 7),
};

type DrawText = (
  wall: Date,
  length: number,
  offsetMs: number,
  zone: string,
  instant: number,
) => string;

const texts: Readonly<Record<string, DrawText>> = {
  G: () => "AD",
  y: (wall, length) => year(wall.getUTCFullYear(), length),
  // The week year: 1 January belongs to week 1 of its year, weeks begin on Sunday.
  Y: (wall, length) => year(weekYear(wall), length),
  M: (wall, length) => month(wall, length),
  L: (wall, length) => month(wall, length),
  E: (wall, length) => {
    const name = WEEKDAYS[wall.getUTCDay()] ?? "";
    return length > 3 ? name : name.slice(0, 3);
  },
  a: (wall) => (wall.getUTCHours() < 12 ? "AM" : "PM"),
  Z: (_wall, _length, offsetMs) => offsetText(offsetMs, ""),
  X: (_wall, length, offsetMs) => {
    if (offsetMs === 0) return "Z";
    if (length === 1) return offsetText(offsetMs, "").slice(0, 3);
    return offsetText(offsetMs, length === 2 ? "" : ":");
  },
  z: (_wall, length, offsetMs, zone, instant) => zoneName(zone, length, offsetMs, instant),
};

function month(wall: Date, length: number): string {
  const name = MONTHS[wall.getUTCMonth()] ?? "";
  if (length > 3) return name;
  return length === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1, length);
}

function year(value: number, length: number): string {
  return length === 2 ? pad(value % 100, 2) : pad(value, length);
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

function firstDayOfMonth(wall: Date): number {
  return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();
}

function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * 86_400_000);
  return saturday.getUTCFullYear();
}

function weekOfYear(wall: Date): number {
  if (weekYear(wall) !== wall.getUTCFullYear()) return 1;
  const first = new Date(Date.UTC(wall.getUTCFullYear(), 0, 1)).getUTCDay();
  return Math.floor((dayOfYear(wall) - 1 + first) / 7) + 1;
}

function offsetText(offsetMs: number, separator: string): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const sign = offsetMs < 0 ? "-" : "+";
  return `${sign}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function zoneName(zone: string, length: number, offsetMs: number, instant: number): string {
  if (!isZone(zone)) return offsetMs === 0 ? "GMT" : `GMT${offsetText(offsetMs, ":")}`;
  const style = length > 3 ? "long" : "short";
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: style,
  }).formatToParts(instant);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
