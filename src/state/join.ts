// Two rows of Contacts are found to be one person, and parted again when that was a mistake.
import type { ContactRow } from "../../sheets-schema/index";
import { contactIdOf, type Enrollment, isClosed, isOpen } from "../model/enrollment";
import type { Ground } from "../model/fact";
import { givenBack, type Shares, takenOver } from "../model/joined-marks";
import { reason } from "../model/reason";
import { moved } from "./close";
import { settled } from "./settle";
import { restored, snapshot } from "./undo";

/** Queue `stop_reason` of a row whose person goes on in the same flow by another. */
export const SAME_PERSON = "same person";

export interface Pair {
  readonly kept: ContactRow;
  readonly other: ContactRow;
  /** Of both. */
  readonly rows: readonly Enrollment[];
}
interface Fact {
  readonly eventId: string;
  readonly at: number;
}

/** What is stopped by it remembers how it stood. Applied once more it changes nothing. */
export function joined({ kept, other, rows }: Pair, fact: Fact, ground: Ground): Pair {
  const whole = takenOver(kept, other);
  const apart = withoutTwins(rows, kept.id, fact, ground);
  const next = apart.map((one, at) => {
    const was = rows[at] ?? one;
    const own = settled(whole, one, { ...ground, at: fact.at });
    const row = own.row.email === whole.email ? own.row : { ...own.row, email: whole.email };
    const addressed = row === own.row ? own : { ...own, row };
    const changed = own !== was && was.undo?.event !== fact.eventId;
    return changed ? { ...addressed, undo: snapshot(was, fact.eventId) } : addressed;
  });
  return { kept: whole, other: { ...other, merged_into: kept.id }, rows: next };
}

/** `join`: the event that had made them one. */
export function parted(pair: Pair, shares: Shares, join: string, fact: Fact, ground: Ground): Pair {
  const { other } = pair;
  const kept = givenBack(pair.kept, other, shares);
  const rows = pair.rows.map((one) => {
    const own = contactIdOf(one.row.id) === other.id ? other : kept;
    const undo = one.undo?.event === join ? one.undo : null;
    const told = { ...ground, ...fact, told: "goesOnAlone" } as const;
    const back = undo === null ? one : restored(one, undo, told);
    return { ...back, row: { ...back.row, email: own.email } };
  });
  return { kept, other: { ...other, merged_into: "" }, rows };
}

/** Of two rows that go on in one flow the further one does; each failed payment has its own. */
function withoutTwins(
  rows: readonly Enrollment[],
  kept: string,
  { eventId, at }: Fact,
  { rules, say }: Ground,
): readonly Enrollment[] {
  return rows.map((one) => {
    const { flow, status } = one.row;
    if (isClosed(status) || rules.get(flow)?.reentry === "payment") return one;
    const twins = rows.filter((other) => isTwin(one, other));
    const further = twins.find((other) => isFurther(other, one));
    if (further === undefined) return heldAs(one, twins);
    const why = say(reason("goesOnAs", { email: further.row.email }));
    const stopped = moved(one, "stop", { at, eventId, stopReason: SAME_PERSON, why });
    return stopped === null ? one : { ...stopped, owed: [] };
  });

  /** What held the other holds this one. */
  function heldAs(one: Enrollment, twins: readonly Enrollment[]): Enrollment {
    const held = twins.find(({ row }) => !isOpen(row.status));
    const cause = { at, eventId, stopReason: "", why: say(reason("heldAsOther")) };
    const next = held !== undefined && isOpen(one.row.status) ? moved(one, "hold", cause) : null;
    return next === null ? one : { ...next, heldBy: held?.heldBy ?? "" };
  }
  function isFurther(one: Enrollment, other: Enrollment): boolean {
    const [first, second] = [one, other].map(placeOf);
    if (first === undefined || second === undefined) return false;
    const differs = first.findIndex((value, index) => value !== second[index]);
    if (differs < 0) return one.row.id > other.row.id;
    return (first[differs] ?? 0) > (second[differs] ?? 0);
  }
  function placeOf({ row }: Enrollment): readonly number[] {
    const own = contactIdOf(row.id) === kept ? 1 : 0;
    return [row.stage ?? 0, row.last_at ?? 0, own, row.entered_at ?? 0];
  }
}

function isTwin(one: Enrollment, other: Enrollment): boolean {
  const alike = one.row.flow === other.row.flow && one.test === other.test;
  return alike && one.row.id !== other.row.id && !isClosed(other.row.status);
}
