// One last question to whoever has been silent for long; without an answer their rows end, and nothing more is asked.
import type { DueSend } from "../cadence/due-sends";
import { contactIdOf } from "../model/enrollment";
import { type Reason, reason } from "../model/reason";
import { SECOND_MS } from "../model/time";
import { appendEvents, eventRow } from "./doors/record-event";
import type { Pass } from "./one-pass";
import type { Plan, Planning } from "./sending/plan";
import { lastSign } from "./signs-of-life";

/** Of one silence always the same, so that it is asked about once. */
export function silenceMark(signAt: number): string {
  return `s${Math.floor(signAt / SECOND_MS).toString(36)}`;
}

/** They have shown a sign of life since, or the owner has changed the rule. Null: it goes. */
export function needlessQuestion(planning: Planning, { enrollment, owed }: DueSend): Reason | null {
  const asks = planning.office.settings.pace.coolDown.some(({ does }) => does === "ask");
  const mark = silenceMark(lastSign(planning, contactIdOf(enrollment.row.id)));
  return asks && owed?.event === mark ? null : reason("questionOver");
}

/** The end of a silence is an event like any other: the next pass applies it. */
export function recordSilences({ ports, book, known, startedAt }: Pass, { silent }: Plan): void {
  const events = new Map(
    silent.map(({ due, askedAt }) => {
      const who = book.wholeId(contactIdOf(due.enrollment.row.id));
      const key = `silence:${who}:${Math.floor(askedAt / SECOND_MS)}`;
      const payload = JSON.stringify({ contact: who, askedAt });
      const told = { source: "rule", type: "silence", stops: false } as const;
      return [key, { ...told, key, who, payload, occurredAt: startedAt }] as const;
    }),
  );
  const fresh = [...events.values()].filter(({ key }) => !known(key));
  if (fresh.length > 0) {
    appendEvents(
      ports,
      fresh.map((event) => eventRow(ports, event)),
    );
  }
}
