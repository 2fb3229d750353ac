// Menu "Preview cadence change": what the waits in proposed_wait would move, before any of them holds (R80).
import type { CadenceRow } from "../../sheets-schema/index";
import { retimed } from "../cadence/retime";
import { parseRules } from "../flows/parse-rules";
import { type Enrollment, isOpen } from "../model/enrollment";
import { type RuleFault, type Rules, sayFault, waitAt, waitText } from "../model/flow";
import { DAY_MS } from "../model/time";
import type { Language, Ports, StoredRow } from "../ports";
import { Book } from "./book";
import { languageOf, mayWrite } from "./owner-only";
import { markStop } from "./record-event";
import { runBatch } from "./run-batch";

/** What the proposed waits would do to the rows that wait. */
export interface CadenceChange {
  readonly moved: number;
  /** Of those, due by the end of today in the sheet's zone. */
  readonly dueToday: number;
  /** Timed by a person; they stay. */
  readonly held: number;
}

export function previewCadence(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const language = languageOf(ports);
  const rows = ports.store.read("Cadence");
  const proposed = rows.filter(({ cells }) => cells.proposed_wait.trim() !== "");
  const said = SAID[language];
  if (proposed.length === 0) {
    ports.person.tell(said.title, said.none);
    return;
  }
  const faults = newFaults(ports, rows);
  if (faults.length > 0) {
    ports.person.tell(said.title, wrongText(faults, language));
    return;
  }
  const change = changeOf(ports, rows);
  const answer = ports.person.ask(said.title, question(proposed, change, language));
  if (answer?.trim().toUpperCase() !== "YES") {
    ports.person.tell(said.title, said.kept);
    return;
  }
  take(ports, proposed);
  ports.person.tell(said.title, said.taken);
}

/** Each proposal becomes the wait. Putting the old wait back restores every time. */
function take(ports: Ports, proposed: readonly StoredRow<"Cadence">[]): void {
  const changes = proposed.map(({ cells }) => ({
    id: cells.row,
    cells: { wait: cells.proposed_wait.trim(), proposed_wait: "" },
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
  const names = (values: readonly string[]) => new Set(values.filter((value) => value !== ""));
  return parseRules({
    flows: store.read("Flows"),
    steps: store.read("Steps"),
    cadence,
    templates: names(store.read("Templates").map(({ cells }) => cells.template)),
    offers: names(store.read("Offers").map(({ cells }) => cells.offer)),
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

function wrongText(faults: readonly RuleFault[], language: Language): string {
  const lines = faults.map((fault) => sayFault(fault)[language]);
  return [...lines, SAID[language].kept].join("\n");
}

function question(
  proposed: readonly StoredRow<"Cadence">[],
  { moved, dueToday, held }: CadenceChange,
  language: Language,
): string {
  const line = ({ row, wait, proposed_wait }: CadenceRow) =>
    `${row}: ${wait} → ${proposed_wait.trim()}`;
  const lines = proposed.map(({ cells }) => line(cells));
  const effect =
    language === "zh"
      ? [
          `${moved} 行会改期，其中 ${dueToday} 行今天到期。`,
          held > 0 ? `${held} 行由你手动定过时间，保持不变。` : "",
          "输入 YES 即生效。以后把原来的等待时间填回 wait，各行时间即恢复。",
        ]
      : [
          `Rows that would move: ${moved}; of these due today: ${dueToday}.`,
          held > 0 ? `Timed by hand, and staying as they are: ${held}.` : "",
          "Type YES to make it hold. Putting the old wait back later restores the times.",
        ];
  return [...lines, "", ...effect.filter((text) => text !== "")].join("\n");
}

const SAID = {
  en: {
    title: "Cadence change",
    none: "Write the wait you have in mind into proposed_wait in Cadence, then press this again.",
    kept: "Nothing was changed.",
    taken: "It holds from now on. Every row says its new time in next_at.",
  },
  zh: {
    title: "节奏改动",
    none: "请先在 Cadence 的 proposed_wait 中填入想要的等待时间，再点击此项。",
    kept: "未作任何改动。",
    taken: "已生效。各行的新时间见 next_at。",
  },
} as const;
