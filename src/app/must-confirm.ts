// Whose consent counts only once they have confirmed it: by the flow they came to, or by the law of their region.
import type { DueSend } from "../cadence/due-sends";
import { isConfirmed } from "../model/consent";
import { contactIdOf, type Enrollment, isAdopted, isTestKey, testApart } from "../model/enrollment";
import { addTo } from "../model/lists";
import { CONFIRM } from "../model/own-steps";
import { type Reason, reason } from "../model/reason";
import { DAY_MS } from "../model/time";
import { openReason } from "../state/settle";
import { readerRegion } from "./reader-region";
import type { Planning } from "./sending/plan";

type Looking = Pick<Planning, "ports" | "office" | "book" | "now">;

export function mustConfirm(planning: Looking, enrollment: Enrollment): boolean {
  const contact = planning.book.contact(contactIdOf(enrollment.row.id));
  if (contact === null || contact.consent !== "YES" || isConfirmed(contact)) return false;
  const flow = planning.office.rules.get(enrollment.row.flow);
  if (flow?.confirms === true && !isAdopted(enrollment)) return true;
  return readerRegion(planning, enrollment)?.double_opt_in === "YES";
}

/**
 * Nobody is asked more than once a day, however many forms they fill in. Who has come back since is asked a day later.
 * Null: the mail that asks goes.
 */
export function askedEnough(
  planning: Planning,
  { enrollment, key, owed }: DueSend,
  planned: readonly DueSend[],
): { readonly lost: Reason } | { readonly until: number; readonly why: Reason } | null {
  const { row } = enrollment;
  if (!mustConfirm(planning, enrollment)) return { lost: openReason(enrollment, row.next_step) };
  const own = testApart(row.email, enrollment.test);
  const now = planned.some(
    (one) =>
      one.step.step === CONFIRM && testApart(one.enrollment.row.email, one.enrollment.test) === own,
  );
  const before = askedIn(planning.sent).get(own) ?? [];
  const times = before.filter((one) => one.key !== key).map(({ at }) => at);
  const until = Math.max(now ? planning.now : 0, ...times) + DAY_MS;
  if (until <= planning.now) return null;
  const why = reason("askedToConfirm");
  return owed?.notBefore === undefined ? { lost: why } : { until, why };
}

type Asked = ReadonlyMap<string, readonly { readonly key: string; readonly at: number }[]>;

/** Planning reads Sends through once, and only where somebody is to be asked. */
const read = new WeakMap<Planning["sent"], Asked>();

function askedIn(sent: Planning["sent"]): Asked {
  const known = read.get(sent);
  if (known !== undefined) return known;
  const asked = new Map<string, { key: string; at: number }[]>();
  for (const { send_key: key, step, email, status, sent_at, planned_at } of sent.values()) {
    if (step !== CONFIRM || (sent_at === null && status === "FAILED")) continue;
    const at = sent_at ?? planned_at ?? 0;
    addTo(asked, testApart(email, isTestKey(key)), { key, at });
  }
  read.set(sent, asked);
  return asked;
}
