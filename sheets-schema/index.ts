// The workbook: every tab in the order a person meets them, and the version of the whole.

import { cadence } from "./cadence";
import type { RowOf, Tab } from "./column";
import { contacts } from "./contacts";
import { events } from "./events";
import { flows } from "./flows";
import { offers } from "./offers";
import { queue } from "./queue";
import { regions } from "./regions";
import { register } from "./register";
import { runs } from "./runs";
import { sends } from "./sends";
import { settings } from "./settings";
import { startHere } from "./start-here";
import { steps } from "./steps";
import { templates } from "./templates";
import { unmatched } from "./unmatched";

/** Goes up by one when a tab or column is added; an older bundle refuses a newer sheet. */
export const SCHEMA_VERSION = 5;

export const TABS = {
  "Start here": startHere,
  Queue: queue,
  Contacts: contacts,
  Templates: templates,
  Offers: offers,
  Settings: settings,
  Events: events,
  Sends: sends,
  Flows: flows,
  Steps: steps,
  Cadence: cadence,
  Regions: regions,
  Unmatched: unmatched,
  Runs: runs,
  Register: register,
} as const satisfies Readonly<Record<string, Tab>>;

export type TabName = keyof typeof TABS;
export type Row<N extends TabName> = RowOf<(typeof TABS)[N]>;

export type { CadenceRow } from "./cadence";
export type { Column, Tab, Words } from "./column";
export { type ContactRow, contacts } from "./contacts";
export type { EventRow, Outcome } from "./events";
export { type FlowRow, OPEN_STATUSES } from "./flows";
export type { OfferRow } from "./offers";
export { CONCLUSIONS, type QueueRow, queue, type Status } from "./queue";
export type { RegionRow } from "./regions";
export type { RegisterRow } from "./register";
export type { RunRow } from "./runs";
export type { SendRow, SendStatus } from "./sends";
export type { SettingRow } from "./settings";
export { START_ACTIONS, type StartAction, type StartHereRow } from "./start-here";
export { SENT_ON, type StepRow } from "./steps";
export { DOUBTS, MOVES, type TemplateRow } from "./templates";
export { isToldColumn, isToldTab, mayLack } from "./told";
export type { UnmatchedRow } from "./unmatched";
