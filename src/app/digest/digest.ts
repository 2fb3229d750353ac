// The owner's daily mail at about 08:00 of the sheet's own zone, exactly once for its day. An idle tick pays nothing for it:
// when the next one is due stands in a property that every run reads anyway.
import { readSettings, type Settings } from "../../model/settings";
import { DAY_MS, MINUTE_MS } from "../../model/time";
import type { Language, Ports } from "../../ports";
import { DIGEST } from "../../words/digest";
import { OUTDATED, STALE } from "../../words/outdated";
import { outdatedCounts, type Stale } from "../clean-data/outdated";
import { sheetLink } from "../links/sheet-link";
import { pauseOf } from "../timer/error-pause";
import { mailOwner, type OwnerMail } from "../timer/owner-mail";
import { type Counted, type DigestFacts, digestFacts } from "./digest-facts";

type Kept = Readonly<Record<string, string>>;

const PROPERTY = "digest";
const HOUR_OF_DAY = 8;
/** A run that has worked for long leaves the mail to the next. */
const LATEST_MS = 2 * MINUTE_MS;
const NAMED_MAX = 10;
/** Cells are shortened: a mail is read on a phone. */
const NAME_MAX = 160;

/** Which hours the next mail tells of: up to the morning it is due. */
interface Span {
  readonly from: number;
  readonly due: number;
}

export function isDigestDue(kept: Kept, now: number): boolean {
  const span = spanOf(kept);
  return span === null || now >= span.due;
}

/** Never throws: a mail to the owner must not fail a run that did its work. */
export function digestIfDue(ports: Ports, kept: Kept, startedAt: number): void {
  if (!isDigestDue(kept, startedAt)) return;
  const span = spanOf(kept);
  if (ports.clock.now() - startedAt > LATEST_MS) return;
  try {
    if (span !== null && !told(ports, kept, span)) return;
    const next: Span = { from: span?.due ?? startedAt, due: nextMorning(ports, startedAt) };
    ports.properties.set(PROPERTY, JSON.stringify(next));
  } catch (error) {
    ports.log.warn(`the daily mail waits: ${String(error)}`);
  }
}

/** True: it has gone, or there is nothing to tell. */
function told(ports: Ports, kept: Kept, { from, due }: Span): boolean {
  const settings = readSettings(ports.store.read("Settings"));
  if (settings.mode !== "LIVE" || settings.digest === "off") return true;
  const facts = read(ports, from, due);
  if (settings.digest === "busy" && !isBusy(facts)) return true;
  const about = { topic: "digest", key: String(due) } as const;
  const write = () => {
    const weekly = settings.cleaning && isWeekly(due) ? outdatedCounts(ports) : null;
    return written(ports, kept, settings, { ...facts, weekly: weekly ?? [] }, from);
  };
  return mailOwner(ports, kept, about, write) === "gone";
}

/** Monday's, told without asking for a zone: at worst it is a neighbour, once a week all the same. */
function isWeekly(due: number): boolean {
  return new Date(due).getUTCDay() === 1;
}

function spanOf(kept: Kept): Span | null {
  try {
    return JSON.parse(kept[PROPERTY] ?? "null") as Span | null;
  } catch {
    return null;
  }
}

function read({ store }: Ports, from: number, to: number): DigestFacts {
  const cells = <T>(rows: readonly { readonly cells: T }[]) => rows.map((row) => row.cells);
  const events = cells(store.read("Events"));
  const sends = cells(store.read("Sends"));
  const queue = cells(store.read("Queue"));
  return digestFacts({ events, sends, queue, runs: cells(store.read("Runs")) }, from, to);
}

/** 08:00 of tomorrow, whatever the clocks do in between. */
function nextMorning({ workbook }: Ports, now: number): number {
  const minuteOf = (at: number) => {
    const [hour, minute] = workbook.wallTime(at, "").text.slice(-5).split(":").map(Number);
    return (hour ?? 0) * 60 + (minute ?? 0);
  };
  const wanted = HOUR_OF_DAY * 60;
  const guess = now + DAY_MS + (wanted - minuteOf(now)) * MINUTE_MS;
  // An hour that was put on or back in between.
  return guess + (wanted - minuteOf(guess)) * MINUTE_MS;
}

function isBusy(facts: DigestFacts): boolean {
  const { cameIn, wentOut, stopped, failed, failedRuns } = facts;
  return failedRuns > 0 || [cameIn, wentOut, stopped, failed].some((all) => all.length > 0);
}

function written(
  ports: Ports,
  kept: Kept,
  { language, sending }: Settings,
  facts: DigestFacts & { readonly weekly: NonNullable<ReturnType<typeof outdatedCounts>> },
  from: number,
): OwnerMail {
  const { weekly } = facts;
  const { cameIn, wentOut, stopped, wishes, letGo, waits, held, answered, failed, failedRuns } =
    facts;
  const counts = {
    ...{ cameIn: total(cameIn), wentOut: total(wentOut), stopped: total(stopped) },
    ...{ waits: total(waits), failed: total(failed) },
  };
  const part = (title: keyof typeof counts, all: Counted) =>
    [DIGEST.line(DIGEST[title], counts[title])[language], ...named(all, language)].join("\n");
  const standing = [
    ...(sending ? [] : [DIGEST.off[language]]),
    ...(pauseOf(kept) === null ? [] : [DIGEST.paused[language]]),
    ...(failedRuns > 0 ? [DIGEST.runs(failedRuns)[language]] : []),
  ];
  const parts = [
    DIGEST.since(ports.workbook.wallTime(from, "").text)[language],
    part("cameIn", cameIn),
    part("wentOut", wentOut),
    part("stopped", stopped),
    ...(wishes.count > 0 ? [DIGEST.wishes(wishes.count, wishes.slowestMs)[language]] : []),
    ...(letGo.length > 0 ? [DIGEST.letGo(letGo)[language]] : []),
    part("waits", waits),
    ...(held.length > 0 ? [[DIGEST.held[language], ...named(held, language)].join("\n")] : []),
    ...(answered.length > 0
      ? [[DIGEST.answered[language], ...named(answered, language)].join("\n")]
      : []),
    ...(failed.length > 0 ? [part("failed", failed)] : []),
    ...(weekly.length > 0 ? [weeklyPart(weekly, language)] : []),
    ...(standing.length > 0 ? [standing.join("\n")] : []),
    sheetLink(ports),
    DIGEST.foot[language],
  ];
  return { subject: DIGEST.subject(counts)[language], text: parts.join("\n\n") };
}

function weeklyPart(weekly: readonly (readonly [Stale, number])[], language: Language): string {
  const lines = weekly.map(([stale, count]) => `  ${count} × ${STALE[stale].what[language]}`);
  return [OUTDATED[language].weekly, ...lines].join("\n");
}

function named(all: Counted, language: Language): readonly string[] {
  const lines = all.slice(0, NAMED_MAX).map(([name, count]) => {
    const short = name.slice(0, NAME_MAX);
    return `  ${count} × ${short}`;
  });
  const more = all.length - NAMED_MAX;
  return more > 0 ? [...lines, `  ${DIGEST.more(more)[language]}`] : lines;
}

function total(all: Counted): number {
  return all.reduce((sum, [, count]) => sum + count, 0);
}
