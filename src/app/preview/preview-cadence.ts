// What the waits in proposed_wait would move, before any of them holds (R80).
import { retimed } from "../../cadence/retime";
import { parseRules } from "../../flows/parse-rules";
import { type Enrollment, isOpen } from "../../model/enrollment";
import { type RuleFault, type Rules, waitAt, waitText } from "../../model/flow";
import { DAY_MS } from "../../model/time";
import type { Ports, StoredRow } from "../../ports";
import { Book } from "../book";
import { markStop } from "../doors/record-event";
import { named } from "../office";
import { runBatch } from "../run-batch";

/** What the proposed waits would do to the rows that wait. */
export interface CadenceChange {
  readonly moved: number;
  /** Of those, due by the end of today in the sheet's zone. */
  readonly dueToday: number;
  /** Timed by a person; they stay. */
  readonly held: number;
}
export interface Proposal {
  readonly row: string;
  readonly wait: string;
  readonly proposed: string;
}
export interface CadencePreview {
  readonly proposals: readonly Proposal[];
  /** What the proposals alone make wrong: then none of them can hold. */
  readonly faults: readonly RuleFault[];
  readonly change: CadenceChange;
}

export function cadencePreview(ports: Ports): CadencePreview {
  const rows = ports.store.read("Cadence");
  const proposals = rows.map(({ cells: { row, wait, proposed_wait } }) => ({
    ...{ row, wait, proposed: proposed_wait.trim() },
  }));
  const faults = newFaults(ports, rows);
  const change = faults.length > 0 ? NO_CHANGE : changeOf(ports, rows);
  return { proposals: proposals.filter(({ proposed }) => proposed !== ""), faults, change };
}

const NO_CHANGE: CadenceChange = { moved: 0, dueToday: 0, held: 0 };

/** Each proposal becomes the wait. Putting the old wait back restores every time. The caller holds the batch mutex. */
export function takeProposals(ports: Ports, proposals: readonly Proposal[]): void {
  const changes = proposals.map(({ row, proposed }) => ({
    id: row,
    cells: { wait: proposed, proposed_wait: "" },
  }));
  ports.store.update("Cadence", changes);
  markStop(ports);
  runBatch(ports, "edit");
}

function changeOf(ports: Ports, rows: readonly StoredRow<"Cadence">[]): CadenceChange {
  const before = rulesWith(ports, rows).rules;
  const after = rulesWith(ports, rows.map(withProposal)).rules;
  const now = ports.clock.now();
  const dayOf = (at: number) => ports.workbook.wallTime(at, "").text.slice(0, "yyyy-MM-dd".length);
  const today = dayOf(now);
  // Most rows lie months ahead; asking for their day would cost a call each.
  const isToday = (at: number) => at <= now || (at < now + DAY_MS && dayOf(at) === today);
  return cadenceChange(new Book(ports).enrollments(), before, after, isToday);
}

export function cadenceChange(
  enrollments: readonly Enrollment[],
  before: Rules,
  after: Rules,
  isToday: (at: number) => boolean,
): CadenceChange {
  let [moved, dueToday, held] = [0, 0, 0];
  for (const enrollment of enrollments) {
    const { row, timedBy } = enrollment;
    if (!isOpen(row.status)) continue;
    if (timedBy === "hand") held += waitOf(before, row) === waitOf(after, row) ? 0 : 1;
    const flow = after.get(row.flow);
    const next = flow === undefined ? null : retimed(enrollment, flow);
    const at = next?.enrollment.row.next_at ?? null;
    if (next === null || at === row.next_at) continue;
    moved += 1;
    if (at !== null && isToday(at)) dueToday += 1;
  }
  return { moved, dueToday, held };
}

function waitOf(rules: Rules, row: Enrollment["row"]): string {
  const flow = rules.get(row.flow);
  const wait = flow === undefined ? undefined : waitAt(flow, row.stage ?? 0);
  return wait === undefined ? "" : waitText(wait);
}

function rulesWith({ store }: Ports, cadence: readonly StoredRow<"Cadence">[]) {
  return parseRules({
    flows: store.read("Flows"),
    steps: store.read("Steps"),
    cadence,
    templates: named(store.read("Templates").map(({ cells }) => cells.template)),
    offers: named(store.read("Offers").map(({ cells }) => cells.offer)),
  });
}

function withProposal(row: StoredRow<"Cadence">): StoredRow<"Cadence"> {
  const wait = row.cells.proposed_wait.trim();
  return wait === "" ? row : { ...row, cells: { ...row.cells, wait } };
}

/** What only the proposals make wrong; a wait that cannot be read is named by the cell it stands in. */
function newFaults(ports: Ports, rows: readonly StoredRow<"Cadence">[]): readonly RuleFault[] {
  const text = (fault: RuleFault) =>
    JSON.stringify([fault.tab, fault.row, fault.column, fault.seen]);
  const before = new Set(rulesWith(ports, rows).faults.map(text));
  const { faults } = rulesWith(ports, rows.map(withProposal));
  const fresh = faults.filter((fault) => !before.has(text(fault)));
  // A wait that cannot be read makes faults elsewhere, which go with it.
  const own = fresh.filter(({ tab, column }) => tab === "Cadence" && column === "wait");
  return own.length > 0 ? own.map((fault) => ({ ...fault, column: "proposed_wait" })) : fresh;
}
