// That somebody is to be erased: kept as a property until it is done.
import type { Ports } from "../../ports";
import { markStop } from "../doors/record-event";

export const ERASE_PREFIX = "erase:";

export interface Wanted {
  /** An address, or an id from Contacts. */
  readonly named: string;
  /** age: nobody has heard of them for as long as Settings keep says. */
  readonly by: "reader" | "owner" | "age";
  readonly at: number;
}

export function wantErased(ports: Ports, named: string, by: Wanted["by"]): void {
  const wanted: Wanted = { named, by, at: ports.clock.now() };
  const name = ERASE_PREFIX + ports.secrets.digest(named).slice(0, 16);
  ports.properties.set(name, JSON.stringify(wanted));
  markStop(ports);
}

export function isErasing(kept: Readonly<Record<string, string>>): boolean {
  return Object.keys(kept).some((key) => key.startsWith(ERASE_PREFIX));
}

/** Null: damaged. */
export function readWanted(value: string): Wanted | null {
  try {
    return JSON.parse(value) as Wanted | null;
  } catch {
    return null;
  }
}
