// What adopting a tab would do, person by person; nothing is written yet. A second run plans only what the first left.

import { lateMark, turns } from "../cadence/late";
import type { Columns } from "../events/adopt-columns";
import type { DateGround } from "../events/adopt-date";
import { type AdoptFault, type AdoptLine, readLine } from "../events/adopt-line";
import { type Enrollment, isOpen } from "../model/enrollment";
import { type MailClass, type Rules, stepAt } from "../model/flow";
import { addTo } from "../model/lists";
import { reason } from "../model/reason";
import { isTestPerson } from "../model/test-person";
import type { OtherCell, Ports } from "../ports";
import { ADOPTED_WHY, NAMELESS_WHY } from "../words/adopt";
import { wallReader } from "./adopt-clock";
import { flowOfLine } from "./adopt-flow";
import { type Adopted, adoptPerson, type FlowLine } from "./adopt-person";
import type { Book } from "./book";
import { groundOf, type Office } from "./office";
import { suppressedAs } from "./suppressed";

export interface AdoptChoice {
  readonly tab: string;
  readonly columns: Columns;
  /** A flow, BY_COLUMN or PEOPLE_ONLY. */
  readonly flow: string;
  readonly order: DateGround["order"];
  /** In the owner's words; "" for none. */
  readonly basis: string;
}
export interface AdoptPlan {
  /** Lines that hold anything. */
  readonly lines: number;
  /** Who gets something: new here, or a new row, or a stop. */
  readonly people: readonly Adopted[];
  /** Known here with all the sheet says; they keep their state. */
  readonly kept: number;
  readonly faults: readonly AdoptFault[];
  readonly twice: readonly number[];
  /** Lines whose source is another flow's form. */
  readonly elsewhere: readonly number[];
  /** Rows that were overdue, and until when the last of them goes, epoch ms. */
  readonly overdue: number;
  readonly overdueUntil: number;
}

export interface Planning {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly now: number;
  /** The event that tells of this run, "" while it is dry. */
  readonly proof: string;
}

export function planAdoption(
  planning: Planning,
  values: readonly (readonly OtherCell[])[],
  choice: AdoptChoice,
): AdoptPlan {
  const { office, book } = planning;
  const { lines, faults } = readLines(planning, values, choice);
  const sorted = sortByFlow(lines, choice.flow, office.rules);
  const groups = byPerson(sorted.lines, book);
  const all = groups.map((group) => adoptPerson(group, personOffice(planning, choice)));
  const people = all.filter(
    (one) => !one.known || one.rows.length + one.stopped.length > 0 || isNews(one, book),
  );
  const slots = inTurn(people, planning);
  return {
    lines: lines.length + faultyLines(faults),
    people: slots.people,
    kept: all.length - people.length,
    faults: [...faults, ...sorted.faults],
    twice: all.flatMap(({ twice }) => twice),
    elsewhere: sorted.elsewhere,
    overdue: slots.overdue,
    overdueUntil: slots.until,
  };
}

/** Known, with nothing to stop, and marked by this sheet all the same; or known from a rehearsal only. */
function isNews({ contact }: Adopted, book: Book): boolean {
  const before = book.contact(contact.id);
  if (before === null || isTestPerson(before)) return true;
  return before.paid !== contact.paid || before.suppressed !== contact.suppressed;
}

function faultyLines(faults: readonly AdoptFault[]): number {
  return new Set(faults.map(({ row }) => row)).size;
}

function readLines(
  { ports, book, now }: Planning,
  [headerCells = [], ...rows]: readonly (readonly OtherCell[])[],
  { columns, order }: AdoptChoice,
) {
  const headers = headerCells.map(({ text }) => text.trim());
  const { instantOf } = wallReader(ports.workbook);
  const ground: DateGround = { now, instantOf, order };
  const lines: AdoptLine[] = [];
  const faults: AdoptFault[] = [];
  const kept = ports.properties.all();
  const isErased = ({ email }: AdoptLine) =>
    book.byAddress(email) === null && suppressedAs(ports, kept, email) !== null;
  rows.forEach((cells, index) => {
    const read = readLine(index + 2, columns, headers, cells, ground);
    if (read.kind === "line" && isErased(read.line))
      faults.push({ row: index + 2, kind: "erased" });
    else if (read.kind === "line") lines.push(read.line);
    if (read.kind === "faults") faults.push(...read.faults);
  });
  return { lines, faults };
}

function sortByFlow(all: readonly AdoptLine[], chosen: string, rules: Rules) {
  const lines: FlowLine[] = [];
  const faults: AdoptFault[] = [];
  const elsewhere: number[] = [];
  for (const line of all) {
    const found = flowOfLine(line, chosen, rules);
    if (found.kind === "unknown") {
      faults.push({ row: line.row, kind: "flow", field: "flow", seen: line.flow.slice(0, 60) });
      continue;
    }
    if (found.kind === "person" && found.elsewhere) elsewhere.push(line.row);
    lines.push({ line, flow: found.kind === "flow" ? found.flow : "" });
  }
  return { lines, faults, elsewhere };
}

/** One person may stand there under several addresses; here they are known to be one. */
function byPerson(lines: readonly FlowLine[], book: Book): readonly (readonly FlowLine[])[] {
  const groups = new Map<string, FlowLine[]>();
  for (const one of lines) {
    const { email } = one.line;
    const person = book.byAddress(email)?.id ?? email;
    addTo(groups, person, one);
  }
  return [...groups.values()];
}

function personOffice({ ports, office, book, now, proof }: Planning, { basis }: AdoptChoice) {
  const ground = groundOf(office, now);
  const { language } = office.settings;
  return {
    book,
    adopting: { ground, why: ADOPTED_WHY[language], nameless: NAMELESS_WHY[language] },
    basis,
    proof,
    digest: (text: string) => ports.secrets.digest(text),
  };
}

/** Nothing overdue goes in a burst: one after another, asked-for mails in a queue of their own (design 6). */
function inTurn(people: readonly Adopted[], { book, office, now }: Planning) {
  const { rules } = office;
  const due = people
    .flatMap(({ rows }) => rows)
    .filter(({ row }) => isOpen(row.status) && (row.next_at ?? now + 1) <= now)
    .sort((one, other) => (one.row.next_at ?? 0) - (other.row.next_at ?? 0));
  const standing = book.enrollments();
  const turn: Record<MailClass, () => number> = {
    service: turns(ofClass(standing, rules, "service"), now),
    marketing: turns(ofClass(standing, rules, "marketing"), now),
  };
  const timed = new Map<string, Enrollment>();
  let until = 0;
  for (const one of due) {
    const slot = turn[classOf(one, rules)]();
    timed.set(one.row.id, late(one, slot, office, now));
    until = Math.max(until, slot);
  }
  const moved = people.map((person) => ({
    ...person,
    rows: person.rows.map((one) => timed.get(one.row.id) ?? one),
  }));
  return { people: moved, overdue: due.length, until };
}

function late(one: Enrollment, slot: number, office: Office, now: number): Enrollment {
  const { say } = groundOf(office, now);
  const told = say(reason("lateRetimed", { step: one.row.next_step }));
  const why = ADOPTED_WHY[office.settings.language](told);
  return { ...one, timedBy: lateMark(one.timedBy), row: { ...one.row, next_at: slot, why } };
}

function classOf({ row }: Enrollment, rules: Rules): MailClass {
  const flow = rules.get(row.flow);
  return (flow === undefined ? undefined : stepAt(flow, row.stage ?? 0))?.class ?? "marketing";
}

function ofClass(rows: readonly Enrollment[], rules: Rules, wanted: MailClass) {
  return rows.filter((one) => classOf(one, rules) === wanted);
}
