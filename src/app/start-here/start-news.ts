// What a tick learns beside the rows: the web app's own address once somebody opened it, and that the timer beats again.
import { readSettings } from "../../model/settings";
import type { Ports } from "../../ports";
import { type Check, lineOf } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";
import { timerCheck, webAddressCheck } from "./start-setup";

type Kept = Readonly<Record<string, string>>;

/** True: a setting has changed, and the pass has something to do. Costs nothing when there is no news. */
export function startNews(ports: Ports, kept: Kept): boolean {
  const now = ports.clock.now();
  if ((kept.timer_late ?? "") !== "") {
    ports.properties.remove("timer_late");
    tell(ports, timerCheck(ports, now));
  }
  return hasStartNews(kept) && takeAddress(ports, kept.seen_url ?? "");
}

export function hasStartNews(kept: Kept): boolean {
  return (kept.seen_url ?? "") !== "" && readDoorConfig(kept).webAppUrl === "";
}

/** A person's own entry wins. */
function takeAddress(ports: Ports, seenUrl: string): boolean {
  ports.properties.remove("seen_url");
  const row = ports.store.read("Settings").find(({ cells }) => cells.key === "web_app_url");
  if (row === undefined || row.cells.value !== "") return false;
  const change = { id: "web_app_url", cells: { value: seenUrl }, seen: { value: "" } };
  ports.store.update("Settings", [change]);
  tell(ports, webAddressCheck(seenUrl));
  return true;
}

function tell(ports: Ports, check: Check): void {
  const { language } = readSettings(ports.store.read("Settings"));
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}
