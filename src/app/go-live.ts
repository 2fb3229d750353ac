// REHEARSAL → LIVE: what the rehearsal left goes, whoever is real begins anew, and live payments are read once more.
import type { ContactRow, Words } from "../../sheets-schema/index";
import { contactIdOf } from "../model/enrollment";
import { errorText } from "../model/error-text";
import { HOUR_MS } from "../model/time";
import type { Ports, RowChange } from "../ports";
import { LIVE } from "../words/live";
import { readDoorConfig } from "./doors/door-config";
import { markStop } from "./doors/record-event";
import { beginForLive } from "./history/history-state";
import { loadSettings } from "./office";
import { runBatch } from "./run-batch";
import { putSettings } from "./start-here/start-settings";
import { type TestRows, testEnrollments, testRows } from "./start-here/start-test-rows";
import { keyProblem } from "./stripe/ask-stripe";

type Kept = Readonly<Record<string, string>>;

const ASKED = "go_live_asked";
const NAMED_MAX = 5;
const WHY_MAX = 200;

/** Says what was done. The caller holds the batch mutex. `real`: ids of test rows that are real people. */
export function goLive(ports: Ports, real: ReadonlySet<string>): string {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const said = wentLive(ports, kept, real);
  return said.map((words) => words[language]).join(language === "zh" ? "" : " ");
}

function wentLive(ports: Ports, kept: Kept, real: ReadonlySet<string>): readonly Words[] {
  try {
    return steps(ports, kept, real);
  } catch (error) {
    ports.log.warn(`go LIVE: ${String(error)}`);
    const why = errorText(error).slice(0, WHY_MAX);
    return [LIVE.cut(why.replace(/[.。]$/, "")), whatIsKnown(ports)];
  }
}

/** Each may be the last, and a second press goes on from there: the mode comes after all that it would let loose. */
function steps(ports: Ports, before: Kept, real: ReadonlySet<string>): readonly Words[] {
  if (!takenIn(ports, before, real)) return [LIVE.busy];
  const rows = testRows(ports, real);
  const left = removeRows(ports, rows);
  const liveKey = keyProblem(before.stripe_key ?? "", "LIVE") === "";
  // Payments of the rehearsal's time were only recorded: no marketing goes before they are known.
  if (liveKey) beginForLive(ports, before);
  putSettings(ports, { mode: "LIVE" });
  if (before[ASKED] !== undefined) ports.properties.remove(ASKED);
  markStop(ports);
  runBatch(ports, "edit");
  if (!readDoorConfig(ports.properties.all()).live) return [LIVE.notLive];
  const refused = real.size - rows.kept;
  return [
    LIVE.done(rows.enrollments.length - left, rows.kept),
    liveKey ? LIVE.reading : LIVE.noLiveKey,
    ...(refused > 0 ? [LIVE.notKept(refused)] : []),
    ...(left > 0 ? [LIVE.left(left)] : []),
  ];
}

/**
 * What has come in so far is of the rehearsal still, and who is real is kept by the same way as by a person's own choice in
 * `do`. False: Events was busy, so that nothing may follow from it yet.
 */
function takenIn(ports: Ports, kept: Kept, real: ReadonlySet<string>): boolean {
  const keeping = [...real].map((id) => ({ id, cells: { do: "keep" } as const }));
  if (keeping.length > 0) ports.store.update("Queue", keeping);
  else if (readDoorConfig(kept).live) return true;
  const report = runBatch(ports, "edit", false);
  return typeof report !== "string" && report.errors.length === 0;
}

function whatIsKnown(ports: Ports): Words {
  try {
    return LIVE.cutAt(loadSettings(ports).mode === "LIVE", testEnrollments(ports).length);
  } catch {
    return LIVE.cutUnknown;
  }
}

/** For a cell: asks once, and the second choice within the hour is the yes. */
export function goLiveByCell(ports: Ports): string {
  const kept = ports.properties.all();
  const { language, live } = readDoorConfig(kept);
  const now = ports.clock.now();
  const asked = Number(kept[ASKED] ?? 0);
  const waiting = testEnrollments(ports);
  if (live && waiting.length === 0) return LIVE.already[language];
  if (asked > 0 && now - asked <= HOUR_MS) return goLive(ports, new Set());
  ports.properties.set(ASKED, String(now));
  const names = waiting.slice(0, NAMED_MAX).map(({ row }) => row.email);
  const more = waiting.length > NAMED_MAX ? ["…"] : [];
  return LIVE.sure(waiting.length, [...names, ...more].join(", "))[language];
}

/** Says what was done. The caller holds the batch mutex. */
export function rehearse(ports: Ports): string {
  const { language } = readDoorConfig(ports.properties.all());
  putSettings(ports, { mode: "REHEARSAL" });
  markStop(ports);
  runBatch(ports, "edit");
  return LIVE.rehearsing[language];
}

/** How many rows stand there still; their people stay with them. */
function removeRows({ store }: Ports, { enrollments, leaving, changed }: TestRows): number {
  const changes = changed.map(({ before, after }) => changeOf(before, after));
  if (changes.length > 0) store.update("Contacts", changes);
  const ids = enrollments.map(({ row }) => row.id);
  const left = ids.length > 0 ? store.remove("Queue", ids) : [];
  const owners = new Set(left.map(contactIdOf));
  const people = leaving.map(({ id }) => id).filter((id) => !owners.has(id));
  if (people.length > 0) store.remove("Contacts", people);
  return left.length;
}

/** What a person has typed meanwhile stays. */
function changeOf(before: ContactRow, after: ContactRow): RowChange<"Contacts"> {
  const names = Object.keys(after) as (keyof ContactRow)[];
  const differ = names.filter((name) => before[name] !== after[name]);
  const of = (row: ContactRow) => Object.fromEntries(differ.map((name) => [name, row[name]]));
  return { id: before.id, cells: of(after), seen: of(before) };
}
