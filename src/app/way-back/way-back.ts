// The way back, shown: one person's rows in plain words. A GET; it changes nothing, and a scanner of links sees what a reader sees.
import type { ContactRow, QueueRow } from "../../../sheets-schema/index";
import { isConfirmed } from "../../model/consent";
import { isLeft, isOpen } from "../../model/enrollment";
import { ownValue } from "../../model/own-value";
import {
  type FlowStanding,
  type Page,
  tokenProblem,
  type WayBack,
  wayBackPage,
} from "../../pages/index";
import { unseal } from "../../state/seal";
import { wholePerson } from "../clean-data/whole-person";
import type { DoorConfig } from "../doors/door-config";
import { readersName } from "../flow-names";
import { buttonLink, whoFollowed } from "../links/followed";
import { promisedDate } from "../sending/promised-date";
import type { Asked } from "../site";

export function showWayBack(asked: Asked, door: DoorConfig): Page {
  const { ports, site, parameters } = asked;
  const contactId = whoFollowed("back", asked);
  const whole = contactId === null ? null : wholePerson(ports, contactId);
  if (whole === null) return tokenProblem(site);
  const { contact, ids } = whole;
  const found = ids.flatMap((id) => ports.store.find("Queue", "id", `${id}.`));
  const rows = found.map(({ cells }) => cells);
  const link = buttonLink(asked, parameters.t ?? "");
  return wayBackPage(site, link, standingOf(asked, door, contact, rows));
}

function standingOf(
  asked: Asked,
  door: DoorConfig,
  contact: ContactRow,
  rows: readonly QueueRow[],
): WayBack {
  const rests = (contact.paused_until ?? 0) > asked.now;
  return {
    address: hiddenInPart(contact.email),
    locale: contact.locale,
    paid: contact.paid === "YES",
    stopped: stoppedHow(contact.suppressed),
    pausedUntil: rests ? dateOf(asked, contact, contact.paused_until ?? 0) : "",
    less: contact.pace === "less",
    flows: latestOfEach(rows.filter((row) => isMet(row, door))).map((row) => ({
      name: readersName(row.flow, asked.site.language, door.names, door.offers),
      flow: row.flow,
      may: mayPress(row, contact),
      ...standsOf(row, asked, door, contact),
    })),
  };
}

/** Mails are passed on, and their links with them. */
function hiddenInPart(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "…" : `${address[0]}…${address.slice(at)}`;
}

function stoppedHow(suppressed: ContactRow["suppressed"]): WayBack["stopped"] {
  if (suppressed === "") return "no";
  return suppressed === "unsubscribed" ? "by reader" : "here";
}

/** Rows of a rehearsal are met in it and only in it. */
function isMet(row: QueueRow, { live }: DoorConfig): boolean {
  const own = unseal(row);
  return own !== null && own.test !== live;
}

/** Of several rows in one flow the open one speaks, else the last. */
function latestOfEach(rows: readonly QueueRow[]): readonly QueueRow[] {
  const byFlow = new Map<string, QueueRow>();
  for (const row of rows) {
    const known = byFlow.get(row.flow);
    if (known === undefined || !isOpen(known.status) || isOpen(row.status)) {
      byFlow.set(row.flow, row);
    }
  }
  return [...byFlow.values()];
}

/** With all stopped or paid there is nothing to leave. */
function mayPress(row: QueueRow, contact: ContactRow): FlowStanding["may"] {
  if (contact.suppressed !== "" || contact.paid === "YES") return "nothing";
  if (isOpen(row.status)) return "leave";
  return isLeft(row) ? "join" : "nothing";
}

type Stands = Pick<FlowStanding, "stands" | "date">;

function standsOf(row: QueueRow, asked: Asked, door: DoorConfig, contact: ContactRow): Stands {
  if (row.status === "PAID") return { stands: "bought", date: "" };
  if (row.status === "DONE") return { stands: "complete", date: "" };
  if (row.next_at === null || !isPlanned(row, door, contact))
    return { stands: "nothing", date: "" };
  if (row.next_at <= asked.now) return { stands: "soon", date: "" };
  return { stands: "next", date: dateOf(asked, contact, row.next_at) };
}

/** A mail that no consent allows, or whose flow rests, is not announced. */
function isPlanned(row: QueueRow, { sending, confirms }: DoorConfig, contact: ContactRow): boolean {
  const free = ownValue(sending, row.flow);
  if (!isOpen(row.status) || contact.suppressed !== "" || free === undefined) return false;
  const counts = !confirms.includes(row.flow) || isConfirmed(contact);
  return (contact.consent === "YES" && counts) || free.includes(row.next_step);
}

function dateOf({ ports, site }: Asked, { time_zone }: ContactRow, atMs: number): string {
  return promisedDate(ports, atMs, time_zone, site.language);
}
