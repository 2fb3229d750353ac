// Whoever shows no sign of life hears from us more and more seldom.
import type { CoolRule, Rhythm } from "../model/pace-settings";
import { DAY_MS } from "../model/time";
import type { Limited, PastMail } from "./frequency";

/** A sign of life within it, and somebody counts as engaged. */
const LATELY_MS = 30 * DAY_MS;
/** To whoever has been silent for too long nothing goes; a sign of life is looked for again after this. */
const LOOK_AGAIN_MS = 90 * DAY_MS;
const RARER = 2;

/** `signAt`: of the last sign of life. `waitMs`: what the cadence waits before this mail. Null: it may go. */
export function coolUntil(
  rules: readonly CoolRule[],
  past: readonly PastMail[],
  signAt: number,
  waitMs: number,
  now: number,
): Limited | null {
  const since = past.filter(({ at }) => at > signAt);
  const silent = since.length;
  const [rule] = rules.filter(({ mails }) => mails <= silent).slice(-1);
  if (rule === undefined) return null;
  const ask = rules.find(({ does, mails }) => does === "ask" && mails <= silent);
  // Nothing that is graver comes before they were asked.
  if (ask !== undefined) return questioned(ask, since, signAt, now);
  const lastAt = Math.max(...past.map(({ at }) => at));
  const { does, pauseMs } = rule;
  const until =
    does === "stop" ? now + LOOK_AGAIN_MS : lastAt + (does === "pause" ? pauseMs : waitMs * RARER);
  return until > now ? { until, by: "cool", silent } : null;
}

function questioned(
  { pauseMs }: CoolRule,
  since: readonly PastMail[],
  signAt: number,
  now: number,
): Limited {
  const asked = since.filter((one) => one.asked).map(({ at }) => at);
  if (asked.length === 0) return { until: now + pauseMs, by: "ask", signAt };
  const askedAt = Math.max(...asked);
  const until = askedAt + pauseMs;
  return until > now ? { until, by: "answer" } : { until: now, by: "silence", askedAt };
}

export function rhythmGap(rhythm: Rhythm | null, signAt: number, now: number): number {
  if (rhythm === null) return 0;
  return now - signAt <= LATELY_MS ? rhythm.engagedMs : rhythm.othersMs;
}
