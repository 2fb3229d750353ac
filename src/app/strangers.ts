// Rows of Queue that are nobody's: pasted over the end of the tab, or with an id typed over. Start here tells of them.
import type { Language, Ports } from "../ports";
import { SHEET } from "../words/sheet";
import type { Book } from "./book";
import { lineOf } from "./check-words";
import { STRANGERS_TOLD } from "./own-row";
import { writeStartHere } from "./report-run";

/** Costs nothing while there are as many as before. */
export function noticeStrangers(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  { strangers }: Book,
  language: Language,
): void {
  const count = String(strangers.length);
  if (count === (kept[STRANGERS_TOLD] ?? "0")) return;
  if (count === "0") ports.properties.remove(STRANGERS_TOLD);
  else ports.properties.set(STRANGERS_TOLD, count);
  const check = {
    id: "strange rows",
    ok: strangers.length === 0,
    ready: SHEET.noStrangers,
    open: SHEET.strangers(strangers.length, strangers[0] ?? 0),
  };
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}
