// REHEARSAL → LIVE: what the rehearsal left goes, whoever is real begins anew, and live payments are read once more.

import { withoutKnownRows } from "../model/known-rows";
import { HOUR_MS } from "../model/time";
import type { Ports } from "../ports";
import { LIVE } from "../words/live";
import { keyProblem } from "./ask-stripe";
import { readDoorConfig } from "./door-config";
import { begun, historyOf, keepHistory } from "./history-state";
import { markStop } from "./record-event";
import { runBatch } from "./run-batch";
import { putSettings } from "./start-settings";
import { type TestRows, testEnrollments, testRows } from "./start-test-rows";

const ASKED = "go_live_asked";
const NAMED_MAX = 5;

/** Says what was done. The caller holds the batch mutex. `real`: ids of test rows that are real people. */
export function goLive(ports: Ports, real: ReadonlySet<string>): string {
  const kept = keepReal(ports, real);
  const rows = testRows(ports, real);
  const left = removeRows(ports, rows);
  putSettings(ports, { mode: "LIVE" });
  const properties = ports.properties.all();
  const liveKey = keyProblem(properties.stripe_key ?? "", "LIVE") === "";
  // Payments of the rehearsal's time were only recorded: no marketing goes before they are known.
  if (liveKey) keepHistory(ports, { ...historyOf(properties), live: begun(null) });
  if (properties[ASKED] !== undefined) ports.properties.remove(ASKED);
  markStop(ports);
  runBatch(ports, "edit");
  const said = [
    LIVE.done(rows.enrollments.length - left, kept),
    liveKey ? LIVE.reading : LIVE.noLiveKey,
    ...(left > 0 ? [LIVE.left(left)] : []),
  ];
  const { language } = readDoorConfig(properties);
  return said.map((words) => words[language]).join(" ");
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

/** By the same way as a person's own choice in `do`; how many rows were asked for. */
function keepReal(ports: Ports, real: ReadonlySet<string>): number {
  const rows = testEnrollments(ports).filter(({ row }) => real.has(row.id));
  if (rows.length === 0) return 0;
  const cells = { do: "keep" } as const;
  ports.store.update(
    "Queue",
    rows.map(({ row }) => ({ id: row.id, cells })),
  );
  runBatch(ports, "edit");
  return rows.length;
}

/** How many rows stand there still. People first forget their rows, so that none is taken for deleted by a person. */
function removeRows({ store }: Ports, { enrollments, contacts, staying }: TestRows): number {
  const ids = enrollments.map(({ row }) => row.id);
  if (ids.length === 0 && contacts.length === 0) return 0;
  const gone = new Set(ids);
  const forgetting = [...staying, ...contacts].flatMap((contact) => {
    const { id, rows } = withoutKnownRows(contact, gone);
    return rows === contact.rows ? [] : [{ id, cells: { rows } }];
  });
  if (forgetting.length > 0) store.update("Contacts", forgetting);
  const left = store.remove("Queue", ids);
  store.remove(
    "Contacts",
    contacts.map(({ id }) => id),
  );
  return left.length;
}
