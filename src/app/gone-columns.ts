// Headers and tabs written for people alone that are gone: everything goes on, and Start here says which and the way back.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { Language, Ports } from "../ports";
import { SHEET } from "../words/sheet";
import { lineOf } from "./check-words";
import { writeStartHere } from "./report-run";

/** Property: what Start here tells of now. */
const TOLD = "gone_told";

/** Start here tells of something gone: whether it is back shows a pass. */
export function isGoneTold(kept: Readonly<Record<string, string>>): boolean {
  return (kept[TOLD] ?? "") !== "";
}

/** Costs nothing while the same are gone as before. */
export function tellGone(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  language: Language,
): void {
  const told = (kept[TOLD] ?? "").split(", ");
  const gone = (Object.keys(TABS) as TabName[]).flatMap((tab) => {
    const seen = ports.store.gone(tab)?.map((column) => nameOf(tab, column));
    return seen ?? told.filter((name) => name.startsWith(`${tab} ▸ `));
  });
  const names = gone.join(", ");
  if (names === (kept[TOLD] ?? "")) return;
  if (names === "") ports.properties.remove(TOLD);
  else ports.properties.set(TOLD, names);
  const open = SHEET.toldGone(names);
  const check = { id: "gone headers", ok: gone.length === 0, ready: SHEET.nothingGone, open };
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}

function nameOf(tab: TabName, column: string): string {
  return column === "" ? tab : `${tab} ▸ ${column}`;
}
