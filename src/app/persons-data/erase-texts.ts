// What is left of rows that tell of an erased person: keys, times and outcomes, and nothing that names them.
import type { EventRow, SendRow, UnmatchedRow } from "../../../sheets-schema/index";
import type { Language, RowChange } from "../../ports";
import { ERASED_WORDS } from "../../words/person-data";
import { isFrom, type Whose, withoutMarks } from "./person-whose";

/** In Events: there was something. */
export const ERASED = '{"erased":true}';

export function erasedEvent(event: EventRow, whose: Whose, language: Language): EventRow {
  if (!isFrom(event, whose)) return withoutPart(event, whose);
  const key = withoutMarks(event.key, whose);
  // Nothing follows any more from what was not applied yet.
  const outcome = event.outcome === "" ? "IGNORED" : event.outcome;
  return { ...event, key, who: "", payload: ERASED, outcome, reason: ERASED_WORDS[language] };
}

/** Of an event that tells of others as well. */
function withoutPart(event: EventRow, whose: Whose): EventRow {
  const { key, reason, who } = event;
  const payload = withoutMarks(withoutSeeds(event, whose), whose);
  return {
    ...event,
    ...{ payload, key: withoutMarks(key, whose), reason: withoutMarks(reason, whose) },
    who: withoutMarks(who, whose),
  };
}

/** Rows of an older sheet were told of in hundreds at once. */
function withoutSeeds({ type, payload }: EventRow, { contacts }: Whose): string {
  if (type !== "adopted.rows") return payload;
  try {
    const { rows } = JSON.parse(payload) as { rows: readonly { c?: { id?: unknown } }[] };
    const others = rows.filter(({ c }) => !contacts.some(({ id }) => id === c?.id));
    return others.length === rows.length ? payload : JSON.stringify({ rows: others });
  } catch {
    return payload;
  }
}

export function emptiedSend(send: SendRow, why: string): SendRow {
  const names = { email: "", token: "", draft_id: "", message_id: "", thread_id: "" };
  return { ...send, ...names, why };
}

/** The payment stays counted under its id, as books must be kept. */
export function erasedPayment(row: UnmatchedRow, whose: Whose): UnmatchedRow {
  const { suspects, this_is, what_to_do, notes } = row;
  return {
    ...{ ...row, name: "", suspects: withoutMarks(suspects, whose) },
    ...{ this_is: withoutMarks(this_is, whose), what_to_do: withoutMarks(what_to_do, whose) },
    notes: withoutMarks(notes, whose),
  };
}

export function changeOf<R extends EventRow | SendRow | UnmatchedRow>(
  before: R,
  after: R,
  id: string,
): RowChange<never>[] {
  const cells = Object.entries(after).filter(([name, value]) => value !== before[name as keyof R]);
  return cells.length === 0 || id === "" ? [] : [{ id, cells: Object.fromEntries(cells) }];
}
