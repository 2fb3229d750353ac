// The planner's view of one person, with one thing changed: would the mail go then?
import { SCHEMA_VERSION } from "../../../sheets-schema/index";
import type { Enrollment } from "../../model/enrollment";
import type { Flow } from "../../model/flow";
import { ownValue } from "../../model/own-value";
import type { Settings } from "../../model/settings";
import { seal } from "../../state/seal";
import { sendingStop } from "../../stop-loss/sending-stop";
import { Book } from "../book";
import { dryPorts } from "../preview/preview-ports";
import type { Planning } from "../sending/plan";
import { personOf } from "./explain";

/** Nobody else's mails are in the way, and nothing of it reaches the real run. */
export function alone(planning: Planning, enrollment: Enrollment): Planning {
  return withRows(planning, personOf(planning, enrollment));
}

export function withRow(
  planning: Planning,
  enrollment: Enrollment,
  row: Partial<Enrollment["row"]>,
  more: Partial<Enrollment> = {},
): Planning {
  const { contact, enrollments } = personOf(planning, enrollment);
  const changed = enrollments.map((one) =>
    one.row.id === enrollment.row.id ? { ...one, ...more, row: { ...one.row, ...row } } : one,
  );
  return withRows(planning, { contact, enrollments: changed });
}

function withRows(
  planning: Planning,
  { contact, enrollments }: ReturnType<typeof personOf>,
): Planning {
  const Queue = enrollments.map((one) => ({ ...one.row, do: "" as const, sealed: seal(one) }));
  const given = { Contacts: contact === null ? [] : [contact], Queue };
  const book = new Book(dryPorts(planning.ports, {}, given));
  return { ...planning, book, written: new Map() };
}

export function withSettings(planning: Planning, settings: Partial<Settings>): Planning {
  const office = { ...planning.office, settings: { ...planning.office.settings, ...settings } };
  const before = sendingStop(planning.office.settings, fileOf(planning), SCHEMA_VERSION);
  const after = sendingStop(office.settings, fileOf(planning), SCHEMA_VERSION);
  // A stop that is none of the settings' stays.
  const stop = planning.stop?.code === before?.code ? after : planning.stop;
  return { ...planning, office, stop };
}

export function fileOf({ ports }: Planning): string {
  return ports.store.fileId();
}

export function withFlow(planning: Planning, name: string, change: Partial<Flow>): Planning {
  const flow = planning.office.rules.get(name);
  if (flow === undefined) return planning;
  const rules = new Map(planning.office.rules).set(name, { ...flow, ...change });
  return { ...planning, office: { ...planning.office, rules } };
}

const FILLED: Readonly<Record<string, Partial<Settings>>> = {
  web_app_url: { webAppUrl: "https://-" },
  sender_name: { senderName: "-" },
  postal_address: { postalAddress: "-" },
};

/** Null: a setting that the planner is not known to ask for. */
export function settingFilled(planning: Planning, key: string): Planning | null {
  const settings = ownValue(FILLED, key);
  return settings === undefined ? null : withSettings(planning, settings);
}
