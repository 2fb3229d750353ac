// Books the timer's runs in a property and says how often it may work, so that the day's trigger minutes last (design 2).
import type { Words } from "../../../sheets-schema/index";
import {
  booked,
  dayMs,
  freeMs,
  isAttended,
  type Ledger,
  ledgerAt,
  newLedger,
  type Ran,
  RESTS,
  usedMs,
} from "../../cadence/quota-minutes";
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { TIMER_PACE } from "../../words/pace";
import { type Check, checkName, lineOf } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";

/** Property: the ledger as JSON. */
const LEDGER = "ledger";
/** What the platform counts before the first line of ours runs. */
const START_MS = 300;
/** A run that was cut took that long at most, and booked nothing. */
const CUT_MS_MAX = 6 * MINUTE_MS;
/** However slow the pace, somebody outside must see that the timer lives. */
const BEAT_EVERY_MIN = 15;

type Kept = Readonly<Record<string, string>>;
type Pace = "works" | "beats" | "rests";

/** What this tick may do. */
export function paceNow(kept: Kept, now: number): Pace {
  const known = readLedger(kept);
  if (known === null || known.everyMin === 1) return "works";
  const ledger = ledgerAt(known, now);
  if (ledger.everyMin !== RESTS && isAttended(ledger, now, ledger.everyMin)) return "works";
  const slow = ledger.everyMin > BEAT_EVERY_MIN;
  return slow && isAttended(ledger, now, BEAT_EVERY_MIN) ? "beats" : "rests";
}

/** How long a run that sends may still go on. */
export function runMsLeft(kept: Kept, now: number): number {
  const ledger = readLedger(kept);
  if (ledger === null) return Number.POSITIVE_INFINITY;
  const known = ledgerAt(ledger, now);
  return Math.max(0, freeMs(known, known.everyMin) - freshMs(kept, ledger));
}

/** The largest quota ever seen; 0 before the first. */
export function mostRecipients(kept: Kept): number {
  return readLedger(kept)?.recipients ?? 0;
}

/** What timer runs beside the tick have taken: each has a property of its own, so that none writes over another's. */
const BESIDE = { watch: "ran_watch", edit: "ran_edit" } as const;

/** What took less is not worth a call. */
const BOOKED_FROM_MS = 2_000;

/** Runs, and adds its time to what the tick's next booking takes over. */
export function besideLedger(
  ports: Ports,
  job: keyof typeof BESIDE,
  run: (watched: Ports) => void,
): void {
  const startedAt = ports.clock.now();
  const seen: Seen = { kept: null, wrote: false, holds: false, recipients: 0 };
  try {
    run(watchedPorts(ports, seen));
  } finally {
    const { kept } = seen;
    const ranMs = ports.clock.now() - startedAt + START_MS;
    if (kept !== null && ranMs >= BOOKED_FROM_MS) {
      ports.properties.set(BESIDE[job], String(Number(kept[BESIDE[job]] ?? "0") + ranMs));
    }
  }
}

function besideMs(kept: Kept): number {
  return Object.values(BESIDE).reduce((sum, name) => sum + Number(kept[name] ?? "0"), 0);
}

/** Not taken over yet. */
function freshMs(kept: Kept, { besideMs: known = 0 }: Ledger): number {
  return Math.max(0, besideMs(kept) - known);
}

interface Seen {
  kept: Kept | null;
  wrote: boolean;
  holds: boolean;
  recipients: number;
}

/** Runs and books. A run that wrote no property found nothing, and is booked with the next that does: no call for itself. */
export function onLedger(ports: Ports, run: (watched: Ports) => unknown): void {
  const startedAt = ports.clock.now();
  const seen: Seen = { kept: null, wrote: false, holds: false, recipients: 0 };
  let result: unknown = null;
  try {
    result = run(watchedPorts(ports, seen));
  } finally {
    const { kept, holds, wrote } = seen;
    if (kept !== null && holds && wrote && paceNow(kept, startedAt) === "works") {
      const kind = result === "idle" ? "look" : "work";
      book(ports, kept, seen.recipients, { kind, startedAt });
    }
  }
}

function watchedPorts(ports: Ports, seen: Seen): Ports {
  const { properties, locks, mailer } = ports;
  const all = () => {
    const kept = properties.all();
    seen.kept ??= kept;
    return kept;
  };
  const set = (key: string, value: string) => {
    seen.wrote = true;
    properties.set(key, value);
  };
  const takeBatch = () => {
    seen.holds = locks.takeBatch();
    return seen.holds;
  };
  const quotaLeft = () => {
    const left = mailer.quotaLeft();
    seen.recipients = Math.max(seen.recipients, left);
    return left;
  };
  return but(ports, {
    properties: but(properties, { all, set }),
    locks: but(locks, { takeBatch }),
    mailer: but(mailer, { quotaLeft }),
  });
}

/** The same, but for some of its members. */
function but<T extends object>(target: T, others: Partial<T>): T {
  return new Proxy(target, {
    get(_, name) {
      if (name in others) return Reflect.get(others, name);
      const own: unknown = Reflect.get(target, name);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
}

type Booking = Pick<Ran, "kind" | "startedAt">;

function book(ports: Ports, kept: Kept, recipients: number, ran: Booking): void {
  const now = ports.clock.now();
  const before = readLedger(kept) ?? newLedger(ran.startedAt);
  const cut = cutMs(kept, before, ran.startedAt);
  const ranMs = now - ran.startedAt + START_MS;
  const most = Math.max(before.recipients, recipients);
  const besides = { recipients: most, besideMs: besideMs(kept) };
  const after = booked(
    { ...before, ...besides },
    { ...ran, ranMs, cutMs: cut },
    now,
    freshMs(kept, before),
  );
  ports.properties.set(LEDGER, JSON.stringify(after));
  if (after.everyMin !== before.everyMin) tellPace(ports, kept, after, now);
}

/** The run before left its sign and no booking. */
function cutMs({ sending_run = "" }: Kept, { until }: Ledger, now: number): number {
  const began = Number(sending_run);
  return sending_run === "" || began <= until ? 0 : Math.min(CUT_MS_MAX, now - began);
}

function tellPace(ports: Ports, kept: Kept, ledger: Ledger, now: number): void {
  const { language } = readDoorConfig(kept);
  const line = { id: "timer", ok: true, ready: paceWords(ledger), open: paceWords(ledger) };
  try {
    const told = lineOf(line, language, now);
    writeStartHere(ports, [{ ...told, check: checkName("timer")[language] }]);
  } catch (error) {
    ports.log.warn(`Start here cannot be written: ${String(error)}`);
  }
}

/** The timer's line as it stands at another pace than once a minute. */
export function atItsPace(timer: Check, kept: Kept): Check {
  const ledger = readLedger(kept);
  const slow = ledger !== null && ledger.everyMin > 1;
  return timer.ok && slow ? { ...timer, ready: paceWords(ledger) } : timer;
}

function paceWords(ledger: Ledger): Words {
  const used = Math.round(usedMs(ledger) / MINUTE_MS);
  const of = Math.round(dayMs(ledger) / MINUTE_MS);
  if (ledger.everyMin === 1) return TIMER_PACE.again;
  if (ledger.everyMin === RESTS) return TIMER_PACE.rests(used, of);
  return TIMER_PACE.slower(ledger.everyMin, used, of);
}

function readLedger(kept: Kept): Ledger | null {
  try {
    const ledger = JSON.parse(kept[LEDGER] ?? "null") as Ledger | null;
    return typeof ledger?.hours === "object" ? ledger : null;
  } catch {
    return null;
  }
}
