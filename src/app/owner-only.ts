// Menu commands that write the batch's tabs: for the owner's account alone, and never beside a batch (design 5).
import type { Words } from "../../sheets-schema/index";
import { readSettings } from "../model/settings";
import type { Language, Ports } from "../ports";
import { OWNER } from "../words/owner";
import type { NotRun } from "./run-batch";

export const NOT_RUN: Readonly<Record<NotRun, Words>> = OWNER.notRun;

/** False: a person has been told why not. True: the batch mutex is held to the end of the execution. */
export function mayWrite(ports: Ports, kept = ports.properties.all()): boolean {
  const refusal = refusalOf(ports, kept);
  if (refusal !== null) ports.person.tell("Dripsheet", refusal[sheetLanguage(ports)]);
  return refusal === null;
}

/** Why this person may not write now, for a window that answers by itself; null: the batch mutex is held from here on. */
export function refusalOf(
  ports: Ports,
  { owner = "" }: Readonly<Record<string, string>> = ports.properties.all(),
): Words | null {
  if (owner === "") return NOT_RUN["not set up"];
  if (ports.person.effectiveUser() !== owner) return OWNER.notOwner;
  return ports.locks.takeBatch() ? null : OWNER.busy;
}

export function sheetLanguage(ports: Ports): Language {
  if (ports.store.lastRow("Settings") === 0) return "en";
  return readSettings(ports.store.read("Settings")).language;
}
