// Dates and spans as a reader reads them: the same words in mails and on pages.
import type { Words } from "../../sheets-schema/index";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./time";

/** What a clock shows somewhere. */
export interface WallTime {
  /** "yyyy-MM-dd HH:mm". */
  readonly text: string;
  readonly zone: string;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "24 November 2026, 15:40 (Europe/Berlin)", "2026年11月24日 15:40（Asia/Shanghai）". */
export function dateWords({ text, zone }: WallTime, language: keyof Words): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+) (\d+:\d+)$/.exec(text) ?? [];
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (language === "zh") return `${year}年${monthNumber}月${dayNumber}日 ${time}（${zone}）`;
  return `${dayNumber} ${MONTHS[monthNumber - 1]} ${year}, ${time} (${zone})`;
}

/** "72 hours", "7 days"; up to three days in hours, because "72 hours" is what was said. */
export function spanWords(ms: number, language: keyof Words): string {
  const [unitMs, en, zh] =
    ms % DAY_MS === 0 && ms > 3 * DAY_MS
      ? ([DAY_MS, "day", "天"] as const)
      : ms % HOUR_MS === 0
        ? ([HOUR_MS, "hour", "小时"] as const)
        : ([MINUTE_MS, "minute", "分钟"] as const);
  const count = Math.round(ms / unitMs);
  if (language === "zh") return `${count} ${zh}`;
  return count === 1 ? `1 ${en}` : `${count} ${en}s`;
}
