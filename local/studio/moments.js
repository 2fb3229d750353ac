// Writes instants and distances the way a person reads them, in the workbook's own time zone.
import { status } from "./watch.js";
import { language, t } from "./words.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * @param {number | string} instant
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {string}
 */
export function format(instant, options) {
  const locale = language() === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: zone(), ...options }).format(
    new Date(instant),
  );
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
