// A file that holds fewer rows than it once did: an older version of it was restored, or its history was deleted. Nothing is
// sent until its owner has looked; rows that come in meanwhile do not make up for those that are missing.
import { type Reason, reason } from "../../model/reason";
import type { Ports } from "../../ports";
import { DISARMED_CHECK } from "../../words/disarmed";
import { type Check, lineOf } from "../check-words";
import { type HighWater, highWaterOf } from "../cursor";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";

export interface Disarmed {
  /** When it was noticed, epoch ms. */
  readonly at: number;
  /** Numbers of last rows: once, and when it was noticed. */
  readonly most: HighWater;
  readonly now: HighWater;
}
type Kept = Readonly<Record<string, string>>;

const PROPERTY = "disarmed";

/** Why nothing may be sent; null: nothing is missing. */
export function missingRows(ports: Ports, kept: Kept, rows: HighWater): Reason | null {
  const known = disarmedOf(kept);
  const disarmed = known ?? noticed(ports, kept, rows);
  return disarmed === null ? null : reason("rowsMissing", { what: whatIsMissing(disarmed) });
}

/** Before the high-water marks are forgotten. */
export function noticeMissing(ports: Ports, kept: Kept): void {
  if (disarmedOf(kept) !== null || highWaterOf(kept).events === 0) return;
  const { store } = ports;
  noticed(ports, kept, { events: store.lastRow("Events"), sends: store.lastRow("Sends") });
}

export function disarmedOf(kept: Kept): Disarmed | null {
  try {
    return kept[PROPERTY] === undefined ? null : (JSON.parse(kept[PROPERTY]) as Disarmed);
  } catch {
    return { at: 0, most: { events: 0, sends: 0 }, now: { events: 0, sends: 0 } };
  }
}

export function armAgain(ports: Ports): void {
  ports.properties.remove(PROPERTY);
  tell(ports, ports.properties.all(), null);
}

export function whatIsMissing({ most, now }: Disarmed): string {
  const fewer = TABS.filter(([tab]) => now[tab] < most[tab]);
  return fewer.map(([tab, name]) => `${name} ${most[tab] - 1} → ${now[tab] - 1}`).join(", ");
}

const TABS = [
  ["events", "Events"],
  ["sends", "Sends"],
] as const;

function noticed(ports: Ports, kept: Kept, now: HighWater): Disarmed | null {
  const most = highWaterOf(kept);
  // A tab that was renamed or deleted is no older version: whoever reads it says so.
  if (now.events === 0 || now.sends === 0) return null;
  if (now.events >= most.events && now.sends >= most.sends) return null;
  const disarmed = { at: ports.clock.now(), most, now };
  ports.properties.set(PROPERTY, JSON.stringify(disarmed));
  tell(ports, kept, disarmed);
  return disarmed;
}

function tell(ports: Ports, kept: Kept, disarmed: Disarmed | null): void {
  const { language } = readDoorConfig(kept);
  const open = DISARMED_CHECK.open(disarmed === null ? "" : whatIsMissing(disarmed));
  const check: Check = { id: "file", ok: disarmed === null, ready: DISARMED_CHECK.ready, open };
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}
