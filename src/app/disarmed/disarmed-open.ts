// Whoever opens a copy is told what it is: its own script has neither keys nor timers, and nothing in it has said so yet.
import { readSettings } from "../../model/settings";
import type { Ports } from "../../ports";
import { COPY_OPENED } from "../../words/disarmed";

/** A visitor of a page may call this, too: it reads the file, tells, and does nothing. */
export function sayCopy(ports: Ports, kept: Readonly<Record<string, string>>): void {
  if ((kept.owner ?? "") !== "") return;
  try {
    if (ports.store.lastRow("Settings") === 0) return;
    const { armedFile, language } = readSettings(ports.store.read("Settings"));
    if (armedFile === "" || armedFile === ports.store.fileId()) return;
    ports.person.notice(COPY_OPENED.title[language], COPY_OPENED.text[language]);
  } catch (error) {
    ports.log.warn(`a copy was opened: ${String(error)}`);
  }
}
