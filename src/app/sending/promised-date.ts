// An instant as its reader is told it: in the reader's zone, in mails and on pages alike.
import { dateWords } from "../../model/date-words";
import type { Language, Ports } from "../../ports";

/** A zone that is empty or unknown gives way to the sheet's own. */
export function promisedDate(
  { workbook }: Ports,
  atMs: number,
  zone: string,
  language: Language,
): string {
  return dateWords(workbook.wallTime(atMs, zone), language);
}
