// What a rehearsal leaves behind: rows that began in it, and people it made.
import type { ContactRow } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "../../model/enrollment";
import { withoutKnownRows } from "../../model/known-rows";
import { paymentsOf } from "../../model/paid";
import { BY_LIST } from "../../model/payment";
import { isTestPerson } from "../../model/test-person";
import type { Ports, StoredRow } from "../../ports";
import { keptReal, madeReal } from "../../state/made-real";
import { unseal } from "../../state/seal";

export function testEnrollments(ports: Ports): readonly Enrollment[] {
  return enrollments(ports).filter(({ test }) => test);
}

export interface TestRows {
  readonly enrollments: readonly Enrollment[];
  /** Test persons of whom nothing would be left but what the rehearsal made. */
  readonly leaving: readonly ContactRow[];
  /** Everybody whose cells change by it, as they stand and as they will; who leaves included. */
  readonly changed: readonly { readonly before: ContactRow; readonly after: ContactRow }[];
  /** Of the rows to be kept: how many are real rows now. */
  readonly kept: number;
}

/** `kept`: ids of rows that were to be kept; one that could not be stays, so that it can say why. */
export function testRows(ports: Ports, kept: ReadonlySet<string>): TestRows {
  const rows = enrollments(ports);
  const going = rows.filter(({ row, test }) => test && !kept.has(row.id));
  const gone = new Set(going.map(({ row }) => row.id));
  const standing = rows.filter(({ row }) => !gone.has(row.id));
  const owners = (test: boolean) => {
    const own = standing.filter((one) => one.test === test);
    return new Set(own.map(({ row }) => contactIdOf(row.id)));
  };
  const left = { real: owners(false), test: owners(true) };
  const people = ports.store.read("Contacts").filter(({ cells }) => cells.id !== "");
  const become = people.map((one) => outcomeOf(one, gone, left));
  return {
    enrollments: going,
    leaving: become.flatMap(({ after, leaves }) => (leaves ? [after] : [])),
    changed: become.filter(({ before, after }) => before !== after),
    kept: rows.filter(({ row, test }) => !test && kept.has(row.id)).length,
  };
}

interface Left {
  /** Ids of contacts with a row that is none of the rehearsal. */
  readonly real: ReadonlySet<string>;
  /** Ids of contacts with a test row that stays. */
  readonly test: ReadonlySet<string>;
}

/** The mark decides, not the tag, which is anybody's to edit. */
function outcomeOf(person: StoredRow<"Contacts">, gone: ReadonlySet<string>, left: Left) {
  const before = person.cells;
  // First they forget their rows, so that none is taken for deleted by a person.
  const after = withoutKnownRows(before, gone);
  const stays = { before, after, leaves: false };
  if (!isTestPerson(before)) return stays;
  if (left.real.has(before.id)) return { ...stays, after: keptReal(after) };
  if (left.test.has(before.id)) return stays;
  return isSpokenFor(person) ? { ...stays, after: madeReal(after) } : { ...stays, leaves: true };
}

/** A person has said that they get no mail, or that they have paid: whatever else is forgotten, that is not. */
function isSpokenFor({ cells, odd }: StoredRow<"Contacts">): boolean {
  const { suppressed, suppressed_at } = cells;
  // The link that a rehearsal's mail carries writes down when it was pressed.
  const pressed = suppressed === "unsubscribed" && suppressed_at !== null;
  const typed = (suppressed !== "" && !pressed) || (odd.suppressed ?? odd.paid ?? "").trim() !== "";
  return typed || paymentsOf(cells).some(({ key }) => key === BY_LIST);
}

function enrollments({ store }: Ports): readonly Enrollment[] {
  return store.read("Queue").flatMap(({ cells }) => unseal(cells) ?? []);
}
