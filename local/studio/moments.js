// Writes instants and distances the way a person reads them, in the workbook's own time zone.
import { status } from "./watch.js";
import { language, t } from "./words.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Making one costs more than a hundred uses. @type {Map<string, Intl.DateTimeFormat>} */
const formatters = new Map();

/**
 * @param {number | string} instant
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {string}
 */
export function format(instant, options) {
  return formatterFor(language() === "zh" ? "zh-CN" : "en-GB", options).format(new Date(instant));
}

/**
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} options
 */
function formatterFor(locale, options) {
  const key = JSON.stringify([locale, zone(), options]);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone(), ...options });
  formatters.set(key, known);
  return known;
}

/**
 * @param {number} instant
 * @returns {string} as the sheet shows it: "2026-03-02 09:00"
 */
export function sheetMinute(instant) {
  return formatterFor("sv-SE", { dateStyle: "short", timeStyle: "short" }).format(instant);
}

/**
 * @param {number | string} instant
 * @returns {string} such as "Mon 2 Mar, 09:00"
 */
export function shortMoment(instant) {
  return format(instant, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/**
 * @param {number} ms
 * @returns {string} such as "2 d 3 h"; the two largest units only
 */
export function distance(ms) {
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms % dayMs) / hourMs);
  const minutes = Math.round((ms % hourMs) / minuteMs);
  if (days > 0) return t("daysHours", { days, hours });
  if (hours > 0) return t("hoursMinutes", { hours, minutes });
  return t("minutes", { minutes });
}

/** @returns {string} */
export function zone() {
  return (status()?.timeZone ?? "UTC").replace(/^Etc\//, "");
}
