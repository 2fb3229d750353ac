// While sending has paused itself: what is recorded, decided and stopped goes on, no mail goes, and every place says why.
import { type Reason, reason } from "../../model/reason";
import type { Ports } from "../../ports";
import { SENDING_LINE } from "../../words/start";
import { PAUSED_LINE } from "../../words/watch";
import type { Check } from "../check-words";
import type { Plan } from "../sending/plan";

type Kept = Readonly<Record<string, string>>;

export interface Pause {
  readonly why: "refused" | "runs";
  readonly at: number;
  /** Of so many mails of the last hour, so many did not go or are unsure. */
  readonly bad: number;
  readonly of: number;
  readonly what: string;
  /** From here on a few mails may try whether they go. */
  readonly tryAt: number;
}
export interface FailedRuns {
  readonly since: number;
  readonly times: number;
  readonly what: string;
}

/** As many as made it pause: fewer would prove nothing. */
const TRIED_MAX = 5;
/** So many failing runs in a row are no hiccup of the platform's. */
export const FAILED_MAX = 3;
export const PAUSED = "paused";
export const FAILED = "run_failed";

/** When it was last lifted; 0: never. */
export function liftedAt(kept: Kept): number {
  return pauseOf(kept) === null ? (read<{ readonly at: number }>(kept, PAUSED)?.at ?? 0) : 0;
}

/** Null: it has not paused itself. */
export function pauseOf(kept: Kept): Pause | null {
  const pause = read<Pause | { readonly why: "" }>(kept, PAUSED);
  return pause === null || pause.why === "" ? null : pause;
}

/** Null: none has failed since the last that went through. */
export function failedRuns(kept: Kept): FailedRuns | null {
  return read<FailedRuns>(kept, FAILED);
}

/** Why nothing is sent now; null: sending is open, or may try. */
export function pausedReason(ports: Ports, kept: Kept, now: number): Reason | null {
  const pause = pauseOf(kept);
  if (pause === null || (pause.why === "refused" && now >= pause.tryAt)) return null;
  if (pause.why === "runs") return reason("pausedRuns");
  const again = ports.workbook.wallTime(pause.tryAt, "").text;
  return reason("pausedErrors", { bad: String(pause.bad), of: String(pause.of), again });
}

/** While it tries again: the first few of the plan; the others wait as before. */
export function fewToTry(ports: Ports, kept: Kept, planned: Plan): Plan {
  const pause = pauseOf(kept);
  if (pause === null) return planned;
  const why = pausedReason(ports, kept, pause.tryAt - 1) ?? reason("pausedRuns");
  const waiting = planned.sends.slice(TRIED_MAX).map(({ enrollment }) => ({ enrollment, why }));
  const sends = planned.sends.slice(0, TRIED_MAX);
  return { ...planned, sends, blocked: [...planned.blocked, ...waiting] };
}

/** The master switch's line on Start here. */
export function sendingCheck(ports: Ports, kept: Kept, sending: boolean): Check {
  const pause = pauseOf(kept);
  const id = "sending";
  if (!sending || pause === null)
    return { id, ok: sending, ready: SENDING_LINE.on, open: SENDING_LINE.off };
  const again = () => ports.workbook.wallTime(pause.tryAt, "").text;
  const refused = () => PAUSED_LINE.refused(pause.bad, pause.of, again());
  const open = pause.why === "runs" ? PAUSED_LINE.runs : refused();
  return { id, ok: false, ready: SENDING_LINE.on, open };
}

function read<T>(kept: Kept, property: string): T | null {
  try {
    const value: unknown = JSON.parse(kept[property] ?? "null");
    return typeof value === "object" ? (value as T | null) : null;
  } catch {
    return null;
  }
}
