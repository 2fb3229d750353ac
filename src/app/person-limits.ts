// What one person has had and shown lately, and until when the next marketing mail waits for it.
import type { SendRow } from "../../sheets-schema/index";
import { coolUntil, rhythmGap } from "../cadence/cool-down";
import { type DueSend, waitOf } from "../cadence/due-sends";
import {
  asksForSigns,
  freeAt,
  isLimited,
  type Limited,
  type PastMail,
  turnAfter,
  type Waiting,
} from "../cadence/frequency";
import { heldSince } from "../cadence/late";
import { contactIdOf, isOpen, isTestKey, testApart } from "../model/enrollment";
import { addTo } from "../model/lists";
import { offerOfFlow } from "../model/offer";
import { LAST_QUESTION } from "../model/own-steps";
import type { Planning } from "./sending/plan";
import { lastSign } from "./signs-of-life";

/** When limits let a mail go, and which of them it waits for; null: now. */
export function limitsOf(planning: Planning) {
  const { pace } = planning.office.settings;
  const { now } = planning;
  if (!isLimited(pace)) return () => null;
  const past = pastOf(planning);
  const isAsked = askedBeside(planning);
  return (due: DueSend, planned: readonly DueSend[]): Limited | null => {
    const lately = [...past(due), ...besides(planning, due, planned)];
    const next = { flow: due.flow.flow, offer: offerName(planning, due.flow.flow) };
    const signAt = asksForSigns(pace)
      ? lastSign(planning, contactIdOf(due.enrollment.row.id))
      : now;
    const minGapMs = Math.max(pace.minGapMs, rhythmGap(pace.rhythm, signAt, now));
    const turn = turnAfter(due.dueAt, waitingBeside(planning, due), now);
    if (turn !== null) return turn;
    const rules = due.step.step === LAST_QUESTION ? [] : pace.coolDown;
    const cool = coolUntil(rules, lately, signAt, waitOf(due)?.waitMs ?? 0, now);
    if (cool?.by === "ask" && isAsked(due)) return { until: cool.until, by: "answer" };
    return cool ?? freeAt({ ...pace, minGapMs }, lately, next, now);
  };
}

/** Of a person's rows one carries the question. True: it does so already, or will by what was planned before. */
function askedBeside({ book }: Planning): (due: DueSend) => boolean {
  const asking = new Set<string>();
  return ({ enrollment }) => {
    const who = book.wholeId(contactIdOf(enrollment.row.id));
    const { enrollments } = book.person(book.contact(who));
    const owed = enrollments.some((one) => one.owed.some(({ step }) => step === LAST_QUESTION));
    const asked = owed || asking.has(who);
    asking.add(who);
    return asked;
  };
}

/** The person's other mails that are held, in flows that go on. */
function waitingBeside({ book, office }: Planning, { enrollment }: DueSend): readonly Waiting[] {
  const { id } = enrollment.row;
  return book.person(book.contact(contactIdOf(id))).enrollments.flatMap((one) => {
    const { row, timedBy } = one;
    const since = heldSince(timedBy);
    const waits = row.id !== id && isOpen(row.status) && office.rules.get(row.flow)?.on === true;
    return since === null || !waits ? [] : [{ since, until: row.next_at ?? 0 }];
  });
}

type Past = (due: DueSend) => readonly PastMail[];

/** Of Sends: what went to that person, and what may have gone. A mail of a rehearsal reached no reader. */
function pastOf(planning: Planning): Past {
  let byPerson: ReadonlyMap<string, readonly SendRow[]> | undefined;
  return ({ enrollment }) => {
    byPerson ??= marketingByPerson(planning);
    const who = planning.book.wholeId(contactIdOf(enrollment.row.id));
    const own = byPerson.get(testApart(who, enrollment.test)) ?? [];
    return own.map(({ flow, step, sent_at, planned_at }) => ({
      ...{ at: sent_at ?? planned_at ?? 0, flow },
      offer: offerName(planning, flow),
      asked: step === LAST_QUESTION,
    }));
  };
}

function marketingByPerson({ sent, book }: Planning): ReadonlyMap<string, readonly SendRow[]> {
  const byPerson = new Map<string, SendRow[]>();
  for (const row of sent.values()) {
    const went = row.sent_at !== null || MAY_HAVE_GONE.includes(row.status);
    if (row.class !== "marketing" || !went) continue;
    addTo(byPerson, testApart(book.wholeId(row.contact), isTestKey(row.send_key)), row);
  }
  return byPerson;
}

const MAY_HAVE_GONE: readonly SendRow["status"][] = ["INTENT", "CHECKING", "REVIEW"];

function besides(planning: Planning, due: DueSend, planned: readonly DueSend[]) {
  const whoIs = ({ row }: DueSend["enrollment"]) => planning.book.wholeId(contactIdOf(row.id));
  const who = whoIs(due.enrollment);
  return planned
    .filter(({ step, enrollment }) => {
      const same = enrollment.test === due.enrollment.test && whoIs(enrollment) === who;
      return same && step.class === "marketing";
    })
    .map(({ flow, step }) => ({
      ...{ at: planning.now, flow: flow.flow, asked: step.step === LAST_QUESTION },
      offer: offerName(planning, flow.flow),
    }));
}

function offerName({ office }: Planning, flow: string): string {
  return offerOfFlow(office.offers, flow)?.offer ?? "";
}
