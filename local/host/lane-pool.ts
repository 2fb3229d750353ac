// Lanes cost a tenth of a second to open, so they are kept. A thread knows one time zone, that of its birth.
import { Lane } from "./lane.ts";

const idle = new Map<string, Lane[]>();

export function borrowLane(timeZone: string): Lane {
  return idle.get(timeZone)?.pop() ?? new Lane();
}

export function returnLane(timeZone: string, lane: Lane): void {
  if (lane.isCutOff) return;
  const lanes = idle.get(timeZone) ?? [];
  lanes.push(lane);
  idle.set(timeZone, lanes);
}
