// What Start here says of the response tab that is a door.
import type { Settings } from "../../model/settings";
import { RESPONSE_CHECK } from "../../words/response";
import type { Check } from "../check-words";
import { responseDoorOf } from "./response-door";

/** Null: no such door is wanted. */
export function responseCheck(
  kept: Readonly<Record<string, string>>,
  { responseTab }: Pick<Settings, "responseTab">,
): Check | null {
  const door = responseDoorOf(kept);
  if (responseTab === "") return null;
  const open = whatIsOpen(door?.tab === responseTab ? door : null, responseTab);
  const ready = RESPONSE_CHECK.taken(responseTab, door?.form ?? "");
  return { id: "response tab", ok: open === null, ready, open: open ?? ready };
}

function whatIsOpen(door: ReturnType<typeof responseDoorOf>, tab: string) {
  if (door === null) return RESPONSE_CHECK.unmapped(tab);
  if (door.missing !== "") return RESPONSE_CHECK.missing(tab, door.missing);
  return door.unread === "" ? null : RESPONSE_CHECK.unread(tab, door.unread);
}
