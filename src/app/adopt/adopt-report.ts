// What a plan comes to, in numbers and names, before anything is written.
import type { AdoptFault } from "../../events/adopt-line";
import { isOpen } from "../../model/enrollment";
import type { Ports } from "../../ports";
import type { Office } from "../office";
import { wallReader } from "./adopt-clock";
import type { Adopted } from "./adopt-person";
import type { AdoptPlan } from "./adopt-plan";
import type { Remark } from "./import-remarks";

export interface AdoptReport {
  readonly lines: number;
  readonly counts: Readonly<
    Record<
      | "people"
      | "rows"
      | "paid"
      | "today"
      | "overdue"
      | "known"
      | "joined"
      | "noted"
      | "stopped"
      | "noConsent"
      | "elsewhere"
      | "twice",
      number
    >
  >;
  /** "lite UNPAID" → how many. */
  readonly stands: readonly (readonly [string, number])[];
  readonly twiceRows: readonly number[];
  readonly elsewhereRows: readonly number[];
  /** When the last overdue one goes, as a clock shows it; "" when none is overdue. */
  readonly spreadUntil: string;
  /** The fullest day, where it is more than one account sends. */
  readonly fullest: { readonly day: string; readonly count: number } | null;
  /** Flows that are off. */
  readonly off: readonly string[];
  readonly faults: readonly AdoptFault[];
  readonly remarks: readonly Remark[];
}

/** A consumer account sends a hundred a day, and new people want some of them. */
const A_DAYS_MAILS = 90;

export function reportAdoption(
  { workbook, clock }: Ports,
  { rules }: Office,
  plan: AdoptPlan,
): AdoptReport {
  const { wallOf } = wallReader(workbook);
  const rows = plan.people.flatMap((person) => person.rows.map(({ row }) => row));
  const open = rows.filter(({ status, next_at }) => isOpen(status) && next_at !== null);
  const days = tally(open.map(({ next_at }) => wallOf(next_at ?? 0).slice(0, 10)));
  const fresh = plan.people.filter(({ known }) => !known);
  const stands = tally(rows.map(({ flow, status }) => `${flow} ${status}`));
  const [fullest] = [...days].sort((one, other) => other[1] - one[1]);
  return {
    lines: plan.lines,
    counts: {
      people: fresh.length,
      rows: rows.length,
      paid: plan.people.filter(({ contact }) => contact.paid === "YES").length,
      today: days.get(wallOf(clock.now()).slice(0, 10)) ?? 0,
      overdue: plan.overdue,
      known: plan.kept,
      joined: plan.people.filter(({ known, rows: own }) => known && own.length > 0).length,
      noted: plan.people.filter(isOnlyNoted).length,
      stopped: plan.people.filter(({ stopped }) => stopped.length > 0).length,
      noConsent: fresh.filter(({ contact }) => contact.consent !== "YES").length,
      elsewhere: plan.elsewhere.length,
      twice: plan.twice.length,
    },
    stands: [...stands].sort((one, other) => other[1] - one[1]),
    twiceRows: plan.twice,
    elsewhereRows: plan.elsewhere,
    spreadUntil: plan.overdue === 0 ? "" : wallOf(plan.overdueUntil).slice(0, 16),
    fullest:
      fullest === undefined || fullest[1] <= A_DAYS_MAILS
        ? null
        : { day: fullest[0], count: fullest[1] },
    off: [...new Set(open.map(({ flow }) => flow))].filter((flow) => rules.get(flow)?.on !== true),
    faults: plan.faults,
    remarks: plan.remarks,
  };
}

function isOnlyNoted({ known, rows, stopped, contact }: Adopted): boolean {
  const quiet = known && rows.length + stopped.length === 0;
  return quiet && contact.tags.includes("import:");
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
