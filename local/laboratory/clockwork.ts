// Moves time on: a tick wherever there is something to do, and nothing in between. That the ticks left out change
// nothing is proved apart.
import { attempt } from "./attempt.ts";
import { DAY_MS, HOUR_MS, type Lab, MINUTE_MS } from "./lab.ts";

/** A tick that finds nothing to do makes no more. */
const IDLE_CALLS_MAX = 8;
/** Runs in a row that bring nothing new; after so many the next may wait, as when ticks come late. */
const EAGER_RUNS = 3;
/** Before a first pass: an answer of Stripe's is waited for a quarter of an hour. */
const AWAITING_RUNS = 16;
const LAZY_MS = 30 * MINUTE_MS;
const LAZIEST_MS = 8 * HOUR_MS;
/** Edits that no trigger told of are seen by a comparison. */
const COMPARISON_MS = 11 * MINUTE_MS;
/** By then a mail that came has been read, whatever was in the way. */
const MAIL_READ_MS = 6 * DAY_MS;
const HEARTBEATS = ["beat", "watched"];
export const QUIET_MS = 7 * DAY_MS;

const AUDIT_EVERY_DAYS = 4;

/** `told`: what the last whole round found. */
interface Audit {
  readonly next: number;
  readonly told: object | null;
}
interface Cursor {
  readonly nextDue: number | null;
  readonly mark: string;
  readonly eventsRow: number;
}

export class Clockwork {
  readonly #lab: Lab;
  readonly #lookMs: number;
  readonly #worked: () => void;
  #compareAt = Number.POSITIVE_INFINITY;
  /** Runs without anything new, and what was there then. */
  #vain = 0;
  #seen = "";
  #twice = false;

  /**
   * `lookMs`: so often a tick comes also when no mail and no event waits; asking Stripe, telling the owner, looking
   * after itself have times of their own. `worked`: told after each run that did something.
   */
  constructor(lab: Lab, lookMs: number, worked: () => void = () => undefined) {
    this.#lab = lab;
    this.#lookMs = lookMs;
    this.#worked = worked;
  }

  /** Every tick comes twice. */
  repeat(twice: boolean): void {
    this.#twice = twice;
  }

  /** A hand was in the sheet. */
  stirred(): void {
    this.#compareAt = this.#lab.host.now() + COMPARISON_MS;
  }

  /** Until `silentUntil` no timer fires. */
  moveTo(instant: number, silentUntil = 0): void {
    const { host } = this.#lab;
    if (silentUntil > host.now()) this.#pass(Math.min(instant, silentUntil));
    let next = host.now();
    while (host.now() < instant) {
      if (next - host.now() > MINUTE_MS) this.#jump(Math.min(next, instant));
      if (host.now() >= instant) return;
      host.advance(host.now() + MINUTE_MS);
      if (this.#twice) attempt(() => host.run({ function: "jobs.tick" }));
      if ((host.executions().at(-1)?.calls.length ?? 0) > IDLE_CALLS_MAX) this.#worked();
      this.#auditSeldom();
      next = this.#nextLook();
    }
  }

  /** Time goes by; no timer fires. */
  #pass(instant: number): void {
    const { host } = this.#lab;
    host.trouble({ ticks: "none" });
    host.advance(instant);
    host.trouble({ ticks: "normal" });
  }

  /** As if the timers had fired all the while: idle, they leave their heartbeats and nothing else. */
  #jump(instant: number): void {
    this.#pass(instant);
    const beatAt = this.#hasMail(instant) ? instant - COMPARISON_MS : instant;
    for (const beat of HEARTBEATS) this.#lab.host.setProperty(beat, String(beatAt));
  }

  /** With the next beat the mailbox is read: not every tick would find nothing. */
  #hasMail(instant: number): boolean {
    const { host, mailAt } = this.#lab;
    return host.property("mailbox") === null || instant < mailAt + MAIL_READ_MS;
  }

  /** The daily audit only reads, and is a third of a month's work: every fourth is enough here. */
  #auditSeldom(): void {
    const { host } = this.#lab;
    const audit = JSON.parse(host.property("audit") ?? "null") as Audit | null;
    const waitMs = (audit?.next ?? 0) - host.now();
    if (audit === null || audit.told === null || waitMs <= 0 || waitMs > DAY_MS) return;
    const next = audit.next + (AUDIT_EVERY_DAYS - 1) * DAY_MS;
    host.setProperty("audit", JSON.stringify({ ...audit, next }));
  }

  #nextLook(): number {
    const now = this.#lab.host.now();
    if (this.#compareAt <= now) this.#compareAt = Number.POSITIVE_INFINITY;
    const cursor = cursorOf(this.#lab);
    const restless = this.#isRestless(cursor);
    const due = restless ? now : (cursor?.nextDue ?? now + this.#lookMs);
    const patienceMs = this.#patienceMs(restless ? AWAITING_RUNS : EAGER_RUNS);
    const soon = patienceMs === 0 ? now : nextTurn(now + patienceMs);
    // A mail is waited for to the minute; what is tried again and again is not.
    const next = due - now > HOUR_MS ? due : Math.max(due, soon);
    const heardAt = this.#lab.mailAt + COMPARISON_MS;
    const heard = heardAt > now ? heardAt : Number.POSITIVE_INFINITY;
    return Math.min(next, this.#compareAt, heard, now + this.#lookMs);
  }

  #patienceMs(eagerRuns: number): number {
    const rows = this.#lab.host.sheets().map((sheet) => sheet.rows);
    const seen = `${rows.join()} ${this.#lab.host.drafts().length}`;
    this.#vain = seen === this.#seen ? this.#vain + 1 : 0;
    this.#seen = seen;
    if (this.#vain < eagerRuns) return 0;
    return Math.min(LAZY_MS * 2 ** (this.#vain - eagerRuns), LAZIEST_MS);
  }

  /** The last run did not end well, or something came while it ran. */
  #isRestless(cursor: Cursor | null): boolean {
    const { host } = this.#lab;
    if (cursor === null || cursor.mark !== (host.property("stop_mark") ?? "")) return true;
    if (host.executions().at(-1)?.outcome !== "ok") return true;
    const events = host.sheets().find(({ name }) => name === "Events");
    return cursor.eventsRow !== (events?.rows ?? 0) + 1;
  }
}

/** The minute of the hour at which a timer works whatever its pace: it comes within each, and rests in the others. */
function nextTurn(instant: number): number {
  return Math.ceil(instant / HOUR_MS) * HOUR_MS;
}

function cursorOf(lab: Lab): Cursor | null {
  const kept = lab.host.property("cursor");
  return kept === null ? null : (JSON.parse(kept) as Cursor);
}
