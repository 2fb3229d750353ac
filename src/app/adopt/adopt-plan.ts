// What adopting a tab would do, person by person; nothing is written yet. A second run plans only what the first left.

import type { Columns } from "../../events/adopt-columns";
import type { DateGround } from "../../events/adopt-date";
import { type AdoptFault, type AdoptLine, readLine } from "../../events/adopt-line";
import { addressMarks } from "../../model/address-marks";
import type { Rules } from "../../model/flow";
import { addTo } from "../../model/lists";
import { isTestPerson } from "../../model/test-person";
import type { OtherCell, Ports } from "../../ports";
import { ADOPTED_WHY, NAMELESS_WHY } from "../../words/adopt";
import { IMPORTED_WHY } from "../../words/import";
import type { Book } from "../book";
import { groundOf, type Office } from "../office";
import { suppressedAs } from "../suppressed";
import { wallReader } from "./adopt-clock";
import { flowOfLine } from "./adopt-flow";
import { type Adopted, adoptPerson, type FlowLine } from "./adopt-person";
import { inTurn, ramped } from "./adopt-turns";
import { type Agreement, asKnown, type ListChoice } from "./import-person";
import { type Remark, remarksOn } from "./import-remarks";

export interface AdoptChoice {
  readonly tab: string;
  readonly columns: Columns;
  /** A flow, BY_COLUMN or PEOPLE_ONLY. */
  readonly flow: string;
  readonly order: DateGround["order"];
  /** In the owner's words; "" for none. */
  readonly basis: string;
  /** A list of people, not a tab that goes on here; null: a tab. */
  readonly list: ListChoice | null;
}
export interface AdoptPlan {
  /** Lines that hold anything. */
  readonly lines: number;
  /** Who gets something: new here, or a new row, or a stop. */
  readonly people: readonly Adopted[];
  /** Known here with all the sheet says; they keep their state. */
  readonly kept: number;
  readonly faults: readonly AdoptFault[];
  /** What is worth a look. */
  readonly remarks: readonly Remark[];
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
  /** The event that tells why mails may go to them, "" while it is dry. */
  readonly proofOf: (agreement: Agreement) => string;
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
  const whole = personOffice(planning, choice);
  const all = groups.map((group) => adoptPerson(group, whole));
  const people = all.filter(
    (one) => !one.known || one.rows.length + one.stopped.length > 0 || isNews(one, book),
  );
  const slots = choice.list === null ? inTurn(people, planning) : ramped(people, planning);
  return {
    lines: lines.length + faultyLines(faults),
    people: slots.people,
    kept: all.length - people.length,
    faults: [...faults, ...sorted.faults],
    remarks: remarksOn(lines),
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
  const marks = ["paid", "suppressed", "tags"] as const;
  return marks.some((mark) => before[mark] !== contact[mark]);
}

function faultyLines(faults: readonly AdoptFault[]): number {
  return new Set(faults.map(({ row }) => row)).size;
}

function readLines(
  { ports, book, now, office }: Planning,
  [headerCells = [], ...rows]: readonly (readonly OtherCell[])[],
  { columns, order, list }: AdoptChoice,
) {
  const headers = headerCells.map(({ text }) => text.trim());
  const { instantOf } = wallReader(ports.workbook);
  const ground: DateGround = { now, instantOf, order };
  const lines: AdoptLine[] = [];
  const faults: AdoptFault[] = [];
  const kept = ports.properties.all();
  const isErased = ({ email }: AdoptLine) =>
    book.byAddress(email) === null && suppressedAs(ports, kept, email) !== null;
  const refuses = ({ email }: AdoptLine) =>
    office.settings.disposable === "refuse" && addressMarks(email).includes("disposable");
  rows.forEach((cells, index) => {
    const read = readLine(index + 2, columns, headers, cells, ground);
    const row = index + 2;
    if (cells.slice(headers.length).some(({ text }) => text.trim() !== "")) {
      faults.push({ row, kind: "cells" });
    } else if (read.kind === "faults") faults.push(...read.faults);
    else if (read.kind === "line") {
      const line = list === null ? read.line : asKnown(read.line, book);
      if (isErased(line)) faults.push({ row, kind: "erased" });
      else if (list !== null && refuses(line)) faults.push({ row, kind: "disposable" });
      else lines.push(line);
    }
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

function personOffice({ ports, office, book, now, proofOf }: Planning, choice: AdoptChoice) {
  const ground = groundOf(office, now);
  const { language } = office.settings;
  const why = choice.list === null ? ADOPTED_WHY[language] : IMPORTED_WHY[language];
  const kept = ports.properties.all();
  return {
    book,
    adopting: { ground, why, nameless: NAMELESS_WHY[language] },
    basis: choice.basis,
    list: choice.list,
    proofOf,
    isFree: (email: string) =>
      book.byAddress(email) === null && suppressedAs(ports, kept, email) === null,
    digest: (text: string) => ports.secrets.digest(text),
  };
}
