// Self-test: whether the timer really calls. Asked for by a property, which the timer's next run takes away.
import type { Probe } from "../../model/probe";
import { MINUTE_MS, SECOND_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { FOUND, timerCalled } from "../../words/self-test";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";
import { probeId, probeLine } from "./self-test";

type Kept = Readonly<Record<string, string>>;

const ASKED = "self_test";
const SILENT_AFTER_MS = 3 * MINUTE_MS;
/** What was seen this long ago is not tried again. */
const FRESH_MS = 60 * MINUTE_MS;

export function timerRuns(ports: Ports, kept: Kept): Probe {
  const now = ports.clock.now();
  const askedAt = Number(kept[ASKED] ?? "0");
  if (askedAt > 0 && now - askedAt >= SILENT_AFTER_MS) {
    ports.properties.remove(ASKED);
    return { name: "timer runs", ok: false, seen: FOUND.timerSilent };
  }
  const seen = lately(ports, now);
  if (seen !== null) return { name: "timer runs", ok: true, seen: { en: seen, zh: seen } };
  if (askedAt === 0) ports.properties.set(ASKED, String(now));
  return { name: "timer runs", ok: null, seen: FOUND.timerAsked };
}

/** What the timer itself has written, in the sheet's language. */
function lately({ store }: Ports, now: number): string | null {
  const line = store.read("Start here").find(({ cells }) => cells.id === probeId("timer runs"));
  if (line === undefined || line.cells.state !== "✓") return null;
  if (now - (line.cells.at ?? 0) > FRESH_MS) return null;
  return /\((.*)\)$/.exec(line.cells.what_to_do)?.[1] ?? null;
}

export function isSelfTestAsked(kept: Kept): boolean {
  return Number(kept[ASKED] ?? "0") !== 0;
}

/** In each run of the timer; nothing unless a self-test has asked. */
export function answerSelfTest(ports: Ports, kept: Kept): void {
  if (!isSelfTestAsked(kept)) return;
  const askedAt = Number(kept[ASKED]);
  ports.properties.remove(ASKED);
  const now = ports.clock.now();
  const user = ports.platform.activeUser();
  const who = user === "" ? "nobody" : user === kept.owner ? "owner" : "other";
  const seen = timerCalled(Math.round((now - askedAt) / SECOND_MS), who);
  const { language } = readDoorConfig(kept);
  writeStartHere(ports, [probeLine({ name: "timer runs", ok: true, seen }, language, now)]);
}
