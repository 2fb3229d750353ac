// What is kept of the response tab that is a door: one script property, so that an idle tick reads no tab for it.
import type { Columns } from "../../events/adopt-columns";
import type { Ports } from "../../ports";

export interface ResponseDoor {
  readonly tab: string;
  /** Answers count as this form. */
  readonly form: string;
  readonly columns: Columns;
  /** Answers up to this wall time were there before the door was opened and are left; "" takes all. */
  readonly since: string;
  /** The newest answer taken, epoch ms. */
  readonly takenAt: number;
  /** Last row of the tab when it was read to its end; 0: there is more to take. */
  readonly lastRow: number;
  /** Headers that are gone, ", " between; "" when all stand. */
  readonly missing: string;
  /** Rows without a readable time, as the sheet numbered them then. */
  readonly unread: string;
}

const PROPERTY = "response_door";

type Kept = Readonly<Record<string, string>>;

export function responseDoorOf(kept: Kept): ResponseDoor | null {
  try {
    const door = JSON.parse(kept[PROPERTY] ?? "null") as Partial<ResponseDoor> | null;
    return door === null || typeof door.tab !== "string" ? null : { ...NEW, ...door };
  } catch {
    return null;
  }
}

/** A column or the tab is gone: looked for again until it is back. */
export function responseLost(kept: Kept): boolean {
  return (responseDoorOf(kept)?.missing ?? "") !== "";
}

export function keepResponseDoor(ports: Ports, door: ResponseDoor): void {
  ports.properties.set(PROPERTY, JSON.stringify(door));
}

export function forgetResponseDoor(ports: Ports): void {
  ports.properties.remove(PROPERTY);
}

export const NEW: ResponseDoor = {
  tab: "",
  form: "",
  columns: {},
  since: "",
  takenAt: 0,
  lastRow: 0,
  missing: "",
  unread: "",
};
