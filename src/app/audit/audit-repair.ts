// Repairs what the audit found: rows stand again as Events and Sends say, each repair an event with the old and new values.

import type { EventRow } from "../../../sheets-schema/index";
import { lateMark, turns } from "../../cadence/late";
import { contactIdOf, type Enrollment, isOpen } from "../../model/enrollment";
import type { Language, Ports } from "../../ports";
import { notBefore } from "../../state/not-before";
import { AUDIT, REPAIRED_WHY, UNTOLD_WHY, REPAIRED as WORDS } from "../../words/audit";
import { mailsUnderWay } from "../cursor";
import { appendEvents, eventRow, markStop } from "../doors/record-event";
import { refusalOf, sheetLanguage } from "../owner-only";
import { type Audited, audited, type Difference, REPAIRED } from "./audit";
import { COMPARED } from "./audit-compare";

/** Says what came of it. `ids`: the rows that were shown. */
export function repairRows(ports: Ports, ids: readonly string[]): string {
  const language = sheetLanguage(ports);
  const refusal = refusalOf(ports);
  if (refusal !== null) return refusal[language];
  const kept = ports.properties.all();
  const said = AUDIT[language];
  if (mailsUnderWay(kept)) return said.underWay;
  const found = audited(ports, kept, { ids: new Set(ids.map(contactIdOf)) });
  const some = found.differences.filter(({ stands }) => ids.includes(stands.row.id));
  if (some.length === 0) return said.agreeNow;
  const repairs = repaired(found, some, language);
  if (!recorded(ports, found, repairs, language)) return said.busy;
  for (const { after } of repairs) found.book.putEnrollment(after);
  found.book.save(ports, language);
  ports.store.flush();
  markStop(ports);
  return said.repaired(repairs.length);
}

interface Repair {
  readonly before: Enrollment;
  readonly after: Enrollment;
}

function repaired(
  { book, auditing: { now } }: Audited,
  some: readonly Difference[],
  language: Language,
): readonly Repair[] {
  const soonest = notBefore(now);
  const turn = turns(book.enrollments(), soonest);
  return some.map(({ stands: before, says }) => {
    if (says === null) {
      const row = { ...before.row, status: "REVIEW", why: UNTOLD_WHY[language] } as const;
      return { before, after: { ...before, row, undo: null } };
    }
    const { notes, tags } = before.row;
    const why = REPAIRED_WHY[language](says.row.why);
    const late = isOpen(says.row.status) && (says.row.next_at ?? soonest) < soonest;
    const row = { ...says.row, notes, tags, why, ...(late ? { next_at: turn() } : {}) };
    const owed = says.owed.map((one) => ({ ...one, notBefore: soonest }));
    const timedBy = late ? lateMark(says.timedBy) : says.timedBy;
    return {
      before,
      after: { ...says, row, owed, timedBy, revision: before.revision, undo: null },
    };
  });
}

/** Events first, as everything; a repair that was cut after it goes on without a second one. False: busy. */
function recorded(
  ports: Ports,
  { auditing }: Audited,
  repairs: readonly Repair[],
  language: Language,
): boolean {
  const known = new Set(auditing.recorded.events.map(({ key }) => key));
  const events = repairs.map((repair) => repairEvent(ports, repair, language));
  return appendEvents(
    ports,
    events.filter(({ key }) => !known.has(key)),
  );
}

function repairEvent(ports: Ports, { before, after }: Repair, language: Language): EventRow {
  const cellsOf = ({ row }: Enrollment) =>
    Object.fromEntries(COMPARED.map((column) => [column, row[column]]));
  const { id, email } = before.row;
  const payload = JSON.stringify({ enrollment: id, was: cellsOf(before), is: cellsOf(after) });
  const stood = JSON.stringify([id, before.revision, cellsOf(before)]);
  return eventRow(ports, {
    ...{ source: "sheet", type: REPAIRED, who: email, payload },
    key: `${REPAIRED}:${ports.secrets.digest(stood).slice(0, 24)}`,
    occurredAt: ports.clock.now(),
    ...{ outcome: "APPLIED", reason: WORDS[language], stops: false },
  });
}
