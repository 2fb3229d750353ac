// Plays the month: one deed after the other, the timers firing on the way, every due mail on time.
import type { Host } from "../host/contract.ts";
import { dueTimes } from "../server/next-mail.ts";
import { openDoors, type StripeSide } from "./doors.ts";
import { chanceFrom } from "./random.ts";
import { DAYS, type Moment, timelineFrom } from "./timeline.ts";

export interface Month {
  readonly host: Host;
  /** http://localhost:PORT */
  readonly url: string;
  readonly seed: number;
  readonly stripe: StripeSide;
  readonly tell: (progress: Progress) => void;
}
export interface Progress {
  readonly day: number;
  readonly days: number;
  readonly people: number;
}
export interface Played {
  readonly people: number;
  readonly deeds: number;
  /** What could not be done, and why: nothing, when all is well. */
  readonly missed: readonly string[];
}

const DAY_MS = 86_400_000;
/** Nothing is due in between; a look every few hours keeps the run short. */
const LAZY_MS = 6 * 3_600_000;
/** A tick: what a door took in is applied, and the mail it asks for goes. */
const AFTER_A_DEED_MS = 65_000;

export async function playMonth({ host, url, seed, stripe, tell }: Month): Promise<Played> {
  const chance = chanceFrom(seed);
  const doors = openDoors(host, url, chance, stripe);
  const { moments, startMs, endMs } = timelineFrom(host.now(), chance);
  const missed: string[] = [];
  const met = new Set<string>();
  const say = () => {
    const day = Math.max(1, Math.ceil((host.now() - startMs) / DAY_MS));
    tell({ day: Math.min(DAYS, day), days: DAYS, people: met.size });
  };
  for (const { at, person, deed } of moments) {
    await moveTo(host, at, say);
    met.add(person.email);
    try {
      deed(doors, person);
    } catch (error) {
      missed.push(nameOf({ at, person, deed }, error));
    }
    host.advance(host.now() + AFTER_A_DEED_MS);
  }
  await moveTo(host, endMs, say);
  return { people: met.size, deeds: moments.length, missed };
}

/** From one due mail to the next, so that each goes within its minute. Pages are served on the way. */
async function moveTo(host: Host, to: number, say: () => void): Promise<void> {
  while (host.now() < to) {
    const now = host.now();
    const due = dueTimes(host).filter((at) => at > now);
    host.advance(Math.min(to, ...due), LAZY_MS);
    say();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function nameOf({ at, person }: Moment, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `${new Date(at).toISOString()} ${person.story}, ${person.email}: ${why}`;
}
