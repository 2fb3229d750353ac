// What is written for people alone: where its header or its tab is gone, it counts as empty and everything else goes on.
import type { TabName } from "./index";

/** Nothing is decided from these columns, and what they held can be read in Events or typed again. */
const COLUMNS: Readonly<Partial<Record<TabName, readonly string[]>>> = {
  Queue: ["why", "first_sent_at", "second_sent_at", "do", "source", "tags", "notes"],
  // Not their tags, which may say how old they are, nor the phone, which tells a region.
  Contacts: ["user_id", "device_id", "utm", "website", "notes"],
  Templates: ["move", "doubt", "check"],
  Offers: ["check"],
  Settings: ["meaning", "check"],
  Flows: ["about", "name_en", "name_zh", "check"],
  Steps: ["check"],
  Cadence: ["proposed_wait", "check"],
};
/** Whole tabs: where they are gone nobody is told, and that is all. */
const TABS_TOLD: readonly TabName[] = ["Start here", "Runs", "Register"];

/** Gone, they hold nobody: only what has to be written there waits. */
const MAY_LACK: readonly TabName[] = [...TABS_TOLD, "Unmatched"];

export function mayLack(tab: TabName): boolean {
  return MAY_LACK.includes(tab);
}

export function isToldTab(tab: TabName): boolean {
  return TABS_TOLD.includes(tab);
}

export function isToldColumn(tab: TabName, column: string): boolean {
  return isToldTab(tab) || (COLUMNS[tab] ?? []).includes(column);
}
