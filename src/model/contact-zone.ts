// Whose clock holds for a reader: the zone they brought, else their phone's country's, else the owner's.
import { clockOf, type OffsetOf, type ZoneClock } from "./zone";

export type ZoneFrom = "form" | "phone" | "settings" | "sheet";
export interface ReaderClock {
  readonly clock: ZoneClock;
  readonly from: ZoneFrom;
}
interface Reader {
  readonly time_zone: string;
  readonly phone: string;
}

/** Countries with one zone alone, by the prefix of their phones. */
const BY_PREFIX =
  "86 Asia/Shanghai, 852 Asia/Hong_Kong, 853 Asia/Macau, 886 Asia/Taipei, 81 Asia/Tokyo, " +
  "82 Asia/Seoul, 65 Asia/Singapore, 60 Asia/Kuala_Lumpur, 66 Asia/Bangkok, 84 Asia/Ho_Chi_Minh, " +
  "63 Asia/Manila, 91 Asia/Kolkata, 92 Asia/Karachi, 880 Asia/Dhaka, 94 Asia/Colombo, " +
  "977 Asia/Kathmandu, 971 Asia/Dubai, 966 Asia/Riyadh, 974 Asia/Qatar, 972 Asia/Jerusalem, " +
  "90 Europe/Istanbul, 44 Europe/London, 353 Europe/Dublin, 354 Atlantic/Reykjavik, " +
  "33 Europe/Paris, 49 Europe/Berlin, 43 Europe/Vienna, 41 Europe/Zurich, 423 Europe/Vaduz, " +
  "39 Europe/Rome, 31 Europe/Amsterdam, 32 Europe/Brussels, 352 Europe/Luxembourg, " +
  "45 Europe/Copenhagen, 46 Europe/Stockholm, 47 Europe/Oslo, 358 Europe/Helsinki, " +
  "372 Europe/Tallinn, 371 Europe/Riga, 370 Europe/Vilnius, 48 Europe/Warsaw, 420 Europe/Prague, " +
  "421 Europe/Bratislava, 36 Europe/Budapest, 386 Europe/Ljubljana, 385 Europe/Zagreb, " +
  "381 Europe/Belgrade, 40 Europe/Bucharest, 359 Europe/Sofia, 30 Europe/Athens, " +
  "357 Asia/Nicosia, 356 Europe/Malta, 380 Europe/Kyiv, 20 Africa/Cairo, 212 Africa/Casablanca, " +
  "27 Africa/Johannesburg, 234 Africa/Lagos, 254 Africa/Nairobi, 233 Africa/Accra, " +
  "54 America/Argentina/Buenos_Aires, 57 America/Bogota, 51 America/Lima, " +
  "598 America/Montevideo";

/** `own`: Settings' zone; `sheet`: the file's, asked for only where nothing else is known. */
export function readerClock(
  offsetOf: OffsetOf,
  { time_zone, phone }: Reader,
  own: string,
  sheet: () => string,
  now: number,
): ReaderClock {
  const ways: readonly (readonly [ZoneFrom, () => string])[] = [
    ["form", () => time_zone],
    ["phone", () => phoneZone(phone)],
    ["settings", () => own],
    ["sheet", sheet],
  ];
  for (const [from, zone] of ways) {
    const clock = clockOf(offsetOf, zone(), now);
    if (clock !== null) return { clock, from };
  }
  return { clock: { zone: "UTC", offsetAt: () => 0 }, from: "sheet" };
}

const PREFIX_LENGTHS = [3, 2];
let zones: ReadonlyMap<string, string> | undefined;

function phoneZone(phone: string): string {
  const digits = abroad(phone);
  zones ??= new Map(BY_PREFIX.split(", ").map((one) => one.split(" ") as [string, string]));
  for (const length of PREFIX_LENGTHS) {
    const zone = zones.get(digits.slice(0, length));
    if (digits.length > length && zone !== undefined) return zone;
  }
  return "";
}

/** With the country's prefix; "": it names none. */
function abroad(phone: string): string {
  return /^\s*(?:\+|00)([\d\s()./-]+)$/.exec(phone)?.[1]?.replace(/\D/g, "") ?? "";
}

/** Shorter ones are extensions, and what people type to be let through. */
const DIGITS_MIN = 7;
/** What some write between the prefix and the number: +49 (0)171. */
const TRUNK = /\(0\)/g;

/** The same digits for every way of writing a number: with the country it names, else with that of the zone; "": it is none. */
export function phoneDigits(phone: string, zone: string): string {
  const plain = phone.replace(TRUNK, "");
  const whole = abroad(plain);
  const own = /^[\d\s()./-]+$/.test(plain) ? plain.replace(/\D/g, "") : "";
  const digits = whole || withPrefix(own, prefixOf(zone));
  const made = /^(\d)\1*$/.test(digits) || "01234567890".includes(digits);
  return digits.length < DIGITS_MIN || made ? "" : digits;
}

/** Long enough to hold the prefix already, though nobody wrote the plus. */
const WITH_PREFIX_MIN = 11;

function withPrefix(own: string, prefix: string): string {
  if (prefix === "") return own;
  const has = own.startsWith(prefix) && own.length >= WITH_PREFIX_MIN;
  return has ? own : prefix + own.replace(/^0/, "");
}

function prefixOf(zone: string): string {
  const own = BY_PREFIX.split(", ").find((one) => zone !== "" && one.endsWith(` ${zone}`));
  return own?.split(" ")[0] ?? "";
}
