// "Back up now": a dated copy of the whole file. It sends nothing: Settings names the one file that may, and timers and
// keys stay with this one.
import type { Ports } from "../ports";
import { BACK_UP } from "../words/back-up";
import { readDoorConfig } from "./doors/door-config";
import { mayWrite } from "./owner-only";

export function backUp(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  ports.person.tell(BACK_UP.title[language], backUpNow(ports));
}

/** Says where it lies. The caller holds the batch mutex, so that no run is cut in two. */
export function backUpNow(ports: Ports): string {
  const { language } = readDoorConfig(ports.properties.all());
  const name = BACK_UP.name(ports.workbook.wallTime(ports.clock.now(), "").text);
  ports.store.flush();
  const { url } = ports.workbook.copy(name);
  return BACK_UP.made(name, url)[language];
}
